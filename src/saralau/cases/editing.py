"""Changing a case step by step, as an interview or a form does: facts, persons, acts, days and sums."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import replace

from saralau.cases.model import Amount, Case, Deed, Fact, Person
from saralau.cases.vocabulary import terms
from saralau.messages import InputError

MOST = 30  # persons, and acts
_LARGEST = 10**15
Facts = Mapping[str, tuple[Fact, ...]]


def new_case(jurisdiction: str, day: str) -> Case:
    """A case of one person and one act of which nothing is known but the day."""
    return Case("case", jurisdiction, (Person("a"),), (Deed("act", day, ("a",), {}),), closed=False)


def with_person(case: Case) -> Case:
    """One person more, who did every act unless told otherwise."""
    if len(case.persons) >= MOST:
        raise InputError("case-too-many", most=MOST)
    id = _free("abcdefghijklmnopqrstuvwxyz", {person.id for person in case.persons} | {deed.id for deed in case.deeds})
    deeds = tuple(replace(deed, by=(*deed.by, id)) for deed in case.deeds)
    return replace(case, persons=(*case.persons, Person(id)), deeds=deeds)


def with_deed(case: Case) -> Case:
    """One act more, by everybody, on the day of the last."""
    if len(case.deeds) >= MOST:
        raise InputError("case-too-many", most=MOST)
    taken = {person.id for person in case.persons} | {deed.id for deed in case.deeds}
    id = next(f"act{n}" for n in range(2, 100) if f"act{n}" not in taken)
    deed = Deed(id, case.deeds[-1].date, tuple(person.id for person in case.persons), {})
    return replace(case, deeds=(*case.deeds, deed))


def without(case: Case, id: str) -> Case:
    """The case without a person or an act; the last of either stays."""
    deeds = tuple(deed for deed in case.deeds if deed.id != id) or case.deeds
    persons = tuple(person for person in case.persons if person.id != id) or case.persons
    left = {person.id for person in persons}
    kept = {deed.id for deed in deeds}
    deeds = tuple(
        replace(
            deed,
            by=tuple(one for one in deed.by if one in left) or tuple(sorted(left)),
            means=tuple(one for one in deed.means if one in kept),
            roles={one: role for one, role in deed.roles.items() if one in left},
            excess={one: facets for one, facets in deed.excess.items() if one in left},
        )
        for deed in deeds
    )
    return replace(case, persons=persons, deeds=deeds)


def told(case: Case, id: str, term: str) -> Case:
    """The case with a fact more of an act or a person; a facet of one answer gets this one. InputError if unknown."""
    vocabulary = terms()
    facet = vocabulary.facet_of.get(term)
    if facet is None:
        raise InputError("case-term-unknown", typed=term[:60])

    def more(facts: Facts) -> Facts:
        before = () if vocabulary.facets[facet] else facts.get(facet, ())
        return {**facts, facet: tuple(dict.fromkeys((*before, Fact(term))))}

    return _changed(case, id, more, facet)


def untold(case: Case, id: str, term: str) -> Case:
    """The case without a fact."""
    facet = terms().facet_of.get(term, "")

    def less(facts: Facts) -> Facts:
        left = tuple(fact for fact in facts.get(facet, ()) if fact.term != term)
        return {name: kept for name, kept in {**facts, facet: left}.items() if kept}

    return _changed(case, id, less, facet)


def dated(case: Case, id: str, day: str) -> Case:
    """The case with another day of an act (ISO)."""
    try:
        day = datetime.date.fromisoformat(day).isoformat()
    except ValueError:
        raise InputError("date-unreadable", typed=day[:40]) from None
    return replace(case, deeds=tuple(replace(deed, date=day) if deed.id == id else deed for deed in case.deeds))


def aged(case: Case, id: str, age: int | None) -> Case:
    """The case with the age of a person; None if it is not known."""
    if age is not None and not 0 <= age <= 130:
        raise InputError("case-age-range", typed=age)
    persons = tuple(replace(one, age=age, born=None) if one.id == id else one for one in case.persons)
    return replace(case, persons=persons)


def summed(case: Case, id: str, kind: str, value: int | None, currency: str) -> Case:
    """The case with a sum of an act (damage, income or value); None if it is not known."""
    if value is not None and not 0 <= value <= _LARGEST:
        raise InputError("case-sum-range", most=_LARGEST)

    def amounts(deed: Deed) -> tuple[Amount, ...]:
        others = tuple(one for one in deed.amounts if one.kind != kind)
        whose = next((one.of for one in deed.amounts if one.kind == kind), None)
        return others if value is None else (*others, Amount(kind, value, currency, whose))

    return replace(case, deeds=tuple(replace(d, amounts=amounts(d)) if d.id == id else d for d in case.deeds))


def _changed(case: Case, id: str, change: Callable[[Facts], Facts], facet: str) -> Case:
    persons = tuple(
        replace(one, facts=change(one.facts), unknown=one.unknown - {facet}) if one.id == id else one for one in case.persons
    )
    deeds = tuple(
        replace(one, facts=change(one.facts), unknown=one.unknown - {facet}) if one.id == id else one for one in case.deeds
    )
    return replace(case, persons=persons, deeds=deeds)


def _free(names: str, taken: set[str]) -> str:
    return next((name for name in names if name not in taken), f"p{len(taken)}")
