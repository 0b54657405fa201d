"""Pieces of which names of acts are made: kind, title, date, number, issuer, state; and the runs in which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from saralau.citations.scanning import Beginnings, beginnings, literal
from saralau.citations.works import Register, Work, register
from saralau.documents import Span
from saralau.languages import Language

_TITLE = r"(?<![\w.,;:!?)])[«\"“](?=\S)[^«»\"“”\n]{3,400}[»\"”]"  # a mark behind a letter closes and does not open
_NUMBER = r"(?:№|no\.)\s*[0-9]+(?:[-/][^\W_]+)*+(?![\w-])|[0-9]+-[ivxіх]+(?![\w-])"  # some forget the sign
_DAY = r"[0-9]{2}\.[0-9]{2}\.[0-9]{4}(?:\s*(?:года|г\.|ж\.))?"
_LONGEST = 16  # pieces of one name
_BLANK = re.compile(r"\s*+")
_ROMAN = str.maketrans("іхсм", "ixcm")  # folding makes Cyrillic letters of these


class Piece(NamedTuple):
    """A part of a name: `kind` is named, title, date, year, number, issuer, act, state, other, own, filler or office."""

    kind: str
    value: str
    span: Span
    works: tuple[Work, ...] = ()


def places(folded: str, span: Span, language: Language) -> list[int]:
    """Where a name can begin."""
    return _beginnings(language).places(folded, span.start, span.end)


def runs(folded: str, span: Span, language: Language, starts: Iterable[int]) -> Iterator[list[Piece]]:
    """Pieces that stand side by side and make one name.

    The kind of an act is the last word of its name in some languages and the first in others: behind the one, or before the
    other, the next name begins.
    """
    run: list[Piece] = []
    called = False  # the run has its kind, or a name of its own
    for piece in _pieces(folded, span, language, starts):
        calls = piece.kind == "named" or piece.kind.endswith("_act")
        ended = called and (calls or language.citing.number_first)
        if run and (ended or len(run) >= _LONGEST or folded[run[-1].span.end : piece.span.start].strip()):
            yield run
            run, called = [], False
        if run or piece.kind != "filler":
            run.append(piece)
            called = called or calls
    if run:
        yield run


def _pieces(folded: str, span: Span, language: Language, starts: Iterable[int]) -> Iterator[Piece]:
    """Pieces of names: each begins with a word that can begin a name, or stands right behind another."""
    works, lexer = register(language.code), _lexer(language)
    before = -1  # where the last piece ended
    for start in starts:
        if start < before:
            continue
        at = start
        while (piece := _piece(folded, at, before, span.end, works, lexer, language)) is not None:
            yield piece
            before = piece.span.end
            at = _BLANK.match(folded, before, span.end).end()  # type: ignore[union-attr]
            if at == before and folded[at : at + 1].isalnum():
                break


def _piece(
    folded: str, at: int, before: int, end: int, works: Register, lexer: re.Pattern[str], language: Language
) -> Piece | None:
    """The piece that begins at a place, the start of a word; `before` is where the last one ended, -1 if none did."""
    found = lexer.match(folded, at, end)
    if found is None:
        return None
    kind = found.lastgroup or ""
    if kind == "named" and works.named is not None and (whose := works.named.match(folded, at, end)):
        return Piece("named", whose.group(), Span(*whose.span()), works.owners[(whose.lastindex or 1) - 1])
    if kind == "number" and folded[at].isdecimal() and not _follows(folded, before, at):
        return None  # a number without its sign is one only behind another piece
    if kind == "office" and (not _follows(folded, before, at) or _kinds(language).search(found.group())):
        return None
    if kind in ("title", "plain") and not _is_title(folded, found, before, end, lexer):
        return None
    return Piece(
        "title" if kind == "plain" else kind.rstrip("0123456789"), _value(found, kind, language), Span(*found.span())
    )


@cache
def _beginnings(language: Language) -> Beginnings:
    """Words and marks with which a piece of a name begins, save those that only stand behind another."""
    works = register(language.code)
    titles = filter(None, map(literal, works.plain)) if language.citing.number_first else ()
    words = (*(language.naming.stems.split() or [""]), *works.beginnings, *titles, "«", '"', "“", "№", "no.")
    return beginnings(words, _DATED)


_DATED = r"[0-9]{2}\.[0-9]{2}\.[0-9]|[0-9]{1,2}\.?\s\w{3}|[0-9]{4}\s"  # what a date can begin with


def _follows(folded: str, before: int, at: int) -> bool:
    """Whether nothing but blanks stands between the end of the last piece and a place."""
    return before >= 0 and _BLANK.fullmatch(folded, before, at) is not None


def _is_title(folded: str, quoted: re.Match[str], before: int, end: int, lexer: re.Pattern[str]) -> bool:
    """Whether quoted words stand beside other pieces of a name: only then are they an act's title."""
    if _follows(folded, before, quoted.start()):
        return True
    following = lexer.match(folded, _BLANK.match(folded, quoted.end(), end).end(), end)  # type: ignore[union-attr]
    return following is not None and (following.lastgroup or "") != "title"


@cache
def _lexer(language: Language) -> re.Pattern[str]:
    naming = language.naming
    works = register(language.code)
    months = "|".join(naming.months.values())
    plain = [re.sub(r"\(\?P<\w+>", "(?:", date).replace("{months}", months) for date in naming.dates]
    groups = [
        *([("named", re.sub(r"\((?!\?)", "(?:", works.named.pattern))] if works.named else []),
        ("title", _TITLE),
        ("plain", rf"(?:{'|'.join(map(_spaced, works.plain)) or '(?!)'})(?!\w)"),
        ("number", _NUMBER),
        ("day", _DAY),
        *((f"date{index}", date) for index, date in enumerate(plain)),
        *((f"{kind}_act", pattern) for kind, pattern in naming.kinds.items()),
        *((f"{kind}{index}_act", rf"(?:{pattern})(?!\w)") for index, (kind, pattern) in enumerate(works.kinds.items())),
        *((f"{issuer}_issuer", pattern) for issuer, pattern in naming.issuers.items()),
        ("state", rf"(?:{'|'.join(works.states.values()) or '(?!)'})(?!\w)"),
        ("other", rf"(?:{works.others})(?!\w)"),
        ("own", naming.own),
        ("filler", naming.filler),
        ("office", naming.offices),
    ]
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in groups))


@cache
def _kinds(language: Language) -> re.Pattern[str]:
    """Kinds of acts and words for provisions, none of which stands in the name of who gave an act."""
    citing = language.citing
    units = (citing.units[unit] for unit in ("article", "part", "point", "subpoint") if unit in citing.units)
    return re.compile("|".join(rf"(?<!\w)(?:{words})" for words in (*language.naming.kinds.values(), *units)))


def _spaced(title: str) -> str:
    return r"\s+".join(map(re.escape, title.split()))


def _value(found: re.Match[str], kind: str, language: Language) -> str:
    words = found.group()
    if kind == "day":
        return f"{words[6:10]}-{words[3:5]}-{words[:2]}"
    if kind.startswith("date"):
        return _date(words, language)
    if kind == "title":
        return " ".join(words[1:-1].split())
    if kind == "number":
        return words.removeprefix("№").removeprefix("no.").strip().translate(_ROMAN).upper()
    return kind.rpartition("_")[0].rstrip("0123456789") or words


def _date(words: str, language: Language) -> str:
    months = "|".join(f"(?P<m{number}>{stem})" for number, stem in language.naming.months.items())
    year = re.search(r"[0-9]{4}", words)
    month = re.search(months, words)
    day = re.search(r"(?<![0-9])[0-9]{1,2}(?![0-9])", words)
    if year is None:
        return ""
    if month is None or month.lastgroup is None or day is None:
        return year[0]
    return f"{year[0]}-{int(month.lastgroup[1:]):02}-{int(day[0]):02}"


def family(piece: Piece) -> str:
    """What a piece is, however it is written."""
    if piece.kind in ("day", "date"):
        return "date"
    return "act" if piece.kind.endswith("_act") else piece.kind


def trimmed(run: Sequence[Piece]) -> Span:
    """Where a run stands, without the words that say nothing at its ends."""
    saying = [piece for piece in run if piece.kind not in ("filler",)]
    return Span(saying[0].span.start, saying[-1].span.end)
