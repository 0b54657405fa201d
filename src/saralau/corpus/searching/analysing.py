"""Words of a text as search sees them. The index and the queries are analysed by the same functions, so that both meet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from saralau.corpus.model import Cut, Unit
from saralau.languages import available, fold, language, stemmer

Stems = Callable[[str], str]

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 64  # letters of a word that are looked at; what is longer is no word of any language


class Word(NamedTuple):
    """A word: where it stands, and its letters, folded."""

    start: int
    end: int
    form: str


def words(text: str) -> Iterator[Word]:
    """The words of a text, in their order; a hyphen parts words, as it does numbers of articles. Linear."""
    make = Word._make  # a third of the time of calling the class
    for found in _WORD.finditer(fold(text)):
        start, end = found.span()
        yield make((start, end, found[0][:_LONGEST]))


@cache
def stems(code: str) -> Stems:
    """What stays of a folded word of a language when it is inflected; the word itself where that is not encoded."""
    return stemmer(language(code)) if code in available() else str


@cache
def _plain(code: str) -> Mapping[int, str]:
    return str.maketrans(dict(language(code).unsigned)) if code in available() else {}


def plain(form: str, code: str) -> str:
    """A word without the signs of letters that keyboards lack, as people type it."""
    return form.translate(_plain(code))


def marked(code: str, word: str) -> str:
    """A word as the index keeps it: the same letters are another word in another language."""
    return f"{code}:{word}"


def stemmed(text: str, code: str, stem: Stems) -> str:
    """The stems of a text between blanks, which is how they go into the index: already cut, in their order."""
    return " ".join(marked(code, stem(word.form)) for word in words(text))


def plainly(text: str, code: str) -> str:
    """The different words of a text without their signs, between blanks."""
    return " ".join(dict.fromkeys(marked(code, plain(word.form, code)) for word in words(text)))


def cut(unit: Unit, heading: str, code: str, stem: Stems) -> Cut:
    """The words of a unit as the index takes them; `heading` is what stands before its title, the number of the article."""
    return Cut(
        stemmed(f"{heading} {unit.title}", code, stem),
        stemmed(unit.text, code, stem),
        stemmed("\n".join(unit.terms), code, stem),
        tuple(as_one(term, code, stem) for term in unit.terms),
        stemmed(unit.notes, code, stem),
        plainly(f"{unit.title}\n{unit.text}", code),
        plainly(unit.notes, code),
    )


def as_one(text: str, code: str, stem: Stems) -> str:
    """The stems of a text as one token, for what is found only as a whole."""
    return marked(code, "_".join(stem(word.form) for word in words(text)))
