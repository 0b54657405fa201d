"""Shapes: what answers, and what packs have."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from saralau.api.models.common import Shape


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


class Counted(Shape):
    """Acts and texts of one kind."""

    of: str = Field(description="the state, the language, or the year of the edition")
    works: int = Field(ge=0)
    texts: int = Field(ge=0)


class Corpus(Shape):
    """What the library has, counted."""

    works: int = Field(ge=0)
    texts: int = Field(ge=0)
    jurisdictions: list[Counted]
    languages: list[Counted]
    years: list[Counted]


class Packs(Shape):
    """What packs have."""

    registers: list[str]
    encoded: list[str] = Field(description="jurisdictions whose offences are encoded, so that cases can be qualified")
    treaties: list[str]
    instruments: list[str] = Field(description="jurisdictions whose standing to treaties is known")
    timelines: list[str]
