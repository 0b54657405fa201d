"""Which part of each article an act fulfils in which cases, and which graver ones hang, by the wording of its day."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from saralau.cases.columns.model import Bits, Cases
from saralau.cases.columns.program import CompiledPart, Program
from saralau.cases.columns.truth import Truths
from saralau.cases.comparing import Outcome, compared, outcome
from saralau.cases.encoding import Encoding
from saralau.cases.weighing import Rules
from saralau.cases.wording import Held, held_on


class PartOf(NamedTuple):
    """A part of an edition."""

    edition: str
    part: CompiledPart


@dataclass(frozen=True)
class Law:
    """An encoding with its program; outcomes of comparisons are known once made."""

    encoding: Encoding
    program: Program
    rules: Rules
    known: dict[tuple[int, int], Outcome] = field(default_factory=dict)
    days: dict[tuple[str, str], Held] = field(default_factory=dict)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The articles in their order."""
        return {number: at for at, number in enumerate(self.encoding.reach)}

    def held(self, number: str, day: str) -> Held:
        """The wording of an article that is taken for a day."""
        key = (number, day)
        if key not in self.days:
            self.days[key] = held_on(self.encoding, number, day)
        return self.days[key]

    def assumed(self, number: str, days: Mapping[str, Bits]) -> Bits:
        """The cases in which the wording of an article is not known to be that of the day."""
        found = 0
        for day, bits in days.items():
            if self.held(number, day).assumed:
                found |= bits
        return found

    def outcome(self, earlier: CompiledPart, later: CompiledPart) -> Outcome:
        """What the threat of a later part is to that of an earlier one."""
        key = (id(earlier), id(later))
        if key not in self.known:
            self.known[key] = outcome(compared(earlier.offence, later.offence, self.rules))
        return self.known[key]


class Judged(NamedTuple):
    """An article in one edition at one act: the gravest fulfilled part of each case; the graver parts that hang."""

    charged: tuple[tuple[CompiledPart, Bits], ...]
    hanging: tuple[tuple[CompiledPart, Bits], ...]
    any: Bits


class At(NamedTuple):
    """A charge at one act: the article by which it was found and the part that applies. A later law can move it."""

    article: str
    what: PartOf


class Judge(NamedTuple):
    """One act of every case under any article of any edition; what is judged once is known."""

    law: Law
    found: Truths
    act: int
    known: dict[tuple[str, str], Judged]

    def __call__(self, number: str, edition: str) -> Judged:
        """The article in that edition, whichever wording held on the day."""
        key = (number, edition)
        if key not in self.known:
            self.known[key] = _judge(self.law.program.articles.get(key, ()), self.found, self.act)
        return self.known[key]


def turning_days(law: Encoding) -> tuple[str, ...]:
    """Every day from which the wording of some article can be another; a day stands for all up to the next."""
    days = {wording.as_of for wording in law.wordings}
    days.add((datetime.date.fromisoformat(law.until) + datetime.timedelta(days=1)).isoformat())
    changes = (change for wording in law.wordings for number in law.reach for change in wording.changes.get(number, ()))
    return tuple(sorted(days.union(change.not_before for change in changes)))


def on_its_day(judge: Judge, cases: Cases) -> tuple[dict[At, Bits], dict[PartOf, Bits]]:
    """What an act is charged as by the wording of its day, and what hangs."""
    charges: dict[At, Bits] = {}
    hanging: dict[PartOf, Bits] = {}
    days = cases.acts[judge.act].days
    for number in judge.law.encoding.reach:
        for edition, bits in _held(judge.law, number, days).items():
            one = judge(number, edition)
            charges |= {At(number, PartOf(edition, part)): b for part, where in one.charged if (b := where & bits)}
            hanging |= {PartOf(edition, part): b for part, where in one.hanging if (b := where & bits)}
    return charges, hanging


def _held(law: Law, number: str, days: Mapping[str, Bits]) -> Mapping[str, Bits]:
    """By edition, the cases in which its wording of an article is taken for the day of the act."""
    found: dict[str, Bits] = {}
    for day, bits in days.items():
        edition = law.held(number, day).wording.edition
        found[edition] = found.get(edition, 0) | bits
    return found


def _judge(parts: tuple[CompiledPart, ...], found: Truths, act: int) -> Judged:
    """At most one charge by case, the gravest part; and what hangs and is graver still."""
    charged: list[tuple[CompiledPart, Bits]] = []
    taken = 0
    for part in sorted(parts, key=lambda part: part.severity, reverse=True):  # stable: of equals the first
        if here := found.of(part.root, act).yes & ~taken:
            charged.append((part, here))
            taken |= here
    hanging: list[tuple[CompiledPart, Bits]] = []
    for part in parts:
        truth = found.of(part.root, act)
        here = (truth.met | truth.open) & ~truth.yes & ~truth.no
        for other, bits in charged:
            if other.severity >= part.severity:
                here &= ~bits
        if here:
            hanging.append((part, here))
    return Judged(tuple(charged), tuple(hanging), taken)
