"""What stands above and below a timeline's picture: what bars and points mean, and what found no room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from saralau.messages import say
from saralau.report.timeline_rows import GLYPH, WIDTH

_TONE, _SWATCH = "#5f7386", 26  # the width in pixels


def left_out(count: int, code: str) -> dict[str, Any]:
    """How many indicators the picture has no room for."""
    values = [{"words": say("timeline-left-out", code, n=count)}]
    mark = {"type": "text", "align": "left"}
    text = {"x": {"value": 0}, "text": {"field": "words", "type": "nominal"}}
    return {"width": WIDTH, "height": 16, "data": {"values": values}, "mark": mark, "encoding": text}


def legend(code: str) -> dict[str, Any]:
    """What bars and points mean, in one line; positions in pixels."""
    rows = list(_rows(code))
    x = {"field": "at", "type": "quantitative", "scale": {"domain": [0, WIDTH], "nice": False}, "axis": None}
    bar = {"type": "bar", "height": 12, "cornerRadius": 2, "color": _TONE, "stroke": _TONE}

    def layer(kind: str, mark: dict[str, Any], *, wide: bool) -> dict[str, Any]:
        encoding = {"x": x, "x2": {"field": "end"}} if wide else {"x": x}
        return {"transform": [{"filter": f"datum.kind == '{kind}'"}], "mark": mark, "encoding": encoding}

    return {
        "width": WIDTH,
        "height": 16,
        "data": {"values": rows},
        "layer": [
            {"mark": {"type": "text", "align": "left", "dx": _SWATCH + 8}, "encoding": {"x": x, "text": {"field": "words"}}},
            layer("read", bar, wide=True),
            layer("unread", {**bar, "fillOpacity": 0.22}, wide=True),
            layer("planned", {**bar, "fillOpacity": 0, "strokeDash": [3, 3]}, wide=True),
            layer(
                "point",
                {"type": "point", "shape": "diamond", "size": 90, "color": _TONE, "opacity": 1, "xOffset": 14},
                wide=False,
            ),
        ],
    }


def _rows(code: str) -> Iterator[dict[str, Any]]:
    at = 0.0
    for kind in ("read", "unread", "planned", "point"):
        words = say(f"timeline-legend-{kind}", code)
        yield {"kind": kind, "at": at, "end": at + _SWATCH, "words": words}
        at += _SWATCH + 8 + len(words) * GLYPH + 22
