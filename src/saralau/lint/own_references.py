"""References of an act to itself, without those that only look like it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from saralau.acts import Address, Kind
from saralau.citations import Citation, Resolution
from saralau.documents import Span
from saralau.languages import Language
from saralau.lint.subject import Subject

_QUOTES = '"«“„'


def own(subject: Subject) -> Iterator[tuple[Citation, Resolution]]:
    """References of the act's own wording; in the quoted wording of another act, "this article" is one of that."""
    quoted = tuple(_quoted(subject))
    for citation, resolution in subject.resolved:
        if not any(span.covers(citation.phrase) for span in quoted):
            yield citation, resolution


def numbered(subject: Subject) -> Iterator[tuple[Citation, Resolution]]:
    """References of the act to parts and points of it by their numbers.

    "This part" names no number, in "the second part of this point" a part is a paragraph, and so is an indent anywhere;
    "a tenth part" without a word for this act or its article is a share.
    """
    here, this = _here(subject.act.language), _this(subject.act.language)
    folded = subject.act.folded
    for citation, resolution in own(subject):
        address = citation.address
        if address is None or citation.place or not (address.part or address.point):
            continue
        if not here.search(folded, *citation.phrase) and (not citation.relative or this.search(folded, *citation.phrase)):
            yield citation, resolution


def paragraph_of(subject: Subject, address: Address) -> bool:
    """Whether a part that has no number may be meant: the article numbers none and has as many paragraphs."""
    article = subject.contents.units.get(Address(address.article))
    if article is None or address.part is None or not address.part.isdecimal():
        return False
    return not any(unit.kind is Kind.PART for unit in article.children) and int(address.part) <= len(article.text)


def _quoted(subject: Subject) -> Iterator[Span]:
    """Stretches of units from where the quoted wording of an article begins."""
    heading = subject.act.language.structure.article
    for unit in subject.act.walk():
        lines = (*unit.text, *unit.closing)
        for line in lines:
            if subject.act.document.text[line.start] in _QUOTES and heading.match(subject.act.folded, line.start + 1, line.end):
                yield Span(line.start, lines[-1].end)
                break


@cache
def _here(language: Language) -> re.Pattern[str]:
    citing = language.citing
    smaller = "|".join(citing.units[unit] for unit in ("part", "point", "subpoint", "indent") if unit in citing.units)
    indent = citing.units.get("indent", "(?!)")
    return re.compile(rf"(?:{citing.this})\s+(?:{smaller})|\b(?:{indent})")


@cache
def _this(language: Language) -> re.Pattern[str]:
    return re.compile(language.citing.this)
