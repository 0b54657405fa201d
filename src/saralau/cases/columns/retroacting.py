"""Later laws that are milder, or no longer punish, over all cases: what a charge becomes in which of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from saralau.cases.columns.charging import At, Judge, PartOf
from saralau.cases.columns.model import Bits, Cases
from saralau.cases.columns.program import CompiledPart
from saralau.cases.comparing import Outcome


class _Milder(NamedTuple):
    """What a milder law makes of a charge, None for nothing, and where."""

    becomes: PartOf | None
    cases: Bits

    @property
    def severity(self) -> tuple[int, ...]:
        return self.becomes.part.severity if self.becomes is not None else ()


def by_later_laws(charges: Mapping[At, Bits], judge: Judge, cases: Cases, on: str | None) -> dict[At, Bits]:
    """The charges of one act after the mildest later law; laws in force by `on` are looked at, all in hand if it is None."""
    before: dict[str, Bits] = {}
    for at, bits in charges.items():
        before[at.article] = before.get(at.article, 0) | bits
    found: dict[At, Bits] = {}
    for at, bits in charges.items():
        options = list(_options(at, bits, before, judge, cases, on))
        left = bits
        for option in sorted(options, key=lambda option: option.severity):  # stable: of equals the earlier law
            here = option.cases & left
            left &= ~here
            if here and option.becomes is not None:
                moved = At(at.article, option.becomes)
                found[moved] = found.get(moved, 0) | here
        if left:
            found[at] = found.get(at, 0) | left
    return found


def _options(
    at: At, bits: Bits, before: Mapping[str, Bits], judge: Judge, cases: Cases, on: str | None
) -> Iterator[_Milder]:
    law = judge.law.encoding
    for wording in law.wordings:
        if (on is None or wording.as_of <= on) and (at.article, at.what.edition, wording.edition) in law.changed:
            later = bits & _done_before(cases.acts[judge.act].days, wording.as_of)
            if later:
                yield from _under(at, later, wording.edition, tuple(wording.articles), before, judge)


def _done_before(days: Mapping[str, Bits], day: str) -> Bits:
    found = 0
    for one, bits in days.items():
        if one < day:
            found |= bits
    return found


def _under(
    at: At, bits: Bits, edition: str, articles: tuple[str, ...], before: Mapping[str, Bits], judge: Judge
) -> Iterator[_Milder]:
    """What the act is under a later edition: the same article, else one under which it did not fall, else nothing."""
    same = judge(at.article, edition)
    yield from _milder(at, same.charged, bits, edition, judge)
    left = bits & ~same.any
    for number in articles:
        if not left:
            return
        other = judge(number, edition)
        free = left & ~before.get(number, 0)
        yield from _milder(at, other.charged, free, edition, judge)
        left &= ~(free & other.any)
    for _, hangs in same.hanging:  # whether it is punished is not known
        left &= ~hangs
    if left:
        yield _Milder(None, left)


def _milder(
    at: At, charged: tuple[tuple[CompiledPart, Bits], ...], bits: Bits, edition: str, judge: Judge
) -> Iterator[_Milder]:
    for part, where in charged:
        if (here := bits & where) and judge.law.outcome(at.what.part, part) is Outcome.MILDER:
            yield _Milder(PartOf(edition, part), here)
