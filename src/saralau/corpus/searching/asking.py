"""The text of a query, read: words, "phrases", prefix*, misspelt~, -without. Any text has a reading or one sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from saralau.corpus.searching.analysing import words
from saralau.messages import InputError

LONGEST = 400  # characters of a query
MOST = 32  # words of a query
SHORTEST_PREFIX = 2  # letters

Kind = Literal["word", "phrase", "prefix", "fuzzy"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a query: its words, folded, and how they are meant."""

    kind: Kind
    words: tuple[str, ...]
    without: bool = False


_QUOTES = str.maketrans(dict.fromkeys("«»“”„‟″", '"'))
_PIECE = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')


def read_query(text: str) -> tuple[Piece, ...]:
    """The pieces of a query in their order; InputError if it is too long or asks for nothing."""
    if len(text) > LONGEST:
        raise InputError("search-long", length=len(text), most=LONGEST)
    pieces: list[Piece] = []
    for without, quoted, bare in _PIECE.findall(text.translate(_QUOTES)):
        found = tuple(word.form for word in words(quoted or bare))
        if not found:
            continue
        if quoted:
            pieces.append(Piece("phrase" if len(found) > 1 else "word", found, bool(without)))
            continue
        kind: Kind = "prefix" if bare.endswith("*") else "fuzzy" if bare.endswith("~") else "word"
        if without and len(found) > 1:
            pieces.append(Piece("phrase", found, True))
            continue
        pieces += [Piece("word", (word,), bool(without)) for word in found[:-1]]
        if kind == "prefix" and len(found[-1]) < SHORTEST_PREFIX:
            raise InputError("search-prefix", typed=bare, least=SHORTEST_PREFIX)
        pieces.append(Piece(kind, found[-1:], bool(without)))
    if (count := sum(len(piece.words) for piece in pieces)) > MOST:
        raise InputError("search-many-words", count=count, most=MOST)
    if all(piece.without for piece in pieces):
        raise InputError("search-without" if pieces else "search-nothing")
    return tuple(pieces)
