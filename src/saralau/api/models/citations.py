"""Shapes: references."""

from __future__ import annotations

from saralau.api.models.common import Listed, Shape, of

Citation = of("citation-1")
Graph = of("graph-1")
Audit = of("audit-1")


class Cited(Shape):
    """A reference of a provision: where, in which words, to what, and what stands there."""

    eid: str | None
    words: str
    href: str | None
    told: str
    status: str


class CitedRows(Listed[Cited]):
    """A page of references of a provision."""


class Citations(Listed[Citation]):  # type: ignore[valid-type]  # a record described by its schema
    """A page of references."""
