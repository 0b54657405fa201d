"""The line of an act or a provision, gathered: steps that packs tell, laws that notes report, wordings in hand compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from saralau.acts import Act, Address, read_act
from saralau.cases.encoding import Encoding, encoding
from saralau.history import Lines, Passing, Step, descent, reached, touches
from saralau.messages import InputError
from saralau.packs import names
from saralau.report.acts_named import act_named, ids_of
from saralau.report.wordings import (
    Difference,
    Wording,
    amended,
    compared,
    differences,
    encoded_wordings,
    register_wordings,
    text_wording,
)

Place = tuple[str, str]  # an act and a provision of it
Pair = tuple[Wording, Wording, tuple[Difference, ...]]
_Chains = Mapping[str, list[Wording]]  # by article of the encoded act, oldest first


@dataclass(frozen=True, slots=True)
class Descent:
    """The line of an act, or with `at` of a provision: its steps in the order of time; the wordings in hand of what it
    passes through; what each has otherwise than the one before; the provisions of which no wording is in hand.
    """

    lines: Lines
    act: str
    at: str | None
    steps: tuple[Step, ...]
    wordings: tuple[Wording, ...] = ()
    pairs: tuple[Pair, ...] = ()
    without: tuple[Place, ...] = ()


def trace(typed: str, at: str | None, text: Path | None, jurisdiction: str | None) -> Descent:
    """The line of an act by id, address, name or file, or of a provision of it; `text` is a wording to compare too.

    Raises InputError for an act that no line has, an address that is none, a text without such an offence.
    """
    lines, act, own = act_named(typed, jurisdiction)
    if at is None:
        if text is not None:
            raise InputError("lineage-text-of-what")
        return line_of(lines, act, None, None)
    found = line_of(lines, act, at, read_act(text) if text is not None else own)
    if text is not None and all(one.source != "text" for one in found.wordings):
        raise InputError("lineage-text-without", name=text.name, at=Address.read(at).printed)
    return found


def line_of(lines: Lines, act: str, at: str | None, text: Act | None) -> Descent:
    """The line of an act that `lines` have, or of a provision of it; `text` is a wording to compare too."""
    if at is None:
        return Descent(lines, act, None, descent(lines, act))
    place = Address.read(at).short
    steps = descent(lines, act, place)
    law = _law(lines.jurisdiction)
    given = _given(text, lines, act)
    places = reached(steps, act, place)
    encoded = [one for one in places if law is not None and _holds(law, one[0])]
    chains = {
        article: list(register_wordings(law, name, article))
        for name, article in dict.fromkeys((name, one.partition(".")[0]) for name, one in encoded)
        if law is not None
    }
    others = {one: list(_others(lines, given, one, places)) for one in places if one not in encoded}
    if given is not None:
        _insert(chains, given, encoded)
    wordings = tuple(dict.fromkeys(one for chain in (*others.values(), *chains.values()) for one in chain))
    reworded = _reworded(lines, law, steps, chains) if law is not None else ()
    return Descent(
        lines,
        act,
        place,
        tuple(sorted((*steps, *reworded), key=lambda step: (step.passed, step.number or "", step.newer))),
        wordings,
        (*_across(steps, others, chains), *(pair for chain in chains.values() for pair in compared(chain))),
        tuple(one for one, found in others.items() if not found and not _within(one, others)) if wordings else (),
    )


_Given = tuple[str, Act]  # a text and the act that it is of


def _given(text: Act | None, lines: Lines, act: str) -> _Given | None:
    """A text that the user gave: of the act that packs recognise in it, or else of the one that was asked for."""
    if text is None:
        return None
    return next((name for name in ids_of(text) if name in lines.acts), act), text


def _law(jurisdiction: str) -> Encoding | None:
    encoded = any(name.endswith(".elements") for name in names(f"{jurisdiction}/"))
    return encoding(jurisdiction) if encoded else None


def _holds(law: Encoding, act: str) -> bool:
    return law.act == f"{law.jurisdiction}/{act}"


def _others(lines: Lines, given: _Given | None, place: Place, places: Sequence[Place]) -> Iterator[Wording]:
    """Wordings of a provision that no register holds, encoded by a reader or in a text; none if the line narrows it down."""
    act, at = place
    if any(name == act and one.startswith(f"{at}.") for name, one in places):
        return
    yield from encoded_wordings(lines, act, at)
    if given is not None and given[0] == act and (found := text_wording(given[1], act, at)) is not None:
        yield found


def _insert(chains: _Chains, given: _Given, encoded: Sequence[Place]) -> None:
    """Puts a text's wording among the editions of its article, by date."""
    for article, chain in chains.items():
        if any(name == given[0] and one.partition(".")[0] == article for name, one in encoded):
            found = text_wording(given[1], given[0], article)
            if found is not None:
                chain.append(found)
                chain.sort(key=lambda wording: wording.as_of)


def _within(place: Place, others: Mapping[Place, Sequence[Wording]]) -> bool:
    """Whether a wording of something that holds the provision, or lies in it, is there."""
    return any(found and act == place[0] and touches(at, place[1]) for (act, at), found in others.items())


def _reworded(lines: Lines, law: Encoding, steps: Sequence[Step], articles: Iterable[str]) -> Iterator[Step]:
    """The laws that changed articles of the encoded act by its notes, as steps of the line that reaches them, if any."""
    act = law.act.partition("/")[2]
    line = next((step.line for step in steps if step.newer == act), "")
    changed: dict[tuple[str, str, str, bool], list[str]] = {}
    for article in articles:
        for event in amended(law, article):
            changed.setdefault(event, []).append(article)
    for (passed, number, action, in_hand), touched in changed.items():
        relation = _RELATIONS.get(action, "amends")
        passings = tuple(Passing((one,), (one,), None, False, "note", True) for one in touched)
        yield Step(line, relation, act, act, passed, number, None, "note", None, True, False, in_hand, passings)


_RELATIONS = {"introduced": "supplements", "reworded": "rewords", "excluded": "excludes", "repealed": "excludes"}


def _across(steps: Sequence[Step], others: Mapping[Place, Sequence[Wording]], chains: _Chains) -> Iterator[Pair]:
    """Older wordings beside the oldest in hand of what carries them on."""
    seen: set[tuple[Wording, Wording]] = set()
    for step in steps:
        for passing in step.passings:
            before = dict.fromkeys(
                wording
                for (act, at), found in others.items()
                if act == step.older and any(touches(at, one) for one in passing.older)
                for wording in found
                if any(touches(wording.at, one) for one in passing.older)
            )
            for article in dict.fromkeys(one.partition(".")[0] for one in passing.newer):
                for wording in before:
                    if chains.get(article) and (wording, chains[article][0]) not in seen:
                        seen.add((wording, chains[article][0]))
                        yield wording, chains[article][0], differences(wording, chains[article][0])
