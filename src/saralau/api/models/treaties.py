"""Shapes: treaties, and how states stand to them."""

from __future__ import annotations

from pydantic import Field

from saralau.api.models.common import Listed, Shape, of

Coverage = of("coverage-1")
Instrument = of("instrument-1")
Relevance = of("relevance-1")
Timeline = of("told-timeline-1")


class TreatyListed(Shape):
    """A treaty in hand."""

    treaty: str
    titles: dict[str, str]
    verified: bool = Field(description="read from its official text")
    obligations: int


class Treaties(Listed[TreatyListed]):
    """A page of treaties in hand."""


class Instruments(Listed[Instrument]):  # type: ignore[valid-type]  # a record described by its schema
    """A page of instruments."""


class Relevances(Listed[Relevance]):  # type: ignore[valid-type]  # a record described by its schema
    """A page of obligations that bear on a provision."""
