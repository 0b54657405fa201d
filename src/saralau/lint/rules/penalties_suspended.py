"""P009: a note that tells another day than the text until which a provision does not apply."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from saralau.acts import Address
from saralau.citations import find_citations
from saralau.documents import Span
from saralau.languages import Language
from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject
from saralau.lint.words import lexicon

_NUMERIC = re.compile(r"([0-9]{1,2})\.([0-9]{2})\.([0-9]{4})")


class Suspension(NamedTuple):
    """Words that suspend an article until a day (ISO)."""

    span: Span
    article: str
    until: str
    at: Address | None


def check(subject: Subject) -> Iterator[Finding]:
    """What an editor's note says of an article against what the act itself says of it."""
    notes = ((note.span, note.home) for note in subject.notes if not note.understood)
    noted = list(_suspensions(subject, notes))
    if not noted:
        return
    own = {one.article: one for one in _suspensions(subject, subject.places)}
    for note in noted:
        law = own.get(note.article)
        if law is not None and law.until != note.until:
            source = law.at.printed if law.at else "–"
            told = {"article": note.article, "noted": note.until, "until": law.until, "source": source}
            home = Address(note.article) if Address(note.article) in subject.units else note.at
            yield Finding(note.span, home, told, related=(law.span,))


def _suspensions(subject: Subject, places: Iterable[tuple[Span, Address | None]]) -> Iterator[Suspension]:
    act, suspending = subject.act, lexicon("suspending", subject.act.language)
    if suspending is None:
        return
    for span, at in places:
        for _, start, end in suspending.find(act.folded, *span):
            until, named = _day(act.folded[start:end], act.language), _article(subject, span, start, at)
            if until is not None and named is not None:
                yield Suspension(Span(start, end), named, until, at)


def _article(subject: Subject, line: Span, start: int, at: Address | None) -> str | None:
    """The article named nearest to the words, in their line."""
    words = subject.words(line)
    cited = [
        (abs(one.span.start + line.start - start), one.address.article)
        for one in find_citations(words, subject.act.language.code, at)
        if one.address is not None and one.work is None
    ]
    return min(cited, default=(0, None))[1]


def _day(words: str, language: Language) -> str | None:
    """The date in the words, in figures or with the name of the month."""
    if found := _NUMERIC.search(words):
        day, month, year = found.groups()
        return f"{year}-{month}-{int(day):02}"
    months = language.naming.months
    form = language.naming.dates[0].replace("{months}", "|".join(f"(?:{stem})" for stem in months.values()))
    said = re.search(form, words)
    if said is None:
        return None
    number = next(number for number, stem in months.items() if re.match(stem, said["month"]))
    return f"{said['year']}-{number:02}-{int(said['day']):02}"


RULE = Rule("P009", "note-against-text", "penalties", check, on_offences=False)
