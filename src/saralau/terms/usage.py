"""Where terms are used, in whatever form their words stand: one pass over the text, with an index of first stems.

Chosen on a sample that was judged before: docs/terms.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from saralau.acts import Act, Address
from saralau.documents import Span
from saralau.languages import stemmer
from saralau.languages.model import Language
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
    for address, line in lines_of(act):
        for use in _in_line(act, address, line, index):
            found.setdefault(use.stems, []).append(use)
    return {stems: tuple(uses) for stems, uses in found.items()}


def in_headings(act: Act, index: Index) -> frozenset[Stems]:
    """The terms that stand in headings, of divisions or of articles."""
    lines = (line for unit in act.walk() for line in unit.heading)
    nowhere = Address("")
    return frozenset(use.stems for line in lines for use in _in_line(act, nowhere, line, index))


def lines_of(act: Act) -> Iterator[tuple[Address, Span]]:
    """The lines of the provisions in force, titles left out, each with the innermost provision that has an address."""
    for article in act.articles():
        if article.address is None or article.excluded:
            continue
        for unit in article.walk():
            if not unit.excluded:
                for line in (*unit.text, *unit.closing):
                    yield unit.address or article.address, line


class _Words(NamedTuple):
    """The words of a line, and by the same numbers their stems; `joints` are the language's conjunctions."""

    folded: str
    found: list[re.Match[str]]
    stems: list[str]
    joints: frozenset[str]


def _in_line(act: Act, address: Address, line: Span, index: Index) -> Iterator[Use]:
    language = act.language
    stems = list(map(stemmer(language), WORD.findall(act.folded, line.start, line.end)))
    if index.keys().isdisjoint(stems):
        return
    found = list(WORD.finditer(act.folded, line.start, line.end))
    words = _Words(act.folded, found, stems, _joints(language))
    reached = line.start  # the end of the longest term so far: what ends before or there is part of it
    for place, first in enumerate(stems):
        node = index.get(first)
        if node is None or not _may_begin(words, place, node):
            continue
        start = found[place].start()
        ends = list(_ends(words, (place,), node))
        longest = max((end for _, end in ends), default=start)
        for term, end in ends:
            yield Use(term, address, line, Span(start, end), end < longest or end <= reached)
        reached = max(reached, longest)


def _may_begin(words: _Words, place: int, node: Index) -> bool:
    """Whether a term ends with the word at a place or may go on behind it, as a look at the next word tells: mostly not."""
    if _END in node:
        return True
    if place + 1 == len(words.stems):
        return False
    return words.stems[place + 1] in node or words.found[place + 1][0] in words.joints


def _ends(words: _Words, path: tuple[int, ...], node: Index) -> Iterator[tuple[Stems, int]]:
    """The terms whose words stand on a path and further on, each with the place where it ends. Once, a conjunction with one
    or two words may part them: "minor or grave crime" has a minor crime.
    """
    place = path[-1]
    if _END in node:
        yield node[_END], words.found[place].end()
        if len(node) == 1:
            return
    for step in _steps(words, path):
        following = node.get(words.stems[step]) if step < len(words.stems) else None
        if following is not None and _together(words, place, step):
            yield from _ends(words, (*path, step), following)


def _steps(words: _Words, path: tuple[int, ...]) -> tuple[int, ...]:
    """Where the next word of a term may stand."""
    place = path[-1] + 1
    parted = place - path[0] != len(path)
    if parted or place >= len(words.stems) or words.found[place][0] not in words.joints:
        return (place,)
    first = words.stems[path[0]]  # where it comes again, the term begins anew
    skipped = words.stems[place + 1 : place + 3]
    return (place, *(place + 2 + at for at, one in enumerate(skipped) if first not in skipped[: at + 1]))


def _together(words: _Words, place: int, step: int) -> bool:
    """Whether nothing but blanks, commas, quotation marks and brackets stands between words."""
    found, folded = words.found, words.folded
    for at in range(place, step):
        start, end = found[at].end(), found[at + 1].start()
        if folded[start:end] != " " and not _BETWEEN.fullmatch(folded, start, end):
            return False
    return True


@cache
def _joints(language: Language) -> frozenset[str]:
    """The single words among the conjunctions of a language."""
    return frozenset(re.findall(r"[^\W\d_]+", re.sub(r"\\b", " ", language.citing.joints)))
