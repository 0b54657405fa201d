"""Runs the scenarios of a treaty through a national code: covered, covered only under further facts, or not covered.

Everything is found by the evaluator of cases; what an act lacks is searched in the formulas and then tried on the evaluator.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from saralau.acts import Address
from saralau.cases.charging import Charge
from saralau.cases.encoding import Encoding, encoding
from saralau.cases.formula import All, Either, Element
from saralau.cases.model import Case, Deed, Fact, Person
from saralau.cases.qualifying import qualify
from saralau.cases.vocabulary import terms
from saralau.cases.weighing import Rules, rules
from saralau.cases.wording import held_on
from saralau.offences import Offence
from saralau.packs import load
from saralau.treaties.lacking import Lack, Need, Needs, fulfilling, lacks
from saralau.treaties.model import Extension, GeneralDemand, Obligation, Permission, Scenario, Treaty

COVERED, ONLY_IF_PERMITTED, ONLY_IF, NOT_COVERED, OUTSIDE = (
    "covered",
    "only_if_permitted",
    "only_if",
    "not_covered",
    "outside",
)
STATUSES = (COVERED, ONLY_IF_PERMITTED, ONLY_IF, NOT_COVERED, OUTSIDE)


@dataclass(frozen=True, slots=True)
class Punishing:
    """A provision that punishes a scenario as it stands; whether its punishments have what the treaty wants among them."""

    address: Address
    edition: str
    points: tuple[str, ...]
    offence: Offence
    charge: Charge
    sanctions_meet: bool


@dataclass(frozen=True, slots=True)
class Condition:
    """A provision that would punish a scenario under further facts.

    `permitted` holds for each of them, in their order, the treaty's permission to demand it, None where there is none.
    """

    address: Address
    needs: tuple[Need, ...]
    permitted: tuple[Permission | None, ...]
    offence: Offence

    @property
    def allowed(self) -> bool:
        """Whether the treaty lets a state demand all of it."""
        return None not in self.permitted


@dataclass(frozen=True, slots=True)
class ScenarioCoverage:
    """What a code makes of a scenario. `attempt`, `aiding`, `preparation` are statuses, None where the treaty does not ask.

    `nearest` are provisions that speak of other conduct and would have to speak of this one too, with what else they lack.
    """

    scenario: Scenario
    status: str
    punishing: tuple[Punishing, ...]
    conditions: tuple[Condition, ...]
    nearest: tuple[Lack, ...]
    attempt: str | None
    aiding: str | None
    preparation: str | None


@dataclass(frozen=True, slots=True)
class GeneralCoverage:
    """What a code makes of a demand on all offences: in `met` of `of` scenarios it is fulfilled; both 0 where that is not
    counted. `years` are the shortest and the longest limitation period of the provisions found, where those are encoded."""

    demand: GeneralDemand
    met: int = 0
    of: int = 0
    years: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class ObligationCoverage:
    """An obligation, scenario by scenario."""

    obligation: Obligation
    scenarios: tuple[ScenarioCoverage, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """A treaty against a code on a day, obligation by obligation.

    `verified` tells whether the code was encoded from its text.
    """

    treaty: Treaty
    jurisdiction: str
    day: str
    edition: str
    verified: bool
    obligations: tuple[ObligationCoverage, ...]
    general: tuple[GeneralCoverage, ...]

    def counts(self) -> dict[str, int]:
        """Scenarios by status. Counts, not a grade."""
        told = [one.status for row in self.obligations for one in row.scenarios]
        return {status: told.count(status) for status in STATUSES}


def cover(treaty: Treaty, jurisdiction: str, on: str | None = None) -> Coverage:
    """Runs a treaty against a code as it stood on a day (ISO date), the newest text in hand unless given."""
    law, figures = encoding(jurisdiction), rules(jurisdiction)
    day = on or law.newest.as_of
    running = _Running(treaty, law, figures, day)
    rows = tuple(
        ObligationCoverage(one, tuple(running.scenario(s, one) for s in one.scenarios)) for one in treaty.obligations
    )
    edition = max(
        (one for one in law.wordings if one.as_of <= day), default=law.wordings[0], key=lambda one: one.as_of
    ).edition
    register = load(law.newest.register)
    verified = bool(register.get("verified", not register.get("typed", False)))
    general = tuple(_in_general(one, rows) for one in treaty.general)
    return Coverage(treaty, jurisdiction, day, edition, verified, rows, general)


def as_case(deeds: Sequence[Deed], jurisdiction: str, day: str) -> Case:
    """The acts of a scenario as a case: one adult, told in full, on a day."""
    dated = tuple(replace(deed, date=day) for deed in deeds)
    return Case("scenario", jurisdiction, (Person("somebody", 30),), dated, closed=True)


@dataclass(frozen=True, slots=True)
class _Running:
    treaty: Treaty
    law: Encoding
    rules: Rules
    day: str

    def scenario(self, scenario: Scenario, obligation: Obligation) -> ScenarioCoverage:
        case = as_case(scenario.deeds, self.law.jurisdiction, self.day)
        charges = self.charges(case)
        punishing = tuple(self.punishing(charge) for charge in charges)
        conditions = () if punishing else tuple(self.conditions(case, obligation))
        if punishing:
            status = COVERED
        elif not conditions and self.lies_outside(case):
            return ScenarioCoverage(scenario, OUTSIDE, (), (), (), None, None, None)
        elif any(one.allowed for one in conditions):
            status = ONLY_IF_PERMITTED
        else:
            status = ONLY_IF if conditions else NOT_COVERED
        base = case if punishing else self.with_needs(case, conditions[0].needs) if conditions else None
        return ScenarioCoverage(
            scenario,
            status,
            punishing,
            conditions,
            () if punishing or conditions else tuple(self.nearest(case)),
            self.extended(base, obligation.attempt, "stage", "attempt"),
            self.extended(base, obligation.aiding, "role", "accomplice"),
            self.extended(base, self.preparing(), "stage", "preparation"),
        )

    def preparing(self) -> Extension | None:
        demand = self.treaty.demand("preparation")
        return None if demand is None else Extension(demand.source, optional=demand.optional)

    def charges(self, case: Case) -> list[Charge]:
        """The charges for the act that must be punishable: those for the acts by which it was done are not for it."""
        (answer,) = qualify(case, self.day).answers
        return [charge for charge in answer.charges if case.deeds[-1].id in charge.deeds]

    def punishing(self, charge: Charge) -> Punishing:
        met = sanctions_meet(charge.offence, self.treaty)
        return Punishing(charge.address, charge.edition, charge.points, charge.offence, charge, met)

    def lies_outside(self, case: Case) -> bool:
        """Whether such acts are punished, if at all, by laws that are not encoded: by their object, as the pack tells."""
        outside = set(load(f"{self.law.jurisdiction}/jurisdiction").get("outside", ()))
        told = case.deeds[-1].facts.get("object", ())
        return any(not terms().wide[fact.term].isdisjoint(outside) for fact in told)

    def conditions(self, case: Case, obligation: Obligation) -> Iterator[Condition]:
        """Further facts that would do, tried on the evaluator; of several sets those that hold no other."""
        found: list[Condition] = []
        for lack in self.lacks(case):
            if any(set(one.needs) <= lack.needs for one in found) or _of_another_matter(lack.needs, case):
                continue
            charges = self.charges(self.with_needs(case, lack.needs))
            charge = next((one for one in charges if one.address.article == lack.address.article), None)
            if charge is None:
                continue
            found.append(
                Condition(lack.address, tuple(sorted(lack.needs)), _permitted(lack.needs, obligation), charge.offence)
            )
        plain = {one.address for one in found if all(need.facet != "means" for need in one.needs)}
        kept = [one for one in found if one.address not in plain or all(need.facet != "means" for need in one.needs)]
        return iter(sorted(kept, key=lambda one: (not one.allowed, len(one.needs), one.address.sort_key)))

    def lacks(self, case: Case, with_conduct: bool = False) -> list[Lack]:
        last = case.deeds[-1]
        found: list[Lack] = []
        for number, reach in self.law.reach.items():
            if not with_conduct and reach.isdisjoint(fact.term for fact in last.facts.get("conduct", ())):
                continue
            article = held_on(self.law, number, self.day).wording.articles.get(number)
            if article is not None:
                found += lacks(article, last, case, self.rules, with_conduct)
        return sorted(found, key=lambda lack: (len(lack.needs), lack.address.sort_key))

    def nearest(self, case: Case) -> Iterator[Lack]:
        """Provisions of which most is fulfilled but the conduct: the object at least is theirs."""
        told = {fact.term for fact in case.deeds[-1].facts.get("object", ())}
        done = {fact.term for fact in case.deeds[-1].facts.get("conduct", ())}
        for lack in self.lacks(case, with_conduct=True):
            facets = {need.facet for need in lack.needs}
            if (
                len(lack.needs) <= 2
                and "conduct" in facets
                and "object" not in facets
                and self.speaks_of(lack.address, told)
            ):
                yield lack._replace(together=not done.isdisjoint(self.named(lack.address, "conduct")))

    def named(self, address: Address, facet: str) -> set[str]:
        article = held_on(self.law, address.article, self.day).wording.articles[address.article]
        return {word for part in article.parts if part.number == address.part for word in _words(part.own, facet)}

    def speaks_of(self, address: Address, told: set[str]) -> bool:
        wide = {wider for term in told for wider in terms().wide[term]}
        return not wide.isdisjoint(self.named(address, "object"))

    def with_needs(self, case: Case, needs: Sequence[Need] | Needs) -> Case:
        last = fulfilling(case.deeds[-1], frozenset(needs), self.rules)
        return replace(case, deeds=(*case.deeds[:-1], *last))

    def extended(self, base: Case | None, extension: Extension | None, facet: str, term: str) -> str | None:
        """Whether attempt, or aiding, is punished where the act itself is, under its further facts if it needs some."""
        if extension is None:
            return None
        if base is None:
            return NOT_COVERED
        if facet == "stage":
            last = replace(base.deeds[-1], facts={**base.deeds[-1].facts, facet: (Fact(term),)})
            tried = replace(base, deeds=(*base.deeds[:-1], last))
        else:
            tried = replace(base, persons=(replace(base.persons[0], facts={facet: (Fact(term),)}),))
        return COVERED if self.charges(tried) else NOT_COVERED


def _in_general(demand: GeneralDemand, rows: Sequence[ObligationCoverage]) -> GeneralCoverage:
    scenarios = [one for row in rows for one in row.scenarios]
    if demand.kind == "sanctions" and demand.includes:
        punished = [one for one in scenarios if one.punishing]
        met = sum(any(provision.sanctions_meet for provision in one.punishing) for one in punished)
        return GeneralCoverage(demand, met, len(punished))
    if demand.kind == "limitation":
        offences = [by.offence for one in scenarios for by in one.punishing]
        offences += [by.offence for one in scenarios for by in one.conditions]
        years = sorted(one.limitation_years for one in offences if one.limitation_years is not None)
        return GeneralCoverage(demand, years=(years[0], years[-1]) if years else None)
    asked = {"aiding": "aiding", "attempt": "attempt", "preparation": "preparation"}.get(demand.kind)
    if asked is None:
        return GeneralCoverage(demand)
    told = [getattr(one, asked) for one in scenarios if one.punishing or one.conditions]
    return GeneralCoverage(demand, told.count(COVERED), sum(status is not None for status in told))


def _words(formula: object, facet: str) -> Iterator[str]:
    if isinstance(formula, Element) and formula.facet == facet:
        yield from formula.terms
    elif isinstance(formula, All | Either):
        for part in formula.parts:
            yield from _words(part, facet)


def sanctions_meet(offence: Offence, treaty: Treaty) -> bool:
    """Whether one of its punishments is of a kind that the treaty wants among them; what is suspended does not count."""
    demand = treaty.demand("sanctions")
    wanted = () if demand is None else demand.includes
    principal = [one for one in offence.sanction.principal if one.condition is None and one.suspended is None]
    return not wanted or not {one.kind.value for one in principal}.isdisjoint(wanted)


def permission_for(need: Need, obligation: Obligation) -> Permission | None:
    """The treaty's permission to demand a further fact, if it has one."""
    return next((one for one in obligation.may_require if _permits(one, need)), None)


def _permitted(needs: Needs, obligation: Obligation) -> tuple[Permission | None, ...]:
    return tuple(permission_for(need, obligation) for need in sorted(needs))


def _of_another_matter(needs: Needs, case: Case) -> bool:
    """Whether an offence is about content of which the scenario does not speak: that is another act."""
    told = {fact.term for fact in case.deeds[-1].facts.get("matter", ())}
    wide = terms().wide
    for need in needs:
        if need.facet == "matter" and all(told.isdisjoint(wide[term]) for term in need.terms):
            return True
        if need.facet == "object" and told:  # its content is told: a further object is content of another kind
            return True
    return False


def _permits(permission: Permission, need: Need) -> bool:
    """A state that asks for one of several things, or for something wider, asks for less than it may."""
    wide = terms().wide
    return any(not wide[term].isdisjoint(need.terms) for term in permission.facts.get(need.facet, ()))
