"""S001: a number is left out and nothing tells that what had it is gone."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.acts import Act, Address, Kind
from saralau.acts.address import number_key
from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject
from saralau.lint.units import article_gaps, gaps

_STRETCH = 15  # numbers of articles, more than which are a part of the act that is not here

_DIVISIONS = (Kind.SECTION, Kind.CHAPTER, Kind.PARAGRAPH)


def check(subject: Subject) -> Iterator[Finding]:
    """Gaps among articles, parts, points. An excluded unit keeps its number, or a note tells of it."""
    gone = {one.address for one in subject.amendments if one.action in ("excluded", "repealed") and one.address}
    emptied = _emptied(subject.act)
    for after, missing in article_gaps(subject.act) or ():
        wide = number_key(after.number)[0] - missing > _STRETCH
        if not wide and Address(str(missing)) not in gone and after.address not in emptied:
            yield Finding(after.heading[0], after.address, {"missing": str(missing)})
    for _, address, held in subject.series:
        for after, missing in gaps(held):
            lost = _beside(address, held[0].kind, str(missing))
            if lost is None or not any(one.holds(lost) for one in gone):
                yield Finding(after.label or after.text[0], after.address or address, {"missing": str(missing)})


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
