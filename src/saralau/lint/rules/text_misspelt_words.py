"""T010: a word that the act has once, a letter away from one that it has often, in the same company."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject
from saralau.lint.vocabulary import Vocabulary, slip_at, written_as

_OFTEN = 4  # times that the act has the word that is meant
_LETTERS = 5  # below which many words are a letter away from others
_ENDING = 3  # letters at the end, in which a word differs from its other forms


def check(subject: Subject) -> Iterator[Finding]:
    """Misspelt words. Not mended: another word may have been meant. Words that are glued together are another rule's."""
    words = subject.vocabulary
    glued = {one.span.start for one in subject.defects if one.code == "missing_space"}
    for index, meant in _misspelt(words):
        span = words.span(index)
        if span.start in glued:
            continue
        told = subject.words(span)
        yield Finding(span, words.address(index), {"words": told, "meant": written_as(told, meant)})


def _misspelt(words: Vocabulary) -> Iterator[tuple[int, str]]:
    """Places of misspelt words, and what was meant.

    A word of which the act has another form is a word of its own, and a difference in the ending is inflection.
    """
    stems = Counter(map(_stem, words.counts))
    rare = {
        word
        for word, count in words.counts.items()
        if count == 1 and len(word) >= _LETTERS and stems[_stem(word)] == 1 and word.isalpha()
    }
    near: dict[str, list[str]] = {less: [] for word in rare for less in _shortened(word)}
    for word, count in words.counts.items():
        if count >= _OFTEN and len(word) >= _LETTERS and word.isalpha():
            for less in _shortened(word):
                if less in near:
                    near[less].append(word)
    for index, word in enumerate(words.words):
        if word in rare:
            others = {other for less in _shortened(word) for other in near[less] if _meant(words, index, other)}
            if others:
                yield index, max(others, key=words.counts.__getitem__)


def _meant(words: Vocabulary, index: int, other: str) -> bool:
    """Whether another word, a letter away before the ending, stands elsewhere between both neighbours, beside one twice."""
    word = words.words[index]
    at = slip_at(word, other)
    if at is None or at >= len(word) - _ENDING:
        return False
    company = words.pairs[words.words[index - 1], other], words.pairs[other, words.words[index + 1]]
    return min(company) > 0 and max(company) > 1


def _shortened(word: str) -> Iterator[str]:
    yield word
    for cut in range(len(word)):
        yield word[:cut] + word[cut + 1 :]


def _stem(word: str) -> str:
    return word[: max(4, len(word) - _ENDING)]


RULE = Rule("T010", "misspelt-word", "text", check)
