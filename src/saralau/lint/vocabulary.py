"""The act's own words, against which its slips are told: how often each stands there, and next to what."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from saralau.acts import Address
from saralau.documents import Span

_WORD = re.compile(r"\w+(?:-\w+)*+")


class Vocabulary(NamedTuple):
    """The words of an act in the order of its text, folded; "" stands where a line ends.

    Line after line, `lines` are the numbers of their first words, `spans` their places in the text `folded` and `addresses`
    those at which they stand. `counts` tells how often a word occurs, `pairs` how often two stand next to each other;
    `together` is the same by place, of a word and the next, 0 at an end.
    """

    folded: str
    words: tuple[str, ...]
    lines: Sequence[int]
    spans: Sequence[Span]
    addresses: Sequence[Address | None]
    counts: Counter[str]
    pairs: Counter[tuple[str, str]]
    together: Sequence[int]

    def span(self, index: int) -> Span:
        """Where a word stands. Looked for when asked: few of the words of an act are ever shown."""
        line = bisect_right(self.lines, index) - 1
        found = next(islice(_WORD.finditer(self.folded, *self.spans[line]), index - self.lines[line], None), None)
        return Span(*found.span()) if found else Span(self.spans[line].end, self.spans[line].end)

    def address(self, index: int) -> Address | None:
        """At which provision a word stands."""
        return self.addresses[bisect_right(self.lines, index) - 1]


def vocabulary_of(folded: str, places: Iterable[tuple[Span, Address | None]]) -> Vocabulary:
    """The words at places of a folded text, which come in its order."""
    words: list[str] = []
    lines: list[int] = []
    spans: list[Span] = []
    addresses: list[Address | None] = []
    for span, address in places:
        lines.append(len(words))
        spans.append(span)
        addresses.append(address)
        words += _WORD.findall(folded, *span)
        words.append("")
    pairs = Counter(zip(words, islice(words, 1, None), strict=False))
    for first, behind in pairwise((*lines, len(words))):
        pairs.pop(("", words[first]), None)
        pairs.pop((words[behind - 2], ""), None)
    pairs.pop(("", ""), None)
    together = list(map(pairs.__getitem__, zip(words, islice(words, 1, None), strict=False)))
    counts = Counter(words)
    del counts[""]
    return Vocabulary(folded, tuple(words), lines, spans, addresses, counts, pairs, [*together, 0])


def slip_at(one: str, other: str) -> int | None:
    """Where two words part if one letter more, less, other or two in the wrong order make one the other; None if not so."""
    short, long = sorted((one, other), key=len)
    if one == other or len(long) - len(short) > 1:
        return None
    at = next((index for index, letter in enumerate(short) if letter != long[index]), len(short))
    if len(short) < len(long):
        return at if short[at:] == long[at + 1 :] else None
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return at if swapped or short[at + 1 :] == long[at + 1 :] else None


def written_as(told: str, folded: str) -> str:
    """A word that the vocabulary has without capitals, with those of the word of the text in whose place it would stand."""
    if len(told) > 1 and told.isupper():
        return folded.upper()
    return folded[:1].upper() + folded[1:] if told[:1].isupper() else folded
