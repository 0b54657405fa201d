"""R007: a reference to an act that is repealed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from saralau.documents import Span
from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """References to acts of which a pack tells that they no longer hold. The article that repeals them must name them, and
    one on the passage from the old law to the new, or a line on what was before, does so on purpose.
    """
    told = [one for one in subject.citations if one.work is not None and one.work.repealed is not None]
    if not told:
        return
    articles, lines = _passing(subject)
    found = [
        one
        for one in told
        if not (one.at and one.at.article in articles)
        and not ((at := bisect_right(lines, one.span)) and lines[at - 1].covers(one.span))
    ]
    repealing = _repealing(subject, {one.at.article for one in found if one.at})
    for one in found:
        if one.work is not None and (one.at is None or one.at.article not in repealing):
            yield Finding(one.span, one.at, {"act": subject.words(one.phrase), "on": one.work.repealed})


def _repealing(subject: Subject, articles: set[str]) -> set[str]:
    """Those of some articles that say of something that it no longer holds."""
    words, folded = subject.act.language.naming.no_longer, subject.act.folded
    inside = ((span, at.article) for span, at in subject.places if at and at.article in articles)
    return {article for span, article in inside if words.search(folded, *span)}


def _passing(subject: Subject) -> tuple[set[str], list[Span]]:
    """Articles whose headings, and lines that, speak of the passage from old law to new; lines in the order of the text."""
    words, folded = subject.act.language.naming.passing, subject.act.folded
    articles = {
        one.number or "" for one in subject.act.articles() if any(words.search(folded, *line) for line in one.heading)
    }
    return articles, sorted(span for span, _ in subject.places if words.search(folded, *span))


RULE = Rule("R007", "repealed-act", "references", check)
