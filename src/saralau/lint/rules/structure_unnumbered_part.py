"""S007: a part without a number in an article of several."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """First parts before a numbered second one, and offences that follow another's sanction without a number."""
    for defect in subject.defects:
        if defect.code in ("unnumbered_first_part", "unnumbered_part"):
            yield Finding(defect.span, defect.address)


RULE = Rule("S007", "unnumbered-part", "structure", check)
