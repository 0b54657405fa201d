"""T006: the number of a point without its bracket."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Points whose number stands bare. Not mended: the number may also be a word of the point before."""
    for defect in subject.defects:
        if defect.code == "missing_bracket":
            yield Finding(defect.span, defect.address, {"number": subject.words(defect.span)})


RULE = Rule("T006", "missing-bracket", "text", check)
