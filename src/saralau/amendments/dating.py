"""When an amendment entered into force: a day where the note names one, else the earliest day that its words allow.

A note says "ten days after publication" and not when the act was published, so that the day is bounded from below only:
nothing is published before it is passed. An upper bound is an assumption, and whoever makes one says so.
"""

from __future__ import annotations

import datetime
from typing import NamedTuple

from saralau.amendments.model import Amendment, InForce


class Entry(NamedTuple):
    """Not before this day (ISO); `exact` tells that it is this day, `why` the kind of the rule that gives it."""

    not_before: str
    exact: bool
    why: str


def entry_into_force(amendment: Amendment) -> Entry:
    """When an amendment entered into force, as far as its note tells."""
    return entry(amendment.date, amendment.in_force)


def latest(amendment: Amendment, published_within: int) -> str | None:
    """The last day on which it entered into force, assuming that it was published so many days after it was passed at the
    latest; None where the note does not tell enough even then."""
    rule = amendment.in_force
    if rule.kind == "on":
        return rule.date
    if rule.kind in ("days", "months", "publication"):
        return entry(later(amendment.date, days=published_within), rule).not_before
    return None


def entry(passed: str, rule: InForce) -> Entry:
    """When what was passed on a day (ISO) enters into force by a rule."""
    if rule.kind == "on" and rule.date is not None:
        return Entry(rule.date, True, rule.kind)
    if rule.kind == "days" and rule.after is not None:  # after so many days have passed: on the day that follows them
        return Entry(later(passed, days=rule.after + 1), False, rule.kind)
    if rule.kind == "months" and rule.after is not None:
        return Entry(later(later(passed, months=rule.after), days=1), False, rule.kind)
    return Entry(passed, False, rule.kind)


def later(day: str, days: int = 0, months: int = 0) -> str:
    """The day so many days, or months, later; the last of the month where it has no such day."""
    date = datetime.date.fromisoformat(day)
    if months:
        year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
        following = datetime.date(year + (month == 11), (month + 1) % 12 + 1, 1)
        last = (following - datetime.timedelta(days=1)).day
        date = datetime.date(year, month + 1, min(date.day, last))
    return (date + datetime.timedelta(days=days)).isoformat()
