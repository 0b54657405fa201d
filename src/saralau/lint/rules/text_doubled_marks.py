"""T002: two marks where one should stand."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.documents import Span
from saralau.lint.model import Finding, Fix, Rule
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Doubled punctuation. Mended where both marks are the same; of ",, –" nobody knows which was meant."""
    for defect in subject.defects:
        if defect.code == "doubled_punctuation":
            words = subject.words(defect.span)
            if "/" in subject.words(Span(defect.span.start - 1, defect.span.end + 1)):  # a path ("../"), no sentence
                continue
            marks = words.replace(" ", "")
            fix = Fix(defect.span, marks[0]) if len(set(marks)) == 1 and marks[0] in ",;:" else None
            yield Finding(defect.span, defect.address, {"words": words}, fix)


RULE = Rule("T002", "doubled-marks", "text", check)
