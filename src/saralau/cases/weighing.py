"""What a general part says in figures: the size of amounts, the order of punishments, the age of liability.

The figures are data (`saralau/qualification/1`); nothing here knows a state.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from saralau.acts import Address
from saralau.cases.formula import Truth
from saralau.cases.model import Deed, Person
from saralau.offences import Offence, Punishment
from saralau.offences.model import Unit
from saralau.packs import load, of_packs

_SCALE = {Unit.DAYS: 1, Unit.MONTHS: 30, Unit.YEARS: 365, Unit.HOURS: 1, Unit.MCI: 1}
_CLASSES = ("misdemeanour", "crime")
_LIFE = 10**6


class Ranked(NamedTuple):
    """A principal punishment in its class: its place in the order of kinds, its maximum and minimum in one measure."""

    order: int
    maximum: int
    minimum: int


@dataclass(frozen=True, slots=True)
class Rules:
    """The figures of one jurisdiction, as the pack has them."""

    data: Mapping[str, Any]
    # What has been weighed before, by identity: a hash of an offence is the work of weighing it.
    weighed: dict[int, tuple[Offence, tuple[int, ...]]] = field(default_factory=dict, compare=False)
    ages: dict[Address, int] = field(default_factory=dict, compare=False)

    def index(self, day: str) -> int | None:
        """The calculation index on a day, in the currency; None before the first that is known."""
        rows = [row for row in self.data["index"] if row["from"] <= day]
        return max(rows, key=lambda row: row["from"])["value"] if rows else None

    def last_index(self, day: str) -> str | None:
        """The day from which the newest index holds, where that of a day is not known and the newest stands for it."""
        until = self.data.get("index_until")
        return max(row["from"] for row in self.data["index"]) if until is not None and day > until else None

    @property
    def limits(self) -> tuple[int, ...]:
        """Every number of times the index that is a threshold of some article, smallest first."""
        return tuple(sorted({int(row["times"]) for row in self.data["thresholds"]}))

    def threshold(self, size: str, article: str) -> Mapping[str, Any] | None:
        """The row that tells what an amount of that size is for an article."""
        rows = (row for row in self.data["thresholds"] if row["amount"] == size and article in row["articles"])
        return next(rows, None)

    def is_of_size(self, size: str, article: str, deed: Deed) -> Truth:
        """Whether the amount of an act is of a legal size: more, or not more, than so many times the index of its day.

        None if no sum in the currency is told, or nothing says what the size is.
        """
        row, index = self.threshold(size, article), self.index(deed.date)
        sums = [amount.value for amount in deed.amounts if amount.currency == self.data["currency"]]
        if row is None or index is None or not sums:
            return None
        limit = int(row["times"]) * index
        return max(sums) <= limit if row.get("up_to") else max(sums) > limit

    def is_liable(self, person: Person, at: Address, day: str) -> Truth:
        """Whether a person is old enough for a provision on a day; None where the age is not told."""
        age = person.age_on(day)
        return None if age is None else age >= self.age_for(at)

    def age_for(self, at: Address) -> int:
        """The age in full years from which a person is liable for a provision."""
        known = self.ages.get(at)
        if known is None:
            rows = [
                row["years"]
                for row in self.data["age"]
                if not row.get("provisions") or any(Address.read(listed).holds(at) for listed in row["provisions"])
            ]
            known = self.ages[at] = min(rows, default=_LIFE)
        return known

    def severity(self, offence: Offence) -> tuple[int, ...]:
        """A key by which graver offences come later: class, then the gravest kind, then its maximum, then its minimum.

        Additional punishments have no order, and what is threatened under a condition does not count.
        """
        known = self.weighed.get(id(offence))
        if known is None:
            known = self.weighed[id(offence)] = (offence, self._weigh(offence))
        return known[1]

    def scale(self, offence: Offence) -> Mapping[str, Ranked]:
        """The principal punishments by kind, of two of one kind the graver; not what is threatened under a condition."""
        order = list(self.data["severity"][_class(offence)]["kinds"])
        found: dict[str, Ranked] = {}
        for one in offence.sanction.principal:
            if one.kind.value in order and one.condition is None:
                ranked = Ranked(order.index(one.kind.value), *_bounds(one))
                found[one.kind.value] = max(ranked, found.get(one.kind.value, ranked))
        return found

    def _weigh(self, offence: Offence) -> tuple[int, ...]:
        return (_CLASSES.index(_class(offence)), *max(self.scale(offence).values(), default=(-1, 0, 0)))


def _class(offence: Offence) -> str:
    return "misdemeanour" if offence.category == "misdemeanour" else "crime"


def _bounds(punishment: Punishment) -> tuple[int, int]:
    """Maximum and minimum in one measure for a kind; what the part leaves unsaid is the general part's."""
    scale = _SCALE.get(punishment.unit, 1) if punishment.unit else 1
    high, low = punishment.maximum, punishment.minimum
    implied_high, implied_low = punishment.implied_maximum, punishment.implied_minimum
    top = high * scale if high is not None else implied_high.value * _SCALE.get(implied_high.unit, 1) if implied_high else 0
    bottom = low * scale if low is not None else implied_low.value * _SCALE.get(implied_low.unit, 1) if implied_low else 0
    return (_LIFE if punishment.life else top), bottom


@of_packs
def rules(jurisdiction: str) -> Rules:
    """The figures of a jurisdiction; PackError where no pack has them."""
    return Rules(load(f"{jurisdiction}/qualification"))
