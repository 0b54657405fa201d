"""Floor 0: in which words? One file per language; the rooms above ask the record and never compare a code.

A new language is a new file with a `Language` in it and a line in `_LANGUAGES`.
"""

from __future__ import annotations

import importlib
import re
from collections import Counter
from functools import cache

from saralau.languages.folding import fold, mixed_words, unmixed
from saralau.languages.model import Language
from saralau.languages.stemming import stem, stemmer
from saralau.messages import InputError

_LANGUAGES = {
    "kk": ("saralau.languages.kk", "KAZAKH"),
    "ru": ("saralau.languages.ru", "RUSSIAN"),
    "en": ("saralau.languages.en", "ENGLISH"),
    "de": ("saralau.languages.de", "GERMAN"),
}

_SAMPLE = 200_000  # characters that tell a language

__all__ = ["Language", "available", "detect", "fold", "language", "mixed_words", "stem", "stemmer", "unmixed"]


class UnknownLanguageError(InputError):
    """A language that Saralau has no grammar for; the message says which there are."""


def available() -> tuple[str, ...]:
    """Codes of the languages that have a grammar."""
    return tuple(_LANGUAGES)


@cache
def language(code: str) -> Language:
    """The grammar of a language by its ISO 639-1 code; UnknownLanguageError if there is none."""
    if code not in _LANGUAGES:
        raise UnknownLanguageError("language-without-grammar", given=code, known=", ".join(_LANGUAGES))
    module, name = _LANGUAGES[code]
    grammar: Language = getattr(importlib.import_module(module), name)
    return grammar


def detect(folded: str, name: str) -> Language:
    """The language of a text: the one whose articles it numbers; where it has none, the one whose letters it uses.

    A declaration in the file is not trusted: portals put one frame round every language. Raises UnknownLanguageError,
    naming the text by `name`, for one in no language known here.
    """
    grammars = [language(code) for code in _LANGUAGES]
    beginning = folded[:_SAMPLE]
    articles = {g.code: len(re.findall(rf"(?m)^\s*+{g.structure.article.pattern}", beginning)) for g in grammars}
    best = max(grammars, key=lambda grammar: articles[grammar.code])
    if articles[best.code]:
        return best
    letters = Counter(char for char in folded[:_SAMPLE] if char.isalpha())
    known = {g.code: sum(letters[char] for char in g.letters) / (letters.total() or 1) for g in grammars}
    ceiling = max(known.values())
    if ceiling < 0.8:
        raise UnknownLanguageError("language-not-detected", name=name, known=", ".join(_LANGUAGES))
    # An alphabet that contains another's covers its texts as well, so the smallest sufficient one is meant.
    return min((g for g in grammars if known[g.code] > ceiling - 0.01), key=lambda grammar: len(grammar.letters))
