"""Acts named in a text: by a name of their own, by kind and title, by kind, date and number, in any order."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from saralau.acts import UNTOLD
from saralau.citations.against import Against
from saralau.citations.pieces import Piece, family, places, runs, trimmed
from saralau.citations.works import Register, Titles, Work, register, work_iri
from saralau.documents import Span
from saralau.languages import Language


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
    against: Against | None = None,
) -> tuple[Mention, ...]:
    """Acts named in `folded[span]`; `country` is where an act that no pack lists is taken to be from.

    `closed` tells that the text speaks of its own country's acts where it names no state, as a law does: a name alone is
    then no other state's act.
    `on` is the day (ISO) for which a name alone is the act in force then; without it, the act that stands now.
    `before` is the last act that the text named before, whose namesakes may be told by their year; `starts` are the places
    where a name can begin, if they are known. `titles` is asked for a title between quotes that no pack has, `against` is
    an act whose name means it. Linear in the text.
    """
    found: list[Mention] = []
    kind, works = "act", register(language.code)
    home = _Home(country, closed or (against is not None and against.is_alone), against)
    for run in runs(folded, span, language, places(folded, span, language) if starts is None else starts):
        mention, kind = _mention(run, works, kind, home, language, on, titles)
        if mention is not None and mention.bare and _is_titled(mention, folded, language):
            mention = mention._replace(unknown=True)
        if mention is None and before is not None:
            mention = _namesake(run, before, works, folded)
        if mention is not None:
            found.append(mention)
            before = mention if mention.work else before
    return tuple(found)


def _namesake(run: Sequence[Piece], before: Mention, works: Register, folded: str) -> Mention | None:
    """An earlier or later act of the same title, of which only the year is told ("... of 2003, of 2007 and of 2015")."""
    if before.work is None or any(family(piece) not in ("date", "filler") for piece in run):
        return None
    if _ISSUE.match(folded, run[-1].span.end):
        return None
    titles = set(works.titles.get(before.work.iri, ()))
    if not titles:
        return None
    date = next(piece.value for piece in run if family(piece) == "date")
    same = [entry.work for entry in works.entries if titles & set(entry.titles) and entry.work.date.startswith(date)]
    return Mention(trimmed(run), same[0], same[0].kind) if same and run[0].span.start - before.span.end < _NEAR else None


def _is_titled(mention: Mention, folded: str, language: Language) -> bool:
    """Whether words of a title stand beside a kind, which no pack lists: it is not the act of that kind named last."""
    start, end = mention.span
    if language.citing.number_first:
        return language.naming.titled.match(folded, max(start - _BESIDE, 0), start) is not None
    return language.naming.titled.match(folded, end, end + _BESIDE) is not None


_NEAR = 400  # characters
_BESIDE = 10
_ISSUE = re.compile(r"\s?,\s?№")  # behind the year of a gazette


class _Home(NamedTuple):
    """Where a text is from, and whether it speaks of no other state's acts unless it says so."""

    country: str
    closed: bool
    against: Against | None = None

    def among(self, works: Sequence[Work], register: Register, state: str | None) -> Sequence[Work]:
        """Of works with one name those that are meant: of the state that is named beside it, else of the text's own."""
        if self.against is not None and self.against.is_meant(works, state):
            return [self.against.work]
        where = state or (self.country if self.country != UNTOLD else None)
        if where is None:
            return works
        own = [work for work in works if (whose := work.iri.split("/")[2]) == where or whose not in register.national]
        return own or ([] if state or self.closed else works)


def _mention(
    run: Sequence[Piece],
    works: Register,
    kind: str,
    home: _Home,
    language: Language,
    on: str | None,
    titles: Titles | None,
) -> tuple[Mention | None, str]:
    """The act that a run of pieces names, if it does, and the kind that the next run inherits if it has none."""
    of: dict[str, list[Piece]] = {name: [] for name in ("named", "title", "date", "number", "act", "own")}
    for piece in run:
        of.setdefault(family(piece), []).append(piece)
    span = trimmed(run)
    facing, others = home.against, of.get("other")
    if facing and others and of["named"] and facing.is_meant(of["named"][0].works, None, others[0].value):
        return Mention(span, facing.work, facing.work.kind), kind
    if others and (of["named"] or of["act"]):  # another state's act is none that a pack lists
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
