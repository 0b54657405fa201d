"""The network of acts and the terms that they share, as SVG: acts on the left, terms on the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from textwrap import wrap

from saralau.messages import say
from saralau.report.terms import ABSENT, DEFINED, DIFFERENTLY, USED, Row, TermsTold

_WIDTH, _LEFT, _RIGHT, _LINE, _TOP = 1180, 330, 700, 19, 60  # of the picture; a line of writing; above the first
_LONGEST = 62  # characters of a term that are written
_WRAPPED = 40  # characters of a line of an act's name
_COLOURS = ("#1f5f8b", "#8a4b08", "#5b3a8e", "#2f7d6b", "#6b7f2a", "#4a6fa5", "#7a1f5b", "#5a6675")
_DIFFERENT = "#c0182b"


def terms_picture(told: TermsTold, code: str, names: Sequence[str] = ()) -> str:
    """The picture, acts by `names` if given; without terms of one act alone and acts that share none."""
    rows, called = told.matrix, names or [one.title for one in told.acts]
    height = _TOP + _LINE * max(len(rows), 2 * len(told.acts)) + 30
    shared = [place for place in range(len(told.acts)) if any(row.cells[place].state != ABSENT for row in rows)]
    levels = _levels(rows, shared, height)
    lines = [_line(row, at, place, levels, shared) for at, row in enumerate(rows) for place in shared]
    acts = [_act(called[place], levels[place], _colour(place)) for place in shared]
    terms = [_term(row, at) for at, row in enumerate(rows)]
    title = escape(say("usage-network-picture", code))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" '
        f'font-family="Noto Sans, PT Sans, DejaVu Sans, sans-serif" font-size="12"><title>{title}</title>'
        f'<rect width="{_WIDTH}" height="{height}" fill="#fbfaf7"/>'
        f'<g fill="none">{"".join(lines)}</g>{"".join(acts)}{"".join(terms)}{"".join(_legend(code))}</svg>\n'
    )


def _levels(rows: Sequence[Row], shared: Sequence[int], height: int) -> dict[int, float]:
    """How high each act stands: in the order of the middle of its terms, spread evenly."""
    middles = {}
    for place in shared:
        own = [at for at, row in enumerate(rows) if row.cells[place].state in (DEFINED, DIFFERENTLY)]
        own = own or [at for at, row in enumerate(rows) if row.cells[place].state == USED]
        middles[place] = sum(own) / len(own)
    step = (height - _TOP - 30) / max(len(shared), 1)
    return {
        place: _TOP + step * (order + 0.5) for order, place in enumerate(sorted(shared, key=lambda it: (middles[it], it)))
    }


def _line(row: Row, at: int, place: int, levels: dict[int, float], shared: Sequence[int]) -> str:
    state = row.cells[place].state
    if state == ABSENT:
        return ""
    y, v = levels[place], _level(at)
    middle = (_LEFT + _RIGHT) / 2
    colour = _DIFFERENT if state == DIFFERENTLY else _colour(place)
    style = ' stroke-dasharray="3 4" stroke-opacity=".55"' if state == USED else ' stroke-width="1.8" stroke-opacity=".85"'
    return f'<path d="M{_LEFT} {y:.1f}C{middle} {y:.1f} {middle} {v:.1f} {_RIGHT} {v:.1f}" stroke="{colour}"{style}/>'


def _level(at: int) -> float:
    return _TOP + _LINE * (at + 0.5)


def _colour(place: int) -> str:
    return _COLOURS[place % len(_COLOURS)]


def _act(name: str, y: float, colour: str) -> str:
    return (
        f'<circle cx="{_LEFT}" cy="{y:.1f}" r="5" fill="{colour}"/>'
        f'<text x="{_LEFT - 12}" y="{y:.1f}" text-anchor="end" font-weight="600" fill="{colour}">'
        f"{_lines(name)}</text>"
    )


def _lines(name: str) -> str:
    """A long name in several lines, the middle of them at its height."""
    lines = wrap(name, _WRAPPED)[:3]
    first = 0.35 - 0.6 * (len(lines) - 1)
    return "".join(
        f'<tspan x="{_LEFT - 12}" dy="{first if not place else 1.2:.2f}em">{escape(line)}</tspan>'
        for place, line in enumerate(lines)
    )


def _term(row: Row, at: int) -> str:
    words = row.term if len(row.term) <= _LONGEST else row.term[: _LONGEST - 1].rstrip() + "…"
    otherwise = any(cell.state == DIFFERENTLY for cell in row.cells)
    colour = _DIFFERENT if otherwise else "#1c2530"
    y = _level(at)
    return (
        f'<circle cx="{_RIGHT}" cy="{y:.1f}" r="2.5" fill="{colour}"/>'
        f'<text x="{_RIGHT + 9}" y="{y:.1f}" dy=".35em" fill="{colour}">'
        f"{escape(words)}<title>{escape(row.term)}</title></text>"
    )


def _legend(code: str) -> Iterator[str]:
    styles = {
        "defined": ("#1c2530", ' stroke-width="1.8"'),
        "differently": (_DIFFERENT, ' stroke-width="1.8"'),
        "used": ("#1c2530", ' stroke-dasharray="3 4"'),
    }
    for order, (state, (colour, style)) in enumerate(styles.items()):
        x = 20 + 190 * order
        yield f'<path d="M{x} 28h36" stroke="{colour}"{style} fill="none"/>'
        yield f'<text x="{x + 44}" y="28" dy=".35em" fill="{colour}">{escape(say("usage-cell-" + state, code))}</text>'
