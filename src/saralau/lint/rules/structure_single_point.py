"""S004: a list of one point."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.acts import Kind
from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Lists in which only one point is left or ever was; excluded ones, which keep their number, count."""
    for _, address, held in subject.series:
        if len(held) == 1 and held[0].kind is Kind.POINT and not held[0].excluded:
            yield Finding(held[0].label or held[0].text[0], held[0].address or address)


RULE = Rule("S004", "single-point", "structure", check)
