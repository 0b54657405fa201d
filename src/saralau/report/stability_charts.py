"""Pictures of stability as Vega-Lite specifications: survival curves with bands, amendments by year."""

from __future__ import annotations

import json
from typing import Any

from saralau.history.measuring import Measured
from saralau.messages import say

_INK = "currentColor"  # of the page, so that a picture can stand on light and on dark
_PRINTED = "#1a1a1a"
_MOST = 8  # curves in one picture; a reader tells no more apart
_CONFIG: dict[str, Any] = {
    "font": "Noto Sans, DejaVu Sans, Arial, sans-serif",
    "aria": False,
    "view": {"stroke": None},
    "axis": {
        "labelColor": _INK,
        "titleColor": _INK,
        "domainColor": _INK,
        "tickColor": _INK,
        "gridColor": _INK,
        "gridOpacity": 0.12,
        "titleFontWeight": "normal",
        "labelFontSize": 12,
        "titleFontSize": 12,
    },
    "legend": {
        "labelColor": _INK,
        "titleColor": _INK,
        "labelFontSize": 12,
        "labelLimit": 320,
        "symbolOpacity": 1,
        "orient": "bottom",
    },
    "range": {"category": ["#1f7a86", "#b0492f", "#8a5cb8", "#9a6a14", "#2f6fb3", "#5f7386", "#1b7f4d", "#a03a6b"]},
}


def on_paper(spec: dict[str, Any]) -> dict[str, Any]:
    """The same picture for a printed page: its ink black, its letters those of the page."""
    inked: dict[str, Any] = json.loads(json.dumps(spec).replace(_INK, _PRINTED))
    font = "Libertinus Serif, Times New Roman, Liberation Serif"
    return {**inked, "background": "#ffffff", "config": {**inked["config"], "font": font}}


def survival_chart(told: Measured, code: str) -> dict[str, Any] | None:
    """The curves of the groups that have one, those with most amendments first; None where none has."""
    drawn = sorted((one for one in told.groups if one.curve), key=lambda one: -one.ended)[:_MOST]
    rows = [
        {"group": f"{one.name} (n = {one.spells})", "years": years, "stands": stands, "low": low, "high": high}
        for one in drawn
        if one.curve
        for years, stands, low, high in zip(one.curve.years, one.curve.stands, one.curve.low, one.curve.high, strict=True)
    ]
    if not rows:
        return None
    colour = {"field": "group", "type": "nominal", "title": None, "sort": None}
    x = {"field": "years", "type": "quantitative", "title": say("stability-axis-years", code)}
    percent = {"format": ".0%"}
    y = {"type": "quantitative", "scale": {"domain": [0, 1]}, "axis": percent, "title": say("stability-axis-stands", code)}
    band = {
        "mark": {"type": "area", "opacity": 0.15, "interpolate": "step-after"},
        "encoding": {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}, "color": colour},
    }
    line = {
        "mark": {"type": "line", "interpolate": "step-after", "strokeWidth": 2},
        "encoding": {"x": x, "y": {**y, "field": "stands"}, "color": colour},
    }
    return picture({"width": 760, "height": 320, "data": {"values": rows}, "layer": [band, line]})


def yearly_chart(told: Measured, code: str) -> dict[str, Any]:
    """Amendments of articles by the year in which they entered into force, act by act."""
    rows = [{"act": act.name, "year": str(year), "count": count} for act in told.acts for year, count in act.yearly.items()]
    bars = {
        "mark": {"type": "bar"},
        "width": 760,
        "height": 140,
        "encoding": {
            "x": {"field": "year", "type": "ordinal", "title": None, "axis": {"labelAngle": 0}},
            "y": {"field": "count", "type": "quantitative", "title": say("stability-axis-amendments", code)},
            "color": {"value": "#1f7a86"},
        },
    }
    header = {"title": None, "labelColor": _INK, "labelFontSize": 13, "labelAnchor": "start"}
    row = {"field": "act", "type": "nominal", "header": {**header, "labelOrient": "top"}}
    return picture(
        {"data": {"values": rows}, "facet": {"row": row}, "spec": bars, "resolve": {"scale": {"y": "independent"}}}
    )


def picture(spec: dict[str, Any]) -> dict[str, Any]:
    """A specification with what all pictures of this kind share."""
    return {"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "background": None, "config": _CONFIG, **spec}
