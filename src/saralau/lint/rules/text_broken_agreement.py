"""T011: a form of a word that the act has once in a phrase which it has often, and otherwise always with another form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject
from saralau.lint.vocabulary import Vocabulary, slip_at, written_as

_OFTEN = 5  # times that the usual form stands beside each of the two neighbours
_ALWAYS = 40  # times that it stands beside one of them
_LETTERS = 5
_ENDING = 3  # letters at the end, in which forms of a word differ


def check(subject: Subject) -> Iterator[Finding]:
    """Slips of agreement in set phrases ("by previous agreement"). Not mended: the phrase may be meant otherwise."""
    words = subject.vocabulary
    for slip in _slips(words):
        span = words.span(slip.at)
        told = subject.words(span)
        yield Finding(span, words.address(slip.at), {"words": told, "meant": written_as(told, slip.usual)})


class _Slip(NamedTuple):
    """A word, by its place, and the form that is usual there."""

    at: int
    usual: str


def _slips(words: Vocabulary) -> Iterator[_Slip]:
    """Forms that the act has once beside either neighbour, of which the only other there has another letter at its end."""
    text = words.words
    rare: list[int] = []
    usual: dict[tuple[str, str], set[str]] = {}
    for index, (left, right) in enumerate(pairwise(words.together), 1):
        if left == 1 == right:
            rare.append(index)
        elif left >= _OFTEN <= right and (left >= _ALWAYS or right >= _ALWAYS):
            usual.setdefault((text[index - 1], text[index + 1]), set()).add(text[index])
    found = [
        _Slip(index, other)
        for index in rare
        for other in usual.get((text[index - 1], text[index + 1]), ())
        if len(text[index]) >= _LETTERS and text[index].isalpha() and _differs(text[index], other)
    ]
    free = _free(words, found) if found else ()
    yield from (slip for slip in found if slip not in free)


def _differs(word: str, usual: str) -> bool:
    """Whether a letter at the end of a word is not that of another form."""
    at = slip_at(word, usual)
    return at is not None and at >= len(word) - _ENDING


def _free(words: Vocabulary, found: list[_Slip]) -> set[_Slip]:
    """Slips beside one of whose neighbours a third form of the word stands: there the act inflects it as it needs."""
    befores = {words.words[slip.at - 1] for slip in found}
    afters = {words.words[slip.at + 1] for slip in found}
    near = [pair for pair in words.pairs if pair[0] in befores or pair[1] in afters]
    behind = Counter((first, _stem(second)) for first, second in near if first in befores)
    ahead = Counter((_stem(first), second) for first, second in near if second in afters)
    free: set[_Slip] = set()
    for slip in found:
        before, word, after = words.words[slip.at - 1 : slip.at + 2]
        stem = _stem(slip.usual)
        known = 1 + (_stem(word) == stem)
        if behind[before, stem] > known or ahead[stem, after] > known:
            free.add(slip)
    return free


def _stem(word: str) -> str:
    return word[: max(4, len(word) - _ENDING)]


RULE = Rule("T011", "broken-agreement", "text", check)
