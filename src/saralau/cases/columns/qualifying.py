"""From columns of facts to columns of charges: the same law as `saralau.qualify`, over all cases at once.

Beyond age and repetition it does not tell what the general part makes of a charge: for that a case is qualified singly.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from saralau.acts import Address
from saralau.cases.columns.absorbing import Group, Meetings, Tests, grouped
from saralau.cases.columns.charging import At, Judge, Law, PartOf, on_its_day
from saralau.cases.columns.model import Act, Answers, Bits, Cases, ChargeColumn
from saralau.cases.columns.program import CompiledPart, compiled
from saralau.cases.columns.retroacting import by_later_laws
from saralau.cases.columns.truth import Truths, truths, truths_again
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
    judged = _judged(law, cases, truths(law.program, cases), on)
    repeated = _repeated(judged.charges, cases)
    if any(repeated):
        cases = replace(cases, acts=tuple(_as_repeated(cases, act, bits) for act, bits in enumerate(repeated)))
        judged = _judged(law, cases, truths_again(law.program, cases, "repetition", judged.found), on)
    displaced = _displace(judged.charges, law)
    return _answers(judged, displaced, cases, law)


class _Judged(NamedTuple):
    found: Truths
    charges: list[dict[At, Bits]]  # by act
    hanging: dict[tuple[Address, int], Bits]


def _judged(law: Law, cases: Cases, found: Truths, on: str | None) -> _Judged:
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
    absorbed, opened, gone = _absorbed(grouped(joined, found, law.program), cases, law)
    columns = [_column(what, acts, gone.get(what, 0), found, cases, law) for what, acts in joined.items()]
    return Answers(tuple(one for one in columns if one.cases), absorbed, opened, displaced, judged.hanging)


_Pairs = dict[tuple[Address, Address], Bits]


def _absorbed(groups: list[Group], cases: Cases, law: Law) -> tuple[_Pairs, _Pairs, dict[PartOf, Bits]]:
    """What absorbs what, and what may; with the cases in which a charge is gone."""
    meetings = Meetings(cases, law.program, frozenset(row["consequence"] for row in law.rules.data["harm_that_is_loss"]))
    absorbed: _Pairs = {}
    opened: _Pairs = {}
    gone: dict[PartOf, Bits] = {}
    for b, hits in meetings.over(groups):
        ranked = _ranked(hits, cases, law)
        left = b.cases
        for kind, into in (("yes", absorbed), ("unknown", opened), ("disputed", opened)):
            for a, bits, tests in ranked:
                here = left & bits & getattr(tests, kind)
                left &= ~here
                for part, there in b.parts.items() if here else ():
                    if both := here & there:
                        key = (part.address, a.address)
                        into[key] = into.get(key, 0) | both
                        if kind == "yes":
                            what = PartOf(b.edition, part)
                            gone[what] = gone.get(what, 0) | both
    return absorbed, opened, gone


def _ranked(hits: list[tuple[Group, Tests]], cases: Cases, law: Law) -> list[tuple[CompiledPart, Bits, Tests]]:
    """What may absorb, the gravest part first, of equal ones the first by act and article; not where one is too young."""
    rows = [(a, part, bits & ~_too_young(part, cases), found) for a, found in hits for part, bits in a.parts.items()]
    rows.sort(key=lambda row: (row[0].acts[0], law.places[row[0].article]))
    rows.sort(key=lambda row: row[1].severity, reverse=True)
    return [row[1:] for row in rows]


def _too_young(part: CompiledPart, cases: Cases) -> Bits:
    found = 0
    for age, bits in cases.ages.items():
        if age < part.age:
            found |= bits
    return found


def _column(what: PartOf, charged: list[Bits], gone: Bits, found: Truths, cases: Cases, law: Law) -> ChargeColumn:
    part = what.part
    acts = tuple(bits & ~gone for bits in charged)
    standing = aged = 0
    for bits in acts:
        standing |= bits
    for bits in cases.ages.values():
        aged |= bits
    young = _too_young(part, cases) & standing
    features: dict[Address, Bits] = {}
    for other in law.program.articles[part.address.article, what.edition]:
        if other is not part and other.extends:
            features |= _features(other, acts, found)
    points = _points(part, acts, found)
    assumed = 0
    for act, bits in enumerate(acts):
        assumed |= bits & law.assumed(part.address.article, cases.acts[act].days)
    category, liable = part.offence.category.value, standing & aged & ~young
    return ChargeColumn(part.address, what.edition, category, standing, acts, points, features, liable, young, assumed)


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
