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
    """A word of reference: `kind` is a unit of `Citing.units` or this, own_act, joint, filler, range, number, ordinal.

    `ends_range` tells that a number is the last of a range that the number before it begins; `bracketed` that it is
    written with a bracket behind it.
    """

    kind: str
    value: str
    span: Span
    ends_range: bool = False
    bracketed: bool = False


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
    """Unbroken runs of words of reference in a stretch of text that hold a unit or begin with a number. Linear."""
    run: list[Token] = []
    closed = False  # the bracket in which the run stands
    for found in _lexer(language).finditer(folded, span.start, span.end):
        if run and (closed or folded[run[-1].span.end : found.start()].strip(" \n\t-")):
            yield from _worthwhile(run, language)
            run, closed = [], False
        kind = found.lastgroup or ""
        if run or kind not in _BETWEEN:
            run += _tokens(kind, found, language, after_range=bool(run) and run[-1].kind == "range")
            if run[-1].bracketed and _closes(run, folded, span, language):
                run[-1] = replace(run[-1], bracketed=False, span=Span(run[-1].span.start, run[-1].span.end - 1))
                closed = True
    yield from _worthwhile(run, language)


def _closes(run: list[Token], folded: str, span: Span, language: Language) -> bool:
    """Whether the bracket behind a number closes one that opened before the run: "125 (part 2)", unlike "125 (point 2)"."""
    if run[0].span.start == span.start or folded[run[0].span.start - 1] != "(":
        return False
    units = [token.kind for token in run if token.kind in language.citing.units]
    return bool(units) and units[-1] == "part"


def _tokens(kind: str, found: re.Match[str], language: Language, *, after_range: bool) -> Iterator[Token]:
    end = found.end() - (kind == "number" and found.group().endswith("-"))  # "2-part": the hyphen is the unit's
    token = Token(
        kind,
        _value(kind, found.group(), language),
        Span(found.start(), end),
        ends_range=after_range and kind == "number",
        bracketed=kind == "number" and ")" in found.group(),
    )
    first, _, last = token.value.partition("-")
    if kind == "number" and first.isdecimal() and last.isdecimal() and int(last) > int(first) >= _RANGED:
        middle = token.span.start + len(first)
        yield replace(token, value=first, span=Span(token.span.start, middle))
        yield replace(token, value=last, span=Span(middle + 1, token.span.end), ends_range=True)
    else:
        yield token


_RANGED = 20  # from here on "317-320" is a range: nobody inserts a three-hundred-and-twentieth article behind 317


def _worthwhile(run: list[Token], language: Language) -> Iterator[list[Token]]:
    while run and run[-1].kind in _BETWEEN:
        run.pop()
    if run and (run[0].kind == "number" or any(token.kind in language.citing.units for token in run)):
        yield run


def _value(kind: str, words: str, language: Language) -> str:
    if kind == "ordinal":
        return str(language.numerals.ordinals[words])
    if kind == "number":
        return str(language.numerals.cardinals.get(words) or words.rstrip(")-"))
    return words
