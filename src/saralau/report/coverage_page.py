"""A treaty against one code or several as a page: a matrix of scenarios, each cell of which opens to its reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from saralau.messages import say
from saralau.packs import load
from saralau.report.coverage import counts, notices, reasons, source, state, status
from saralau.report.page import environment
from saralau.treaties.covering import STATUSES, Coverage, ObligationCoverage, ScenarioCoverage

_MOST = 8  # conditions, and provisions that come near, in a cell


class Cell(NamedTuple):
    """A scenario in a code: its status, and the reasons in words."""

    status: str
    words: str
    reasons: tuple[str, ...]


class Row(NamedTuple):
    """A scenario with a cell for each code; the first of an obligation names it."""

    obligation: str
    scenario: str
    cells: tuple[Cell, ...]


def coverage_page(found: Sequence[Coverage], code: str) -> str:
    """The page as HTML, in the language `code`: the codes in `found` side by side. Nothing is loaded from anywhere."""
    first = found[0]
    return (
        environment()
        .get_template("coverage.html")
        .render(
            code=code,
            title=first.treaty.titles[code],
            heads=[
                (_name(one, code), state(one, code), counts(one, code), list(notices(one, code)), _shares(one))
                for one in found
            ],
            rows=list(_rows(found, code)),
            legend=[(name, status(name, code)) for name in STATUSES if any(one.counts()[name] for one in found)],
            tell=lambda message, **arguments: say(message, code, **arguments),
        )
    )


def _head(one: Coverage, code: str) -> tuple[str, str, str, list[str], list[tuple[str, float]]]:
    return _name(one, code), state(one, code), counts(one, code), list(notices(one, code)), _shares(one)


def _name(one: Coverage, code: str) -> str:
    return str(load(f"{one.jurisdiction}/jurisdiction")["titles"][code])


def _shares(one: Coverage) -> list[tuple[str, float]]:
    """The statuses as widths of a bar, in hundredths."""
    told = one.counts()
    every = sum(told.values()) or 1
    return [(name, 100 * number / every) for name, number in told.items() if number]


def _rows(found: Sequence[Coverage], code: str) -> Iterator[Row]:
    for at, row in enumerate(found[0].obligations):
        named = say("cover-obligation", code, source=source(row.obligation.source), label=row.obligation.label[code])
        for number, one in enumerate(row.scenarios):
            cells = [_cell(other.obligations[at].scenarios[number], other, other.obligations[at], code) for other in found]
            yield Row("" if number else named, one.scenario.label[code], tuple(cells))


def _cell(one: ScenarioCoverage, found: Coverage, row: ObligationCoverage, code: str) -> Cell:
    return Cell(one.status, status(one.status, code), tuple(reasons(one, found, row, code, _MOST)))
