"""P005: an amount outside the bounds that the general part sets for the punishment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from saralau.acts import Address
from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject
from saralau.offences import Offence, Punishment, Unit
from saralau.offences.general_part import class_of

_MONTHS = {Unit.MONTHS: 1, Unit.YEARS: 12}


class Bounds(NamedTuple):
    """What the general part allows, in the unit of the punishment, and the provision that says so."""

    low: int
    high: int
    source: str


def check(subject: Subject) -> Iterator[Finding]:
    """Maxima above the general maximum, minima and maxima below the general minimum of the class.

    Multiples of a sum have no bounds of this kind; what threatens for life has no maximum. A class that only the amounts
    themselves tell is not held against them.
    """
    if subject.rules is None:
        return
    limits = subject.rules["limits"]
    known: dict[tuple[object, ...], Bounds | None] = {}  # by all that they depend on
    for offence in subject.by_address.values():
        decided = class_of(offence.sanction, subject.rules)
        if decided.reason != "class-by-kind":
            continue
        for one in (*offence.sanction.principal, *offence.sanction.additional):
            key = (one.kind, one.unit, one.life, one.same_as, decided.value, offence.category)
            if key not in known:
                known[key] = _bounds(one, offence, decided.value, limits)
            bounds = known[key]
            if bounds is None:
                continue
            stated = [value for value in (one.minimum, one.maximum) if value is not None]
            if any(not bounds.low <= value <= bounds.high for value in stated):
                told = {"words": subject.words(one.span), **bounds._asdict()}
                yield Finding(one.span, offence.address, told)


def _bounds(one: Punishment, offence: Offence, class_: str, limits: Sequence[Mapping[str, Any]]) -> Bounds | None:
    rows = [
        row
        for row in limits
        if row["kind"] == one.kind
        and row.get("class", class_) == class_
        and row.get("category", offence.category) == offence.category
    ]
    if not rows or one.unit is None or one.life or one.same_as is not None:
        return None
    row = rows[-1]  # the most particular row stands last
    unit = Unit(row["unit"])
    if unit is one.unit:
        return Bounds(row["min"], row["max"], Address.read(row["source"]).printed)
    if unit in _MONTHS and one.unit in _MONTHS:
        size = _MONTHS[one.unit]
        return Bounds(
            -(-row["min"] * _MONTHS[unit] // size), row["max"] * _MONTHS[unit] // size, Address.read(row["source"]).printed
        )
    return None


RULE = Rule("P005", "out-of-bounds", "penalties", check)
