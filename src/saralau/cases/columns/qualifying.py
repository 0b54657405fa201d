"""From columns of facts to columns of charges: the same law as `saralau.qualify`, over all cases at once.

Beyond age and repetition it does not tell what the general part makes of a charge: for that a case is qualified singly.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from saralau.acts import Address
from saralau.cases.columns.absorbing import Charged, Met, Tests, absorbs, met_at, ranked
from saralau.cases.columns.charging import At, Judge, Law, PartOf, on_its_day
from saralau.cases.columns.model import Act, Answers, Bits, Cases, ChargeColumn
from saralau.cases.columns.program import CompiledPart, compiled
from saralau.cases.columns.retroacting import by_later_laws
from saralau.cases.columns.truth import Truths, truths
from saralau.cases.encoding import encoding
from saralau.cases.general import general_rules
from saralau.cases.vocabulary import terms
from saralau.cases.weighing import rules
from saralau.packs import of_packs

_REPEATED = "repeated"


def qualify_all(cases: Cases, on: str | None = None) -> Answers:
    """Qualifies every case by the law of its jurisdiction. `on` (ISO date) is the day of judgment for all of them.

    Linear in the number of cases; the work by case is a bit in some thousands of operations.
    """
    law = _law(cases.jurisdiction)
    judged = _judged(law, cases, on)
    repeated = _repeated(judged.charges, cases)
    if any(repeated):
        cases = replace(cases, acts=tuple(_as_repeated(cases, act, bits) for act, bits in enumerate(repeated)))
        judged = _judged(law, cases, on)
    displaced = _displace(judged.charges, law)
    return _answers(judged, displaced, cases, law)


class _Judged(NamedTuple):
    found: Truths
    charges: list[dict[At, Bits]]  # by act
    hanging: dict[tuple[Address, int], Bits]


def _judged(law: Law, cases: Cases, on: str | None) -> _Judged:
    found = truths(law.program, cases)
    charges: list[dict[At, Bits]] = []
    hanging: dict[tuple[Address, int], Bits] = {}
    for act in range(len(cases.acts)):
        judge = Judge(law, found, act, {})
        by_day, hangs = on_its_day(judge, cases)
        charges.append(by_later_laws(by_day, judge, cases, on))
        for what, bits in hangs.items():
            key = (what.part.address, act)
            hanging[key] = hanging.get(key, 0) | bits
    return _Judged(found, charges, hanging)


@of_packs
def _law(jurisdiction: str) -> Law:
    figures = rules(jurisdiction)
    return Law(encoding(jurisdiction), compiled(encoding(jurisdiction), figures), figures)


def _repeated(charges: list[dict[At, Bits]], cases: Cases) -> list[Bits]:
    """By act, where it falls under the same article and class as another, and the case does not tell how they belong."""
    if "repetition" not in general_rules(cases.jurisdiction).data:
        return [0] * len(charges)
    under: dict[tuple[str, int], list[Bits]] = {}
    for act, found in enumerate(charges):
        for at, bits in found.items():
            part = at.what.part
            under.setdefault((part.address.article, part.severity[0]), [0] * len(charges))[act] |= bits
    repeated = [0] * len(charges)
    for acts in under.values():
        once = twice = 0
        for bits in acts:
            twice |= once & bits
            once |= bits
        for act, bits in enumerate(acts):
            repeated[act] |= bits & twice
    return [bits & cases.closed & ~_told(cases, act) for act, bits in enumerate(repeated)]


def _told(cases: Cases, act: int) -> Bits:
    """Where the case tells of an act whether it is repeated, or that this is not known."""
    one, facet_of = cases.acts[act], terms().facet_of
    found = one.unknown.get("repetition", 0)
    for term, bits in one.told.items():
        if facet_of[term] == "repetition":
            found |= bits
    return found


def _as_repeated(cases: Cases, act: int, bits: Bits) -> Act:
    one = cases.acts[act]
    return replace(one, told={**one.told, _REPEATED: one.told.get(_REPEATED, 0) | bits})


def _displace(charges: list[dict[At, Bits]], law: Law) -> dict[tuple[Address, Address, int], Bits]:
    """Takes out what stands beside a special norm at the same act, and tells it."""
    found: dict[tuple[Address, Address, int], Bits] = {}
    for act, held in enumerate(charges):
        gone: dict[At, Bits] = {}
        for at, bits in held.items():
            special = law.encoding.edition(at.what.edition).articles[at.what.part.address.article].special_of
            for other, there in held.items() if special else ():
                if other.what.part.address.article in special and (both := bits & there):
                    key = (other.what.part.address, at.what.part.address, act)
                    found[key] = found.get(key, 0) | both
                    gone[other] = gone.get(other, 0) | both
        for other, bits in gone.items():
            held[other] &= ~bits
    return found


def _answers(judged: _Judged, displaced: Mapping[tuple[Address, Address, int], Bits], cases: Cases, law: Law) -> Answers:
    charges, found = judged.charges, judged.found
    joined: dict[PartOf, list[Bits]] = {}
    for act, held in enumerate(charges):
        for at, bits in held.items():
            if bits:
                joined.setdefault(at.what, [0] * len(charges))[act] |= bits
    charged = [Charged(what, tuple(acts), _met(what, acts, found, law)) for what, acts in joined.items()]
    absorbed, opened, gone = _absorbed(charged, cases, law)
    columns = [_column(one, one.cases & ~gone.get(one.what, 0), found, cases, law) for one in charged]
    return Answers(tuple(one for one in columns if one.cases), absorbed, opened, displaced, judged.hanging)


def _met(what: PartOf, acts: list[Bits], found: Truths, law: Law) -> dict[Met, Bits]:
    parts = law.program.articles[what.part.address.article, what.edition]
    met: dict[Met, Bits] = {}
    for act, bits in enumerate(acts):
        if bits:
            for one, where in met_at(parts, found, act, bits).items():
                met[one] = met.get(one, 0) | where
    return met


def _absorbed(
    charged: list[Charged], cases: Cases, law: Law
) -> tuple[dict[tuple[Address, Address], Bits], dict[tuple[Address, Address], Bits], dict[PartOf, Bits]]:
    """What absorbs what, and what may; with the cases in which a charge is gone."""
    losses = frozenset(row["consequence"] for row in law.rules.data["harm_that_is_loss"])
    order = list(ranked(charged, law.places))
    absorbed: dict[tuple[Address, Address], Bits] = {}
    opened: dict[tuple[Address, Address], Bits] = {}
    gone: dict[PartOf, Bits] = {}
    tests: dict[int, Tests | None] = {}
    for b in charged:
        tests.clear()
        hits: list[tuple[Charged, Bits, Tests]] = []
        for a, first in order:
            if a.what.part.severity <= b.what.part.severity:
                break
            if id(a) not in tests:
                tests[id(a)] = absorbs(a, b, cases, law.program, losses)
            one = tests[id(a)]
            if one is not None:
                hits.append((a, first & ~_too_young(a, cases), one))
        left = b.cases
        for kind, into in (("yes", absorbed), ("unknown", opened), ("disputed", opened)):
            for a, where, one in hits:
                if here := left & where & getattr(one, kind):
                    left &= ~here
                    key = (b.what.part.address, a.what.part.address)
                    into[key] = into.get(key, 0) | here
                    if kind == "yes":
                        gone[b.what] = gone.get(b.what, 0) | here
    return absorbed, opened, gone


def _too_young(one: Charged, cases: Cases) -> Bits:
    found = 0
    for age, bits in cases.ages.items():
        if age < one.what.part.age:
            found |= bits
    return found


def _column(one: Charged, standing: Bits, found: Truths, cases: Cases, law: Law) -> ChargeColumn:
    part = one.what.part
    acts = tuple(bits & standing for bits in one.acts)
    young = _too_young(one, cases) & standing
    aged = 0
    for bits in cases.ages.values():
        aged |= bits
    points = _points(part, acts, found)
    features: dict[Address, Bits] = {}
    for other in law.program.articles[part.address.article, one.what.edition]:
        if other is not part and other.extends:
            features |= _features(other, acts, found)
    return ChargeColumn(part.address, one.what.edition, standing, acts, points, features, standing & aged & ~young, young)


def _points(part: CompiledPart, acts: tuple[Bits, ...], found: Truths) -> dict[str, Bits]:
    points = dict.fromkeys(part.points, 0)
    for act, bits in enumerate(acts):
        for number, node in part.points.items() if bits else ():
            points[number] |= bits & found.of(node, act).yes
    return {number: bits for number, bits in points.items() if bits}


def _features(part: CompiledPart, acts: tuple[Bits, ...], found: Truths) -> dict[Address, Bits]:
    """The fulfilled points of a milder part of the article, or the part itself where it has none."""
    within = tuple(bits & found.of(part.root, act).yes for act, bits in enumerate(acts))
    if part.points:
        told = _points(part, within, found)
        return {Address(part.address.article, part.address.part, number): bits for number, bits in told.items()}
    cases = 0
    for bits in within:
        cases |= bits
    return {part.address: cases} if cases else {}
