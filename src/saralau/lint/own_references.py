"""References of an act to itself, without those that only look like it."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from saralau.acts import Address, Kind
from saralau.citations import Citation
from saralau.languages import Language
from saralau.lint.subject import Subject


def of_this_act(subject: Subject, citation: Citation) -> bool:
    """Whether a reference stands in the act's own wording; in what it quotes of another, "this article" is that one's."""
    before = (
        bisect_right(subject.quotations, (citation.phrase.start, subject.quotations[-1].end)) if subject.quotations else 0
    )
    return before == 0 or not subject.quotations[before - 1].covers(citation.phrase)


def by_number(subject: Subject, citation: Citation) -> bool:
    """Whether a reference of the act names a part or a point of it by its number.

    "This part" names no number, in "the second part of this point" a part is a paragraph, and so is an indent anywhere;
    "a tenth part" without a word for this act or its article is a share.
    """
    address, folded = citation.address, subject.act.folded
    if address is None or citation.place or not (address.part or address.point):
        return False
    here, this = _patterns(subject.act.language)
    told = not citation.relative or this.search(folded, *citation.phrase)
    return bool(told) and not here.search(folded, *citation.phrase) and of_this_act(subject, citation)


def paragraph_of(subject: Subject, address: Address) -> bool:
    """Whether a part that has no number may be meant: the article numbers none and has as many paragraphs."""
    article = subject.contents.units.get(Address(address.article))
    if article is None or address.part is None or not address.part.isdecimal():
        return False
    return not any(unit.kind is Kind.PART for unit in article.children) and int(address.part) <= len(article.text)


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words that name a smaller unit than an article without a number, and words for this act and its units."""
    citing = language.citing
    smaller = "|".join(citing.units[unit] for unit in ("part", "point", "subpoint", "indent") if unit in citing.units)
    indent = citing.units.get("indent", "(?!)")
    return re.compile(rf"(?:{citing.this})\s+(?:{smaller})|\b(?:{indent})"), re.compile(citing.this)
