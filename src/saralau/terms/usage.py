"""Where terms are used, in whatever form their words stand: one pass over the text, with an index of first stems.

Chosen on a sample that was judged before: docs/terms.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from saralau.acts import Act, Address
from saralau.documents import Span
from saralau.languages import stem
from saralau.terms.naming import WORD, Stems

_BETWEEN = re.compile(r"[\s,\"'«»“”„()]*+")  # what may stand between two words of a term
_END = ""  # the key of a finished term in the index; no word has this stem

Index = dict[str, Any]  # stem -> Index; _END -> the stems of the term that ends here


class Use(NamedTuple):
    """A term in the text: which, in the innermost provision that has an address, at which line, and the words.

    `nested` tells that the words are part of a longer term.
    """

    stems: Stems
    address: Address
    line: Span
    span: Span
    nested: bool


def index_of(terms: Iterable[Stems]) -> Index:
    """Terms by their first word, then by their second, and so on."""
    root: Index = {}
    for stems in terms:
        node = root
        for one in stems:
            node = node.setdefault(one, {})
        node[_END] = stems
    return root


def find_uses(act: Act, index: Index) -> Mapping[Stems, tuple[Use, ...]]:
    """Every use of the terms of an index in the provisions in force, titles left out; by term, in the order of the text.

    Linear in the text: at each word, no more words are looked at than the longest term that begins there has.
    """
    found: dict[Stems, list[Use]] = {}
    for address, line in _lines(act):
        for use in _in_line(act, address, line, index):
            found.setdefault(use.stems, []).append(use)
    return {stems: tuple(uses) for stems, uses in found.items()}


def _lines(act: Act) -> Iterator[tuple[Address, Span]]:
    for article in act.articles():
        if article.address is None or article.excluded:
            continue
        for unit in article.walk():
            if not unit.excluded:
                for line in (*unit.text, *unit.closing):
                    yield unit.address or article.address, line


def _in_line(act: Act, address: Address, line: Span, index: Index) -> Iterator[Use]:
    words = [
        (stem(word[0], act.language), word.start(), word.end()) for word in WORD.finditer(act.folded, line.start, line.end)
    ]
    reached = line.start  # the end of the longest term so far: what ends before or there is part of it
    for place, (first, start, _) in enumerate(words):
        if first not in index:
            continue
        ends = list(_ends(act.folded, words, place, index[first]))
        longest = ends[-1][1] if ends else start
        for stems, end in ends:
            yield Use(stems, address, line, Span(start, end), end < longest or end <= reached)
        reached = max(reached, longest)


def _ends(folded: str, words: list[tuple[str, int, int]], place: int, node: Index) -> Iterator[tuple[Stems, int]]:
    """The terms that begin at a word, the shortest first, each with the place where it ends."""
    while True:
        end = words[place][2]
        if _END in node:
            yield node[_END], end
        place += 1
        if place == len(words) or not _BETWEEN.fullmatch(folded, end, words[place][1]):
            return
        following = node.get(words[place][0])
        if following is None:
            return
        node = following
