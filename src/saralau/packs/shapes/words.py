"""The shapes of vocabulary and lexicons."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from saralau.packs.shapes.common import Code, Labels, Shape, Wording


class Family(Shape):
    """A family of terms. A facet with `single` has one answer; `untold` is the one taken if none is told;
    `asked_of` tells whom it is asked of, "found" what the engine itself finds."""

    id: Code
    label: Labels
    single: bool = False
    untold: Code | None = None
    asked_of: Literal["act", "person", "found"] = "act"


class Term(Shape):
    id: Code
    family: Code
    label: Labels
    gloss: Labels = {}
    broader: Code | None = None
    excludes: list[Code] = []
    taken_from: list[str] = []


class Vocabulary(Shape):
    """Terms of facts and features, each with labels in three languages."""

    schema_: Literal["saralau/vocabulary/1"] = Field(alias="schema")
    families: list[Family] = []
    terms: list[Term]


class Entry(Shape):
    code: Code
    match: Wording


class Lexicon(Shape):
    """The wordings of terms in one language, as patterns over folded text."""

    schema_: Literal["saralau/lexicon/1"] = Field(alias="schema")
    language: str
    entries: list[Entry]
    false_friends: list[Wording] = []


class Concept(Shape):
    """A thing as people call it and as acts word it, by language; each a list of words or of several words together."""

    id: Code
    asked: dict[str, list[str]]
    meant: dict[str, list[str]]
    near: dict[str, list[str]] = {}


class Concepts(Shape):
    """What a query also looks for."""

    schema_: Literal["saralau/search-concepts/1"] = Field(alias="schema")
    concepts: list[Concept]


class Idle(Shape):
    """Words that a query passes over, by language."""

    schema_: Literal["saralau/search-idle/1"] = Field(alias="schema")
    idle: dict[str, list[str]]


class Words(Shape):
    """Words of law that mean the same, by language."""

    schema_: Literal["saralau/search-words/1"] = Field(alias="schema")
    words: list[dict[str, list[str]]]
