"""The rules of a general part over one charge of one person: liability, complicity, circumstances, release. Rules are data.

Each rule is a formula over what is told of the acts, of the person, and what rules before it have found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from saralau.acts import Address
from saralau.cases.charging import Charge
from saralau.cases.formula import All, Element, Finding, Formula, Truth, judge, read_formula
from saralau.cases.model import Case, Deed, Fact, Person
from saralau.cases.vocabulary import Terms, terms
from saralau.packs import load, names, of_packs

_WEIGHTS = {"mitigates": "mitigated", "aggravates": "aggravated"}
_RULED = ("weight", "relapse", "lenience")  # facets that rules find


@dataclass(frozen=True, slots=True)
class GeneralRule:
    """A rule: its formula, its effect, its source, and as `data` what the effect needs and its name in three languages."""

    id: str
    effect: str
    formula: Formula
    source: str
    data: Mapping[str, Any]
    needs: tuple[Element, ...]  # elements without which it does not apply
    personal: frozenset[str]  # facets of a person among them that have no usual answer


@dataclass(frozen=True, slots=True)
class GeneralRules:
    """The rules of one jurisdiction, in the order in which they are judged; none where no pack has any."""

    rules: tuple[GeneralRule, ...]
    data: Mapping[str, Any]
    lists: Mapping[str, tuple[Address, ...]]
    conditional: frozenset[Address]  # members of a list only under a condition, which is not looked into
    listed: dict[object, tuple[tuple[Fact, ...], bool]] = field(default_factory=dict, compare=False)  # what is known already


class Applied(NamedTuple):
    """A rule that applies to a charge, or of which that is not known: `open` is what it hangs on.

    `doubled` tells that an aggravating circumstance is an element of the offence and does not count twice.
    """

    rule: GeneralRule
    truth: Truth
    open: tuple[Finding, ...] = ()
    doubled: bool = False
    met: tuple[Finding, ...] = ()


@of_packs
def general_rules(jurisdiction: str) -> GeneralRules:
    """The rules of a jurisdiction's general part."""
    name, part = f"{jurisdiction}/general-rules", f"{jurisdiction}/general-part"
    known = names(f"{jurisdiction}/")
    if name not in known:
        return GeneralRules((), {}, {}, frozenset())
    pack = load(name)
    closed = load(part)["lists"] if part in known else {}
    lists = {code: row["provisions"] for code, row in closed.items()} | pack.get("lists", {})
    conditional = {at for row in closed.values() for part in row.get("conditional", ()) for at in part["provisions"]}
    return GeneralRules(
        tuple(_rule(row, name) for row in pack["rules"]),
        pack,
        {code: tuple(map(Address.read, provisions)) for code, provisions in lists.items()},
        frozenset(map(Address.read, conditional)),
    )


def _rule(row: Mapping[str, Any], name: str) -> GeneralRule:
    formula = read_formula(row["if"], terms(), f"{name} {row['id']}")
    parts = formula.parts if isinstance(formula, All) else (formula,)
    needs = tuple(part for part in parts if isinstance(part, Element))
    vocabulary = terms()
    facets = {element.facet for element in needs if element.facet not in vocabulary.untold}
    personal = frozenset(facet for facet in facets if vocabulary.asked_of[facet] == "person")
    return GeneralRule(row["id"], row["effect"], formula, row["source"], row, needs, personal)


def apply_rules(charge: Charge, person: Person, case: Case, rules: GeneralRules) -> tuple[Applied, ...]:
    """Every rule that applies to a charge, and every one that a told fact raises and that hangs on another."""
    facts = _facts(charge, person, case, rules)
    return tuple(_judged(charge, facts, case, rules))


def _judged(charge: Charge, facts: Deed, case: Case, rules: GeneralRules) -> Iterator[Applied]:
    vocabulary = terms()
    reached: list[Truth] = []
    for rule in rules.rules:
        if any(_absent(element, facts, case, vocabulary) for element in rule.needs):
            continue
        if rule.personal and rule.personal.isdisjoint(facts.facts):  # of a person of whom nothing of the kind is told
            found = rule.data.get("finds") or _WEIGHTS.get(rule.effect)
            facts = facts if found is None else _finding(facts, vocabulary.facet_of[found], found, None)
            continue
        verdict = judge(rule.formula, facts, case, vocabulary, lambda _size, _deed: None)
        truth = verdict.truth
        if rule.effect == "reaches":
            reached.append(truth)
        if rule.effect == "beyond" and truth:
            if True in reached:
                continue
            truth = None if None in reached else True
        if truth is False:
            continue
        doubled = rule.effect == "aggravates" and bool(truth) and _is_element(verdict.met, charge)
        found = "aggravated_by_element" if doubled else rule.data.get("finds") or _WEIGHTS.get(rule.effect)
        if found is not None:
            facts = _finding(facts, vocabulary.facet_of[found], found, truth)
        if truth or any(vocabulary.asked_of[one.facet] == "person" or one.facet in _RULED for one in verdict.met):
            yield Applied(rule, truth, verdict.open, doubled, verdict.met)


def _absent(element: Element, facts: Deed, case: Case, vocabulary: Terms) -> bool:
    """Whether an element surely fails, told without judging the whole rule: most rules speak of what no case tells."""
    facet = element.facet
    if facet in facts.unknown:
        return False
    told = facts.facts.get(facet)
    if told:
        found = vocabulary.asked_of[facet] == "found"
        return found and all(vocabulary.wide[fact.term].isdisjoint(element.terms) for fact in told)
    usual = vocabulary.untold.get(facet)
    if usual is not None:
        return vocabulary.wide[usual].isdisjoint(element.terms)
    return case.closed or facet in facts.complete


def _finding(facts: Deed, facet: str, term: str, truth: Truth) -> Deed:
    """The facts with what a rule has found, or with the facet unknown where it hangs on something."""
    if truth:
        return replace(facts, facts={**facts.facts, facet: (*facts.facts.get(facet, ()), Fact(term))})
    return facts if facet in facts.unknown else replace(facts, unknown=facts.unknown | {facet})


def _is_element(met: Sequence[Finding], charge: Charge) -> bool:
    """Whether a circumstance is among the fulfilled elements of the offence, so that it may not count twice."""
    return any(one.facet == other.facet and set(one.facts) & set(other.facts) for one in met for other in charge.met)


def _facts(charge: Charge, person: Person, case: Case, rules: GeneralRules) -> Deed:
    """Everything told of the acts of a charge and of the person, with category, list, role and maturity, as one act."""
    deeds = [case.deed(id) for id in charge.deeds]
    told: dict[str, tuple[Fact, ...]] = {}
    for one in (*(deed.as_meant_by(person.id).facts for deed in deeds), person.facts):
        for facet, answers in one.items():
            told[facet] = tuple(dict.fromkeys((*told.get(facet, ()), *answers)))
    roles = {deed.roles[person.id] for deed in deeds if person.id in deed.roles}
    if roles:
        told["role"] = tuple(Fact(role) for role in sorted(roles))
    told["category"] = (Fact(f"category_{charge.offence.category.value}"),)
    listed, conditional = _listed(charge, rules)
    if listed:
        told["listed"] = listed
    unknown = set(person.unknown).union(*(deed.unknown for deed in deeds))
    if conditional:
        unknown.add("listed")
    ages = [person.age_on(deed.date) for deed in deeds]
    if None in ages:
        unknown.add("maturity")
    else:
        youngest = min(age for age in ages if age is not None)
        under = rules.data["minority"]["under"] if rules.data else 0
        told["maturity"] = (Fact("under_age" if youngest < under else "of_age"),)
    day = max(deed.date for deed in deeds)
    complete = set(person.complete).union(*(deed.complete for deed in deeds))
    together = "+".join(charge.deeds)
    return Deed(together, day, (person.id,), told, unknown=frozenset(unknown), complete=frozenset(complete))


def _listed(charge: Charge, rules: GeneralRules) -> tuple[tuple[Fact, ...], bool]:
    """The lists in which a charge, or one of its points, stands; whether it stands in one only under a condition."""
    at = charge.address
    key = (at, charge.points, charge.features, charge.offence.chapter)
    if key not in rules.listed:
        reached = [at, *(Address(at.article, at.part, point) for point in charge.points), *charge.features]
        found = [code for code, provisions in rules.lists.items() if _among(reached, provisions)]
        if charge.offence.chapter in rules.data.get("economic_chapters", ()):
            found.append("economic")
        rules.listed[key] = tuple(map(Fact, found)), _among(reached, rules.conditional)
    return rules.listed[key]


def _among(reached: Sequence[Address], provisions: Iterable[Address]) -> bool:
    return any(listed.holds(one) for listed in provisions for one in reached)
