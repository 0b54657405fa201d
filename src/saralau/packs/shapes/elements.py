"""The shapes of encoded offences."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from saralau.packs.shapes.common import Code, Date, Shape


class EncodedPart(Shape):
    part: str
    from_: Date | None = Field(default=None, alias="from")
    until: Date | None = None
    of: list[str] = []
    like: list[str] = []
    is_: dict[str, Any] = Field(default={}, alias="is")
    points: dict[str, dict[str, Any]] = {}


class EncodedArticle(Shape):
    article: str
    special_of: list[str] = []
    parts: list[EncodedPart]


class EncodedEdition(Shape):
    edition: Date
    as_of: Date
    register_: str = Field(alias="register")


class EntryIntoForce(Shape):
    passed: Date
    number: str
    not_before: Date


class Elements(Shape):
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


class ElementsOfChapter(Shape):
    """Some of the articles of an act, in a file of their own beside the act's `elements`."""

    schema_: Literal["saralau/elements-of-chapter/1"] = Field(alias="schema")
    features: dict[Code, Code | list[Code]] = {}
    within_another: list[Code] = []
    articles: list[EncodedArticle]
