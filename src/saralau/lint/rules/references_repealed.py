"""R007: a reference to an act that is repealed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """References to acts of which a pack tells that they no longer hold. The article that repeals them must name them."""
    repealing = _repealing(subject)
    for citation in subject.citations:
        if citation.work is not None and citation.work.repealed is not None and not citation.assumed:
            if citation.at is None or citation.at.article not in repealing:
                yield Finding(citation.span, citation.at, {"act": subject.words(citation.span), "on": citation.work.repealed})


def _repealing(subject: Subject) -> frozenset[str]:
    """Articles that say of something that it no longer holds."""
    words = subject.act.language.amending.effects.get("repealed")
    if words is None:
        return frozenset()
    pattern = re.compile(words)
    return frozenset(
        address.article for span, address in subject.places if address and pattern.search(subject.act.folded, *span)
    )


RULE = Rule("R007", "repealed-act", "references", check)
