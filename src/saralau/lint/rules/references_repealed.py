"""R007: a reference to an act that is repealed."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """References to acts of which a pack tells that they no longer hold. The article that repeals them must name them."""
    found = [one for one in subject.citations if one.work is not None and one.work.repealed is not None]
    repealing = _repealing(subject, {one.at.article for one in found if one.at})
    for one in found:
        if one.work is not None and (one.at is None or one.at.article not in repealing):
            yield Finding(one.span, one.at, {"act": subject.words(one.phrase), "on": one.work.repealed})


def _repealing(subject: Subject, articles: set[str]) -> set[str]:
    """Those of some articles that say of something that it no longer holds."""
    words, folded = subject.act.language.naming.no_longer, subject.act.folded
    inside = ((span, at.article) for span, at in subject.places if at and at.article in articles)
    return {article for span, article in inside if words.search(folded, *span)}


RULE = Rule("R007", "repealed-act", "references", check)
