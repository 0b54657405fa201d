"""Many cases as columns of bits: bit n of a number is case n. A whole number is a set of cases, however many there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from saralau.acts import Address

Bits = int  # a set of cases


@dataclass(frozen=True, slots=True)
class Act:
    """One act of every case: the first, the second, and so on.

    `present` are the cases that have it; `told` the cases by term; `unknown` and `complete` the cases by facet; `means` the
    cases in which this act names another, by its place, among its means; `days` the cases by date. `amounts` are those in
    which any sum is told, `sums` those with one in the currency, `over` those whose greatest is more than so many times
    the index of the day, by that number. `damage` has a sum that is damage, `damage_named` one of which it
    is told who suffers it, `harm_named` a consequence of which that is told.
    """

    present: Bits
    told: Mapping[str, Bits]
    unknown: Mapping[str, Bits] = field(default_factory=dict)
    complete: Mapping[str, Bits] = field(default_factory=dict)
    means: Mapping[int, Bits] = field(default_factory=dict)
    days: Mapping[str, Bits] = field(default_factory=dict)
    amounts: Bits = 0
    sums: Bits = 0
    over: Mapping[int, Bits] = field(default_factory=dict)
    damage: Bits = 0
    damage_named: Bits = 0
    harm_named: Bits = 0


@dataclass(frozen=True, slots=True)
class Cases:
    """Cases of one person each. `size` is their number, `ages` the cases by age where it is told.

    `loss_of` are the cases in which a sum of the first act and a consequence of the second are the same person's.
    """

    jurisdiction: str
    size: int
    closed: Bits
    acts: tuple[Act, ...]
    ages: Mapping[int, Bits] = field(default_factory=dict)
    loss_of: Mapping[tuple[int, int], Bits] = field(default_factory=dict)

    @property
    def all(self) -> Bits:
        """Every case."""
        return (1 << self.size) - 1


@dataclass(frozen=True, slots=True)
class ChargeColumn:
    """A part of an edition and the cases in which it stands as a charge: by act, and with which points and features.

    `liable` are those in which the person is old enough, `too_young` those in which not; in the rest the age is not told.
    `assumed` are those in which the wording is not known to be that of the day.
    """

    address: Address
    edition: str
    category: str
    cases: Bits
    acts: tuple[Bits, ...]
    points: Mapping[str, Bits]
    features: Mapping[Address, Bits]
    liable: Bits
    too_young: Bits
    assumed: Bits


@dataclass(frozen=True, slots=True)
class Answers:
    """What the cases amount to; each mapping tells the cases in which it is so.

    `absorbed` and `open` are by what is absorbed and by what; `displaced` also by the place of the act; `hanging` by part
    and place of the act.
    """

    charges: tuple[ChargeColumn, ...]
    absorbed: Mapping[tuple[Address, Address], Bits]
    open: Mapping[tuple[Address, Address], Bits]
    displaced: Mapping[tuple[Address, Address, int], Bits]
    hanging: Mapping[tuple[Address, int], Bits]
