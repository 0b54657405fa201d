"""R008: a reference to an act with a date or a number that is not its own, or that no calendar has."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """References whose date or number the register of acts contradicts."""
    for citation in subject.citations:
        if citation.disputed is not None:
            yield Finding(citation.span, citation.at, {"told": citation.disputed})


RULE = Rule("R008", "disputed-act", "references", check)
