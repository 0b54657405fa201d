"""P007: a minimum above the maximum."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Bounds in the wrong order, whichever punishment they are of; what only repeats them is not named again."""
    for offence in subject.by_address.values():
        for one in (*offence.sanction.principal, *offence.sanction.additional):
            if one.minimum is not None and one.maximum is not None and one.minimum > one.maximum and one.same_as is None:
                yield Finding(one.span, offence.address, {"words": subject.words(one.span)})


RULE = Rule("P007", "minimum-above-maximum", "penalties", check)
