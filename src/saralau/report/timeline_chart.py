"""A state's timeline as a Vega-Lite specification: lanes by kind, a row for each event, a small panel for each indicator.

Time is told in years as numbers, so that the picture is the same in every time zone. Text takes the colour of the page
(`currentColor`), so that the picture can stand on light and on dark.
"""

from __future__ import annotations

from itertools import groupby
from typing import Any

from saralau.history.chronicle import KINDS, Timeline
from saralau.history.indicators import Indicator
from saralau.messages import say
from saralau.report.timeline import heading, known_on, measure, measured_by, rank, titled
from saralau.report.timeline_legend import left_out, legend
from saralau.report.timeline_rows import WIDTH, Frame, frame_of, lines_of, row_of, years

_LABELS, _ROW = 385, 34  # pixels: the width of the labels, the height of a row
_PANELS = 12  # indicators that are drawn; all of them stand in the tables
_TONES = {"act": "#1f7a86", "concept": "#8a5cb8", "programme": "#9a6a14", "treaty": "#b0492f", "event": "#5f7386"}
_INK, _MEASURED = "currentColor", "#2f6fb3"
_FONT = "Noto Sans, DejaVu Sans, Arial, sans-serif"


def timeline_chart(known: Timeline, on: str, code: str, *, alone: bool) -> dict[str, Any]:
    """The picture as of a day (ISO), in a language; `alone` it has a heading and a white ground of its own."""
    events, values = [one for one in known_on(known, on) if one.adopted], measured_by(known, on)
    frame = frame_of(events, values, on)
    panels = [legend(code)]
    rows = {kind: [row_of(one, known, frame, on, code) for one in events if one.kind == kind] for kind in KINDS}
    panels += [_lane(say(f"timeline-{kind}", code), told, frame, _TONES[kind]) for kind, told in rows.items() if told]
    measured = [list(series) for _, series in groupby(values, key=lambda one: one.id)]
    for number, series in enumerate(measured[:_PANELS]):
        panels.append(_indicator(series, frame, code, say("timeline-indicators", code) if not number else None))
    for layer in (one for one in panels[-1]["layer"] if "field" in one["encoding"]["x"]):
        layer["encoding"]["x"]["axis"] = {**_AXIS, "labels": True, "ticks": True}
    title = {"text": heading(known, on, code), "anchor": "start", "fontSize": 16, "offset": 14, "color": _INK}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": "white" if alone else None,
        **({"title": title} if alone else {}),
        "spacing": 14,
        "vconcat": panels + [left_out(len(measured) - _PANELS, code)] * (len(measured) > _PANELS),
        "config": _CONFIG,
    }


_AXIS = {
    "format": "d",
    "tickMinStep": 1,
    "grid": True,
    "gridColor": _INK,
    "gridOpacity": 0.12,
    "labels": False,
    "ticks": False,
}
_CONFIG: dict[str, Any] = {
    "font": _FONT,
    "aria": False,
    "view": {"stroke": None},
    "axis": {"labelColor": _INK, "titleColor": _INK, "domain": False, "tickColor": _INK, "tickOpacity": 0.3, "title": None},
    "axisY": {"ticks": False, "labelPadding": 6},
    "text": {"fontSize": 11, "color": _INK},
}


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
            "mark": {"type": "point", "shape": "diamond", "size": 110, "color": tone, "fill": tone, "opacity": 1},
            "encoding": {
                "x": _x("point", frame),
                "fillOpacity": {"condition": {"test": "datum.verified", "value": 1}, "value": 0.22},
            },
        },
        *(_words(side, align, offset, frame) for side, align, offset in _SIDES),
        *(_label(lines) for lines in (1, 2)),
    ]
    return {
        "width": WIDTH,
        "height": {"step": _ROW},
        "title": _heading(title),
        "data": {"values": [{**row, "row": number} for number, row in enumerate(rows)]},
        "encoding": {"y": y},
        "layer": [_now(frame), *layers],
    }


_SIDES = (("inside", "center", 0), ("after", "left", 9), ("before", "right", -9))
_EXTENT = {"minExtent": _LABELS, "maxExtent": _LABELS}


def _heading(title: str) -> dict[str, Any]:
    """The name of a lane, at the left edge of the picture."""
    return {"text": title, "anchor": "start", "frame": "group", "dx": -_LABELS, "fontSize": 13, "color": _INK, "offset": 4}


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
    """An indicator in time on its own scale; its name and its last value stand beside it, where no line crosses them."""
    last = series[-1]
    values = [one.value for one in series]
    bottom, top = min([*values, 0]), last.scale_max if last.scale_max is not None else max([*values, 0]) or 1
    words = "; ".join(filter(None, (f"{last.date}: {measure(last, code)}", rank(last, code))))
    label = [*lines_of(titled(last.titles, code)), *lines_of(words)]
    ends = [say("timeline-amount", code, n=end) for end in (bottom, top)]
    y_axis = {
        "values": [bottom, top],
        "labelExpr": f"datum.index ? '{ends[1]}' : '{ends[0]}'",
        "grid": True,
        "gridColor": _INK,
        "gridOpacity": 0.25,
        "title": label,
        "titleAngle": 0,
        "titleAlign": "right",
        "titleBaseline": "middle",
        "titleX": -14 - 7 * max(map(len, ends)),
        "titleY": max(44, 14 * len(label)) / 2 - 7 * (len(label) - 1),
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "titleLineHeight": 14,
        **_EXTENT,
    }
    y = {"field": "value", "type": "quantitative", "scale": {"domain": [bottom, top], "nice": False}, "axis": y_axis}
    x = {"x": _x("at", frame)}
    panel: dict[str, Any] = {
        "width": WIDTH,
        "height": max(44, 14 * len(label)),
        "data": {"values": [{"at": years(one.date), "value": one.value} for one in series]},
        "encoding": {"y": y},
        "layer": [
            _now(frame),
            {"mark": {"type": "line", "color": _MEASURED}, "encoding": x},
            {"mark": {"type": "point", "filled": True, "size": 60, "color": _MEASURED, "opacity": 1}, "encoding": x},
        ],
    }
    if title is not None:
        panel["title"] = _heading(title)
    return panel
