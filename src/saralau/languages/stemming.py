"""Words without their endings: what stays when a word is inflected. It need be no word, only the same for all forms."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from saralau.languages.model import Inflecting, Language


def stem(word: str, language: Language) -> str:
    """What stays of a folded word; the word itself in a language whose endings are not encoded."""
    return word if language.inflecting is None else _stemmed(word, language.inflecting)


@cache
def stemmer(language: Language) -> Callable[[str], str]:
    """`stem` for very many words of one language: a look into a table of what was stemmed before."""
    return _Table(language).__getitem__


class _Table(dict[str, str]):
    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST:  # a library has more words than memory should hold
            self.clear()
        self[word] = found = stem(word, self.language)
        return found


_MOST = 500_000


@lru_cache(maxsize=100_000)
def _stemmed(word: str, how: Inflecting) -> str:
    if word in how.irregular:
        return how.irregular[word]
    while (ending := how.ending.search(word, how.shortest)) is not None:
        word = word[: ending.start()]
        if not how.chained:
            break
    kept = word.rstrip(how.rest)
    word = kept if len(kept) >= how.shortest else word
    for end, spelt in how.alternations:
        if word.endswith(end) and len(word) >= how.shortest:
            return word[: -len(end)] + spelt
    return word
