"""What became of each act of a timeline by a day, how long it lived, and how often acts of one name followed each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from saralau.amendments.dating import later
from saralau.history.chronicle import Event, Moment, Timeline
from saralau.history.lifespans import Length, first_day, last_day, length

# An act is taken to be published within so many days of its adoption. An assumption on the safe side: before that has
# passed, an act of which the lower bound alone is known is told to be possibly in force.
PUBLISHED_WITHIN = 365


class Fate(NamedTuple):
    """What became of an event: by which other, and when.

    `status` is in_force; announced (adopted, not yet in force); perhaps (the lower bound has passed, the day of publication
    is not known); repealed; perhaps_repealed; succeeded (no day is told); ended (its term is over); happened; unknown; or,
    of a treaty, how the state stands to it.
    """

    status: str
    by: str | None = None
    on: Moment | None = None


class Life(NamedTuple):
    """How long an act was in force, or has been.

    `bound` is exact, at_least, at_most or about, as the ends are known. `since_adoption` tells that the day of entry into
    force is unknown; `until` is end, today (it goes on) or successor (counted to the adoption of what succeeded it).
    """

    start: str
    end: str
    length: Length
    bound: str
    since_adoption: bool
    until: str


class Lineage(NamedTuple):
    """Acts of one name that succeeded each other: their ids, and the time from the first adoption to the last."""

    members: tuple[str, ...]
    first: str
    last: str
    length: Length


def fate(event: Event, known: Timeline, on: str) -> Fate:
    """What became of an event by a day (ISO)."""
    if event.kind == "event":
        return Fate("happened" if event.adopted else "unknown", on=event.adopted)
    if event.succeeded_by and event.until is None:
        successor = known.event(event.succeeded_by).adopted
        if successor and first_day(successor.date) <= on:
            return Fate("succeeded", event.succeeded_by, successor)
    if event.kind == "treaty":
        return Fate(event.standing or "unknown")
    if event.in_force and first_day(event.in_force.date) > on:
        return Fate("announced", on=event.in_force)
    if event.in_force and not _passed(event.in_force, on):
        return Fate("perhaps", on=event.in_force)
    if event.until and (event.repealed_by or event.kind == "act"):
        if first_day(event.until.date) <= on:
            return Fate("repealed" if _passed(event.until, on) else "perhaps_repealed", event.repealed_by, event.until)
    elif event.until and last_day(event.until.date) < on:
        return Fate("ended", on=event.until)
    if event.still or event.until:
        return Fate("in_force", event.repealed_by, event.until)
    return Fate("unknown")


def life(event: Event, known: Timeline, on: str) -> Life | None:
    """How long an act, concept or programme was in force by a day; None where its end, or beginning, is not known."""
    told = fate(event, known, on)
    begins = event.in_force or event.adopted
    if begins is None or event.kind in ("treaty", "event") or told.status in ("announced", "perhaps", "unknown"):
        return None
    start, end, until = first_day(begins.date), on, "today"
    if told.status in ("repealed", "perhaps_repealed", "ended") and told.on is not None:
        end, until = (last_day if told.status == "ended" else first_day)(told.on.date), "end"
    elif told.status == "succeeded" and told.on is not None:
        end, until = first_day(told.on.date), "successor"
    late = until == "end" and told.on is not None and not told.on.exact
    uncertain = not begins.exact or event.in_force is None
    bound = {(False, False): "exact", (True, False): "at_most", (False, True): "at_least", (True, True): "about"}
    return Life(start, end, length(start, end), bound[uncertain, late], event.in_force is None, until)


def lineages(known: Timeline, on: str) -> Iterator[Lineage]:
    """Acts of one name that succeeded each other, adopted by a day; the earliest first."""
    acts = {one.id: one for one in known.events if one.kind == "act" and one.adopted and first_day(one.adopted.date) <= on}
    following = {one.id: one.succeeded_by for one in acts.values() if one.succeeded_by in acts and _alike(one, acts)}
    for first in acts:
        if first in following and first not in following.values():
            members = [first]
            while (last := following.get(members[-1])) is not None and last not in members:
                members.append(last)
            days = [moment.date for one in (first, members[-1]) if (moment := acts[one].adopted)]
            yield Lineage(tuple(members), days[0], days[1], length(first_day(days[0]), first_day(days[1])))


def _alike(one: Event, acts: dict[str, Event]) -> bool:
    other = acts[str(one.succeeded_by)]
    return any(other.titles.get(code) == title for code, title in one.titles.items())


def _passed(moment: Moment, on: str) -> bool:
    """Whether a moment lies behind a day for certain."""
    return last_day(moment.date) <= on if moment.exact else later(first_day(moment.date), days=PUBLISHED_WITHIN) <= on
