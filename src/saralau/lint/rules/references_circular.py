"""R012: two provisions of which each refers to the other for what it means."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.acts import Address
from saralau.citations import Citation
from saralau.lint.model import Finding, Rule
from saralau.lint.own_references import by_number
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Pairs of parts or points that name each other; told at the second."""
    seen: dict[tuple[Address, Address], Citation] = {}
    for citation, resolution in subject.resolved:
        at, there = citation.at, resolution.address
        if at is None or there is None or citation.excepted or resolution.status != "exists" or at == there:
            continue
        back = seen.get((there, at))
        if back is not None and by_number(subject, citation) and by_number(subject, back):
            yield Finding(citation.span, at, {"to": there.printed}, related=(back.span,))
        seen.setdefault((at, there), citation)


RULE = Rule("R012", "circular-reference", "references", check)
