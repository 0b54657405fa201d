"""R007: a reference to an act that is repealed."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.acts import Address
from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """References to acts of which a pack tells that they no longer hold. The article that repeals them must name them."""
    for citation in subject.citations:
        if citation.work is not None and citation.work.repealed is not None and not _repeals(subject, citation.at):
            told = {"act": subject.words(citation.phrase), "on": citation.work.repealed}
            yield Finding(citation.span, citation.at, told)


def _repeals(subject: Subject, at: Address | None) -> bool:
    """Whether an article says of something that it no longer holds."""
    words, folded = subject.act.language.naming.repeals, subject.act.folded
    inside = (span for span, address in subject.places if at and address and address.article == at.article)
    return any(words.search(folded, *span) for span in inside)


RULE = Rule("R007", "repealed-act", "references", check)
