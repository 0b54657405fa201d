"""L006: a punishment that only one of the two texts threatens."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.parallels import differing
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Punishments, and whole sanctions, on one side only."""
    yield from differing(subject, "punishment", "offence")


RULE = Rule("L006", "parallel-punishment", "parallel", check)
