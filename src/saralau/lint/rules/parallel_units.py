"""L001: an article or a part that only one of the two texts has."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.parallels import differing
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Units on one side only, or excluded on one side only; points are another rule's."""
    yield from (
        one for one in differing(subject, "unit", "excluded") if one.address is not None and one.address.point is None
    )


RULE = Rule("L001", "parallel-unit", "parallel", check)
