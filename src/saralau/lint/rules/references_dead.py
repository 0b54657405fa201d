"""R001: a reference to a provision of this act that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """References to nothing. A stretch of the act that the text does not have is no defect of the act."""
    for citation, resolution in subject.resolved:
        if resolution.status == "dead" and citation.address is not None:
            yield Finding(citation.span, citation.at, {"to": citation.address.printed})


RULE = Rule("R001", "dead-reference", "references", check)
