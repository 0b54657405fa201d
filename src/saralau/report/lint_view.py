"""Findings at their places: articles with their lines, the words objected to marked, what is said of them beside."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from saralau.acts import Act, Kind, Provision
from saralau.documents import Span
from saralau.lint.model import FAMILIES, Reported
from saralau.messages import say
from saralau.report.lint import message

_AROUND = 40  # characters of the law beside a fix
_KEPT = 220  # characters of a line on either side of a finding, where whole acts are shown


class Note(NamedTuple):
    """What is said of a finding. `number` is its place among those of the act; `fix` are words and those to put there."""

    number: int
    code: str
    name: str
    family: str
    where: str
    message: str
    why: str
    fix: tuple[str, str, str, str] | None  # before, out, in, behind


class Piece(NamedTuple):
    """Words of a line with the findings that object to them, and those that begin here. `gap`: something is missing here."""

    text: str
    notes: tuple[int, ...]
    begins: tuple[int, ...]
    gap: bool


class Line(NamedTuple):
    """A line; `heading` where it is the article's."""

    pieces: tuple[Piece, ...]
    heading: bool


class Place(NamedTuple):
    """An article, or what stands between articles (no number), with its lines and what is said of them."""

    number: str
    title: str
    eid: str
    lines: tuple[Line, ...]
    notes: tuple[Note, ...]


Numbered = tuple[int, Reported]


def counted(found: Sequence[Reported], code: str) -> list[tuple[str, str, int, list[tuple[str, str, int]]]]:
    """By family its name and count, and by rule of it code, name and count."""
    rules = Counter((one.rule.family, one.rule.code, one.rule.name) for one in found)
    rows = []
    for family in FAMILIES:
        own = [(rule, name, count) for (of, rule, name), count in sorted(rules.items()) if of == family]
        if own:
            rows.append((family, say(f"lint-family-{family}", code), sum(count for *_, count in own), own))
    return rows


def places(act: Act, found: Sequence[Numbered], code: str, *, whole: str | None = None) -> list[Place]:
    """Articles with findings, each with the lines that have some; with `whole` (an element id) that one with all its lines.

    Of an act without articles points stand for them.
    """
    begins = list(_beginnings(act))
    starts = [start for start, _ in begins]
    lines = [line.span for line in act.document.lines]
    firsts = [span.start for span in lines]
    by_place: dict[int, list[Numbered]] = {}
    for number, one in found:
        at = bisect.bisect_right(starts, one.finding.span.start) - 1
        by_place.setdefault(at, []).append((number, one))
    if whole is not None:
        by_place = {
            at: by_place.get(at, [])
            for at, (_, article) in enumerate(begins)
            if article is not None and article.address is not None and article.address.eid == whole
        }
    shown = []
    for at, own in sorted(by_place.items()):
        start, article = begins[at] if at >= 0 else (0, None)
        end = starts[at + 1] if at + 1 < len(starts) else len(act.document.text)
        low, high = bisect.bisect_left(firsts, start), bisect.bisect_left(firsts, end)
        heading = article.heading[0].start if article is not None and article.heading else -1
        kept = [
            Line(tuple(_pieces(act, span, own) if whole else _short(_pieces(act, span, own))), span.start == heading)
            for span in lines[low:high]
            if whole is not None or any(_touches(one, span) for _, one in own)
        ]
        notes = tuple(_note(act, number, one, code) for number, one in own)
        shown.append(Place(*_named(article), tuple(kept), notes))
    return shown


def _beginnings(act: Act) -> Iterator[tuple[int, Provision | None]]:
    """Where articles begin, and divisions, which stand between them."""
    return _begin(act.provisions)


def _begin(units: Sequence[Provision]) -> Iterator[tuple[int, Provision | None]]:
    for unit in units:
        is_article = unit.kind is Kind.ARTICLE or (unit.kind is Kind.PART and unit.address is not None)
        first = next(iter((*unit.heading, *unit.text)), None)
        if first is not None:
            yield first.start, unit if is_article else None
        if not is_article:
            yield from _begin(unit.children)


def _named(article: Provision | None) -> tuple[str, str, str]:
    if article is None:
        return "", "", ""
    at = article.address
    number = at.printed if at is not None and at.rooted else article.number or ""
    return number, article.title or "", at.eid if at is not None else ""


def _touches(one: Reported, line: Span) -> bool:
    start, end = one.finding.span
    return line.start <= start <= line.end if start == end else start < line.end and end > line.start


def _pieces(act: Act, line: Span, own: Sequence[Numbered]) -> Iterator[Piece]:
    """The words of a line, cut where a finding begins or ends."""
    text = act.document.text
    touching = [(number, one.finding.span) for number, one in own if _touches(one, line)]
    edges = {line.start, line.end}
    for _, span in touching:
        edges |= {max(span.start, line.start), min(span.end, line.end)}
    cuts = sorted(edges)
    for start, end in zip(cuts, [*cuts[1:], cuts[-1]], strict=True):
        gaps = tuple(number for number, span in touching if span.start == span.end == start)
        if gaps:
            yield Piece("", gaps, gaps, gap=True)
        if start == end:
            continue
        over = tuple(number for number, span in touching if span.start <= start and span.end >= end)
        first = tuple(number for number, span in touching if max(span.start, line.start) == start and number in over)
        yield Piece(text[start:end], over, tuple(n for n in first if _starts_in(touching, n, line)), gap=False)


def _short(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The words around findings; long stretches without any are left out."""
    for piece in pieces:
        words = piece.text
        if piece.notes or len(words) <= 2 * _KEPT:
            yield piece
            continue
        before = words[:_KEPT].rpartition(" ")[0]
        after = words[-_KEPT:].partition(" ")[2]
        yield piece._replace(text=f"{before} … {after}")


def _starts_in(touching: Sequence[tuple[int, Span]], number: int, line: Span) -> bool:
    return any(one == number and line.start <= span.start for one, span in touching)


def words_beside(text: str, start: int, end: int) -> tuple[str, str]:
    """Some whole words of the line before and behind a place."""
    before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if "\n" in before or start <= _AROUND:
        before = before.rpartition("\n")[2]
    elif " " in before:
        before = "… " + before.partition(" ")[2]
    if "\n" in behind or end + _AROUND >= len(text):
        behind = behind.partition("\n")[0]
    elif " " in behind:
        behind = behind.rpartition(" ")[0] + " …"
    return before, behind


def _note(act: Act, number: int, one: Reported, code: str) -> Note:
    finding, text = one.finding, act.document.text
    fix = None
    if finding.fix is not None:
        start, end = finding.fix.span
        before, behind = words_beside(text, start, end)
        fix = (before, text[start:end], finding.fix.words, behind)
    where = finding.address.printed if finding.address else ""
    why = say(f"lint-{one.rule.name}-why", code)
    return Note(number, one.rule.code, one.rule.name, one.rule.family, where, message(one, code), why, fix)
