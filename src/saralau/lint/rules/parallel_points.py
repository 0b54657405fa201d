"""L008: points that the two texts number or count differently."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.parallels import differing
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Points on one side only, or excluded on one side only."""
    yield from (
        one for one in differing(subject, "unit", "excluded") if one.address is not None and one.address.point is not None
    )


RULE = Rule("L008", "parallel-points", "parallel", check)
