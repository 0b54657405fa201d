"""The nouns of a case: persons, acts and their facts, amounts; and what is known of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple


class Fact(NamedTuple):
    """One answer to one question: a term of the vocabulary; `of` tells whose harm a consequence is, None if untold."""

    term: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum in the currency of the jurisdiction; `kind` is damage, income or value; `of` who suffers it, None if untold."""

    kind: str
    value: int
    currency: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """One act of a case, done by persons on a day.

    `facts` are the terms told, by facet; `means` the ids of acts by which this one was done; `unknown` the facets (or
    "amount", "means") of which the case says that they are not known. `complete` are those that are
    told in full: what they do not name is not so. `roles` are those of persons in this act, where they
    differ from their own; `excess` the facets that went beyond a person's intent.
    """

    id: str
    date: str
    by: tuple[str, ...]
    facts: Mapping[str, tuple[Fact, ...]]
    means: tuple[str, ...] = ()
    amounts: tuple[Amount, ...] = ()
    unknown: frozenset[str] = frozenset()
    complete: frozenset[str] = frozenset()
    roles: Mapping[str, str] = field(default_factory=dict)
    excess: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def as_meant_by(self, person: str) -> Deed:
        """The act without what others did beyond this person's intent."""
        beyond = self.excess.get(person)
        if not beyond:
            return self
        facts = {facet: told for facet, told in self.facts.items() if facet not in beyond}
        return replace(self, facts=facts, amounts=() if "amount" in beyond else self.amounts)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whose acts are judged. `age` in full years on the day of the acts, or `born` (ISO date); None if untold.

    `facts` are the terms told of the person, by facet; `unknown` the facets of which the case says that they are not known,
    `complete` those that are told in full.
    """

    id: str
    age: int | None = None
    born: str | None = None
    facts: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict)
    unknown: frozenset[str] = frozenset()
    complete: frozenset[str] = frozenset()

    def age_on(self, day: str) -> int | None:
        """Full years on a day; None if neither age nor birth is told."""
        if self.born is None:
            return self.age
        return int(day[:4]) - int(self.born[:4]) - (day[5:] < self.born[5:])  # 29 February counts from 1 March


@dataclass(frozen=True, slots=True)
class Case:
    """Facts. `closed` tells that what they do not name did not happen, save what an act lists as unknown.

    `on` is the day of judgment, None if untold.
    `expected` is what the case says of itself as a test: None where it is none, empty where nothing is to be charged.
    """

    id: str
    jurisdiction: str
    persons: tuple[Person, ...]
    deeds: tuple[Deed, ...]
    closed: bool = False
    on: str | None = None
    titles: Mapping[str, str] = field(default_factory=dict)
    expected: tuple[Mapping[str, object], ...] | None = None

    def deed(self, id: str) -> Deed:
        """The act of that id; it is there, since reading has checked every reference."""
        return next(deed for deed in self.deeds if deed.id == id)
