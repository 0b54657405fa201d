"""R010: a list of references that names one provision twice."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.documents import Span
from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Provisions named again within one phrase: instead of the second another may have been meant."""
    seen: dict[object, Span] = {}
    for citation in subject.citations:
        if citation.kind == "provision" and citation.address is not None and not citation.relative:
            key = (citation.phrase, citation.work, citation.address, citation.place, citation.until)
            if key in seen and seen[key] != citation.span:
                yield Finding(citation.span, citation.at, {"to": citation.address.printed}, related=(seen[key],))
            seen.setdefault(key, citation.span)


RULE = Rule("R010", "repeated-reference", "references", check)
