"""The shape of a patch: how the encoding of an act changes with a draft of a law."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from saralau.packs.shapes.common import Code, Shape
from saralau.packs.shapes.elements import EncodedArticle
from saralau.packs.shapes.words import Family, Term


class Patch(Shape):
    """What a draft makes of encoded elements, part by part. A part replaces the one of its number in the newest edition.

    `unchanged` are articles that the draft touches and whose elements stay as they are; `families` and `terms` are facts
    that the vocabulary does not have yet; `features` the register's codes as terms, as in `saralau/elements/1`.
    """

    schema_: Literal["saralau/patch/1"] = Field(alias="schema")
    jurisdiction: str
    act: str
    articles: list[EncodedArticle] = []
    unchanged: list[str] = []
    families: list[Family] = []
    terms: list[Term] = []
    features: dict[Code, Code | list[Code]] = {}
