"""The nouns of a treaty: obligations, their scenarios, what a state may demand besides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from saralau.cases.model import Deed

Labels = Mapping[str, str]  # in kk, ru, en


@dataclass(frozen=True, slots=True)
class Permission:
    """What a state may demand in addition: terms by facet, the provision that permits it, "declaration" or "reservation"."""

    source: str
    by: str
    label: Labels
    facts: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Extension:
    """That attempt or aiding is to be punished too: by which provision, by which reservable, whether it only may be."""

    source: str
    reservable: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Scenario:
    """A minimal model of an obligation: acts, of which the last is the one that must be punishable.

    `source` is the letter that names it, or the obligation's; `reservable` the provision by which a state can reserve not to
    punish it.
    """

    id: str
    source: str
    label: Labels
    deeds: tuple[Deed, ...]
    reservable: str | None = None


@dataclass(frozen=True, slots=True)
class Obligation:
    """What a treaty demands to be punished, by which provision."""

    id: str
    source: str
    label: Labels
    scenarios: tuple[Scenario, ...]
    may_require: tuple[Permission, ...]
    attempt: Extension | None
    aiding: Extension | None


@dataclass(frozen=True, slots=True)
class GeneralDemand:
    """What a treaty demands of all its offences together, by which provision.

    `kind`: aiding, attempt, preparation, legal_persons, limitation, sanctions. `optional`: it only permits it. `includes`:
    the kinds of punishment that it wants to be among the sanctions; empty where it sets a standard without a measure.
    """

    kind: str
    source: str
    optional: bool = False
    includes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Treaty:
    """A treaty as a test suite. `verified` tells whether it was encoded from its text. `groups` are its articles by the
    group of cybercrime that they are of, where that is told.

    A treaty without obligations obliges nobody to make anything an offence, which `no_obligation` says in words.
    """

    id: str
    titles: Labels
    verified: bool
    source: str
    obligations: tuple[Obligation, ...]
    general: tuple[GeneralDemand, ...]
    no_obligation: Labels | None
    groups: Mapping[str, tuple[str, ...]]

    def demand(self, kind: str) -> GeneralDemand | None:
        """What it demands of all offences in one respect."""
        return next((one for one in self.general if one.kind == kind), None)
