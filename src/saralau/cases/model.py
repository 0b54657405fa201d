"""The nouns of a case: persons, acts and their facts, amounts; and what is known of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    "amount", "means") of which the case says that they are not known.
    """

    id: str
    date: str
    by: tuple[str, ...]
    facts: Mapping[str, tuple[Fact, ...]]
    means: tuple[str, ...] = ()
    amounts: tuple[Amount, ...] = ()
    unknown: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whose acts are judged. `age` in full years on the day of the acts, None if untold."""

    id: str
    age: int | None = None


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
