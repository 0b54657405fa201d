"""The shapes of treaties, and of how a state stands to them."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from saralau.packs.shapes.common import Code, Date, Labels, Provision, Shape


class Permitted(Shape):
    source: Provision
    by: Literal["declaration", "reservation"]
    label: Labels
    facts: dict[str, Code | list[Code]]


class Extended(Shape):
    source: Provision
    reservable: Provision | None = None
    optional: bool = False


class TreatyScenario(Shape):
    id: Code
    source: Provision | None = None
    label: Labels
    reservable: Provision | None = None
    acts: list[dict[str, Any]] = Field(min_length=1)


class TreatyObligation(Shape):
    id: Code
    source: Provision
    label: Labels
    reservable: Provision | None = None
    may_require: list[Permitted] = []
    attempt: Extended | None = None
    aiding: Extended | None = None
    scenarios: list[TreatyScenario] = Field(min_length=1)


class Demanded(Shape):
    kind: Literal["aiding", "attempt", "preparation", "legal_persons", "limitation", "sanctions"]
    source: Provision
    optional: bool = False
    includes: list[Code] = []


class TreatyPack(Shape):
    """A treaty as obligations and their scenarios; the room of treaties reads the terms."""

    schema_: Literal["saralau/treaty/1"] = Field(alias="schema")
    treaty: str
    titles: Labels
    verified: bool
    source: str
    general: list[Demanded] = []
    no_obligation: dict[str, Any] | None = None
    groups: dict[Literal["I", "II", "III"], list[str]] = {}  # articles by the group of cybercrime that they are of
    obligations: list[TreatyObligation]


class Instrument(Shape):
    treaty: str
    adopted: Date
    place: Labels
    status: Literal["party", "signed", "not_joined", "declared", "unknown"]
    verified: bool
    source: Literal["text", "paper", "knowledge"]
    in_force: Date | None = None
    since: Date | None = None
    signed_from: Date | None = None
    replaces: Date | None = None


class Instruments(Shape):
    """How a state stands to international instruments, as of a day."""

    schema_: Literal["saralau/instruments/1"] = Field(alias="schema")
    jurisdiction: str
    as_of: Date
    instruments: list[Instrument]
