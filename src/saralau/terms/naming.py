"""Under which words a definition is found again: the beginnings of the words of its term and of its short names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from saralau.acts import Act
from saralau.documents import Span
from saralau.languages import stem
from saralau.terms.model import Definition

WORD = re.compile(r"[^\W_]++(?:-[^\W_]++)*")
_BRACKETED = re.compile(r"\([^()]*\)")

Stems = tuple[str, ...]  # of the words of a term, in order: two terms with the same are one


class Name(NamedTuple):
    """One name of a definition: its stems, where it is given, whether it is a short one ("hereinafter ...")."""

    stems: Stems
    span: Span
    definition: Definition
    alias: bool = False


def names_of(act: Act, definition: Definition) -> tuple[Name, ...]:
    """The names under which a definition is used; "large damage and large amount" are two."""
    terms = [Name(stems, span, definition) for stems, span in _parted(act, definition.term)]
    aliases = [(stems_of(act, span), span) for span in definition.aliases]
    return (*terms, *(Name(stems, span, definition, alias=True) for stems, span in aliases if stems))


def stems_of(act: Act, span: Span) -> Stems:
    """The stems of the words at a place, without those in brackets."""
    return tuple(stem(words, act.language) for words, _ in _words(act, span))


def _parted(act: Act, term: Span) -> Iterator[tuple[Stems, Span]]:
    """A term, or its parts where a conjunction joins phrases that begin with the same word."""
    joint = re.compile(act.language.citing.joints)
    pieces: list[list[tuple[str, Span]]] = [[]]
    for words, place in _words(act, term):
        if joint.fullmatch(words):
            pieces.append([])
        else:
            pieces[-1].append((stem(words, act.language), place))
    first = {piece[0][0] if len(piece) > 1 else None for piece in pieces}
    if len(pieces) > 1 and len(first) == 1 and None not in first:
        for piece in pieces:
            yield tuple(words for words, _ in piece), Span(piece[0][1].start, piece[-1][1].end)
    elif whole := stems_of(act, term):
        yield whole, term


def _words(act: Act, span: Span) -> Iterator[tuple[str, Span]]:
    hidden = [found.span() for found in _BRACKETED.finditer(act.folded, span.start, span.end)]
    for word in WORD.finditer(act.folded, span.start, span.end):
        if not any(start <= word.start() < end for start, end in hidden):
            yield word[0], Span(*word.span())
