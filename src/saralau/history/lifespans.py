"""How long from one day to another, in years and days; days that are known only by year or month."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from saralau.amendments.dating import later


class Length(NamedTuple):
    """Whole years, and the days that remain."""

    years: int
    days: int


def length(start: str, end: str) -> Length:
    """From one day (ISO) to a later one, the last day not counted."""
    years = int(end[:4]) - int(start[:4])
    if later(start, months=12 * years) > end:
        years -= 1
    rest = datetime.date.fromisoformat(end) - datetime.date.fromisoformat(later(start, months=12 * years))
    return Length(years, rest.days)


def first_day(date: str) -> str:
    """The first day (ISO) of what is a year, a month or a day."""
    return date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date


def last_day(date: str) -> str:
    """The last day (ISO) of what is a year, a month or a day."""
    following = {4: 12, 7: 1, 10: 0}[len(date)]
    return later(later(first_day(date), months=following), days=-1) if following else date
