"""T011: a form of a word that the act has once where it has another, a letter away, everywhere else."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.rules.text_misspelt_words import misspelt
from saralau.lint.subject import Subject
from saralau.lint.vocabulary import Vocabulary, slip_at

_OFTEN = 5  # times that the form that is meant stands next to each of the two neighbours
_ENDING = 3


def check(subject: Subject) -> Iterator[Finding]:
    """Slips of inflection in usual phrases ("by previous agreement"). Not mended: the phrase may be meant otherwise."""
    words = subject.vocabulary
    known = {index for index, _ in misspelt(words)}
    for index, meant in slips(words):
        if index not in known:
            span = words.span(index)
            yield Finding(span, words.addresses[index], {"words": subject.words(span), "meant": meant})


def slips(words: Vocabulary) -> Iterator[tuple[int, str]]:
    """Places of forms that stand once between neighbours which both have, except there, one form of the word."""
    pairs, text = words.pairs, words.words
    rare = [
        index
        for index in range(1, len(text) - 1)
        if len(text[index]) > _ENDING + 1 and text[index - 1] and text[index + 1]
        and pairs[text[index - 1], text[index]] == 1 and pairs[text[index], text[index + 1]] == 1
    ]  # fmt: skip
    wanted = {(text[index - 1], text[index + 1]) for index in rare}
    between: dict[tuple[str, str], dict[str, None]] = {}
    for first, middle, last in zip(text, text[1:], text[2:], strict=False):
        if (first, last) in wanted and pairs[first, middle] >= _OFTEN <= pairs[middle, last]:
            between.setdefault((first, last), {})[middle] = None
    for index in rare:
        first, word, last = text[index - 1 : index + 2]
        for other in between.get((first, last), ()):
            if word.isalpha() and slip_at(word, other) is not None:
                yield index, other


RULE = Rule("T011", "broken-agreement", "text", check)
