"""Words of reference: units, numbers, ranges, "this", joints. Everything else ends a reference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from saralau.documents import Span
from saralau.languages import Language

_BETWEEN = ("joint", "filler", "range")  # what says nothing at the edge of a reference


@dataclass(frozen=True, slots=True)
class Token:
    """A word of reference: `kind` is article, part, point, this, own_act, joint, filler, range, number or ordinal.

    `ends_range` tells that a number is the last of a range that the number before it begins.
    """

    kind: str
    value: str
    span: Span
    ends_range: bool = False


@cache
def _lexer(language: Language) -> re.Pattern[str]:
    citing = language.citing
    ordinals = "|".join(sorted(map(re.escape, language.numerals.ordinals), key=len, reverse=True))
    units = "|".join(citing.units.values())
    groups = {
        **{unit: pattern if citing.number_first else rf"(?<!\w)(?:{pattern})" for unit, pattern in citing.units.items()},
        "this": citing.this,
        "own_act": rf"(?<!\w)(?:{citing.own_act})",
        "ordinal": rf"(?<!\w)(?:{ordinals})(?=\W|$|{units}|{citing.this})" if ordinals else r"(?!)",
        "number": rf"(?<![\w-])(?:{citing.number})",
        "joint": citing.joints,
        "range": citing.ranges,
        "filler": rf"(?<!\w)(?:{citing.filler or '(?!)'})",
    }
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in groups.items()))


def runs(folded: str, span: Span, language: Language) -> Iterator[list[Token]]:
    """Unbroken runs of words of reference in a stretch of text that hold at least one unit; linear in the text."""
    run: list[Token] = []
    for found in _lexer(language).finditer(folded, span.start, span.end):
        if run and folded[run[-1].span.end : found.start()].strip(" \n\t-"):
            yield from _worthwhile(run)
            run = []
        kind = found.lastgroup or ""
        if run or kind not in _BETWEEN:
            run += _tokens(kind, found, language, after_range=bool(run) and run[-1].kind == "range")
    yield from _worthwhile(run)


def _tokens(kind: str, found: re.Match[str], language: Language, *, after_range: bool) -> Iterator[Token]:
    end = found.end() - (kind == "number" and found.group().endswith("-"))  # "2-part": the hyphen is the unit's
    token = Token(kind, _value(kind, found.group(), language), Span(found.start(), end), after_range and kind == "number")
    first, _, last = token.value.partition("-")
    if kind == "number" and first.isdecimal() and last.isdecimal() and int(last) > int(first) >= _RANGED:
        middle = token.span.start + len(first)
        yield replace(token, value=first, span=Span(token.span.start, middle))
        yield replace(token, value=last, span=Span(middle + 1, token.span.end), ends_range=True)
    else:
        yield token


_RANGED = 20  # from here on "317-320" is a range: nobody inserts a three-hundred-and-twentieth article behind 317


def _worthwhile(run: list[Token]) -> Iterator[list[Token]]:
    while run and run[-1].kind in _BETWEEN:
        run.pop()
    if any(token.kind in ("article", "part", "point") for token in run):
        yield run


def _value(kind: str, words: str, language: Language) -> str:
    if kind == "ordinal":
        return str(language.numerals.ordinals[words])
    if kind == "number":
        return str(language.numerals.cardinals.get(words) or words.rstrip(")-"))
    return words
