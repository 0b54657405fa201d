"""S005: an article that numbers its only part."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.acts import Kind
from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Articles with a part 1 and no other; excluded parts, which keep their number, count."""
    for _, address, held in subject.series:
        if len(held) == 1 and held[0].kind is Kind.PART and held[0].number == "1" and not held[0].implied:
            yield Finding(held[0].label or held[0].text[0], held[0].address or address)


RULE = Rule("S005", "single-part", "structure", check)
