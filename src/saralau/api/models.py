"""The shapes of answers. Records that the command line prints too have theirs in `docs/schemas`; `of` names them."""

from __future__ import annotations

from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from saralau.api import examples
from saralau.api.describing import REF

T = TypeVar("T")


def of(name: str) -> Any:
    """A record whose shape is `docs/schemas/<name>.json`."""
    return Annotated[dict[str, Any], WithJsonSchema({REF: name})]


Offence = of("offence-1")
Citation = of("citation-1")
Event = of("event-1")
Structure = of("structure-1")
Standing = of("standing-1")
Diff = of("diff-1")
Definition = of("definition-1")
Terms = of("terms-1")
Impact = of("draft-impact-1")
Qualified = of("qualified-case-1")
Coverage = of("coverage-1")
Explained = of("explained-1")
Instrument = of("instrument-1")
Relevance = of("relevance-1")
Timeline = of("told-timeline-1")


class Shape(BaseModel):
    """What all shapes have in common: no key that is not described."""

    model_config = ConfigDict(extra="forbid")


class Problem(BaseModel):
    """What is wrong (RFC 9457). `type` stays the same whatever the language; `detail` says what to mend."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": "urn:saralau:problem:shelf-work-absent",
                    "title": "Not Found",
                    "status": 404,
                    "detail": "tax-code is not in the library; add its text with `saralau add`",
                }
            ]
        }
    )
    type: str
    title: str
    status: int
    detail: str
    errors: list[Misasked] | None = None


class Misasked(Shape):
    """A parameter that is not what the description says."""

    where: str = Field(alias="in")
    name: str
    rule: str


class Listed(Shape, Generic[T]):
    """A page of a list. `next` is the address of the next page, also in the header `Link`."""

    items: list[T]
    total: int = Field(ge=0, description="rows of the whole list")
    next: str | None


class Health(Shape):
    """That the server answers."""

    status: Literal["ok"]


class About(Shape):
    """What answers, and what it has."""

    name: Literal["saralau"]
    version: str
    works: int = Field(ge=0, description="acts in the library")
    texts: int = Field(ge=0, description="texts of them: editions and languages")
    languages: list[str] = Field(description="languages of the messages, asked for by Accept-Language")
    openapi: str


class Text(Shape):
    """A text in hand: an edition of an act in a language."""

    edition: str = Field(description="day, or year, of the newest change in it", examples=["2025-07-16"])
    language: str = Field(examples=["ru"])
    title: str
    sha256: str
    structure: str = Field(description="address of its structure")


class Work(Shape):
    """An act in hand with its texts, the newest first."""

    key: str = Field(description="how addresses of this API name it", examples=[examples.KEY])
    iri: str = Field(examples=[examples.IRI])
    id: str | None = Field(description="a shorter name, which addresses take too", examples=[examples.ID])
    jurisdiction: str
    titles: dict[str, str] = Field(description="by language")
    texts: list[Text]


class Named(Shape):
    """Which text an answer is about."""

    key: str
    iri: str
    edition: str
    language: str
    sha256: str


class Piece(Shape):
    """Words of a line. Where they are a reference: the address that it leads to, what stands there, and its status."""

    text: str
    href: str | None = None
    told: str | None = None
    status: str | None = None


class Line(Shape):
    """A line of the law; `eid` is the element that begins with it, if one does."""

    eid: str | None
    pieces: list[Piece]


class Feature(Shape):
    """A term, and the point or the words by which it was found."""

    label: str
    by: str


class Understood(Shape):
    """What an offence was understood to be, in the language of the messages."""

    address: str
    group: Literal["I", "II", "III"] | None
    reasons: list[str]
    features: list[Feature]
    technology: list[Feature]
    extends: list[str]
    fault: str
    category: str
    principal: list[str]
    additional: list[str]


class Block(Shape):
    """A part of an article, or what stands beside its parts, with editors' notes and the offence that it is."""

    eid: str | None
    lines: list[Line]
    notes: list[str]
    offence: Understood | None


class Change(Shape):
    """An amendment of the article, told in words."""

    day: str
    what: str
    law: str


class Provision(Shape):
    """A provision with the law's words and what was understood of them."""

    text: Named
    address: str
    eid: str
    title: str
    excluded: bool
    blocks: list[Block]
    changes: list[Change]
    before: str | None = Field(description="address of the article before")
    behind: str | None = Field(description="address of the article behind")


class Cited(Shape):
    """A reference of a provision: where, in which words, to what, and what stands there."""

    eid: str | None
    words: str
    href: str | None
    told: str
    status: str


class Chapter(Shape):
    """A chapter: how many offences it has, and in which groups."""

    number: str
    offences: int
    own: dict[str, int]
    inherited: dict[str, int]


class Gap(Shape):
    """A provision without a feature that its siblings have."""

    at: str
    siblings: list[str]
    verdict: str | None


class Map(Shape):
    """An act, or a register of a pack, by the groups of its offences."""

    basis: dict[str, Any]
    counts: dict[str, int]
    chapters: list[Chapter]
    gaps: list[Gap]
    defects: dict[str, int]


class Register(Shape):
    """A register of a pack: all that was understood of an edition, without its words."""

    register_: str = Field(alias="register")
    jurisdiction: str
    edition: str
    language: str
    titles: dict[str, str]
    offences: int


class OffenceRow(Shape):
    """An offence as a row: lists joined with "; ", null for what is not known."""

    article: str
    part: str | None
    chapter: str | None
    title: str | None
    own_offence: bool
    extends: str
    features: str
    ict: bool
    ict_inherited: bool
    ict_elements: str
    group: Literal["I", "II", "III"] | None
    fault: str | None
    category: str | None
    limitation_years: int | None
    punishments: str
    deprivation_min: float | None
    deprivation_max: float | None
    life: bool
    fine_min: float | None
    fine_max: float | None
    fine_unit: str | None
    additional: str


class Fix(Shape):
    """Words to be put in the place of others."""

    span: list[int]
    words: str


class Finding(Shape):
    """A place that a rule of the linter objects to."""

    schema_: Literal["saralau/finding/1"] = Field(alias="schema")
    file: str
    rule: str
    name: str
    family: str
    address: str | None
    line: int
    column: int
    span: list[int]
    source_span: list[int]
    message: str
    fix: Fix | None
    fingerprint: str


class Rule(Shape):
    """A rule of the linter."""

    code: str
    name: str
    family: str
    on: bool = Field(description="whether it runs unless asked not to")
    why: str


class Choice(Shape):
    """A term that answers a question."""

    id: str
    label: str


class Question(Shape):
    """What to ask next: of which act or person, which facet, which terms would matter, for which provisions."""

    schema_: Literal["saralau/question/1"] = Field(alias="schema")
    of: str
    facet: str
    words: str
    whose: bool = Field(description="the fact is told, and asked is whose it is: of `sufferers` or of somebody else")
    terms: list[Choice]
    sufferers: list[str]
    provisions: list[str]


class Answered(Shape):
    """What the facts amount to, as a record and in lines, and the question to ask next; null where nothing is open."""

    qualification: Qualified  # type: ignore[valid-type]  # a record described by its schema
    brief: str
    lines: list[str]
    question: Question | None


class Person(BaseModel):
    """A person of a case; further keys are facets of persons."""

    model_config = ConfigDict(extra="allow")
    id: str
    age: int | None = Field(None, ge=0, le=130)
    born: str | None = None


class Deed(BaseModel):
    """An act of a case; further keys are facets of acts, with terms of the vocabulary."""

    model_config = ConfigDict(extra="allow")
    id: str
    date: str
    conduct: str | list[str] | dict[str, Any]
    by: str | list[str] | None = None
    means: str | list[str] | None = None
    amount: dict[str, str] | None = None


class Case(BaseModel):
    """A case (`saralau/case/1`), of the same shape as a file in YAML; docs/cases.md tells all that it may say."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "schema": "saralau/case/1",
                    "case": "an-entry",
                    "jurisdiction": examples.JURISDICTION,
                    "closed": True,
                    "persons": [{"id": "k", "age": 34}],
                    "acts": [
                        {
                            "id": "entry",
                            "date": "2025-10-14",
                            "conduct": "access",
                            "object": ["information_system", "protected_information"],
                            "authorisation": "without_right",
                            "fault": "direct_intent",
                            "consequence": "substantial_harm",
                        }
                    ],
                }
            ]
        },
    )
    schema_: Literal["saralau/case/1"] = Field(alias="schema")
    case: str | None = None
    jurisdiction: str
    title: dict[str, str] | None = None
    closed: bool = False
    on: str | None = None
    persons: list[Person] = Field(min_length=1)
    acts: list[Deed] = Field(min_length=1)
    unknown: list[str] | None = None
    complete: list[str] | None = None
    expect: list[dict[str, Any]] | None = None


class TreatyListed(Shape):
    """A treaty in hand."""

    treaty: str
    titles: dict[str, str]
    verified: bool = Field(description="read from its official text")
    obligations: int


class Packs(Shape):
    """What packs have."""

    registers: list[str]
    encoded: list[str] = Field(description="jurisdictions whose offences are encoded, so that cases can be qualified")
    treaties: list[str]
    instruments: list[str] = Field(description="jurisdictions whose standing to treaties is known")
    timelines: list[str]


class Facet(Shape):
    """A question that facts answer: of acts or of persons, with one answer or several, and the terms that answer it."""

    id: str
    label: str
    asked_of: str
    single: bool
    terms: list[Choice]


class Snippet(Shape):
    """A piece of a text with what was found in it: start and end in `text`."""

    text: str
    marks: list[list[int]]
    before: bool = Field(description="there is more before it")
    after: bool
    note: bool | None = Field(None, description="it is an editors' note")


class Hit(Shape):
    """An article that was found: the part that fits best, in which wording, which other parts and languages fit as well."""

    act: str = Field(description="key of the act")
    article: str
    address: str
    language: str
    languages: list[str]
    since: str = Field(description="edition in hand from which it reads so")
    until: str | None
    act_title: str
    title: Snippet
    snippet: Snippet
    excluded: bool
    also: list[str]
    sha256: str
    score: float = Field(description="compares hits of one answer only")
    href: str


class Counted(Shape):
    """A value of a facet with the number of articles."""

    value: str
    articles: int


class FoundRows(Listed[Hit]):
    """A page of what was found; the total of many is an estimate."""

    all_words: int = Field(description="articles of which a part has every word, or what it means")
    read_as: dict[str, list[str]] = Field(description="words that stand nowhere, and how they were read")
    cut: list[str] = Field(description="beginnings with which too many words begin")
    facets: dict[str, list[Counted]]


class Works(Listed[Work]):
    """A page of acts in hand."""


class CitedRows(Listed[Cited]):
    """A page of references of a provision."""


class Registers(Listed[Register]):
    """A page of registers of packs."""


class OffenceRows(Listed[OffenceRow]):
    """A page of offences of a register."""


class Findings(Listed[Finding]):
    """A page of findings of the linter."""


class RuleRows(Listed[Rule]):
    """A page of rules of the linter."""


class Treaties(Listed[TreatyListed]):
    """A page of treaties in hand."""


class Facets(Listed[Facet]):
    """A page of facets of facts."""


class Offences(Listed[Offence]):  # type: ignore[valid-type]  # a record described by its schema
    """A page of offences."""


class Citations(Listed[Citation]):  # type: ignore[valid-type]  # a record described by its schema
    """A page of references."""


class Events(Listed[Event]):  # type: ignore[valid-type]  # a record described by its schema
    """A page of amendments."""


class Standings(Listed[Standing]):  # type: ignore[valid-type]  # a record described by its schema
    """A page of articles on a day."""


class Definitions(Listed[Definition]):  # type: ignore[valid-type]  # a record described by its schema
    """A page of definitions."""


class Instruments(Listed[Instrument]):  # type: ignore[valid-type]  # a record described by its schema
    """A page of instruments."""


class Relevances(Listed[Relevance]):  # type: ignore[valid-type]  # a record described by its schema
    """A page of obligations that bear on a provision."""


Problem.model_rebuild()
