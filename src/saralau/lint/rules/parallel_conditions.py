"""L004: a punishment that the two texts threaten in different cases."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.parallels import differing
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """The points or circumstances on which a punishment hangs."""
    yield from differing(subject, "condition")


RULE = Rule("L004", "parallel-condition", "parallel", check)
