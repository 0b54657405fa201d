"""Shapes: how long wordings last, why they do not, what a new edition makes stale."""

from __future__ import annotations

from saralau.api.models.common import Listed, of

Stability = of("stability-1")
Causes = of("causes-1")
Stale = of("stale-1")


class CausesRows(Listed[Causes]):  # type: ignore[valid-type]  # a record described by its schema
    """Acts with their indicators, all that were asked for."""
