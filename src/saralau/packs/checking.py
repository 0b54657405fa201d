"""What a pack must look like. A `schema:` line names the shape; a mistake is told with its file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from saralau.packs.patterns import loosened
from saralau.packs.refusing import PackError

Labels = dict[Literal["kk", "ru", "en"], str]
Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Date = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
_NUMBER = r"[0-9]+[A-Za-z]{0,2}(-[0-9]+[A-Za-z]{0,2})*"
Provision = Annotated[str, Field(pattern=rf"^{_NUMBER}(\.({_NUMBER})?(\.[0-9a-zа-я]+(-[0-9]+)*)?)?$")]
Unit = Literal["mci", "times", "hours", "days", "months", "years"]


BLANK = "?"  # stands where a term has to be chosen; a pack with one is refused, and the places are named


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Family(_Shape):
    """A family of terms. A facet with `single` has one answer; `untold` is the one taken if none is told;
    `asked_of` tells whom it is asked of, "found" what the engine itself finds."""

    id: Code
    label: Labels
    single: bool = False
    untold: Code | None = None
    asked_of: Literal["act", "person", "found"] = "act"


class Term(_Shape):
    id: Code
    family: Code
    label: Labels
    gloss: Labels = {}
    broader: Code | None = None
    excludes: list[Code] = []
    taken_from: list[str] = []


class Vocabulary(_Shape):
    """Terms of facts and features, each with labels in three languages."""

    schema_: Literal["saralau/vocabulary/1"] = Field(alias="schema")
    families: list[Family] = []
    terms: list[Term]


def _linear(match: str) -> str:
    """A wording must compile, and repeat classes, not groups: a repeated group can take exponential time."""
    try:
        re.compile(loosened(match))
    except re.error as flaw:
        raise ValueError(f"not a regular expression ({flaw})") from None
    if re.search(r"\)(?:[*+]|\{)", match):
        raise ValueError("a group is repeated, which can take exponential time; repeat a class such as [а-я ]{0,60} instead")
    return match


Wording = Annotated[str, AfterValidator(_linear)]


class Entry(_Shape):
    code: Code
    match: Wording


class Lexicon(_Shape):
    """The wordings of terms in one language, as patterns over folded text."""

    schema_: Literal["saralau/lexicon/1"] = Field(alias="schema")
    language: str
    entries: list[Entry]
    false_friends: list[Wording] = []


class ClassMark(_Shape):
    kinds: list[Code]
    source: Provision


class Classes(_Shape):
    crime_only: ClassMark
    misdemeanour_only: ClassMark


class Bound(_Shape):
    kind: Code
    class_: Literal["crime", "misdemeanour"] | None = Field(default=None, alias="class")
    category: Code | None = None
    min: int
    max: int
    unit: Unit
    source: Provision


class CategoryRule(_Shape):
    category: Code
    fault: Literal["intent", "negligence"]
    up_to: int | None = None
    source: Provision


class FaultReading(_Shape):
    fault: Literal["intent", "negligence"]
    source: Provision


class LimitationRule(_Shape):
    category: Code
    list: Code | None = None
    years: int
    source: Provision


class NoLimitation(_Shape):
    source: Provision
    lists: list[Code]
    chapters: list[str]
    especially_grave_in_chapters: list[str]


class ConditionalMembers(_Shape):
    provisions: list[Provision]
    if_: Code = Field(alias="if")


class ClosedList(_Shape):
    source: Provision
    provisions: list[Provision]
    conditional: list[ConditionalMembers] = []


class Suspension(_Shape):
    kind: Code
    until: Date
    source: Provision
    except_: list[Provision] = Field(default=[], alias="except")
    except_chapters: list[str] = []


class Rate(_Shape):
    kind: Code
    unit: Unit
    per_day: int
    source: Provision


class GeneralPart(_Shape):
    """The rules of a general part that sanctions, categories and limitation need."""

    schema_: Literal["saralau/general-part/1"] = Field(alias="schema")
    jurisdiction: str
    act: str
    edition: Date
    verified: bool
    classes: Classes
    limits: list[Bound]
    categories: list[CategoryRule]
    mixed_fault_is: FaultReading
    unstated_fault_is: FaultReading
    limitation: list[LimitationRule]
    no_limitation: NoLimitation
    lists: dict[Code, ClosedList]
    suspensions: list[Suspension]
    conversion: list[Rate]


class ActEntry(_Shape):
    slug: str
    portal_id: str
    iri: str
    adopted: Date
    number: str
    kind: Code
    titles: Labels
    headings: list[str]
    general_part: str | None = None


class Jurisdiction(_Shape):
    """A jurisdiction and its acts: what is national about names and numbers."""

    schema_: Literal["saralau/jurisdiction/1"] = Field(alias="schema")
    jurisdiction: str
    titles: Labels
    acts: list[ActEntry]
    outside: list[Code] = []  # objects of offences that other laws punish, which are not encoded


class Defaults(_Shape):
    """What is taken where a user names nothing."""

    schema_: Literal["saralau/defaults/1"] = Field(alias="schema")
    register_: str = Field(alias="register")


class Titles(_Shape):
    """Our own translations of articles' titles; never official."""

    schema_: Literal["saralau/titles/1"] = Field(alias="schema")
    act: str
    edition: Date
    own: dict[str, dict[Literal["kk", "ru", "en"], str]]


class Verdict(_Shape):
    at: str
    verdict: Literal["right", "wrong", "partial"]
    code: str | None = None
    why: str = ""


class Judgements(_Shape):
    """Answers of the engine judged by hand: how they were drawn, by whom, and each verdict."""

    schema_: Literal["saralau/judgements/1"] = Field(alias="schema")
    edition: Date
    drawn: str
    judged: list[Verdict]


class Work(_Shape):
    id: str = Field(pattern=r"^[a-z0-9-]+$")
    kind: Code
    verified: bool = True
    date: Date
    number: str | None = None
    portal_id: str | None = None
    iri: str | None = None
    repealed: Date | None = None
    names: dict[str, list[Wording]] = {}
    titles: dict[str, str] = {}
    headings: list[str] = []


class Numbering(_Shape):
    """How a portal makes an id of an act's number, since a year."""

    since: str
    digits: int
    end: str


class Works(_Shape):
    """Acts and treaties that texts cite: how they are named, when they were made, where they are published."""

    schema_: Literal["saralau/works/1"] = Field(alias="schema")
    jurisdiction: str
    state: dict[str, list[Wording]]
    others: dict[str, list[Wording]] = {}
    kinds: dict[str, dict[Code, list[Wording]]] = {}
    portal: dict[str, str]
    numbering: list[Numbering] = []
    links: dict[str, str] = {}
    numbered: dict[str, Wording] = {}
    works: list[Work]


class IndexValue(_Shape):
    from_: Date = Field(alias="from")
    value: int


class Threshold(_Shape):
    amount: Code
    articles: list[str]
    times: int
    up_to: bool = False
    source: Provision


class Order(_Shape):
    kinds: list[Code]
    source: Provision


class Severity(_Shape):
    misdemeanour: Order
    crime: Order


class Age(_Shape):
    years: int
    source: Provision
    provisions: list[Provision] = []


class ConcurrenceSources(_Shape):
    several: Provision
    one_act: Provision
    special: Provision


class HarmThatIsLoss(_Shape):
    consequence: Code
    source: Provision


class Cap(_Shape):
    kind: Code
    max: int
    unit: Unit


class Joining(_Shape):
    """How punishments for several offences are joined when the gravest of them is of a category."""

    gravest: Code
    threatens: int | None = None
    ways: list[Literal["absorption", "addition"]]
    source: Provision
    caps: list[Cap] = []


class QualificationRules(_Shape):
    """What the qualification of a case takes from a general part: the index, amounts, the order of punishments, age."""

    schema_: Literal["saralau/qualification/1"] = Field(alias="schema")
    jurisdiction: str
    act: str
    edition: Date
    currency: str
    index_verified: bool
    index: list[IndexValue]
    thresholds: list[Threshold]
    severity: Severity
    age: list[Age]
    concurrence: ConcurrenceSources
    harm_that_is_loss: list[HarmThatIsLoss]
    joining: list[Joining] = []


class Minority(_Shape):
    under: int
    source: Provision


class LimitationTimes(_Shape):
    source: Provision
    restarted_by: list[Code] = []
    restart_source: Provision | None = None


class RepetitionSource(_Shape):
    source: Provision


class Payment(_Shape):
    category: Code
    amount: int
    source: Provision


class GeneralRule(_Shape):
    """A rule of a general part: where its formula is fulfilled, its effect follows."""

    id: Code
    effect: Literal[
        "no_offence", "reaches", "beyond", "refers", "finds", "mitigates", "aggravates", "without", "within", "at_most",
        "limitation_share", "limitation_suspended", "may_release", "releases", "bars_conditional",
    ]  # fmt: skip
    if_: dict[str, Any] = Field(alias="if")
    source: Provision
    label: Labels
    finds: Code | None = None
    to: Provision | None = None
    share: list[int] = Field(default=[], min_length=0, max_length=2)
    group: Code | None = None
    frees_minimum: bool = False
    kinds: list[Code] = []
    if_choice: bool = False
    kind: Code | None = None
    min: int | None = None
    max: int | None = None
    unit: Unit | None = None
    threatens: Code | None = None


class GeneralRules(_Shape):
    """What a general part says of liability, stages, complicity, bounds of punishment and release."""

    schema_: Literal["saralau/general-rules/1"] = Field(alias="schema")
    jurisdiction: str
    act: str
    edition: Date
    lists: dict[Code, list[Provision]] = {}
    economic_chapters: list[str] = []
    minority: Minority
    limitation: LimitationTimes
    repetition: RepetitionSource | None = None
    payment: list[Payment] = []
    rules: list[GeneralRule]


class EncodedPart(_Shape):
    part: str
    from_: Date | None = Field(default=None, alias="from")
    until: Date | None = None
    of: list[str] = []
    like: list[str] = []
    is_: dict[str, Any] = Field(default={}, alias="is")
    points: dict[str, dict[str, Any]] = {}


class EncodedArticle(_Shape):
    article: str
    special_of: list[str] = []
    parts: list[EncodedPart]


class EncodedEdition(_Shape):
    edition: Date
    as_of: Date
    register_: str = Field(alias="register")


class EntryIntoForce(_Shape):
    passed: Date
    number: str
    not_before: Date


class Elements(_Shape):
    """What the parts of an act punish, as formulas over the vocabulary of facts; the room of cases reads the formulas."""

    schema_: Literal["saralau/elements/1"] = Field(alias="schema")
    jurisdiction: str
    act: str
    editions: list[EncodedEdition]
    until: Date
    in_force: list[EntryIntoForce] = []
    features: dict[Code, Code | list[Code]] = {}
    within_another: list[Code] = []
    articles: list[EncodedArticle] = []


class ElementsOfChapter(_Shape):
    """Some of the articles of an act, in a file of their own beside the act's `elements`."""

    schema_: Literal["saralau/elements-of-chapter/1"] = Field(alias="schema")
    features: dict[Code, Code | list[Code]] = {}
    within_another: list[Code] = []
    articles: list[EncodedArticle]


class Reason(_Shape):
    id: Code
    label: Labels


class Discrepancy(_Shape):
    at: Provision
    aspects: list[Code]
    reason: Code


class Discrepancies(_Shape):
    """Where official texts of one act in two languages differ, and how; read by hand."""

    schema_: Literal["saralau/discrepancies/1"] = Field(alias="schema")
    act: str
    languages: list[str]
    reasons: list[Reason]
    discrepancies: list[Discrepancy]


class _Open(_Shape):
    model_config = ConfigDict(extra="allow", strict=True)


class TypedPunishment(_Open):
    kind: Literal["fine", "correctional_works", "community_service", "restriction", "arrest", "deprivation", "death"]
    min: int | None = None
    max: int | None = None
    unit: Unit | None = None


class TypedSanction(_Open):
    principal: list[TypedPunishment] = Field(min_length=1)


class TypedOffence(_Open):
    article: str
    title: str
    fault: Literal["intent", "negligence", "mixed", "unstated"]
    category: Literal["misdemeanour", "minor", "medium", "grave", "especially_grave", "undecided"]
    sanction: TypedSanction
    extends: list[str] = []


class TypedArticle(_Open):
    number: str
    title: str
    amendments: list[list[str]]


class TypedRows(_Open):
    articles: list[TypedArticle]
    offences: list[TypedOffence]


class Register(_Open):
    """A register of offences. One that a command generated is checked in its frame only, one that was typed row by row."""

    schema_: Literal["saralau/register/1"] = Field(alias="schema")
    act: dict[str, Any]
    chapters: list[dict[str, Any]]
    articles: list[dict[str, Any]]
    offences: list[dict[str, Any]]
    typed: bool = False
    verified: bool = True
    as_known: str | None = None
    checked: str | None = None

    @model_validator(mode="after")
    def _typed_rows(self) -> Register:
        if self.typed:
            TypedRows.model_validate({"articles": self.articles, "offences": self.offences})
        return self


class Permitted(_Shape):
    source: Provision
    by: Literal["declaration", "reservation"]
    label: Labels
    facts: dict[str, Code | list[Code]]


class Extended(_Shape):
    source: Provision
    reservable: Provision | None = None
    optional: bool = False


class TreatyScenario(_Shape):
    id: Code
    label: Labels
    reservable: Provision | None = None
    acts: list[dict[str, Any]] = Field(min_length=1)


class TreatyObligation(_Shape):
    id: Code
    source: Provision
    label: Labels
    reservable: Provision | None = None
    may_require: list[Permitted] = []
    attempt: Extended | None = None
    aiding: Extended | None = None
    scenarios: list[TreatyScenario] = Field(min_length=1)


class Demanded(_Shape):
    source: Provision
    includes: list[Code] = []


class TreatyPack(_Shape):
    """A treaty as obligations and their scenarios; the room of treaties reads the terms."""

    schema_: Literal["saralau/treaty/1"] = Field(alias="schema")
    treaty: str
    titles: Labels
    verified: bool
    source: str
    sanctions: Demanded | None = None
    legal_persons: Demanded | None = None
    no_obligation: dict[str, Any] | None = None
    obligations: list[TreatyObligation]


class Instrument(_Shape):
    treaty: str
    adopted: Date
    place: str
    status: Literal["party", "signed", "not_joined", "declared", "unknown"]
    verified: bool
    source: Literal["text", "paper", "knowledge"]
    in_force: Date | None = None
    since: Date | None = None
    signed_from: Date | None = None
    replaces: Date | None = None


class Instruments(_Shape):
    """How a state stands to international instruments, as of a day."""

    schema_: Literal["saralau/instruments/1"] = Field(alias="schema")
    jurisdiction: str
    as_of: Date
    instruments: list[Instrument]


_SHAPES: Mapping[str, type[BaseModel]] = {
    "saralau/vocabulary/1": Vocabulary,
    "saralau/lexicon/1": Lexicon,
    "saralau/general-part/1": GeneralPart,
    "saralau/jurisdiction/1": Jurisdiction,
    "saralau/defaults/1": Defaults,
    "saralau/titles/1": Titles,
    "saralau/judgements/1": Judgements,
    "saralau/discrepancies/1": Discrepancies,
    "saralau/works/1": Works,
    "saralau/qualification/1": QualificationRules,
    "saralau/general-rules/1": GeneralRules,
    "saralau/elements/1": Elements,
    "saralau/elements-of-chapter/1": ElementsOfChapter,
    "saralau/register/1": Register,
    "saralau/treaty/1": TreatyPack,
    "saralau/instruments/1": Instruments,
}


def check(data: Any, name: str, lines: Mapping[tuple[str | int, ...], int] | None) -> Any:
    """`data` unchanged if it has the shape that it names; otherwise PackError with the first mistake's line."""
    named = data.get("schema") if isinstance(data, dict) else None
    shape = _SHAPES.get(named) if isinstance(named, str) else None
    if shape is None:
        raise PackError("pack-without-schema", name=name, known=", ".join(_SHAPES))
    if lines and (blanks := sorted({line for place in _blank(data, ()) if (line := _line(place, lines))})):
        raise PackError("pack-still-asks", name=name, lines=", ".join(map(str, blanks[:12])), count=len(blanks))
    try:
        shape.model_validate(data)
    except ValidationError as flaws:
        first = flaws.errors()[0]
        place, line = ".".join(map(str, first["loc"])), _line(tuple(first["loc"]), lines)
        if line is None:
            raise PackError("pack-mistaken", name=name, place=place, why=first["msg"]) from None
        raise PackError("pack-mistaken-at-line", name=name, line=line, place=place, why=first["msg"]) from None
    return data


def _blank(data: Any, place: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    """The places at which a pack that was started from a register still has a "?" for somebody to replace."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key == BLANK:
                yield (*place, key)
            else:
                yield from _blank(value, (*place, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _blank(value, (*place, index))
    elif data == BLANK:
        yield place


def _line(place: tuple[str | int, ...], lines: Mapping[tuple[str | int, ...], int] | None) -> int | None:
    while lines and place:
        if place in lines:
            return lines[place]
        place = place[:-1]
    return None
