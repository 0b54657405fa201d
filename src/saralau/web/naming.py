"""Persons and acts of a case as a page calls them: by number, with their author's name where it tells something."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from saralau.cases import Case
from saralau.cases.model import Fact
from saralau.messages import say

_OF_OURS = re.compile(r"[a-z]\d{0,2}|act\d*|deed\d*|person\d*")  # what a form gives, or a letter: it tells a reader nothing

SOMEBODY_ELSE = "somebody_else"  # whose harm it is, as an answer to a question has it


def whose(of: str | None, code: str) -> str | None:
    """Whose harm something is, as people say it."""
    return say("web-somebody-else", code) if of == SOMEBODY_ELSE else of


def names_in(case: Case, code: str) -> dict[str, str]:
    """What each person and act is called in a language, by its id in the case."""
    numbered = [
        *(("web-person", "web-person-called", n, one.id) for n, one in enumerate(case.persons, 1)),
        *(("web-deed", "web-deed-called", n, one.id) for n, one in enumerate(case.deeds, 1)),
    ]
    return {
        id: say(plain, code, n=n) if _OF_OURS.fullmatch(id) else say(called, code, n=n, id=id)
        for plain, called, n, id in numbered
    }


def named(case: Case, names: Mapping[str, str], code: str) -> Case:
    """The case for reading, with names instead of ids. Only to be shown: the case itself keeps its ids."""
    deeds = tuple(
        replace(
            deed,
            id=names[deed.id],
            facts={facet: _told(facts, code) for facet, facts in deed.facts.items()},
            amounts=tuple(replace(one, of=whose(one.of, code)) for one in deed.amounts),
            by=tuple(names[one] for one in deed.by),
            means=tuple(names[one] for one in deed.means),
            roles={names[one]: role for one, role in deed.roles.items()},
            excess={names[one]: facets for one, facets in deed.excess.items()},
        )
        for deed in case.deeds
    )
    persons = tuple(replace(person, id=names[person.id]) for person in case.persons)
    titles = case.titles if code in case.titles else {**case.titles, code: say("web-case-untitled", code)}
    return replace(case, persons=persons, deeds=deeds, titles=titles)


def _told(facts: tuple[Fact, ...], code: str) -> tuple[Fact, ...]:
    return tuple(fact._replace(of=whose(fact.of, code)) for fact in facts)
