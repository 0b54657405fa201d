"""T007: a word or a phrase twice in a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from saralau.documents import Span
from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject
from saralau.lint.vocabulary import Vocabulary

_LONGEST = 10  # words of a phrase
_USUAL = 3  # an act that says a thing twice so often means it


def check(subject: Subject) -> Iterator[Finding]:
    """Repetitions within a line. Not mended: instead of the second something else may have been meant.

    "State bodies, bodies of local government" is a list and "a third person – a person who" a definition: behind a mark
    only a phrase of several words counts, and only one that ends where it ended before.
    """
    words, text = subject.vocabulary, subject.act.document.text
    found = [(at, length) for at, length in _repetitions(words.words) if _same(words, text, at, length)]
    usual = Counter(words.words[at : at + length] for at, length in found)
    reached = 0
    for at, length in found:
        if usual[words.words[at : at + length]] < _USUAL and at >= reached:
            reached = at + 2 * length
            first = Span(words.span(at).start, words.span(at + length - 1).end)
            second = Span(words.span(at + length).start, words.span(at + 2 * length - 1).end)
            yield Finding(second, words.address(at), {"words": subject.words(second)}, related=(first,))


def _repetitions(words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where words stand that follow once more, and how many they are. Each word is compared with its last occurrence."""
    last: dict[str, int] = {}
    for index, word in enumerate(words):
        if not word:
            last.clear()
            continue
        before = last.get(word, index)
        length = index - before
        if 0 < length <= _LONGEST and word.isalpha() and words[before:index] == words[index : index + length]:
            yield before, length
        last[word] = index


def _same(words: Vocabulary, text: str, at: int, length: int) -> bool:
    gap = text[words.span(at + length - 1).end : words.span(at + length).start]
    if gap.isspace():
        return True
    behind = text[words.span(at + 2 * length - 1).end :][:1]
    return length > 1 and gap.strip() == "," and bool(behind) and not behind.isspace()


RULE = Rule("T007", "doubled-words", "text", check)
