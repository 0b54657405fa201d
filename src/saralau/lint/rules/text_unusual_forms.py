"""T014: as T011, in phrases that the act has less often."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.phrases import slips
from saralau.lint.rules.text_broken_agreement import STRONG
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Forms that stand out. Half of them are right, since a phrase of five occurrences may well have another form."""
    words = subject.vocabulary
    for slip in slips(words):
        if max(slip.counts) < STRONG:
            span = words.span(slip.index)
            yield Finding(span, words.addresses[slip.index], {"words": subject.words(span), "meant": slip.usual})


RULE = Rule("T014", "unusual-form", "text", check, on=False)
