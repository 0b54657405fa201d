"""A state's timeline as a page: the picture, and everything that it shows as tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup, escape

from saralau.history.chronicle import KINDS, Event, Timeline
from saralau.history.fates import life, lineages
from saralau.messages import say
from saralau.report.charts import inline, svg
from saralau.report.page import drawn
from saralau.report.timeline import (
    adopted,
    became,
    heading,
    indicator_source,
    known_on,
    lineage,
    lived,
    measure,
    measured_by,
    moment,
    named,
    notices,
    rank,
    source,
    titled,
)
from saralau.report.timeline_chart import timeline_chart


class Row(NamedTuple):
    """A row: its title, whether it is verified, its cells, the source last."""

    title: str
    verified: bool
    cells: tuple[str, ...]


class Table(NamedTuple):
    """A table with its heading; `id` names it in the page."""

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def timeline_page(known: Timeline, on: str, code: str) -> str:
    """The page as HTML, as of a day (ISO), in the language `code`. Nothing is loaded from anywhere."""
    title = heading(known, on, code)
    return drawn(
        "timeline.html",
        code,
        title=title,
        marks=list(notices(known, on, code)),
        facts=[lineage(one, known, code) for one in lineages(known, on)],
        # What vl-convert draws is mark-up of its own in which every text is escaped.
        picture=Markup(inline(svg(timeline_chart(known, on, code, alone=False)), title)),  # noqa: S704
        tables=list(_tables(known, on, code)),
        whole=_whole,
    )


def _whole(text: str) -> Markup:
    """Text in which no line breaks inside a day (2003-05-08) or the number of an act (412-II)."""
    kept = re.sub(r"(?<![\w&#-])\d+(?:-\w+)+(?![\w-])", r'<span class="whole">\g<0></span>', str(escape(text)))
    return Markup(kept)  # noqa: S704  # nosec B704  # escaped before the spans were set


def _tables(known: Timeline, on: str, code: str) -> Iterator[Table]:
    for kind in KINDS:
        rows = tuple(_row(one, known, on, code) for one in known_on(known, on) if one.kind == kind)
        if rows:
            yield Table(kind, say(f"timeline-{kind}", code), _columns(kind, code), rows)
    values = measured_by(known, on)
    if values:
        cells = ((one.date, measure(one, code), rank(one, code) or "–", indicator_source(one, code)) for one in values)
        rows = tuple(Row(titled(one.titles, code), one.verified, told) for one, told in zip(values, cells, strict=True))
        yield Table("indicators", say("timeline-indicators", code), _columns("indicators", code), rows)


_COLUMNS = {
    "treaty": ("adopted", "begins", "became", "source"),
    "event": ("date", "source"),
    "indicators": ("date", "value", "rank", "source"),
}


def _columns(kind: str, code: str) -> tuple[str, ...]:
    names = _COLUMNS.get(kind, ("adopted", "begins", "became", "life", "source"))
    return say("timeline-title", code), *(say(f"timeline-column-{name}", code) for name in names)


def _row(event: Event, known: Timeline, on: str, code: str) -> Row:
    cells = {
        "date": adopted(event, code),
        "adopted": adopted(event, code),
        "begins": moment(event.in_force, code) if event.in_force else "–",
        "became": became(event, known, on, code),
        "life": lived(life(event, known, on), code) or "–",
        "source": source(event, code),
    }
    names = _COLUMNS.get(event.kind, ("adopted", "begins", "became", "life", "source"))
    return Row(named(event, code), event.verified, tuple(cells[name] for name in names))
