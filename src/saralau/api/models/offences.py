"""Shapes: offences, groups, registers of packs."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from saralau.api.models.common import Listed, Shape, of

Offence = of("offence-1")
Agreement = of("agreement-1")


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


class RegisteredAct(Shape):
    """The act of a register, and the file of which it was made; null where no pack knows the act."""

    id: str | None
    jurisdiction: str | None
    portal_id: str | None
    titles: dict[str, str]
    title: str | None
    language: str
    edition: str
    source: dict[str, Any]
    general_part: dict[str, Any] | None


class MadeRegister(Shape):
    """A register (`saralau/register/1`): offences as in `offence-1`, without words, nulls and what is empty."""

    schema_: Literal["saralau/register/1"] = Field(alias="schema")
    made_by: str
    act: RegisteredAct
    ledger: dict[str, int] = Field(description="how many signs of the text stand in what")
    chapters: list[dict[str, Any]]
    articles: list[dict[str, Any]]
    offences: list[dict[str, Any]]
    kin: list[dict[str, Any]]
    gaps: list[dict[str, Any]]
    gap_candidates: int
    defects: list[dict[str, Any]]
    defect_counts: dict[str, int]


class Placed(BaseModel):
    """Provisions (parts, points) and articles that somebody puts in a group."""

    model_config = ConfigDict(extra="allow")
    provisions: list[str] = []
    articles: list[str] = []


class Lists(BaseModel):
    """Somebody's lists of cybercrime provisions, of the shape of a file for `saralau classify --compare`."""

    model_config = ConfigDict(
        extra="allow", json_schema_extra={"examples": [{"groups": {"II": {"provisions": ["10(2)(4)", "20"]}}}]}
    )
    groups: dict[str, Placed] = Field(min_length=1, description="by group: I, II, III")
