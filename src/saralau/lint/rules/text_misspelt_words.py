"""T010: a word that the act has once, a letter away from one that it has often, in the same company."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.documents import Span
from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject
from saralau.lint.vocabulary import Vocabulary, slip_at

_OFTEN = 5  # times that the act has the word that is meant
_LETTERS = 5  # below which many words are a letter away from others
_ENDING = 3  # letters at the end, in which a word differs from its other forms


def check(subject: Subject) -> Iterator[Finding]:
    """Misspelt words, and those that the reading of sanctions forgives. Not mended: another word may have been meant."""
    told: set[int] = set()
    words = subject.vocabulary
    for index, meant in misspelt(words):
        span = words.span(index)
        told.add(span.start)
        yield Finding(span, words.addresses[index], {"words": subject.words(span), "meant": meant})


def misspelt(words: Vocabulary) -> Iterator[tuple[int, str]]:
    """Places of misspelt words, and what was meant.

    A word that another form of is in the act is a word of its own, and a difference in the ending is inflection.
    """
    rare = {
        word: index
        for index, word in enumerate(words.words)
        if len(word) >= _LETTERS and words.counts[word] == 1 and word.isalpha()
    }
    stems = _stems(words)
    near: dict[str, list[str]] = {}
    for word in rare:
        for less in _shortened(word):
            near.setdefault(less, []).append(word)
    meant: dict[str, str] = {}
    for often, count in words.counts.items():
        if count >= _OFTEN and len(often) >= _LETTERS and often.isalpha():
            for less in _shortened(often):
                for word in near.get(less, ()):
                    if _meant(words, rare[word], often, stems):
                        meant[word] = max(often, meant.get(word, often), key=words.counts.__getitem__)
    for word in sorted(meant, key=rare.__getitem__):
        yield rare[word], meant[word]


def _meant(words: Vocabulary, index: int, often: str, stems: dict[str, int]) -> bool:
    word = words.words[index]
    at = slip_at(word, often)
    if at is None or at >= len(word) - _ENDING or stems[_stem(word)] > 1:
        return False
    before, after = words.words[index - 1] if index else "", words.words[index + 1]
    return words.pairs[before, often] > 1 and (words.pairs[often, after] > 1 or not after) or (
        words.pairs[often, after] > 1 and not before
    )


def _shortened(word: str) -> Iterator[str]:
    yield word
    for cut in range(len(word)):
        yield word[:cut] + word[cut + 1 :]


def _stem(word: str) -> str:
    return word[: max(4, len(word) - _ENDING)]


def _stems(words: Vocabulary) -> dict[str, int]:
    found: dict[str, int] = {}
    for word in words.counts:
        found[_stem(word)] = found.get(_stem(word), 0) + 1
    return found


RULE = Rule("T010", "misspelt-word", "text", check)
