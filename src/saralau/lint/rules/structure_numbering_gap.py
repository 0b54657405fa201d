"""S001: a number is left out and nothing tells that what had it is gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saralau.acts import Address, Kind, Provision
from saralau.acts.address import number_key
from saralau.documents import Span
from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject
from saralau.lint.units import series

_EXCERPT = 0.05  # share of articles before which one is left out, from which a text is taken to be an excerpt
_STRETCH = 15  # numbers of articles, more than which are a part of the act that is not here


def check(subject: Subject) -> Iterator[Finding]:
    """Gaps among articles, parts, points. An excluded unit keeps its number, or a note tells of it."""
    gone = {one.address for one in subject.amendments if one.action in ("excluded", "repealed") and one.address}
    articles = [unit for unit in subject.act.articles() if unit.number]
    gaps = [gap for gap in _gaps(articles, first=False) if _width(gap) <= _STRETCH]
    if len(gaps) <= max(1, _EXCERPT * len(articles)):
        for before, after, missing in gaps:
            if Address(missing) not in gone:
                yield Finding(after.heading[0], after.address, {"missing": missing})
    for holder, address, held in series(subject.act):
        for _, after, missing in _gaps(held, first=True):
            if address is None or not _told(holder, held[0].kind, address, missing, gone):
                yield Finding(_label(after), after.address or address, {"missing": missing})


def _gaps(
    units: Sequence[Provision], *, first: bool
) -> Iterator[tuple[Provision | None, Provision, str]]:
    """Neighbours between whose numbers others are left out, and the first of these."""
    previous: Provision | None = None
    for unit in units:
        key, before = number_key(unit.number), number_key(previous.number) if previous else (0,)
        if not (unit.number or "").replace("-", "").isdecimal():
            return
        if (previous or first) and key[0] > before[0] + 1:
            yield previous, unit, str(before[0] + 1)
        previous = unit


def _width(gap: tuple[Provision | None, Provision, str]) -> int:
    return number_key(gap[1].number)[0] - int(gap[2])


def _told(holder: Provision, kind: Kind, address: Address, missing: str, gone: set[Address]) -> bool:
    """Whether a note says that a part or a point is gone, or the whole in which it stood."""
    inside = address._replace(part=missing) if kind is Kind.PART else address._replace(point=missing)
    return any(one.holds(inside) for one in gone)


def _label(unit: Provision) -> Span:
    return unit.label or unit.text[0]


RULE = Rule("S001", "numbering-gap", "structure", check)
