"""R009: a range that ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Ranges of provisions, of this act and of others, whose second number is not above the first."""
    for citation in subject.citations:
        first, last = citation.address, citation.until
        if first is not None and last is not None and last.sort_key <= first.sort_key:
            yield Finding(citation.phrase, citation.at, {"first": first.printed, "last": last.printed})


RULE = Rule("R009", "reversed-range", "references", check)
