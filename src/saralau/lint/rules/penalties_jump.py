"""P004: from a misdemeanour to a grave crime within one article. For information."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject
from saralau.lint.threats import extended, of_result
from saralau.offences.model import Category

_FAR = (Category.GRAVE, Category.ESPECIALLY_GRAVE)


def check(subject: Subject) -> Iterator[Finding]:
    """The first part that turns a misdemeanour into a grave crime, if nothing of the article lies between.

    A part that is graver for its result or its time alone is not named.
    """
    told = set()
    for offence, base in extended(subject):
        article = offence.address.article
        if article in told or base.category is not Category.MISDEMEANOUR or offence.category not in _FAR:
            continue
        between = {one.category for one in subject.by_article[article]} & {Category.MINOR, Category.MEDIUM}
        if not between and not of_result(offence):
            told.add(article)
            yield Finding(offence.sanction.span, offence.address, {"base": base.address.printed})


RULE = Rule("P004", "category-jump", "penalties", check, on=False)
