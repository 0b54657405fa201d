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
    """A run that names an article and then what stands in it, cut before each further place.

    "Art. 24 pt. 3, 188 pt. 2" names two articles each with a part, "arts. 205, 206 pt. 2" a part of the second only, and
    "art. 190 pt. 2, pt. 3" two parts of one. What names the act at the end of the run is meant for each. Linear.
    """
    units = [token for token in run if token.kind in citing.units]
    if citing.number_first or len(units) < 2 or units[0].kind != "article":
        return [run]
    pieces: list[list[Token]] = [[]]
    path: list[Token] = []  # units and numbers of the place that is being read, each narrower than the one before
    unit = ""
    for index, token in enumerate(run):
        before = run[index - 1] if index else None
        following = run[index + 1].kind if index + 1 < len(run) else ""
        if before is not None and _begins_article(token, before, unit, following):
            head = [] if token.kind == "article" else [units[0]._replace(span=Span(token.span.start, token.span.start))]
            pieces.append(head)
            path = [*head]
            unit = "article"
        elif before is not None and _repeats(token, before, path, following):
            path = path[: next(i for i, earlier in enumerate(path) if _LEVELS.get(earlier.kind, 0) >= _LEVELS[token.kind])]
            pieces.append([*path])
        pieces[-1].append(token)
        if token.kind in _LEVELS:
            unit = token.kind
        if token.kind in _LEVELS or (token.kind in ("number", "ordinal") and unit):
            path.append(token)
    if len(pieces) == 1:
        return [run]
    tail = [
        t
        for i, t in enumerate(run)
        if t.kind == "own_act" or (t.kind == "this" and run[i + 1 : i + 2] and run[i + 1].kind == "own_act")
    ]
    return [[*piece, *tail] for piece in pieces[:-1]] + pieces[-1:]


_LEVELS = {"article": 1, "note": 2, "part": 3, "point": 4, "subpoint": 5, "indent": 6}
_MOST_PARTS = 40  # that an article has


def _begins_article(token: Token, before: Token, unit: str, following: str) -> bool:
    """Whether another article begins: by its unit and number, or by a number that no part has or that has parts of its own.

    `unit` is the one whose numbers are being read.
    """
    deep = unit in ("part", "point", "subpoint")
    if token.kind == "article":
        unsaid = token.span.start == token.span.end and before.kind in ("joint", "number")  # "6(1), 7 and 8(2)"
        return unsaid or (deep and before.kind not in ("this", "number", "ordinal") and following == "number")
    if token.kind != "number" or before.kind != "joint" or token.bracketed:
        return False
    number = token.value.partition("-")[0]
    return (deep and number.isdecimal() and int(number) > _MOST_PARTS) or (
        unit == "article" and following in ("part", "point")
    )


def _repeats(token: Token, before: Token, path: Sequence[Token], following: str) -> bool:
    """Whether a part, point or subpoint stands beside one that the same place has already named."""
    beside = token.kind in ("part", "point", "subpoint") and before.kind == "joint" and following in ("number", "ordinal")
    return beside and any(earlier.kind == token.kind for earlier in path)


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
