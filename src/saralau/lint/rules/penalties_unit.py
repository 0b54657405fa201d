"""P011: a number of which the sanction does not say what it counts."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Amounts without a unit."""
    for defect in subject.defects:
        if defect.code == "missing_unit":
            yield Finding(defect.span, defect.address, {"words": subject.words(defect.span)})


RULE = Rule("P011", "amount-of-what", "penalties", check)
