"""The next question of an interview: the fact on which most of what is still open hangs, the graver parts counting more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from saralau.acts import Address
from saralau.cases.formula import Finding
from saralau.cases.model import Amount, Case, Deed, Fact, Person
from saralau.cases.qualifying import Answer, Qualification
from saralau.cases.vocabulary import terms as vocabulary


@dataclass(frozen=True, slots=True)
class Question:
    """A question: of which act or person, which facet, the terms that would matter, and the provisions that hang on it.

    `whose` tells that the fact itself is told and the question is whose it is: of `sufferers`, or of somebody else.
    """

    of: str
    facet: str
    terms: tuple[str, ...]
    provisions: tuple[Address, ...]
    whose: bool = False
    sufferers: tuple[str, ...] = ()


def next_question(found: Qualification, skipped: frozenset[tuple[str, str]] = frozenset()) -> Question | None:
    """The question to ask next; None where nothing is open but what was skipped, as pairs of id and facet."""
    asked: dict[tuple[str, str], list[tuple[Finding, Address, int]]] = {}
    for answer in found.answers:
        for at, weight, findings in _open(answer, found):
            for finding in findings:
                asked.setdefault((finding.deed, finding.facet), []).append((finding, at, weight))
    left = {key: rows for key, rows in asked.items() if key not in skipped}
    if not left:
        return None
    key = max(left, key=lambda key: sum(weight for _, _, weight in left[key]))
    rows = left[key]
    terms = dict.fromkeys(term for finding, _, _ in rows for term in finding.terms)
    whose = any(fact.term in finding.terms and fact.of is None for finding, _, _ in rows for fact in finding.facts)
    sufferers = tuple(dict.fromkeys(_sufferers(found.case))) if whose else ()
    provisions = tuple(dict.fromkeys(at for _, at, _ in rows))
    return Question(*key, tuple(terms), provisions, whose, sufferers)


def _sufferers(case: Case) -> Iterator[str]:
    """Everybody of whom the case says that something is theirs."""
    for deed in case.deeds:
        yield from (fact.of for told in deed.facts.values() for fact in told if fact.of is not None)
        yield from (amount.of for amount in deed.amounts if amount.of is not None)


def _open(answer: Answer, found: Qualification) -> Iterator[tuple[Address, int, tuple[Finding, ...]]]:
    """What hangs, with how much it weighs: one for each that hangs, one more for what would absorb or excuse a charge."""
    for hanging in answer.hanging:
        yield hanging.address, 1, hanging.open
    for test in answer.open:
        if not test.linked:
            yield test.what, 2, test.uncovered
    ids = {person.id for person in found.case.persons} | {deed.id for deed in found.case.deeds}
    for charge, told in zip(answer.charges, answer.sentences, strict=True):
        for one in told.applied:
            if one.truth is None:
                whose = [_whose(finding, answer.person, charge.deeds, ids) for finding in one.open]
                named = [
                    finding._replace(deed=id)
                    for finding, id in zip(one.open, whose, strict=True)
                    if vocabulary().asked_of.get(finding.facet) != "found"  # that is for rules to find, not to ask
                ]
                yield charge.address, 1, tuple(named)


def _whose(finding: Finding, person: Person, deeds: tuple[str, ...], ids: set[str]) -> str:
    """A finding of the general part is of several acts together: it is asked of the first, or of the person."""
    if vocabulary().asked_of.get(finding.facet) == "person":
        return person.id
    return finding.deed if finding.deed in ids else deeds[0]


def answered(case: Case, question: Question, terms: Iterable[str], amount: Amount | None = None) -> Case:
    """The case with an answer: terms, or a sum; neither tells that nothing of it is so."""
    told = tuple(Fact(term) for term in terms)
    if question.of in {deed.id for deed in case.deeds}:
        deeds = tuple(_told(deed, question.facet, told, amount) if deed.id == question.of else deed for deed in case.deeds)
        return replace(case, deeds=deeds)
    persons = tuple(
        replace(
            person,
            facts={**person.facts, question.facet: (*person.facts.get(question.facet, ()), *told)} if told else person.facts,
            unknown=person.unknown - {question.facet},
            complete=person.complete | {question.facet},
        )
        if person.id == question.of
        else person
        for person in case.persons
    )
    return replace(case, persons=persons)


def answered_whose(case: Case, question: Question, sufferer: str) -> Case:
    """The case with the answer whose harm it is."""
    deeds = tuple(
        replace(deed, facts={**deed.facts, question.facet: tuple(_of(fact, question, sufferer) for fact in told)})
        if deed.id == question.of and (told := deed.facts.get(question.facet))
        else deed
        for deed in case.deeds
    )
    return replace(case, deeds=deeds)


def _of(fact: Fact, question: Question, sufferer: str) -> Fact:
    return fact._replace(of=sufferer) if fact.of is None and fact.term in question.terms else fact


def _told(deed: Deed, facet: str, told: tuple[Fact, ...], amount: Amount | None) -> Deed:
    if facet == "means":
        return replace(deed, unknown=deed.unknown - {facet}, complete=deed.complete | {facet})
    amounts = (*deed.amounts, amount) if amount is not None else deed.amounts
    before = tuple(fact for fact in deed.facts.get(facet, ()) if fact.term not in {one.term for one in told})
    facts = {**deed.facts, facet: (*before, *told)} if told else deed.facts
    return replace(deed, facts=facts, amounts=amounts, unknown=deed.unknown - {facet}, complete=deed.complete | {facet})
