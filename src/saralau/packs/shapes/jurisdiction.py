"""The shapes of a jurisdiction, its acts, and how texts name them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from saralau.packs.shapes.common import Code, Date, Labels, Shape, Wording


class ActEntry(Shape):
    slug: str
    portal_id: str
    iri: str
    adopted: Date
    number: str
    kind: Code
    titles: Labels
    headings: list[str]
    general_part: str | None = None


class Jurisdiction(Shape):
    """A jurisdiction and its acts: what is national about names and numbers."""

    schema_: Literal["saralau/jurisdiction/1"] = Field(alias="schema")
    jurisdiction: str
    titles: Labels
    acts: list[ActEntry]
    published_within: int | None = None  # days after it is passed, at the latest
    outside: list[Code] = []  # objects of offences that other laws punish, which are not encoded


class Defaults(Shape):
    """What is taken where a user names nothing."""

    schema_: Literal["saralau/defaults/1"] = Field(alias="schema")
    register_: str = Field(alias="register")


class Work(Shape):
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


class Numbering(Shape):
    """How a portal makes an id of an act's number, since a year."""

    since: str
    digits: int
    end: str


class Works(Shape):
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
