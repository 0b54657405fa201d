"""A state's timeline as a Vega-Lite specification: lanes by kind, a row for each event, a small panel for each indicator.

Time is told in years as numbers, so that the picture is the same in every time zone. Labels stand where they fit, found
from their length. Text takes the colour of the page (`currentColor`), so that the picture can stand on light and on dark.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap
from typing import Any, NamedTuple

from saralau.history.chronicle import KINDS, Event, Timeline
from saralau.history.fates import fate, life
from saralau.history.indicators import Indicator
from saralau.history.lifespans import first_day, last_day
from saralau.messages import say
from saralau.report.timeline import heading, in_words, known_on, measure, measured_by, named, rank, titled

_WIDTH, _LABELS, _ROW, _LINE = 640, 360, 34, 46  # pixels; the last is characters in a line of a label
_GLYPH = 6.4  # pixels of an average letter at the size of labels, estimated from above
_TONES = {"act": "#1f7a86", "concept": "#8a5cb8", "programme": "#9a6a14", "treaty": "#b0492f", "event": "#5f7386"}
_INK, _MEASURED = "currentColor", "#2f6fb3"
_FONT = "Noto Sans, DejaVu Sans, Arial, sans-serif"


class Frame(NamedTuple):
    """The stretch of time that the picture shows, in years, and the day as of which it is told."""

    first: float
    last: float
    on: float

    def left(self, years: float) -> float:
        """Pixels from the left edge."""
        return (years - self.first) / (self.last - self.first) * _WIDTH

    def fits_after(self, years: float, width: float) -> bool:
        """Whether words fit behind a mark: inside the picture, and not across the line of the day told of."""
        ends = self.left(years) + width + 14
        return ends < _WIDTH and (years >= self.on or ends < self.left(self.on))


def timeline_chart(known: Timeline, on: str, code: str, *, background: str | None = None) -> dict[str, Any]:
    """The picture as of a day (ISO), in a language."""
    events, values = [one for one in known_on(known, on) if one.adopted], measured_by(known, on)
    frame = _frame(events, values, on)
    panels = [_legend(code)]
    for kind in KINDS:
        if rows := [_row(one, known, frame, on, code) for one in events if one.kind == kind]:
            panels.append(_lane(say(f"timeline-{kind}", code), rows, frame, _TONES[kind]))
    for number, (_, series) in enumerate(groupby(values, key=lambda one: one.id)):
        panels.append(_indicator(list(series), frame, code, say("timeline-indicators", code) if not number else None))
    for layer in (one for one in panels[-1]["layer"] if "field" in one["encoding"]["x"]):
        layer["encoding"]["x"]["axis"] = {**_AXIS, "labels": True, "ticks": True}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": background,
        "title": {"text": heading(known, on, code), "anchor": "start", "fontSize": 16, "offset": 14, "color": _INK},
        "spacing": 14,
        "vconcat": panels,
        "config": _CONFIG,
    }


_AXIS = {"format": "d", "tickMinStep": 1, "grid": True, "gridColor": _INK, "gridOpacity": 0.12, "labels": False, "ticks": False}
_CONFIG: dict[str, Any] = {
    "font": _FONT,
    "aria": False,
    "view": {"stroke": None},
    "axis": {"labelColor": _INK, "titleColor": _INK, "domain": False, "tickColor": _INK, "tickOpacity": 0.3, "title": None},
    "axisY": {"ticks": False, "labelPadding": 6},
    "text": {"fontSize": 11, "color": _INK},
}


def _frame(events: Sequence[Event], values: Sequence[Indicator], on: str) -> Frame:
    days = [one.adopted.date for one in events if one.adopted] + [one.date for one in values] + [on]
    ends = [one.until.date for one in events if one.until] + [one.in_force.date for one in events if one.in_force]
    return Frame(int(min(map(_years, days))) - 1, int(max(map(_years, [*days, *map(last_day, ends)]))) + 2, _years(on))


def _years(date: str) -> float:
    day = datetime.date.fromisoformat(first_day(date))
    return round(day.year + (day.timetuple().tm_yday - 1) / (366 if calendar.isleap(day.year) else 365), 4)


def _row(event: Event, known: Timeline, frame: Frame, on: str, code: str) -> dict[str, Any]:
    """An event as a row: a bar to the day told of, what is still to come, or a point; and words where they fit."""
    adopted = event.adopted.date if event.adopted else on
    lived, told = life(event, known, on), fate(event, known, on)
    row: dict[str, Any] = {"label": _lines(named(event, code)), "verified": event.verified}
    if lived is not None:
        row |= {"start": _years(lived.start), "end": _years(lived.end)}
        goes_on = lived.until == "today" and event.until is not None
        if goes_on and event.until is not None:
            row["planned"] = _years(event.until.date if not event.until.exact else last_day(event.until.date))
        words = _short(in_words(lived.length, code), lived.bound, code)
    else:
        row["point"] = _years(adopted)
        words = adopted if event.kind != "treaty" else f"{adopted}: {_status(told.status, code)}"
        if told.status in ("announced", "perhaps") and event.in_force:
            words = f"{adopted} → {say('timeline-not-before', code, day=event.in_force.date)}"
            row["planned"], row["end"] = _years(event.in_force.date), _years(adopted)
    return row | _placed(words, row, frame)


def _lines(title: str) -> list[str]:
    """A title in two lines at most; the whole of it stands in the table."""
    return wrap(title, _LINE, max_lines=2, placeholder=" …")


def _short(length: str, bound: str, code: str) -> str:
    return say("timeline-life-" + bound.replace("_", "-"), code, length=length)


def _status(status: str, code: str) -> str:
    short = {"succeeded": "timeline-short-succeeded", "unknown": "timeline-standing-unknown"}
    return say(short.get(status, f"timeline-{status.replace('_', '-')}"), code)


def _placed(words: str, row: dict[str, Any], frame: Frame) -> dict[str, Any]:
    """Inside a bar that is long enough, else after the mark, else before it."""
    width = len(words) * _GLYPH
    start = row.get("start", row.get("point", frame.first))
    end = max(row.get("end", start), row.get("planned", start), start)
    if "start" in row and frame.left(row["end"]) - frame.left(start) > width + 12:
        return {"words": words, "side": "inside", "at": (start + row["end"]) / 2}
    if frame.fits_after(end, width):
        return {"words": words, "side": "after", "at": end}
    return {"words": words, "side": "before", "at": start}


def _lane(title: str, rows: list[dict[str, Any]], frame: Frame, tone: str) -> dict[str, Any]:
    # The rows are named, so that a layer that shows a few of them does not put those first.
    y = {"field": "row", "type": "nominal", "scale": {"domain": [*range(len(rows))]}, "axis": {"labels": False, **_EXTENT}}
    bar = {"type": "bar", "height": 17, "cornerRadius": 2}
    when = f"datum.{'{}'} != null"
    layers = [
        {
            "transform": [{"filter": when.format("planned")}],
            "mark": {**bar, "color": tone, "fillOpacity": 0.0, "stroke": tone, "strokeDash": [3, 3]},
            "encoding": {"x": _x("end", frame), "x2": {"field": "planned"}},
        },
        {
            "transform": [{"filter": when.format("start")}],
            "mark": {**bar, "color": tone, "stroke": tone, "strokeWidth": 1.2},
            "encoding": {
                "x": _x("start", frame),
                "x2": {"field": "end"},
                "fillOpacity": {"condition": {"test": "datum.verified", "value": 1}, "value": 0.22},
            },
        },
        {
            "transform": [{"filter": when.format("point")}],
            "mark": {"type": "point", "shape": "diamond", "size": 110, "color": tone, "fill": tone, "strokeWidth": 1.5},
            "encoding": {
                "x": _x("point", frame),
                "fillOpacity": {"condition": {"test": "datum.verified", "value": 1}, "value": 0.22},
            },
        },
        *(_words(side, align, offset, frame) for side, align, offset in _SIDES),
        *(_label(lines) for lines in (1, 2)),
    ]
    return {
        "width": _WIDTH,
        "height": {"step": _ROW},
        "title": _heading(title, tone),
        "data": {"values": [{**row, "row": number} for number, row in enumerate(rows)]},
        "encoding": {"y": y},
        "layer": [_now(frame), *layers],
    }


_SIDES = (("inside", "center", 0), ("after", "left", 9), ("before", "right", -9))
_EXTENT = {"minExtent": _LABELS, "maxExtent": _LABELS}


def _heading(title: str, tone: str) -> dict[str, Any]:
    """The name of a lane, at the left edge of the picture."""
    return {"text": title, "anchor": "start", "frame": "group", "dx": -_LABELS, "fontSize": 13, "color": tone, "offset": 4}


def _x(field: str, frame: Frame) -> dict[str, Any]:
    scale = {"domain": [frame.first, frame.last], "nice": False, "zero": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": dict(_AXIS)}


def _label(lines: int) -> dict[str, Any]:
    """Titles of so many lines, left of the panel and in the middle of their rows."""
    mark = {"type": "text", "align": "right", "baseline": "middle", "fontSize": 12, "lineHeight": 14}
    return {
        "transform": [{"filter": f"length(datum.label) == {lines}"}],
        "mark": {**mark, "dy": -7 * (lines - 1)},
        "encoding": {"x": {"value": -12}, "text": {"field": "label"}},
    }


def _words(side: str, align: str, offset: int, frame: Frame) -> dict[str, Any]:
    white = {"condition": {"test": "datum.verified && datum.side == 'inside'", "value": "#fff"}, "value": _INK}
    return {
        "transform": [{"filter": f"datum.side == '{side}'"}],
        "mark": {"type": "text", "align": align, "dx": offset, "baseline": "middle"},
        "encoding": {"x": _x("at", frame), "text": {"field": "words"}, "color": white},
    }


def _now(frame: Frame) -> dict[str, Any]:
    x = {**_x("on", frame)}
    rule = {"type": "rule", "color": _INK, "strokeDash": [2, 3], "opacity": 0.55}
    return {"data": {"values": [{"on": frame.on}]}, "mark": rule, "encoding": {"x": x, "y": None}}


def _indicator(series: list[Indicator], frame: Frame, code: str, title: str | None) -> dict[str, Any]:
    last = series[-1]
    points: list[dict[str, Any]] = [{"at": _years(one.date), "value": one.value} for one in series]
    top = last.scale_max if last.scale_max is not None else max([one.value for one in series] + [0]) or 1
    bottom = min([one.value for one in series] + [0])
    words = "; ".join(filter(None, (f"{last.date}: {measure(last, code)}", rank(last, code))))
    after = frame.fits_after(points[-1]["at"], len(words) * _GLYPH)
    label = _lines(titled(last.titles, code))
    y = {
        "field": "value",
        "type": "quantitative",
        "scale": {"domain": [bottom, top], "nice": False},
        "axis": {
            "values": [bottom, top],
            "grid": True,
            "gridColor": _INK,
            "gridOpacity": 0.25,
            "title": label,
            "titleAngle": 0,
            "titleAlign": "right",
            "titleX": -44,
            "titleY": 22 + (0 if len(label) == 1 else -7),
            "titleBaseline": "middle",
            "titleFontSize": 12,
            "titleFontWeight": "normal",
            "labelPadding": 6,
            **_EXTENT,
        },
    }
    panel: dict[str, Any] = {
        "width": _WIDTH,
        "height": 44,
        "data": {"values": points},
        "encoding": {"y": y},
        "layer": [
            _now(frame),
            {"mark": {"type": "line", "color": _MEASURED}, "encoding": {"x": _x("at", frame)}},
            {"mark": {"type": "point", "filled": True, "size": 60, "color": _MEASURED, "opacity": 1}, "encoding": {"x": _x("at", frame)}},
            {
                "data": {"values": [{**points[-1], "words": words}]},
                "mark": {"type": "text", "align": "left" if after else "right", "dx": 9 if after else -9},
                "encoding": {"x": _x("at", frame), "text": {"field": "words"}},
            },
        ],
    }
    if title is not None:
        panel["title"] = _heading(title, _MEASURED)
    return panel


def _legend(code: str) -> dict[str, Any]:
    """What bars and points mean, in one line; positions in pixels."""
    tone, swatch = _TONES["event"], 26
    rows = list(_legend_rows(code, swatch))
    x = {"field": "at", "type": "quantitative", "scale": {"domain": [0, _WIDTH], "nice": False}, "axis": None}
    bar = {"type": "bar", "height": 12, "cornerRadius": 2, "color": tone, "stroke": tone}

    def layer(kind: str, mark: dict[str, Any], *, wide: bool) -> dict[str, Any]:
        encoding = {"x": x, "x2": {"field": "end"}} if wide else {"x": x}
        return {"transform": [{"filter": f"datum.kind == '{kind}'"}], "mark": mark, "encoding": encoding}

    return {
        "width": _WIDTH,
        "height": 16,
        "data": {"values": rows},
        "layer": [
            {"mark": {"type": "text", "align": "left", "dx": swatch + 8}, "encoding": {"x": x, "text": {"field": "words"}}},
            layer("read", bar, wide=True),
            layer("unread", {**bar, "fillOpacity": 0.22}, wide=True),
            layer("planned", {**bar, "fillOpacity": 0, "strokeDash": [3, 3]}, wide=True),
            layer("point", {"type": "point", "shape": "diamond", "size": 90, "color": tone, "xOffset": 14}, wide=False),
        ],
    }


def _legend_rows(code: str, swatch: int) -> Iterator[dict[str, Any]]:
    at = 0.0
    for kind in ("read", "unread", "planned", "point"):
        words = say(f"timeline-legend-{kind}", code)
        yield {"kind": kind, "at": at, "end": at + swatch, "words": words}
        at += swatch + 8 + len(words) * _GLYPH + 22
