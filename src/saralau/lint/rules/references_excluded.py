"""R002: a reference to a provision that is excluded."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.own_references import of_this_act
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """References to provisions that keep their number and have lost their words."""
    for citation, resolution in subject.resolved:
        if resolution.status == "excluded" and citation.address is not None and of_this_act(subject, citation):
            yield Finding(citation.span, citation.at, {"to": citation.address.printed})


RULE = Rule("R002", "excluded-reference", "references", check)
