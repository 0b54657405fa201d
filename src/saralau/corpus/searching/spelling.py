"""Words of the index that are spelt like a given one: misspelt ones, and those typed without the signs of their letters.

The index tells in which documents such a word stands; the word itself is then read there. So no list of all words is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import tantivy

from saralau.corpus.searching.analysing import marked, plain, words
from saralau.corpus.searching.index import Opened, read

_READ = 40  # documents that are read for words
_KEPT = 4  # words that are taken, the nearest first
_LEAST = 4  # letters of a word that may be misspelt
LONG = 8  # letters of a word that may be misspelt twice


class Spelling(NamedTuple):
    """A word of the index, in a language, and by how many letters it differs from one that was typed."""

    language: str
    form: str
    distance: int


def like(opened: Opened, languages: Sequence[str], field: str, form: str, distance: int) -> list[Spelling]:
    """The nearest words, no further than `distance` letters; -1: as far as its length allows.

    Distance 0 are words that differ in signs of letters alone.
    """
    furthest = (0 if len(form) < _LEAST else 1 if len(form) < LONG else 2) if distance < 0 else distance
    for far in range(furthest + 1):
        found: dict[tuple[str, str], int] = {}
        for code in languages:
            for other, count in _found(opened, code, field, plain(form, code), far).items():
                found[code, other] = count
        if found:
            best = sorted(found, key=lambda one: (-found[one], one))[:_KEPT]
            return [Spelling(code, other, far) for code, other in best]
    return []


def _found(opened: Opened, code: str, field: str, form: str, far: int) -> dict[str, int]:
    """Words at this distance or nearer, with how many of the documents read have them."""
    token = marked(code, form)
    if far == 0:
        if not opened.searcher.doc_freq(field, token):
            return {}
        query = tantivy.Query.term_query(opened.schema, field, token)
    else:
        query = tantivy.Query.fuzzy_term_query(opened.schema, field, token, far, True, False)
    found: dict[str, int] = {}
    only = tantivy.Query.boolean_query(
        [
            (tantivy.Occur.Must, query),
            (tantivy.Occur.Must, tantivy.Query.term_query(opened.schema, "language", code)),
        ]
    )
    for _, address in opened.searcher.search(only, _READ, False).hits:
        unit = read(opened, address).unit
        text = unit.notes if field == "note_words" else f"{unit.title}\n{unit.text}"
        for other in {word.form for word in words(text)}:
            if abs(len(other) - len(form)) <= far + 1 and within(plain(other, code), form, far):
                found[other] = found.get(other, 0) + 1
    return found


def within(one: str, other: str, most: int) -> bool:
    """Whether two words differ by no more than so many letters put in, left out, taken for others or swapped."""
    if one == other:
        return True
    if most == 0 or abs(len(one) - len(other)) > most:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        line = [at]
        for to, second in enumerate(other, 1):
            cost = min(row[to] + 1, line[to - 1] + 1, row[to - 1] + (letter != second))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == second:
                cost = min(cost, before[to - 2] + 1)
            line.append(cost)
        if min(line) > most:
            return False
        before, row = row, line
    return row[-1] <= most
