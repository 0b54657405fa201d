"""S009: a number with no words behind it."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Parts, points and notes of which only the number is there."""
    text = subject.act.document.text
    for unit, address in subject.placed:
        if unit.label is None or unit.excluded or unit.children or unit.closing or len(unit.text) > 1:
            continue
        if not any(letter.isalpha() for letter in text[unit.label.end : unit.text[0].end]):
            yield Finding(unit.label, address, {"number": subject.words(unit.label)})


RULE = Rule("S009", "empty-unit", "structure", check)
