"""F005: a feature that a milder part of the article already has."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """The same words in a part and in one that it builds upon: which of the two threatens is open.

    Where a part extends single points of another, those points are what it means.
    """
    for offence in subject.by_address.values():
        milder = {}
        for base in offence.extends:
            if base.point is None and base in subject.by_address:
                for one in subject.said[base]:
                    milder[one.code, one.stems] = (one, base)
        for one in subject.said[offence.address]:
            if (one.code, one.stems) in milder:
                known, base = milder[one.code, one.stems]
                told = {"words": subject.words(one.span), "part": base.printed}
                yield Finding(one.span, offence.address, told, related=(known.span,))


RULE = Rule("F005", "feature-again", "features", check)
