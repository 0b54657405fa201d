"""S006: a heading with a number and no title, in an act that gives its like titles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from saralau.acts import Kind
from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject

_KINDS = (Kind.SECTION, Kind.CHAPTER, Kind.PARAGRAPH, Kind.ARTICLE)
_SHARE = 0.9  # of units of the kind that have a title, from which one without it is a slip


def check(subject: Subject) -> Iterator[Finding]:
    """Headings without a title. What is excluded needs none."""
    every = [(unit, address) for unit, address in subject.placed if unit.kind in _KINDS and not unit.excluded]
    counts = Counter(unit.kind for unit, _ in every)
    titled = Counter(unit.kind for unit, _ in every if unit.title)
    for unit, address in every:
        if not unit.title and titled[unit.kind] >= _SHARE * counts[unit.kind]:
            yield Finding(unit.heading[0], address)


RULE = Rule("S006", "empty-heading", "structure", check)
