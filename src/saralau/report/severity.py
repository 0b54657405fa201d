"""The common scale of severity: punishments of different kinds as days of deprivation of liberty.

The law itself converts one punishment into another when it replaces what was not served (`Severity.per_day`); the scale
is logarithmic, from one day to thirty years, and life lies beyond its end. It ranks nothing that the law does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log

from saralau.offences.model import Kind, Limit, Punishment, Unit

_FIRST, _LAST = 1.0, 30 * 365.0
_DAYS = {Unit.DAYS: 1.0, Unit.MONTHS: 365 / 12, Unit.YEARS: 365.0}


@dataclass(frozen=True, slots=True)
class Bar:
    """A punishment on the scale, in per cent of its width.

    `high` is None where it has no place on it, `low` where no lower bound is known.
    """

    kind: Kind
    low: float | None
    high: float | None
    implied_low: bool
    life: bool
    suspended: bool


def bar(punishment: Punishment, per_day: Mapping[str, float]) -> Bar:
    """Where a punishment stands. Multiples of a sum have no place: what they are worth hangs on the case."""
    low, implied = _bound(punishment, punishment.minimum, punishment.implied_minimum, per_day)
    high, _ = _bound(punishment, punishment.maximum, punishment.implied_maximum, per_day)
    if punishment.life:
        low, high = (position(low) if low else 100.0), 100.0
        return Bar(punishment.kind, low, high, implied_low=False, life=True, suspended=bool(punishment.suspended))
    return Bar(
        punishment.kind,
        None if low is None or high is None else position(low),
        None if high is None else position(high),
        implied_low=implied,
        life=False,
        suspended=bool(punishment.suspended),
    )


def days(value: int, unit: Unit, kind: Kind, per_day: Mapping[str, float]) -> float | None:
    """Days of deprivation of liberty that an amount is worth; None where no rate says."""
    rate = per_day.get(kind.value)
    if unit in (Unit.MCI, Unit.HOURS):
        return value / rate if rate else None
    return value * _DAYS[unit] / (rate or 1.0) if unit in _DAYS else None


def position(amount: float) -> float:
    """Per cent of the scale's width, clamped to its ends."""
    share = log(max(amount, _FIRST) / _FIRST) / log(_LAST / _FIRST)
    return round(min(share, 1.0) * 100, 2)


def ticks() -> list[tuple[float, str, int]]:
    """Marks of the scale: place, unit's message, number."""
    marks = [("unit-days", 1, 1.0), ("unit-days", 10, 10.0), ("unit-days", 50, 50.0)]
    marks += [("unit-years", years, years * 365.0) for years in (1, 5, 20)]
    return [(position(amount), unit, number) for unit, number, amount in marks]


def _bound(
    punishment: Punishment, stated: int | None, implied: Limit | None, per_day: Mapping[str, float]
) -> tuple[float | None, bool]:
    if stated is not None and punishment.unit is not None:
        return days(stated, punishment.unit, punishment.kind, per_day), False
    if implied is not None:
        return days(implied.value, implied.unit, punishment.kind, per_day), True
    return None, False
