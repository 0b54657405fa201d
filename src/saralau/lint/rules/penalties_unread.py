"""P010: words of a sanction that the grammar cannot place."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Every stretch that is read as no punishment, bound or condition."""
    for offence in subject.by_address.values():
        for span in offence.sanction.unread:
            yield Finding(span, offence.address, {"words": subject.words(span).strip()})


RULE = Rule("P010", "unread-penalty", "penalties", check)
