"""T011: a form of a word that the act has once in a phrase which it has often, and otherwise always with another form."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.phrases import slips
from saralau.lint.subject import Subject

STRONG = 40  # times that one of the neighbours has the usual form beside it, from which another form is a slip


def check(subject: Subject) -> Iterator[Finding]:
    """Slips of agreement in set phrases ("by previous agreement"). Not mended: the phrase may be meant otherwise."""
    words = subject.vocabulary
    for slip in slips(words):
        if max(slip.counts) >= STRONG:
            span = words.span(slip.index)
            yield Finding(span, words.addresses[slip.index], {"words": subject.words(span), "meant": slip.usual})


RULE = Rule("T011", "broken-agreement", "text", check)
