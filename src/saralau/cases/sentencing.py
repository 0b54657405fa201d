"""What may be imposed for one charge: the threatened kinds, narrowed by the rules of the general part that apply.

Shares of the maximum of one group are not added up, the smaller bounds; those of different groups multiply.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from saralau.cases.charging import Charge
from saralau.cases.formula import Truth
from saralau.cases.general import Applied, GeneralRules
from saralau.cases.model import Case
from saralau.offences import Punishment
from saralau.offences.model import Unit


@dataclass(frozen=True, slots=True)
class Bound:
    """What may be imposed of one principal kind. `minimum` None: none, or freed; `maximum` None: for life, or a multiple.

    Years are told as months where a share of them is not whole. `sources` are the rules that narrowed it.
    """

    kind: str
    minimum: int | None
    maximum: int | None
    unit: Unit | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Limitation:
    """The last day on which the offence can be prosecuted (None: no limitation); whether it lies before that of judgment.

    `suspended` tells that time stood still for a while that the case does not tell.
    """

    until: str | None
    source: str
    passed: Truth = None
    suspended: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """What the general part makes of a charge.

    `applied` are its rules, `excluded` kinds with the rule that excludes them, `bounds` the kinds that remain, `payment`
    what is levied besides in calculation indices, with its source.
    """

    applied: tuple[Applied, ...]
    excluded: tuple[tuple[str, str], ...]
    bounds: tuple[Bound, ...]
    limitation: Limitation
    payment: tuple[int, str] | None

    @property
    def narrowed(self) -> bool:
        """Whether a rule changes what the part threatens."""
        return bool(self.excluded) or any(bound.sources for bound in self.bounds)


def sentence(
    charge: Charge, applied: Sequence[Applied], charges: Sequence[Charge], case: Case, rules: GeneralRules, on: str | None
) -> Sentence:
    """The bounds for one charge; `charges` are all that stand for the person, `on` the day of judgment."""
    sure = [one for one in applied if one.truth]
    principal = [one for one in charge.offence.sanction.principal if one.condition is None]
    kinds = [one.kind.value for one in principal]
    excluded = dict(_excluded(sure, kinds))
    if len(excluded) == len(set(kinds)):  # a rule that would leave nothing is for the court, not for a table
        excluded = {}
    payment = next((row for row in rules.data.get("payment", ()) if row["category"] == charge.offence.category.value), None)
    return Sentence(
        tuple(applied),
        tuple(excluded.items()),
        tuple(_bound(one, sure) for one in principal if one.kind.value not in excluded),
        _limitation(charge, applied, charges, case, rules, on),
        None if payment is None else (payment["amount"], payment["source"]),
    )


def _excluded(applied: Sequence[Applied], kinds: Sequence[str]) -> Iterator[tuple[str, str]]:
    for one in applied:
        if one.rule.effect != "without":
            continue
        gone = [kind for kind in one.rule.data["kinds"] if kind in kinds]
        if one.rule.data.get("if_choice") and set(kinds) <= set(gone):
            continue
        yield from ((kind, one.rule.source) for kind in gone)


def _bound(punishment: Punishment, applied: Sequence[Applied]) -> Bound:
    unit, low, high = _stated(punishment)
    sources: list[str] = []
    for one in applied:
        row = one.rule.data
        if one.rule.effect == "within" and row["kind"] == punishment.kind.value and unit is not None:
            most = int(row["max"])
            high = most if high is None else min(high, most)
            low = row["min"] if row.get("min") is not None else None if low is None or low > high else low
            sources.append(one.rule.source)
    share, freed, shared = _share(applied)
    if shared and high is not None:
        high, sources = int(high * share), [*sources, *shared]
        low = None if freed or (low is not None and low > high) else low
    if unit is Unit.MONTHS and not (high or 0) % 12 and not (low or 0) % 12:
        unit, low, high = Unit.YEARS, low and low // 12, high and high // 12
    return Bound(punishment.kind.value, low, high, unit, tuple(dict.fromkeys(sources)))


def _stated(punishment: Punishment) -> tuple[Unit | None, int | None, int | None]:
    """Unit, minimum and maximum as the part states them, or else the general part; years as months."""
    low, high = _months(punishment.minimum, punishment.unit), _months(punishment.maximum, punishment.unit)
    implied_low, implied_high = punishment.implied_minimum, punishment.implied_maximum
    unit = punishment.unit or (implied_high.unit if implied_high is not None else None)
    if high is None and implied_high is not None and not punishment.life:
        high = _months(implied_high.value, implied_high.unit)
    if low is None and implied_low is not None:
        low = _months(implied_low.value, implied_low.unit)
    return Unit.MONTHS if unit is Unit.YEARS else unit, low, high


def _months(value: int | None, unit: Unit | None) -> int | None:
    return value * 12 if value is not None and unit is Unit.YEARS else value


def _share(applied: Sequence[Applied]) -> tuple[Fraction, bool, list[str]]:
    """The share of the maximum, whether the minimum is freed, and the sources."""
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for one in applied:
        if one.rule.effect == "at_most":
            groups.setdefault(one.rule.data.get("group") or one.rule.id, []).append(one.rule.data)
    share, freed, sources = Fraction(1), False, []
    for rows in groups.values():
        row = min(rows, key=lambda row: Fraction(*row["share"]))
        share *= Fraction(*row["share"])
        freed = freed or bool(row.get("frees_minimum"))
        sources.append(row["source"])
    return share, freed, sources


def _limitation(
    charge: Charge,
    applied: Sequence[Applied],
    charges: Sequence[Charge],
    case: Case,
    rules: GeneralRules,
    on: str | None,
) -> Limitation:
    years = charge.offence.limitation_years
    row = rules.data.get("limitation", {})
    if years is None:
        return Limitation(None, row.get("source", ""))
    months, source = years * 12, row.get("source", "")
    for one in applied:
        if one.rule.effect == "limitation_share" and one.truth:
            months, source = int(months * Fraction(*one.rule.data["share"])), one.rule.source
    start = max(case.deed(id).date for id in charge.deeds)
    restarting = set(row.get("restarted_by", ()))
    if charge.offence.category.value in restarting:
        days = sorted(case.deed(id).date for one in charges if one.offence.category.value in restarting for id in one.deeds)
        for day in days:  # a new grave crime before the end starts the time again
            if start < day <= _after(start, months):
                start, source = day, row["restart_source"]
    until = _after(start, months)
    suspended = any(one.rule.effect == "limitation_suspended" for one in applied)
    return Limitation(until, source, None if on is None or suspended else on > until, suspended)


def _after(day: str, months: int) -> str:
    """The day so many months later; the last of the month where it has no such day."""
    date = datetime.date.fromisoformat(day)
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    if year > datetime.MAXYEAR:
        return datetime.date.max.isoformat()  # the calendar ends there
    for last in range(date.day, 27, -1):
        try:
            return datetime.date(year, month + 1, last).isoformat()
        except ValueError:
            continue
    return datetime.date(year, month + 1, date.day).isoformat()
