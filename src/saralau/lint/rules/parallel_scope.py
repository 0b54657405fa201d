"""L005: an additional punishment that comes on top of all alternatives in one text, of one in the other."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.parallels import differing
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """To which alternatives an additional punishment is attached."""
    yield from differing(subject, "scope")


RULE = Rule("L005", "parallel-scope", "parallel", check)
