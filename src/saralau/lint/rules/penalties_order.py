"""P008: alternatives that do not stand from the mildest to the gravest."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject
from saralau.lint.threats import figures
from saralau.offences.model import Category


def check(subject: Subject) -> Iterator[Finding]:
    """The order is the pack's for the class. What stands under a condition has a place of its own."""
    severity = figures(subject).data["severity"]
    for offence in subject.by_address.values():
        order = severity["misdemeanour" if offence.category is Category.MISDEMEANOUR else "crime"]["kinds"]
        ranked = [one for one in offence.sanction.principal if one.condition is None and one.kind in order]
        for one, other in pairwise(ranked):
            if order.index(one.kind) > order.index(other.kind):
                told = {"words": subject.words(other.span), "other": subject.words(one.span)}
                yield Finding(other.span, offence.address, told, related=(one.span,))


RULE = Rule("P008", "order-of-severity", "penalties", check)
