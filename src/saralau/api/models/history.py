"""Shapes: amendments, days, editions."""

from __future__ import annotations

from saralau.api.models.common import Listed, of

Event = of("event-1")
Standing = of("standing-1")
Diff = of("diff-1")


class Events(Listed[Event]):  # type: ignore[valid-type]  # a record described by its schema
    """A page of amendments."""


class Standings(Listed[Standing]):  # type: ignore[valid-type]  # a record described by its schema
    """A page of articles on a day."""
