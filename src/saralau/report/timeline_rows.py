"""The rows of a timeline's picture: when each begins and ends, and where its words fit, found from their length."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Sequence
from textwrap import wrap
from typing import Any, NamedTuple

from saralau.history.chronicle import Event, Timeline
from saralau.history.fates import fate, life
from saralau.history.indicators import Indicator
from saralau.history.lifespans import first_day, last_day
from saralau.messages import say
from saralau.report.timeline import in_words, moment, named

WIDTH = 640  # pixels of the stretch of time
GLYPH = 6.4  # pixels of an average letter of the words beside a mark, estimated from above
_LINE = 50  # characters in a line of a label


class Frame(NamedTuple):
    """The stretch of time that the picture shows, in years, and the day as of which it is told."""

    first: float
    last: float
    on: float

    def left(self, years: float) -> float:
        """Pixels from the left edge."""
        return (years - self.first) / (self.last - self.first) * WIDTH

    def fits_after(self, years: float, width: float) -> bool:
        """Whether words fit behind a mark: inside the picture, and not across the line of the day told of."""
        ends = self.left(years) + width + 14
        return ends < WIDTH and (years >= self.on or ends < self.left(self.on))


def frame_of(events: Sequence[Event], values: Sequence[Indicator], on: str) -> Frame:
    """Wide enough for every event, indicator and end."""
    days = [one.adopted.date for one in events if one.adopted] + [one.date for one in values] + [on]
    ends = [one.until.date for one in events if one.until] + [one.in_force.date for one in events if one.in_force]
    return Frame(int(min(map(years, days))) - 1, int(max(map(years, [*days, *map(last_day, ends)]))) + 2, years(on))


def years(date: str) -> float:
    """A day (ISO), or the first of a month or year, as years and the fraction of a year."""
    day = datetime.date.fromisoformat(first_day(date))
    return round(day.year + (day.timetuple().tm_yday - 1) / (366 if calendar.isleap(day.year) else 365), 4)


def row_of(event: Event, known: Timeline, frame: Frame, on: str, code: str) -> dict[str, Any]:
    """An event as a row: a bar to the day told of, what is still to come, or a point; and words where they fit."""
    adopted = event.adopted.date if event.adopted else on
    lived, told = life(event, known, on), fate(event, known, on)
    row: dict[str, Any] = {"label": lines_of(named(event, code)), "verified": event.verified}
    if lived is not None:
        row |= {"start": years(lived.start), "end": years(lived.end)}
        if lived.until == "today" and event.until is not None:
            row["planned"] = years(event.until.date if not event.until.exact else last_day(event.until.date))
        words = _short(in_words(lived.length, code), lived.bound, code)
    else:
        row["point"] = years(adopted)
        words = adopted if event.kind != "treaty" else f"{adopted}: {_status(told.status, code)}"
        if told.status in ("announced", "perhaps") and event.in_force:
            words = f"{adopted} → {moment(event.in_force, code)}"
            row["planned"], row["end"] = years(event.in_force.date), years(adopted)
    return row | _placed(words, row, frame)


def lines_of(title: str) -> list[str]:
    """A title in two lines at most; the whole of it stands in the table."""
    return wrap(title, _LINE, max_lines=2, placeholder=" …")


def _short(length: str, bound: str, code: str) -> str:
    return say("timeline-life-" + bound.replace("_", "-"), code, length=length)


def _status(status: str, code: str) -> str:
    short = {"succeeded": "timeline-short-succeeded", "unknown": "timeline-standing-unknown"}
    return say(short.get(status, f"timeline-{status.replace('_', '-')}"), code)


def _placed(words: str, row: dict[str, Any], frame: Frame) -> dict[str, Any]:
    """Inside a bar that is long enough, else after the mark, else before it."""
    width = len(words) * GLYPH
    start = row.get("start", row.get("point", frame.first))
    end = max(row.get("end", start), row.get("planned", start), start)
    if "start" in row and frame.left(row["end"]) - frame.left(start) > width + 12:
        return {"words": words, "side": "inside", "at": (start + row["end"]) / 2}
    if frame.fits_after(end, width):
        return {"words": words, "side": "after", "at": end}
    return {"words": words, "side": "before", "at": start}
