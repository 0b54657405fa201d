"""What a page shows: everything already decided by the rooms below, so that drawing needs no law and no language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from saralau.acts import Address
from saralau.offences.model import Category, Sanction
from saralau.taxonomy import Reason

Texts = Mapping[str, str]  # language code -> text


@dataclass(frozen=True, slots=True)
class Basis:
    """What an answer rests on; stands on every page."""

    version: str
    act: Texts
    act_id: str
    jurisdiction: str
    edition: str  # ISO date of the newest amending law that the text includes
    language: str
    source: str  # the file's name
    sha256: str
    pack: str  # id and version of the national pack
    vocabulary: str
    embedded: bool  # True: from the register inside the package, so no words of the law can be shown


@dataclass(frozen=True, slots=True)
class Title:
    """An article's title. `texts` has the languages in hand; those in `own` are translations of our own, not official."""

    texts: Texts
    own: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter with its offences counted by group: parts with an element of their own, and parts that inherit it."""

    number: str
    title: Title
    offences: int
    own: Mapping[str, int]  # "I", "II", "III" -> count
    inherited: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece of evidence: the vocabulary's code and labels, and the law's words where the user supplied the text."""

    code: str
    label: Texts
    point: str | None
    words: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One cybercrime provision."""

    address: Address
    title: Title
    chapter: str
    group: str  # "I", "II", "III"
    own: bool  # False: cyber only by inheritance
    reasons: tuple[Reason, ...]
    proofs: tuple[Proof, ...]
    description: Texts  # composed from codes
    extends: tuple[Address, ...]
    sanction: Sanction
    category: Category
    category_reason: str
    limitation_years: int | None
    limitation_reason: str
    words: str | None  # the part in the law's words, if the user supplied the text


@dataclass(frozen=True, slots=True)
class Gap:
    """An offence whose siblings have an ICT feature while it has none, with the siblings that make it one."""

    address: Address
    title: Title
    siblings: tuple[Address, ...]
    reasons: tuple[Reason, ...]
    verdict: str | None = None  # of a judge, who read this edition: "right", "partial", "wrong"


@dataclass(frozen=True, slots=True)
class GapRule:
    """How selective the rule is: it named `named` of `candidates` offences without an ICT feature.

    `judged` of what it named in `edition` were judged by hand, `right` of those upheld; `low` and `high` bound the
    precision (95 %).
    """

    candidates: int
    named: int
    judged: int
    right: int
    low: float
    high: float
    edition: str


@dataclass(frozen=True, slots=True)
class Loss:
    """An ICT feature that the earlier edition had and this one lacks."""

    address: Address
    title: Title
    code: str
    label: Texts
    kind: str  # "excluded", "reworded", "article_excluded"


@dataclass(frozen=True, slots=True)
class Flaw:
    """A defect of the text, at its place in the user's file."""

    code: str
    address: Address | None
    line: int | None
    words: str | None
    detail: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole page."""

    basis: Basis
    counts: Mapping[
        str, int
    ]  # articles, excluded_articles, offences, own_I.., inherited_I.., kin, sanctions, features, other_features
    ledger: Mapping[str, int] | None  # visible characters by class; None for the embedded register
    chapters: tuple[Chapter, ...]
    rows: tuple[Row, ...]
    gaps: tuple[Gap, ...]
    gap_rule: GapRule | None
    losses: tuple[Loss, ...] | None  # None: no earlier edition was given
    earlier: Basis | None
    flaws: tuple[Flaw, ...]  # those that are listed one by one
    flaw_counts: Mapping[str, int]  # all of them, by code
    severity: Severity


@dataclass(frozen=True, slots=True)
class Severity:
    """The law's own conversion rates, on which punishments of different kinds share one scale.

    `per_day` tells how many units of each kind equal one day of deprivation of liberty: `{"fine": 4, ...}`; `sources` are
    the provisions that say so.
    """

    per_day: Mapping[str, float]
    sources: tuple[Address, ...]
