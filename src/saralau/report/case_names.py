"""Persons, acts and sufferers of a case as people call them: by number, an act also by what was done. Ids stay in files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from saralau.cases import Case, qualify
from saralau.cases.model import Deed, Fact
from saralau.cases.qualifying import Qualification
from saralau.cases.vocabulary import terms
from saralau.messages import say

SOMEBODY_ELSE = "somebody_else"  # whose harm it is, as an answer to a question has it


def for_reading(found: Qualification, code: str) -> Qualification:
    """The same qualification with names instead of ids. Only to be shown: the case itself keeps its ids."""
    return qualify(named(found.case, code), found.on)


def names_in(case: Case, code: str) -> dict[str, str]:
    """What each person and act is called in a language, by its id in the case."""
    persons = {one.id: say("web-person", code, n=n) for n, one in enumerate(case.persons, 1)}
    return persons | {one.id: _deed(one, n, code) for n, one in enumerate(case.deeds, 1)}


def sufferers_in(case: Case, code: str) -> dict[str, str]:
    """What those are called whose harm or sum is told, by the id that the case has for them."""
    people = {person.id for person in case.persons}
    told = [*(deed.facts for deed in case.deeds), *(person.facts for person in case.persons)]
    facts = (fact.of for one in told for some in one.values() for fact in some)
    every = dict.fromkeys((*facts, *(amount.of for deed in case.deeds for amount in deed.amounts)))
    outside = [one for one in every if one and one not in people and one != SOMEBODY_ELSE]
    alone = len(outside) == 1
    called = {one: say("case-sufferer" if alone else "case-sufferer-of", code, n=n) for n, one in enumerate(outside, 1)}
    ours = {id: name for id, name in names_in(case, code).items() if id in people}
    return {**called, **ours, SOMEBODY_ELSE: say("web-somebody-else", code)}


def named(case: Case, code: str) -> Case:
    """The case for reading, with names instead of ids: acts by number alone, since what was done stands with their facts."""
    persons_ = {one.id: say("web-person", code, n=n) for n, one in enumerate(case.persons, 1)}
    deeds_ = {one.id: say("web-deed", code, n=n) for n, one in enumerate(case.deeds, 1)}  # an act may have a person's id
    whose = sufferers_in(case, code)
    deeds = tuple(
        replace(
            deed,
            id=deeds_[deed.id],
            facts=_told(deed.facts, whose),
            amounts=tuple(replace(one, of=whose.get(one.of or "", one.of)) for one in deed.amounts),
            by=tuple(persons_[one] for one in deed.by),
            means=tuple(deeds_[one] for one in deed.means),
            roles={persons_[one]: role for one, role in deed.roles.items()},
            excess={persons_[one]: facets for one, facets in deed.excess.items()},
        )
        for deed in case.deeds
    )
    persons = tuple(replace(one, id=persons_[one.id], facts=_told(one.facts, whose)) for one in case.persons)
    title = case.titles.get(code) or next(iter(case.titles.values()), "") or say("web-case-untitled", code)
    return replace(case, persons=persons, deeds=deeds, titles={**case.titles, code: title})


def _told(facts: Mapping[str, tuple[Fact, ...]], whose: Mapping[str, str]) -> dict[str, tuple[Fact, ...]]:
    return {
        facet: tuple(fact._replace(of=whose.get(fact.of or "", fact.of)) for fact in told) for facet, told in facts.items()
    }


def _deed(deed: Deed, n: int, code: str) -> str:
    """An act by its number, with the first thing that was done, if any is told."""
    done = deed.facts.get("conduct", ())
    if not done:
        return say("web-deed", code, n=n)
    return say("web-deed-called", code, n=n, conduct=terms().label(done[0].term, code))
