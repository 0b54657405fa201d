"""The shapes of registers of offences and of what was read beside them by hand."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from saralau.packs.shapes.common import Code, Date, Labels, Open, Provision, Shape, Unit


class Titles(Shape):
    """Our own translations of articles' titles; never official."""

    schema_: Literal["saralau/titles/1"] = Field(alias="schema")
    act: str
    edition: Date
    own: dict[str, dict[Literal["kk", "ru", "en"], str]]


class Verdict(Shape):
    at: str
    verdict: Literal["right", "wrong", "partial"]
    code: str | None = None
    why: str = ""


class Judgements(Shape):
    """Answers of the engine judged by hand: how they were drawn, by whom, and each verdict."""

    schema_: Literal["saralau/judgements/1"] = Field(alias="schema")
    edition: Date
    drawn: str
    judged: list[Verdict]


class Reason(Shape):
    id: Code
    label: Labels


class Discrepancy(Shape):
    at: Provision
    aspects: list[Code]
    reason: Code


class Discrepancies(Shape):
    """Where official texts of one act in two languages differ, and how; read by hand."""

    schema_: Literal["saralau/discrepancies/1"] = Field(alias="schema")
    act: str
    languages: list[str]
    reasons: list[Reason]
    discrepancies: list[Discrepancy]


class TypedPunishment(Open):
    kind: Literal["fine", "correctional_works", "community_service", "restriction", "arrest", "deprivation", "death"]
    min: int | None = None
    max: int | None = None
    unit: Unit | None = None


class TypedSanction(Open):
    principal: list[TypedPunishment] = Field(min_length=1)


class TypedOffence(Open):
    article: str
    title: str
    fault: Literal["intent", "negligence", "mixed", "unstated"]
    category: Literal["misdemeanour", "minor", "medium", "grave", "especially_grave", "undecided"]
    sanction: TypedSanction
    extends: list[str] = []


class TypedArticle(Open):
    number: str
    title: str
    amendments: list[list[str]]


class TypedRows(Open):
    articles: list[TypedArticle]
    offences: list[TypedOffence]


class Register(Open):
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
