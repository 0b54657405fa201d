"""Words of reference: units, numbers, "this", joints. Everything else ends a reference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from saralau.documents import Span
from saralau.languages import Language


@dataclass(frozen=True, slots=True)
class Token:
    """A word of reference: `kind` is article, part, point, this, own_act, joint, filler, number or ordinal."""

    kind: str
    value: str
    span: Span


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
        "filler": rf"(?<!\w)(?:{citing.filler or '(?!)'})",
    }
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in groups.items()))


def runs(folded: str, span: Span, language: Language) -> Iterator[list[Token]]:
    """Unbroken runs of words of reference in a stretch of text that hold at least one unit; linear in the text."""
    run: list[Token] = []
    for found in _lexer(language).finditer(folded, span.start, span.end):
        if run and folded[run[-1].span.end : found.start()].strip():
            yield from _worthwhile(run)
            run = []
        kind = found.lastgroup or ""
        if run or kind not in ("joint", "filler"):
            run.append(Token(kind, _value(kind, found.group(), language), Span(*found.span())))
    yield from _worthwhile(run)


def _worthwhile(run: list[Token]) -> Iterator[list[Token]]:
    while run and run[-1].kind in ("joint", "filler"):
        run.pop()
    if any(token.kind in ("article", "part", "point") for token in run):
        yield run


def _value(kind: str, words: str, language: Language) -> str:
    if kind == "ordinal":
        return str(language.numerals.ordinals[words])
    if kind == "number":
        return str(language.numerals.cardinals.get(words) or words.rstrip(")-"))
    return words
