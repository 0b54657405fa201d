"""L002: the texts in two languages threaten different amounts."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.parallels import differing
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Bounds, units and multiples of a punishment that both texts have; what only repeats them is not named again."""
    yield from differing(subject, "amount", unless=lambda one: one.same_as is not None)


RULE = Rule("L002", "parallel-amount", "parallel", check)
