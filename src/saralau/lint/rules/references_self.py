"""R005: a provision that refers to itself by its number."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.own_references import numbered
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """References to the part or the point in which they stand, ranges that hold it included."""
    for citation, _ in numbered(subject):
        named, at = citation.address, citation.at
        if named is not None and at is not None and not citation.excepted and _same(named, at, citation.until):
            yield Finding(citation.span, at, {"to": named.printed})


def _same(named, at, until):  # type: ignore[no-untyped-def]
    if named == at:
        return True
    return named.point is None and at.within == named and until is None


RULE = Rule("R005", "self-reference", "references", check)
