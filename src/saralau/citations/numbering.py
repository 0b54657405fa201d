"""Which words of a reference number which level of the place that it names: what renumbering has to write anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from saralau.acts import Address
from saralau.citations.chains import members_of
from saralau.citations.groups import groups_of
from saralau.citations.lexing import places, runs
from saralau.citations.lists import completed, parted
from saralau.citations.model import Citation
from saralau.documents import Span
from saralau.languages import Language
from saralau.languages.model import Numerals

_DIGITS = re.compile(r"[0-9]+[a-z]?(?:-[0-9]+)*")


class Numbered(NamedTuple):
    """Words that number a unit: its level (article, part, point ...), the number that they tell, where they stand."""

    level: str
    number: str
    span: Span


def numbers_of(folded: str, citation: Citation, language: Language, *, subpoints: bool) -> tuple[Numbered, ...]:
    """The numbers in the words of a reference, of all levels on the way to the place that it names.

    None of the words "of this article", which have no number. `subpoints` as in `find_chains`. Linear in the phrase.
    """
    here, citing = citation.at or Address(""), language.citing
    found: dict[Span, Numbered] = {}
    starts = places(folded, citation.phrase, language)
    for run, article in completed(list(runs(folded, citation.phrase, language, starts)), folded, citing):
        at = here if article is None else Address(article.value)
        for piece in parted(run, citing):
            groups = groups_of(piece, citing, at, subpoints=subpoints)
            if not any(member.span == citation.span for member in members_of(groups, at)):
                continue
            told = [Numbered(group.unit, token.value, token.span) for group in groups for token in group.numbers]
            if article is not None:
                told.append(Numbered("article", article.value, article.span))
            found.update((one.span, one) for one in told)
    if citation.span not in found and citation.address is not None and not citation.place:  # a list has named its unit
        level, number = _own(citation.address)
        if _DIGITS.match(folded, *citation.span) and folded.startswith(number, citation.span.start):
            found[citation.span] = Numbered(level, number, citation.span)
    return tuple(sorted(found.values(), key=lambda one: one.span))


def _own(address: Address) -> tuple[str, str]:
    """The level of an address and its number there."""
    if address.point is not None:
        return "point", address.point
    return ("article", address.article) if address.part is None else ("part", address.part)


def renumbered(words: str, old: str, new: str, numerals: Numerals) -> str | None:
    """The words of a number with another number in them, in the same form; None if they do not tell the old one.

    An ordinal keeps its case ("второй" to "третьей"); a number that no ordinal tells is written in digits.
    """
    digits = _DIGITS.match(words.lower())
    if digits is not None:
        return new + words[digits.end() :] if digits.group() == old else None
    if len(words) == len(old) and words.lower() == old:  # a lettered point
        return new
    if str(numerals.ordinals.get(words.lower(), "")) != old:
        return None
    said = next(_alike(words.lower(), int(old), int(new), numerals), new) if new.isdecimal() else new
    return said.capitalize() if words[0].isupper() else said


def _alike(word: str, old: int, new: int, numerals: Numerals) -> Iterator[str]:
    """The ordinal of `new` in the form that `word` is of the ordinal of `old`; forms are listed in one order."""
    forms, others = ([form for form, value in numerals.ordinals.items() if value == wanted] for wanted in (old, new))
    if len(forms) == len(others):
        yield others[forms.index(word)]
