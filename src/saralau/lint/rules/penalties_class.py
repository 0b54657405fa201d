"""P006: a sanction that is a misdemeanour's and a crime's at once."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject
from saralau.offences.general_part import class_of


def check(subject: Subject) -> Iterator[Finding]:
    """Kinds that only a crime knows beside kinds that only a misdemeanour knows, or amounts that tell different classes."""
    if subject.rules is None:
        return
    marks = [subject.rules["classes"][mark] for mark in ("misdemeanour_only", "crime_only")]
    for offence in subject.by_address.values():
        found = [[one for one in offence.sanction.principal if one.kind in mark["kinds"]] for mark in marks]
        if all(found):
            told = {"words": subject.words(found[1][0].span), "other": subject.words(found[0][0].span)}
            yield Finding(found[1][0].span, offence.address, told, related=(found[0][0].span,))
        elif class_of(offence.sanction, subject.rules).reason == "class-amounts-disagree":
            first, last = offence.sanction.principal[0], offence.sanction.principal[-1]
            told = {"words": subject.words(last.span), "other": subject.words(first.span)}
            yield Finding(last.span, offence.address, told, related=(first.span,))


RULE = Rule("P006", "two-classes", "penalties", check)
