"""R005: a provision that refers to itself by its number."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.own_references import numbered
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """References to the part or the point in which they stand, or, in a point, to its part; not "save part two"."""
    for citation, _ in numbered(subject):
        named, at = citation.address, citation.at
        if named is not None and at is not None and not citation.excepted and citation.until is None and named.holds(at):
            yield Finding(citation.span, at, {"to": named.printed})


RULE = Rule("R005", "self-reference", "references", check)
