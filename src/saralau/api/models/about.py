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


class Packs(Shape):
    """What packs have."""

    registers: list[str]
    encoded: list[str] = Field(description="jurisdictions whose offences are encoded, so that cases can be qualified")
    treaties: list[str]
    instruments: list[str] = Field(description="jurisdictions whose standing to treaties is known")
    timelines: list[str]
