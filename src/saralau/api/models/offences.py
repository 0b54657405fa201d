"""Shapes: offences, groups, registers of packs."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from saralau.api.models.common import Listed, Shape, of

Offence = of("offence-1")


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


class Registers(Listed[Register]):
    """A page of registers of packs."""


class OffenceRows(Listed[OffenceRow]):
    """A page of offences of a register."""


class Offences(Listed[Offence]):  # type: ignore[valid-type]  # a record described by its schema
    """A page of offences."""
