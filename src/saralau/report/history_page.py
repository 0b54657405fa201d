"""The life of an act as a page: its amendments on a line of time, and a table of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from saralau.acts import Act
from saralau.acts.address import number_key
from saralau.history.life import Event, Life
from saralau.messages import say
from saralau.report.charts import inline, svg
from saralau.report.history import law, target, what, when
from saralau.report.page import drawn
from saralau.report.stability_charts import picture

_ROWS = 60  # articles that have a row each; with more, the picture counts by year instead
_TONES = {"introduced": "#1b7f4d", "amended": "#2f6fb3", "reworded": "#8a5cb8", "excluded": "#b0492f"}


class Row(NamedTuple):
    """An event in the table."""

    when: str
    exact: bool
    what: str
    law: str


def history_page(told: Life, events: Sequence[Event], acts: Sequence[Act], code: str) -> str:
    """The page as HTML in the language `code`; nothing is loaded from anywhere. The picture needs the extra `charts`."""
    name = acts[0].document.source.name
    chart = _chart(events, code)
    return drawn(
        "history.html",
        code,
        title=say("history-page-title", code, file=name),
        until=say("history-until", code, until=told.until or "–", events=len(events), unread=told.unread),
        picture=Markup(inline(svg(chart), say("history-picture", code))) if events else None,  # noqa: S704  # drawn here
        rows=[Row(when(e, code), e.entry.exact, what(e.amendment, code), law(e, code)) for e in events],
    )


def _chart(events: Sequence[Event], code: str) -> dict[str, Any]:
    """A point for each event; where there are many articles, bars by year."""
    rows = [
        {
            "at": event.entry.not_before,
            "year": event.entry.not_before[:4],
            "row": event.amendment.address.article if event.amendment.address else target(event.amendment, code),
            "what": say("history-" + ("announced" if event.amendment.announced else _kind(event)), code),
        }
        for event in events
    ]
    domain = [say("history-" + kind, code) for kind in (*_TONES, "announced")]
    colour = {
        "field": "what",
        "type": "nominal",
        "title": None,
        "scale": {"domain": domain, "range": [*_TONES.values(), "#9a6a14"]},
    }
    names = sorted({str(row["row"]) for row in rows}, key=_in_order)
    encoding: dict[str, Any] = {"color": colour}
    if len(names) > _ROWS:
        encoding["y"] = {"aggregate": "count", "type": "quantitative", "title": say("history-axis-events", code)}
        encoding["x"] = {"field": "year", "type": "ordinal", "title": None, "axis": {"labelAngle": 0}}
        spec: dict[str, Any] = {"mark": "bar", "width": 760, "height": 280}
    else:
        encoding["y"] = {"field": "row", "type": "nominal", "sort": names, "title": None, "axis": {"grid": True}}
        encoding["x"] = {"field": "at", "type": "temporal", "title": None}
        spec = {"mark": {"type": "point", "filled": True, "size": 90}, "width": 760, "height": {"step": 22}}
    return picture({"data": {"values": rows}, "encoding": encoding, **spec})


def _in_order(name: str) -> tuple[object, ...]:
    """Articles by number, then what stands above them."""
    return (0, number_key(name), "") if name[:1].isdigit() else (1, (), name)


def _kind(event: Event) -> str:
    action = event.amendment.action
    return action if action in _TONES else "amended"
