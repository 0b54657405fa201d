"""R005: a provision that refers to itself by its number."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.own_references import by_number
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """References to the part or the point in which they stand, or, in a point, to its part; not "save part two"."""
    for citation, _ in subject.resolved:
        named, at = citation.address, citation.at
        if named is None or at is None or citation.excepted or citation.until is not None or not named.holds(at):
            continue
        if by_number(subject, citation):
            yield Finding(citation.span, at, {"to": named.printed})


RULE = Rule("R005", "self-reference", "references", check)
