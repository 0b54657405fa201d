"""R003: a reference to a part of an article that has no parts."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.own_references import by_number
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """References to the first part of an article that is one whole: left over from parts that are gone, or a slip."""
    for citation, resolution in subject.resolved:
        there, named = resolution.address, citation.address
        if not resolution.misnamed or there is None or named is None or named.part is None:
            continue
        if there.part is None and there.point == named.point and by_number(subject, citation):
            yield Finding(citation.span, citation.at, {"to": named.printed, "article": named.article})


RULE = Rule("R003", "undivided-article", "references", check)
