"""S001: a number is left out and nothing tells that what had it is gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saralau.acts import Act, Address, Kind, Provision
from saralau.acts.address import number_key
from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject
from saralau.lint.units import series

_EXCERPT = 0.05  # share of articles before which one is left out, from which a text is taken to be an excerpt
_STRETCH = 15  # numbers of articles, more than which are a part of the act that is not here

_DIVISIONS = (Kind.SECTION, Kind.CHAPTER, Kind.PARAGRAPH)


def check(subject: Subject) -> Iterator[Finding]:
    """Gaps among articles, parts, points. An excluded unit keeps its number, or a note tells of it."""
    gone = {one.address for one in subject.amendments if one.action in ("excluded", "repealed") and one.address}
    articles = [unit for unit in subject.act.articles() if unit.number]
    gaps = list(_gaps(articles, number_key(articles[0].number)[0] - 1)) if articles else []
    if len(gaps) <= max(1, _EXCERPT * len(articles)):
        emptied = _emptied(subject.act)
        for after, missing in gaps:
            wide = number_key(after.number)[0] - missing > _STRETCH
            if not wide and Address(str(missing)) not in gone and after.address not in emptied:
                yield Finding(after.heading[0], after.address, {"missing": str(missing)})
    for _, address, held in series(subject.act):
        for after, missing in _gaps(held, 0):
            lost = _beside(address, held[0].kind, str(missing))
            if lost is None or not any(one.holds(lost) for one in gone):
                yield Finding(after.label or after.text[0], after.address or address, {"missing": str(missing)})


def _gaps(units: Sequence[Provision], before: int) -> Iterator[tuple[Provision, int]]:
    """Units before which a number is left out, and the first such number. Lettered ones are not looked at."""
    for unit in units:
        key = number_key(unit.number)
        if not key or not (unit.number or "").replace("-", "").isdecimal():
            return
        if key[0] > before + 1:
            yield unit, before + 1
        before = key[0]


def _emptied(act: Act) -> set[Address]:
    """Articles right behind a division in which nothing is left."""
    found: set[Address] = set()
    empty = False
    for unit in act.walk():
        if unit.kind is Kind.ARTICLE and unit.address:
            found |= {unit.address} if empty else set()
            empty = False
        elif unit.kind in _DIVISIONS:
            empty = empty or not unit.children
    return found


def _beside(address: Address | None, kind: Kind, number: str) -> Address | None:
    """The address of a unit that would stand in a series; items of notes have none."""
    if address is None or kind is Kind.ITEM:
        return None
    return address._replace(part=number) if kind is Kind.PART else address._replace(point=number)


RULE = Rule("S001", "numbering-gap", "structure", check)
