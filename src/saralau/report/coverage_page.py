"""A treaty against one code or several as a page: a heat map, and a matrix each cell of which opens to its reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from saralau.messages import say
from saralau.report.coverage import counts, labelled, notices, overall, reasons, source, state, status
from saralau.report.coverage_compared import column, demanded_lines, pairs, shifted_lines
from saralau.report.page import drawn
from saralau.treaties.covering import STATUSES, Coverage, ObligationCoverage, ScenarioCoverage

_MOST = 8  # conditions, and provisions that come near, in a cell


class Head(NamedTuple):
    """A code: its column's name, what it is, its counts as words and as widths in hundredths, and what has to be said."""

    name: str
    state: str
    verified: bool
    counts: str
    shares: list[tuple[str, float]]
    marks: list[str]
    general: list[str]
    demands: list[str]


class Cell(NamedTuple):
    """A scenario in a code: its status, and the reasons in words."""

    status: str
    words: str
    reasons: tuple[str, ...]


class Row(NamedTuple):
    """A scenario with a cell for each code; the first of an obligation names it."""

    id: str
    obligation: str
    scenario: str
    cells: tuple[Cell, ...]


class Square(NamedTuple):
    """A scenario at a glance, with the id of its row."""

    status: str
    id: str
    words: str


class Glance(NamedTuple):
    """An obligation at a glance: squares for each code."""

    obligation: str
    squares: list[list[Square]]


class Shown(NamedTuple):
    """The page: its title, a head for each code, what was won and lost, the heat map, the matrix, the legend."""

    title: str
    heads: list[Head]
    shifts: list[list[str]]
    heat: list[Glance]
    rows: list[Row]
    legend: list[tuple[str, str]]


def coverage_page(found: Sequence[Coverage], code: str) -> str:
    """The page as HTML, in the language `code`: the codes in `found` side by side, those read from a text first.

    Nothing is loaded from anywhere.
    """
    told = coverage_view(found, code)
    return drawn("coverage.html", code, **told._asdict())


def coverage_view(found: Sequence[Coverage], code: str) -> Shown:
    """All that a page shows of a treaty against codes, in words of the language `code`."""
    shown = sorted(found, key=lambda one: not one.verified)
    return Shown(
        shown[0].treaty.titles[code],
        [_head(one, shown, code) for one in shown],
        [list(shifted_lines(before, after, code)) for before, after in pairs(shown)],
        list(_heat(shown, code)),
        list(_rows(shown, code)),
        [(name, status(name, code)) for name in STATUSES if any(one.counts()[name] for one in shown)],
    )


def _head(one: Coverage, shown: Sequence[Coverage], code: str) -> Head:
    told = one.counts()
    every = sum(told.values()) or 1
    return Head(
        column(one, shown, code),
        state(one, code),
        one.verified,
        counts(one, code),
        [(name, 100 * number / every) for name, number in told.items() if number],
        list(notices(one, code)),
        list(overall(one, code)),
        list(demanded_lines(one, code)),
    )


def _heat(shown: Sequence[Coverage], code: str) -> Iterator[Glance]:
    for at, row in enumerate(shown[0].obligations):
        squares = [
            [
                Square(one.status, f"s{at}-{number}", f"{one.scenario.label[code]}: {status(one.status, code)}")
                for number, one in enumerate(other.obligations[at].scenarios)
            ]
            for other in shown
        ]
        yield Glance(_obligation(row, code), squares)


def _rows(shown: Sequence[Coverage], code: str) -> Iterator[Row]:
    for at, row in enumerate(shown[0].obligations):
        for number, one in enumerate(row.scenarios):
            cells = [_cell(other.obligations[at].scenarios[number], other, other.obligations[at], code) for other in shown]
            yield Row(f"s{at}-{number}", "" if number else _obligation(row, code), labelled(one, row, code), tuple(cells))


def _obligation(row: ObligationCoverage, code: str) -> str:
    return say("cover-obligation", code, source=source(row.obligation.source), label=row.obligation.label[code])


def _cell(one: ScenarioCoverage, found: Coverage, row: ObligationCoverage, code: str) -> Cell:
    return Cell(one.status, status(one.status, code), tuple(reasons(one, found, row, code, _MOST)))
