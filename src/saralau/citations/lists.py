"""What long lists of articles leave unsaid: the unit behind a colon or a bracket, the article whose parts a bracket tells.

"In articles: 198 and 199 - ...; 202 - ...", "articles 116, 125 (point 2) of part three), 128", "articles 120 (theft),
121 (fraud)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from saralau.citations.lexing import Token
from saralau.documents import Span
from saralau.languages.model import Citing

# What stands between members of a list; the lexer looks for numbers behind the same.
_GLOSS = re.compile(r"\s?\([^()]*+\),?\s(?:\w{1,3}\s)?")
_FAR = 400  # characters: a longer stretch between two numbers belongs to no list
_ITEM = re.compile(r"[:;]\s$")
_NUMBERS = ("number", "joint", "range", "filler", "own_act")
_BEHIND_BRACKET = re.compile(r"\s?\),?\s(?:\w{1,3}\s)?")


def completed(runs: Sequence[list[Token]], folded: str, citing: Citing) -> Iterator[tuple[list[Token], Token | None]]:
    """Runs that hold a unit, given the one that a list shares, each with the article in whose brackets it stands, if any."""
    shared: Token | None = None  # the unit of the list that is being read
    holder: Token | None = None  # the article in whose brackets the reading is
    listed = bracketed = False  # the list goes on behind a semicolon; behind brackets
    reached = 0
    for index, begun in enumerate(runs):
        run = begun
        between = folded[max(reached, run[0].span.start - _FAR) : run[0].span.start]
        if holder is not None and ")" in between:
            holder = None
        if not any(token.kind in citing.units for token in run):
            if (
                shared is None
                or run[0].bracketed
                or not (_goes_on(between, listed=listed, bracketed=bracketed) or _glossed(between, folded, run))
            ):
                continue
            run = [shared._replace(span=Span(run[0].span.start, run[0].span.start)), *begun]
        elif not citing.number_first:  # what stands before the first unit is of something else
            run = begun[next(i for i, token in enumerate(begun) if token.kind not in _NUMBERS) :]
        reached = run[-1].span.end
        unit = next(token for token in reversed(run) if token.kind in citing.units)
        opened = index + 1 < len(runs) and _opens(run, unit, runs[index + 1], folded, citing)
        if folded.startswith(":", reached) and run[-1] is unit:
            shared, listed, bracketed = unit, True, False
        elif opened:
            shared, listed, bracketed = unit, listed and unit.span == run[0].span, True
        elif unit.kind == "article" and folded.startswith(" (", reached):
            shared, listed, bracketed = unit, listed and unit.span == run[0].span, False
        yield run[:-1] if opened else run, holder
        if opened:
            holder = run[-1]


def parted(run: list[Token], citing: Citing) -> list[list[Token]]:
    """A run that names an article and then what stands in it, cut before each further article: "art. 24 pt. 3, 188 pt. 2".

    What names the act at the end of the run is meant for each.
    """
    units = [token for token in run if token.kind in citing.units]
    if citing.number_first or len(units) < 2 or units[0].kind != "article":
        return [run]
    cut = [i for i in range(1, len(run)) if _begins_article(run, i)]
    if not cut:
        return [run]
    tail = [token for token in run if token.kind == "own_act"]
    pieces = [run[i:j] for i, j in zip([0, *cut], [*cut, len(run)], strict=True)]
    for piece in pieces[1:]:
        if piece[0].kind != "article":
            piece.insert(0, units[0]._replace(span=Span(piece[0].span.start, piece[0].span.start)))
    this = [run[i - 1] for i, token in enumerate(run) if token.kind == "own_act" and run[i - 1].kind == "this"]
    return [[*piece, *this, *tail] for piece in pieces[:-1]] + pieces[-1:]


def _begins_article(run: Sequence[Token], index: int) -> bool:
    """Whether another article begins behind the parts of one: by its unit and number, or by a number that no part has."""
    token, before = run[index], run[index - 1]
    deep = next((earlier.kind for earlier in reversed(run[:index]) if earlier.kind in _UNITS), "")
    unsaid = token.kind == "article" and token.span.start == token.span.end  # written with brackets: "6(1), 7 and 8(2)"
    if unsaid and before.kind in ("joint", "number"):
        return True
    if deep not in ("part", "point", "subpoint"):
        return False
    if token.kind == "article":
        return before.kind not in ("this", "number", "ordinal") and index + 1 < len(run) and run[index + 1].kind == "number"
    number = token.value.partition("-")[0]
    high = number.isdecimal() and int(number) > _MOST_PARTS
    return token.kind == "number" and before.kind == "joint" and not token.bracketed and high


_UNITS = ("article", "part", "point", "subpoint", "note", "indent")
_MOST_PARTS = 40  # that an article has


def _goes_on(between: str, *, listed: bool, bracketed: bool) -> bool:
    """Whether what stands before a number tells that it continues the list."""
    if bracketed and _BEHIND_BRACKET.fullmatch(between):
        return True
    return listed and _ITEM.search(between) is not None


def _glossed(between: str, folded: str, run: Sequence[Token]) -> bool:
    """Whether a number stands behind a gloss on the article before it, and has one of its own or ends the list."""
    ends = run[-1].kind == "own_act"
    return _GLOSS.fullmatch(between) is not None and (ends or folded.startswith(" (", run[-1].span.end))


def _opens(run: Sequence[Token], unit: Token, following: Sequence[Token], folded: str, citing: Citing) -> bool:
    """Whether the last article of a run has its parts or points told in brackets behind it."""
    between = folded[run[-1].span.end : following[0].span.start]
    narrower = [token.kind for token in following if token.kind in citing.units]
    return (
        not citing.number_first
        and unit.kind == "article"
        and run[-1].kind == "number"
        and between.strip() == "("
        and bool(narrower)
        and narrower[0] in ("part", "point", "subpoint")
        and "article" not in narrower
    )
