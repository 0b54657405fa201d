"""The nouns of the room: an offence, its features, its sanction. Frozen, typed, each with its span of text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from saralau.acts.address import Address
from saralau.documents.span import Span


class Kind(StrEnum):
    """Kinds of punishment. The first seven are principal, from the mildest to the gravest."""

    FINE = "fine"
    CORRECTIONAL_WORKS = "correctional_works"
    COMMUNITY_SERVICE = "community_service"
    ARREST = "arrest"
    RESTRICTION = "restriction"
    DEPRIVATION = "deprivation"
    DEATH = "death"
    CONFISCATION = "confiscation"
    DEPRIVATION_OF_RIGHT = "deprivation_of_right"
    EXPULSION = "expulsion"
    CITIZENSHIP = "citizenship"


PRINCIPAL = frozenset(list(Kind)[:7])


class Application(StrEnum):
    """Whether the court must, may, or only in certain cases must impose it."""

    OBLIGATORY = "obligatory"
    OPTIONAL = "optional"
    CONDITIONAL = "conditional"


class Unit(StrEnum):
    """What an amount counts."""

    MCI = "mci"  # monthly calculation indices
    TIMES = "times"  # multiples of the sum named by `Punishment.multiple_of`
    HOURS = "hours"
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Limit:
    """A bound that the text leaves unsaid and the general part supplies, with the provision that says it."""

    value: int
    unit: Unit
    source: Address


@dataclass(frozen=True, slots=True)
class Condition:
    """The cases in which a conditional punishment applies: points (also another part's), or circumstances."""

    points: tuple[Address, ...] = ()
    circumstances: str | None = None  # "aggravating"


@dataclass(frozen=True, slots=True)
class Suspension:
    """A punishment that stands in the law and is not applied before a day (ISO date), and the provision that says so."""

    until: str
    source: Address


@dataclass(frozen=True, slots=True)
class Punishment:
    """One punishment as threatened.

    `minimum` and `maximum` are as stated, in `unit`; None where the text states none. A fixed amount has both
    equal. `life` without a maximum is for life; with a minimum it is "from five years to life".
    `same_as` names the alternative whose amount "the same term" repeats; the amounts are filled in from it.
    `scope` is None for a principal punishment; for an additional one "all", or the index (in `principal`) of the one
    alternative to which it is attached.
    """

    kind: Kind
    span: Span
    minimum: int | None = None
    maximum: int | None = None
    unit: Unit | None = None
    multiple_of: str | None = None
    life: bool = False
    same_as: Kind | None = None
    application: Application = Application.OBLIGATORY
    condition: Condition | None = None
    scope: str | int | None = None
    qualifier: str | None = None  # a narrower right or post than the usual formula, as a code
    implied_minimum: Limit | None = None
    implied_maximum: Limit | None = None
    suspended: Suspension | None = None


@dataclass(frozen=True, slots=True)
class Sanction:
    """What a part threatens: alternatives, and what comes on top. `unread` spans are words the grammar cannot place."""

    span: Span
    principal: tuple[Punishment, ...]
    additional: tuple[Punishment, ...] = ()
    unread: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Feature:
    """A qualifying feature: a point, or words within a sentence, sorted into a family of the vocabulary.

    `code` is "other" for what no entry of the lexicon recognises. `excluded` marks a point that keeps its number
    and has lost its words.
    """

    code: str
    family: str
    span: Span
    point: str | None = None
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that carry an information-technology element: its code in the vocabulary, its role, where it stands."""

    code: str
    span: Span
    point: str | None = None


class Category(StrEnum):
    """Categories of criminal infractions by gravity."""

    MISDEMEANOUR = "misdemeanour"
    MINOR = "minor"
    MEDIUM = "medium"
    GRAVE = "grave"
    ESPECIALLY_GRAVE = "especially_grave"
    UNDECIDED = "undecided"


class Fault(StrEnum):
    """The guilty mind as the part's words tell it; UNSTATED where they do not."""

    INTENT = "intent"
    NEGLIGENCE = "negligence"
    MIXED = "mixed"  # intent as to the act, negligence as to the consequence
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Offence:
    """A part (or an article without parts) that threatens a punishment.

    `wording` are the words that describe the conduct, without labels and sanction, each with its point (None outside
    points). `extends` names what the part takes over, down to points; an offence that extends nothing
    and is not the first of its article has `own_offence` True. `ict` holds the information-technology element in the
    part's own words; `ict_inherited` tells that something it extends, at whatever distance, has one.
    `limitation_years` is None where no limitation runs or where it cannot be decided; `limitation_reason` says which.
    """

    address: Address
    title: str
    chapter: str | None
    span: Span
    wording: tuple[tuple[str | None, Span], ...]
    sanction: Sanction
    extends: tuple[Address, ...] = ()
    own_offence: bool = True
    features: tuple[Feature, ...] = ()
    ict: tuple[Evidence, ...] = ()
    ict_inherited: bool = False
    fault: Fault = Fault.UNSTATED
    category: Category = Category.UNDECIDED
    category_reason: str = "category-no-general-part"
    limitation_years: int | None = None
    limitation_reason: str = "limitation-undecided"

    @property
    def disposition(self) -> tuple[Span, ...]:
        """The words that describe the conduct, in the order of the text."""
        return tuple(span for _, span in self.wording)
