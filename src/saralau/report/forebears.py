"""Where a provision comes from and what carries it on: the line that packs tell, with the provisions of other acts in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from saralau.acts import Address
from saralau.messages import InputError
from saralau.report.lineage import Descent, trace
from saralau.report.lineage_told import lineage_lines


class Kin(NamedTuple):
    """A provision of another act in the line: the act's id and name, and whether it is the older one."""

    act: str
    name: str
    address: Address
    older: bool


class Line(NamedTuple):
    """A line of an outline with what stands below it."""

    text: str
    below: tuple[Line, ...]


class Forebears(NamedTuple):
    """The line of a provision in the reader's language."""

    kin: tuple[Kin, ...]
    told: tuple[Line, ...]


def forebears(act: str, article: str, jurisdiction: str, code: str) -> Forebears | None:
    """The line of an article of an act, which a pack's id names; None where packs tell of no other act in it."""
    try:
        found = trace(act, article, None, jurisdiction)
    except InputError:
        return None
    kin = tuple(dict.fromkeys(_kin(found, code)))
    return Forebears(kin, outline(list(lineage_lines(found, code))[1:])) if kin else None


def _kin(found: Descent, code: str) -> Iterator[Kin]:
    for step in found.steps:
        for passing in step.passings:
            if step.older is None or step.older == step.newer:
                continue
            for act, places, older in ((step.older, passing.older, True), (step.newer, passing.newer, False)):
                if act == found.act:
                    continue
                for place in places:
                    if not place.startswith("chapter:"):
                        yield Kin(act, found.lines.acts[act][code], Address.read(place), older)


def outline(lines: Sequence[str]) -> tuple[Line, ...]:
    """Lines that are set in by blanks, each with those that stand deeper behind it."""
    found: list[Line] = []
    at = 0
    while at < len(lines):
        deep = _depth(lines[at])
        end = next((place for place in range(at + 1, len(lines)) if _depth(lines[place]) <= deep), len(lines))
        found.append(Line(lines[at].strip(), outline(lines[at + 1 : end])))
        at = end
    return tuple(found)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())
