"""R004: a point that is called a part, or a part that is called a point."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.own_references import by_number
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """References to a unit that is there under another name."""
    for citation, resolution in subject.resolved:
        there, named = resolution.address, citation.address
        misnamed = resolution.misnamed and by_number(subject, citation)
        if misnamed and there is not None and named is not None and there.point != named.point:
            yield Finding(citation.span, citation.at, {"to": there.printed})


RULE = Rule("R004", "misnamed-unit", "references", check)
