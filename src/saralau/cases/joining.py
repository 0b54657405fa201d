"""How the punishments for several charges are joined, by the gravest of them: the rule is data of the pack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from saralau.cases.charging import Charge
from saralau.cases.weighing import Rules
from saralau.offences import Offence
from saralau.offences.model import Unit

_GRAVITY = ("misdemeanour", "minor", "medium", "grave", "especially_grave")


@dataclass(frozen=True, slots=True)
class Cap:
    """The most that punishments of a kind can come to."""

    kind: str
    maximum: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Joining:
    """The ways in which punishments can be joined ("absorption", "addition"), what caps the sum, and the source."""

    ways: tuple[str, ...]
    caps: tuple[Cap, ...]
    source: str


def joining(charges: Sequence[Charge], rules: Rules) -> Joining | None:
    """The rule for the charges that stand; None for fewer than two, where a category is undecided, or where no rule fits."""
    categories = {charge.offence.category.value for charge in charges}
    if len(charges) < 2 or not categories <= set(_GRAVITY):
        return None
    gravest = max(categories, key=_GRAVITY.index)
    threatened = max(_years(charge.offence, rules) for charge in charges if charge.offence.category.value == gravest)
    fitting = [
        row
        for row in rules.data.get("joining", ())
        if row["gravest"] == gravest and (row.get("threatens") is None or threatened >= row["threatens"])
    ]
    if not fitting:
        return None
    row = fitting[-1]
    caps = tuple(Cap(cap["kind"], cap["max"], Unit(cap["unit"])) for cap in row.get("caps", ()))
    return Joining(tuple(row["ways"]), caps, row["source"])


def _years(offence: Offence, rules: Rules) -> int:
    """The most of the gravest kind of punishment that an offence threatens, in whole years; 0 if it is not told in years."""
    kinds = rules.data["severity"]["crime"]["kinds"]
    told = [p for p in offence.sanction.principal if p.kind.value == kinds[-1] and p.unit is Unit.YEARS and p.maximum]
    return max((p.maximum for p in told if p.maximum), default=0)
