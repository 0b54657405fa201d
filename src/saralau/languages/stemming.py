"""Words without their endings: what stays when a word is inflected. It need be no word, only the same for all forms."""

from __future__ import annotations

from functools import cache

from saralau.languages.model import Inflecting, Language


def stem(word: str, language: Language) -> str:
    """What stays of a folded word; the word itself in a language whose endings are not encoded."""
    return word if language.inflecting is None else _stemmed(word, language.inflecting)


@cache
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
