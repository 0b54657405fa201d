"""L003: an additional punishment that must be imposed by one text and may be by the other."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.parallels import differing
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Obligatory or optional; what hangs on a condition is another rule's."""
    yield from differing(subject, "application", unless=lambda one: one.condition is not None)


RULE = Rule("L003", "parallel-application", "parallel", check)
