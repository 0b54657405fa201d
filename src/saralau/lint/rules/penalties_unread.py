"""P010: words of a sanction that the grammar cannot place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from saralau.documents import Span
from saralau.languages.numbers import in_digits
from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject

_DIGITS = re.compile("[0-9]+")


def check(subject: Subject) -> Iterator[Finding]:
    """Every stretch that is read as no punishment, bound or condition, if the act says so nowhere else, numbers apart.

    What it says again is a formula that the grammar does not have, and no slip.
    """
    unread = [(span, offence.address) for offence in subject.by_address.values() for span in offence.sanction.unread]
    shapes = Counter(_shape(subject, span) for span, _ in unread)
    for span, address in unread:
        if shapes[_shape(subject, span)] == 1:
            yield Finding(span, address, {"words": subject.words(span).strip()})


def _shape(subject: Subject, span: Span) -> str:
    words = in_digits(subject.act.folded[span.start : span.end], subject.act.language.numerals)
    return " ".join(_DIGITS.sub("#", words).split()).strip(" ,.;")


RULE = Rule("P010", "unread-penalty", "penalties", check, on=False)
