"""Acts named in a text: by a name of their own, by kind and title, by kind, date and number, in any order."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from saralau.acts import UNTOLD
from saralau.citations.scanning import Beginnings, beginnings, literal
from saralau.citations.works import Register, Titles, Work, register, work_iri
from saralau.documents import Span
from saralau.languages import Language

_TITLE = r"(?<![\w.,;:!?)])[«\"“](?=\S)[^«»\"“”\n]{3,400}[»\"”]"  # a mark behind a letter closes and does not open
_NUMBER = r"(?:№|no\.)\s*[0-9]+(?:[-/][^\W_]+)*+(?![\w-])|[0-9]+-[ivxіх]+(?![\w-])"  # some forget the sign
_DAY = r"[0-9]{2}\.[0-9]{2}\.[0-9]{4}(?:\s*(?:года|г\.|ж\.))?"
_LONGEST = 16  # pieces of one name
_BLANK = re.compile(r"\s*+")
_ROMAN = str.maketrans("іхсм", "ixcm")  # folding makes Cyrillic letters of these


class Mention(NamedTuple):
    """Words that name an act. `own` means the act in which they stand; `work` is then None.

    `bare` marks a kind alone ("the Agreement"): whichever act of that kind was named last, and nothing by itself. `unknown`
    marks a title that no pack lists and no date and number go with. `disputed` is a date or number that the words tell and
    the register contradicts, or that no calendar has.
    """

    span: Span
    work: Work | None
    kind: str
    own: bool = False
    bare: bool = False
    unknown: bool = False
    disputed: str | None = None


class _Piece(NamedTuple):
    """A part of a name: `kind` is named, title, date, year, number, issuer, act, state, other, own, filler or office."""

    kind: str
    value: str
    span: Span
    works: tuple[Work, ...] = ()


def find_mentions(
    folded: str,
    span: Span,
    language: Language,
    country: str = UNTOLD,
    before: Mention | None = None,
    starts: Sequence[int] | None = None,
    on: str | None = None,
    *,
    closed: bool = False,
    titles: Titles | None = None,
) -> tuple[Mention, ...]:
    """Acts named in `folded[span]`; `country` is where an act that no pack lists is taken to be from.

    `closed` tells that the text speaks of its own country's acts where it names no state, as a law does: a name alone is
    then no other state's act.
    `on` is the day (ISO) for which a name alone is the act in force then; without it, the act that stands now.
    `before` is the last act that the text named before, whose namesakes may be told by their year; `starts` are the places
    where a name can begin, if they are known. `titles` is asked for a title between quotes that no pack has. Linear in the
    text.
    """
    found: list[Mention] = []
    kind, works = "act", register(language.code)
    for run in _runs(folded, span, language, places(folded, span, language) if starts is None else starts):
        mention, kind = _mention(run, works, kind, _Home(country, closed), language, on, titles)
        if mention is not None and mention.bare and _is_titled(mention, folded, language):
            mention = mention._replace(unknown=True)
        if mention is None and before is not None:
            mention = _namesake(run, before, works, folded)
        if mention is not None:
            found.append(mention)
            before = mention if mention.work else before
    return tuple(found)


def _namesake(run: Sequence[_Piece], before: Mention, works: Register, folded: str) -> Mention | None:
    """An earlier or later act of the same title, of which only the year is told ("... of 2003, of 2007 and of 2015")."""
    if before.work is None or any(_family(piece) not in ("date", "filler") for piece in run):
        return None
    if _ISSUE.match(folded, run[-1].span.end):
        return None
    titles = set(works.titles.get(before.work.iri, ()))
    if not titles:
        return None
    date = next(piece.value for piece in run if _family(piece) == "date")
    same = [entry.work for entry in works.entries if titles & set(entry.titles) and entry.work.date.startswith(date)]
    return Mention(_trimmed(run), same[0], same[0].kind) if same and run[0].span.start - before.span.end < _NEAR else None


def _is_titled(mention: Mention, folded: str, language: Language) -> bool:
    """Whether words of a title stand beside a kind, which no pack lists: it is not the act of that kind named last."""
    start, end = mention.span
    if language.citing.number_first:
        return language.naming.titled.match(folded, max(start - _BESIDE, 0), start) is not None
    return language.naming.titled.match(folded, end, end + _BESIDE) is not None


_NEAR = 400  # characters
_BESIDE = 10
_ISSUE = re.compile(r"\s?,\s?№")  # behind the year of a gazette


def places(folded: str, span: Span, language: Language) -> list[int]:
    """Where a name can begin."""
    return _beginnings(language).places(folded, span.start, span.end)


def _runs(folded: str, span: Span, language: Language, starts: Iterable[int]) -> Iterator[list[_Piece]]:
    """Pieces that stand side by side and make one name.

    The kind of an act is the last word of its name in some languages and the first in others: behind the one, or before the
    other, the next name begins.
    """
    run: list[_Piece] = []
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


def _pieces(folded: str, span: Span, language: Language, starts: Iterable[int]) -> Iterator[_Piece]:
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
) -> _Piece | None:
    """The piece that begins at a place, the start of a word; `before` is where the last one ended, -1 if none did."""
    found = lexer.match(folded, at, end)
    if found is None:
        return None
    kind = found.lastgroup or ""
    if kind == "named" and works.named is not None and (whose := works.named.match(folded, at, end)):
        return _Piece("named", whose.group(), Span(*whose.span()), works.owners[(whose.lastindex or 1) - 1])
    if kind == "number" and folded[at].isdecimal() and not _follows(folded, before, at):
        return None  # a number without its sign is one only behind another piece
    if kind == "office" and (not _follows(folded, before, at) or _kinds(language).search(found.group())):
        return None
    if kind in ("title", "plain") and not _is_title(folded, found, before, end, lexer):
        return None
    return _Piece(
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


class _Home(NamedTuple):
    """Where a text is from, and whether it speaks of no other state's acts unless it says so."""

    country: str
    closed: bool

    def among(self, works: Sequence[Work], register: Register, state: str | None) -> Sequence[Work]:
        """Of works with one name those that are meant: of the state that is named beside it, else of the text's own."""
        where = state or (self.country if self.country != UNTOLD else None)
        if where is None:
            return works
        own = [work for work in works if (whose := work.iri.split("/")[2]) == where or whose not in register.national]
        return own or ([] if state or self.closed else works)


def _mention(
    run: Sequence[_Piece],
    works: Register,
    kind: str,
    home: _Home,
    language: Language,
    on: str | None,
    titles: Titles | None,
) -> tuple[Mention | None, str]:
    """The act that a run of pieces names, if it does, and the kind that the next run inherits if it has none."""
    of: dict[str, list[_Piece]] = {name: [] for name in ("named", "title", "date", "number", "act", "own")}
    for piece in run:
        of.setdefault(_family(piece), []).append(piece)
    span = _trimmed(run)
    if of.get("other") and (of["named"] or of["act"]):  # another state's act is none that a pack lists
        return Mention(span, None, of["act"][0].value if of["act"] else "act", unknown=True), kind
    kind = of["act"][0].value if of["act"] else kind
    date = max((piece.value for piece in of["date"]), key=len, default="")
    number = of["number"][0].value if of["number"] else None
    state = next((works.state(piece.value) for piece in of.get("state", ())), None)
    state = state or next(filter(None, (works.state_in(piece.value) for piece in of.get("office", ()))), None)
    if of["named"]:
        meant = home.among(of["named"][0].works, works, state)
        if not meant:
            return Mention(span, None, kind, unknown=True), kind
        work = _chosen(meant, date, on)
        return Mention(span, work, work.kind if work else kind, disputed=_disputed(work, date, number)), kind
    if of["own"] and of["act"] and len(run) == 2:
        return Mention(span, None, kind, own=True), kind
    if of["act"] and kind != "judgment" and all(piece.kind.endswith(("_act", "state", "filler")) for piece in run):
        return Mention(span, None, kind, bare=True), kind
    if (
        of["title"]
        and of["act"]
        and (titled := [e.work for e in works.entries if e.titles and _titled(of["title"][0].value, e.titles)])
    ):
        work = _chosen(home.among(titled, works, state) or titled, date, on)
        return Mention(span, work, kind, disputed=_disputed(work, date, number)), kind
    held = titles(language.code, kind, of["title"][0].value) if titles and of["title"] and of["act"] and not number else None
    if held is not None and held.date.startswith(date):
        return Mention(span, held, kind), kind
    if len(date) == 10 and (number or of["act"]):
        country = state or home.country
        told = works.portal(f"/akn/{country}").kind_of(number)
        if not of["act"] and told != "act":  # the number says more than the kind of the act named before
            kind = told
        known = [w for w in works.dated.get(date, ()) if kind in ("act", w.kind) and number in (None, w.number)]
        issuer = next((piece.value for piece in run if piece.kind.endswith("issuer")), "")
        work = known[0] if known else _unlisted(language.code, kind, issuer, date, number, country)
        return Mention(span, work, kind, disputed=None if _is_day(date) else date), kind
    if of["title"] and of["act"] and language.naming.titled.match(of["title"][0].value):
        return Mention(span, None, kind, unknown=True), kind
    return None, kind


def _family(piece: _Piece) -> str:
    if piece.kind in ("day", "date"):
        return "date"
    return "act" if piece.kind.endswith("_act") else piece.kind


def _trimmed(run: Sequence[_Piece]) -> Span:
    saying = [piece for piece in run if piece.kind not in ("filler",)]
    return Span(saying[0].span.start, saying[-1].span.end)


def _titled(title: str, known: Sequence[str]) -> bool:
    return any(title == name or title.startswith(name) for name in known)


def _chosen(works: Sequence[Work], date: str, on: str | None) -> Work | None:
    """Of works with one name, the one of the date that is given; without a date the one in force on a day, or now."""
    dated = [work for work in works if work.date.startswith(date)] if date else []
    day = on or _LAST_DAY
    standing = [work for work in works if work.date <= day and (not work.repealed or day < work.repealed)] or list(works)
    return max(dated or standing, key=lambda work: work.date, default=None)


_LAST_DAY = "9999-12-31"


def _disputed(work: Work | None, date: str, number: str | None) -> str | None:
    """The date or number that words tell of an act and that is not the register's."""
    if date and (not _is_day(date) or (work is not None and not work.date.startswith(date) and len(date) == len(work.date))):
        return date
    told = number is not None and work is not None and work.number is not None
    return number if told and number != work.number else None  # type: ignore[union-attr]


def _is_day(date: str) -> bool:
    """Whether a calendar has the day; a year alone is not held against one."""
    try:
        return len(date) != len(_LAST_DAY) or bool(datetime.date.fromisoformat(date))
    except ValueError:
        return False


@lru_cache(maxsize=4096)
def _unlisted(code: str, kind: str, issuer: str, date: str, number: str | None, country: str) -> Work:
    """An act that no pack lists: its address, and its id on the portal where the pack tells how those are made."""
    iri = work_iri(country, kind, date, number)
    return Work("", kind, date, number, iri, register(code).portal(iri).id_of(kind, issuer, date, number))
