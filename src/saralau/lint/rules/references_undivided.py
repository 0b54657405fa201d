"""R003: a reference to a part of an article that has no parts."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.own_references import numbered
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """References to the first part of an article that is one whole: left over from parts that are gone, or a slip."""
    for citation, resolution in numbered(subject):
        there, named = resolution.address, citation.address
        if resolution.misnamed and there is not None and named is not None and named.part is not None:
            if there.part is None and there.point == named.point:
                yield Finding(citation.span, citation.at, {"to": named.printed, "article": named.article})


RULE = Rule("R003", "undivided-article", "references", check)
