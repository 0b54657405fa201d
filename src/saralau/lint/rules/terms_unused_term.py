"""D001: a term that is defined and used nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """What the room of terms finds of this kind; the other places belong to it."""
    for one in subject.terms:
        if one.kind == "unused":
            related = tuple(other.span for other in one.others if other.act == one.act)
            yield Finding(one.span, one.address, {"term": one.term}, related=related)


RULE = Rule("D001", "unused-term", "terms", check)
