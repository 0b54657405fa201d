"""F003: a feature that stands twice in one part."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.points import Said
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Two points that say the same, endings apart."""
    for offence in subject.by_address.values():
        first: dict[tuple[str, tuple[str, ...]], Said] = {}
        for one in subject.said[offence.address]:
            known = first.setdefault((one.code, one.stems), one)
            if known is not one and known.point != one.point:
                yield Finding(one.span, offence.address, {"words": subject.words(one.span)}, related=(known.span,))


RULE = Rule("F003", "feature-twice", "features", check)
