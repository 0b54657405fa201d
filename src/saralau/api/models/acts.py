"""Shapes: acts in hand and their provisions."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from saralau.api import examples
from saralau.api.models.common import Listed, Shape, of

Structure = of("structure-1")


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
    standing: Literal[
        "not_asked", "in_hand", "announced", "changed_since", "uncertain", "untold", "unknown",
        "excluded", "not_yet", "not_adopted", "not_in_force",
    ] = Field(
        description="whether the words are those of the day `on`: in_hand, announced: they are, whatever the edition in "
        "`text`; changed_since: they are not, the text of that day is not in hand; uncertain, untold, unknown: they may be "
        "other; excluded, not_yet, not_adopted, not_in_force: nothing of it was law on that day; not_asked without `on`",
        examples=["in_hand"],
    )  # fmt: skip
    changed_by: list[str] = Field(description="laws that stand between the words and the day")
    blocks: list[Block]
    changes: list[Change]
    before: str | None = Field(description="address of the article before")
    behind: str | None = Field(description="address of the article behind")


class Works(Listed[Work]):
    """A page of acts in hand."""
