"""P012: the same additional punishment twice in one sanction."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """A punishment that repeats the one before it in every respect; one of the two is a slip."""
    for defect in subject.defects:
        if defect.code == "doubled_phrase":
            yield Finding(defect.span, defect.address, {"words": subject.words(defect.span)})


RULE = Rule("P012", "penalty-twice", "penalties", check)
