"""S002: a number that stands twice, or behind a higher one."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.documents import Span
from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject

_CODES = ("duplicate_number", "number_order", "numbering_restarts")


def check(subject: Subject) -> Iterator[Finding]:
    """Numbers that do not grow, from where a unit begins to the end of its number."""
    for defect in subject.defects:
        if defect.code in _CODES:
            number = subject.words(defect.span).split()[0]
            yield Finding(Span(defect.span.start, defect.span.start + len(number)), defect.address, {"number": number})


RULE = Rule("S002", "numbering-order", "structure", check)
