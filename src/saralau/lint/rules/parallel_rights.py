"""L007: a right or a post that the two texts word more narrowly or more widely."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.parallels import differing
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """The kind of a deprivation of a right."""
    yield from differing(subject, "qualifier")


RULE = Rule("L007", "parallel-qualifier", "parallel", check)
