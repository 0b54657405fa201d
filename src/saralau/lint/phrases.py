"""Forms of words that break the phrases of an act: one that stands once where the act has another everywhere else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from saralau.lint.vocabulary import Vocabulary, slip_at

_OFTEN = 5  # times that the usual form stands beside each of the two neighbours
_LETTERS = 5
_ENDING = 3  # letters at the end, in which forms of a word differ


class Slip(NamedTuple):
    """A word, by its place; the form that is usual there; how often that stands beside one neighbour and the other."""

    index: int
    usual: str
    counts: tuple[int, int]


def slips(words: Vocabulary) -> Iterator[Slip]:
    """Forms that the act has once beside either neighbour, of which the only other there has another letter at its end."""
    text, together = words.words, words.together
    rare = [
        index
        for index in range(1, len(text) - 1)
        if together[index] == 1 == together[index - 1] and len(text[index]) >= _LETTERS and text[index].isalpha()
    ]
    wanted = {(text[index - 1], text[index + 1]) for index in rare}
    usual: dict[tuple[str, str], set[str]] = {}
    for index in range(1, len(text) - 1):
        if together[index] >= _OFTEN <= together[index - 1] and (text[index - 1], text[index + 1]) in wanted:
            usual.setdefault((text[index - 1], text[index + 1]), set()).add(text[index])
    found = [
        Slip(index, other, (words.pairs[text[index - 1], other], words.pairs[other, text[index + 1]]))
        for index in rare
        for other in usual.get((text[index - 1], text[index + 1]), ())
        if (slip_at(text[index], other) or 0) >= len(text[index]) - _ENDING
    ]
    if found:
        free = _free(words, found)
        yield from (one for one in found if one not in free)


def _free(words: Vocabulary, found: list[Slip]) -> set[Slip]:
    """Slips beside one of whose neighbours a third form of the word stands: there the act inflects it as it needs."""
    befores = {words.words[one.index - 1] for one in found}
    afters = {words.words[one.index + 1] for one in found}
    forms: dict[tuple[str, str], int] = {}
    for first, second in words.pairs:
        if first in befores:
            forms[first, _stem(second)] = forms.get((first, _stem(second)), 0) + 1
        if second in afters:
            forms[_stem(first), second] = forms.get((_stem(first), second), 0) + 1
    return {one for one in found if _several(words, one, forms)}


def _several(words: Vocabulary, one: Slip, forms: dict[tuple[str, str], int]) -> bool:
    before, word, after = words.words[one.index - 1 : one.index + 2]
    stem = _stem(one.usual)
    known = 1 + (_stem(word) == stem)
    return forms.get((before, stem), 0) > known or forms.get((stem, after), 0) > known


def _stem(word: str) -> str:
    return word[: max(4, len(word) - _ENDING)]
