"""Small pictures as SVG that take their colours from the page's style sheet: columns by year, curves that fall in steps.

No element has a style of its own, so that a strict content policy and the reader's light or dark both hold. Classes `t0`,
`t1`, ... are the tones of series; `grid` and `axis` are lines, text takes the colour of the page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple

from markupsafe import Markup

_WIDTH, _HEIGHT = 760, 290
_LEFT, _RIGHT, _TOP, _BOTTOM = 46, 12, 12, 28  # room for what is written along the sides
_LINES = 4  # horizontal lines at most
_BANDS = 3  # curves that have their band; more bands hide each other


class Curve(NamedTuple):
    """A curve with its band: shares from 0 to 1 that stand after so many years."""

    name: str
    years: Sequence[float]
    stands: Sequence[float]
    low: Sequence[float]
    high: Sequence[float]


def columns(counts: Mapping[int, Sequence[int]], label: str) -> Markup:
    """A column for each year from the first to the last, its counts by series stacked from below."""
    years = range(min(counts), max(counts) + 1)
    top = _round(max(map(sum, counts.values())))
    step = (_WIDTH - _LEFT - _RIGHT) / len(years)
    bars = []
    for place, year in enumerate(years):
        x, reached = _LEFT + step * place, 0
        for series, count in enumerate(counts.get(year, ())):
            if count:
                height, y = _tall(count, top), _y((reached + count) / top)
                bars.append(f'<rect class="t{series}" x="{x + step * 0.14:.1f}" y="{y:.1f}" width="{step * 0.72:.1f}" '
                            f'height="{height:.1f}"><title>{year}: {count}</title></rect>')  # fmt: skip
            reached += count
        if step > 30 or not place % 2:
            bars.append(f'<text x="{x + step / 2:.1f}" y="{_HEIGHT - 9}" text-anchor="middle">{year}</text>')
    grid = _grid([(share * top / _LINES, f"{share * top // _LINES}") for share in range(_LINES + 1)], top)
    return _picture("".join((*grid, *bars)), label)


def curves(drawn: Sequence[Curve], axis: str, label: str) -> Markup:
    """Curves from 1 downwards, each in its tone with its band; `axis` names the years."""
    last = max((curve.years[-1] for curve in drawn), default=1) or 1
    grid = _grid([(share / _LINES, f"{100 * share // _LINES} %") for share in range(_LINES + 1)], 1)
    ticks = [
        f'<text x="{_x(year, last):.1f}" y="{_HEIGHT - 9}" text-anchor="middle">{year}</text>'
        for year in range(0, int(last) + 1, max(1, int(last) // 8))
    ]
    name = f'<text x="{_WIDTH - _RIGHT}" y="{_HEIGHT - _BOTTOM - 6}" text-anchor="end">{escape(axis)}</text>'
    shown = [one for number, curve in enumerate(drawn) for one in _curve(curve, number, last, banded=len(drawn) <= _BANDS)]
    return _picture("".join((*grid, *ticks, *shown, name)), label)


def standing(drawn: Sequence[Curve]) -> list[tuple[int, list[str]]]:
    """What curves show, as a table: after whole years the share of each that stands; "" after its end."""
    last = max((int(curve.years[-1]) for curve in drawn if curve.years), default=0)
    return [(year, [_stands(curve, year) for curve in drawn]) for year in range(last + 1)]


def _stands(curve: Curve, year: int) -> str:
    """A curve falls at its points and stands between them; before its first nothing has fallen."""
    if not curve.years or curve.years[-1] < year:
        return ""
    known = bisect_right(curve.years, year)
    return f"{100 * (curve.stands[known - 1] if known else 1.0):.0f} %"


def _curve(curve: Curve, number: int, last: float, *, banded: bool) -> Iterator[str]:
    if banded:
        band = [*_steps(curve.years, curve.high, last), *reversed(list(_steps(curve.years, curve.low, last)))]
        yield f'<path class="band t{number}" d="M{_joined(band)}Z"/>'
    line = _steps(curve.years, curve.stands, last)
    yield f'<path class="line t{number}" d="M{_joined(list(line))}"><title>{escape(curve.name)}</title></path>'


def _steps(years: Sequence[float], shares: Sequence[float], last: float) -> Iterator[tuple[float, float]]:
    before = shares[0] if shares else 1.0
    for year, share in zip(years, shares, strict=True):
        yield _x(year, last), _y(before)
        yield _x(year, last), _y(share)
        before = share


def _joined(points: Sequence[tuple[float, float]]) -> str:
    return "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _grid(lines: Sequence[tuple[float, str]], top: float) -> Iterator[str]:
    for value, words in lines:
        y = _y(value / top)
        yield f'<path class="grid" d="M{_LEFT} {y:.1f}H{_WIDTH - _RIGHT}"/>'
        yield f'<text x="{_LEFT - 7}" y="{y:.1f}" dy=".35em" text-anchor="end">{escape(words)}</text>'


def _picture(inside: str, label: str) -> Markup:
    # Numbers are ours, and every word was escaped.
    return Markup(  # noqa: S704  # nosec B704
        f'<svg class="picture" role="img" viewBox="0 0 {_WIDTH} {_HEIGHT}" aria-label="{escape(label)}">{inside}</svg>'
    )


def _x(year: float, last: float) -> float:
    return _LEFT + (_WIDTH - _LEFT - _RIGHT) * year / last


def _y(share: float) -> float:
    return _TOP + (_HEIGHT - _TOP - _BOTTOM) * (1 - share)


def _tall(count: int, top: int) -> float:
    return (_HEIGHT - _TOP - _BOTTOM) * count / top


def _round(most: int) -> int:
    """The least number from `most` on that the lines divide evenly, a round one where it is large."""
    step = 4 if most <= 40 else 20 if most <= 200 else 100
    return max(step, -(-most // step) * step)
