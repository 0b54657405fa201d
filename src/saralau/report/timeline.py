"""A state's timeline in words: lines for people, a record for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from saralau.acts import Address
from saralau.history.chronicle import KINDS, Event, Moment, Timeline
from saralau.history.fates import Fate, Life, Lineage, fate, life, lineages
from saralau.history.indicators import Indicator
from saralau.history.lifespans import Length, first_day
from saralau.messages import say

_DATES = ("adopted", "begins", "until")


def known_on(known: Timeline, on: str) -> list[Event]:
    """The events that had happened by a day (ISO), and those whose date is unknown."""
    return [one for one in known.events if one.adopted is None or first_day(one.adopted.date) <= on]


def measured_by(known: Timeline, on: str) -> list[Indicator]:
    """The indicators of a day (ISO) or an earlier one: each in time, in the order in which they were first told."""
    order = {name: at for at, name in enumerate(dict.fromkeys(one.id for one in known.indicators))}
    told = [one for one in known.indicators if first_day(one.date) <= on]
    return sorted(told, key=lambda one: (order[one.id], one.date))


def timeline_lines(known: Timeline, on: str, code: str) -> Iterator[str]:
    """Everything for the terminal: events by kind, indicators, what was computed."""
    yield heading(known, on, code)
    yield from notices(known, on, code)
    for kind in KINDS:
        events = [one for one in known_on(known, on) if one.kind == kind]
        if events:
            yield from ("", say(f"timeline-{kind}", code))
        for one in events:
            yield f"  {adopted(one, code)}  {named(one, code)}"
            told = "; ".join(filter(None, (became(one, known, on, code), lived(life(one, known, on), code))))
            if told:
                yield f"      {told}"
            yield f"      {source(one, code)}"
    if told_of := measured_by(known, on):
        yield from ("", say("timeline-indicators", code))
    for value in told_of:
        words = "; ".join(filter(None, (measure(value, code), rank(value, code))))
        yield f"  {value.date}  {titled(value.titles, code)}: {words}"
        yield f"      {indicator_source(value, code)}"
    if facts := [lineage(one, known, code) for one in lineages(known, on)]:
        yield from ("", say("timeline-facts", code), *(f"  {fact}" for fact in facts))
    yield from ("", say("timeline-limits", code))


def heading(known: Timeline, on: str, code: str) -> str:
    """Whose timeline, and as of when."""
    return say("timeline-heading", code, jurisdiction=known.titles[code], on=on)


def notices(known: Timeline, on: str, code: str) -> Iterator[str]:
    """What has to be said before all else: that the day lies after what the pack knows."""
    if on > known.as_of:
        yield say("timeline-beyond", code, as_of=known.as_of)


def titled(titles: Any, code: str) -> str:
    """A title in the language, or in the first that there is."""
    return str(titles.get(code) or next(iter(titles.values())))


def named(event: Event, code: str) -> str:
    """An event's title, with its number if it has one."""
    title = titled(event.titles, code)
    return say("timeline-number", code, title=title, number=event.number) if event.number else title


def moment(told: Moment, code: str) -> str:
    """A day, or the bound that is known of it."""
    return told.date if told.exact else say("timeline-not-before", code, day=told.date)


def adopted(event: Event, code: str) -> str:
    """When an event happened, or that this is unknown."""
    return event.adopted.date if event.adopted else say("timeline-undated", code)


def became(event: Event, known: Timeline, on: str, code: str) -> str:
    """What became of an event by a day; nothing of one that merely happened."""
    return "" if event.kind == "event" else _told(event, fate(event, known, on), known, code)


def _told(event: Event, found: Fate, known: Timeline, code: str) -> str:
    if event.kind == "treaty" and found.status == "unknown":
        return say("timeline-standing-unknown", code)
    if found.status == "unknown":
        return say("timeline-unknown-now", code)
    message = f"timeline-{found.status.replace('_', '-')}"
    if found.status == "in_force" and found.on:
        message += "-repeal" if found.by else "-until"
    elif found.status == "repealed" and found.by:
        message += "-by"
    told = {"day": moment(found.on, code)} if found.on else {}
    by = {"by": named(known.event(found.by), code)} if found.by else {}
    return say(message, code, **told, **by)


def lived(told: Life | None, code: str) -> str:
    """How long an act was in force, how well that is known, and how it was counted; nothing where it is not known."""
    if told is None:
        return ""
    words = say("timeline-life-" + told.bound.replace("_", "-"), code, length=in_words(told.length, code))
    words = say("timeline-life-today", code, length=words) if told.until == "today" else words
    counted = [say("timeline-since-adoption", code)] if told.since_adoption else []
    counted += [say("timeline-to-successor", code)] if told.until == "successor" else []
    return f"{words} ({', '.join(counted)})" if counted else words


def in_words(told: Length, code: str) -> str:
    """Years and days; days alone under a year."""
    parts = [say("timeline-years", code, n=told.years)] if told.years else []
    parts += [say("timeline-days", code, n=told.days)] if told.days or not parts else []
    return " ".join(parts)


def lineage(told: Lineage, known: Timeline, code: str) -> str:
    """Acts of one name that succeeded each other, as a sentence."""
    title = titled(known.event(told.members[-1]).titles, code)
    counted = {"count": len(told.members), "length": in_words(told.length, code)}
    return say("timeline-lineage", code, title=title, first=told.first, last=told.last, **counted)


def source(event: Event, code: str) -> str:
    """By which source an event is told, and in which texts its dates were read."""
    dates = dict(zip(_DATES, (event.adopted, event.in_force, event.until), strict=True))
    read = [
        f"{say(f'timeline-column-{name}', code).lower()} – {_place(told.read_in)}"
        for name, told in dates.items()
        if told and told.read_in
    ]
    words = say(f"timeline-source-{'text' if event.verified else event.source}", code)
    if not read:
        return words
    return say("timeline-read" if event.verified else "timeline-partly-read", code, source=words, places=", ".join(read))


def _place(read_in: str) -> str:
    work, _, provision = read_in.partition(":")
    return f"{work} {Address.read(provision).printed}" if provision else work


def measure(value: Indicator, code: str) -> str:
    """An indicator's value with its unit and scale."""
    told = {"value": say("timeline-amount", code, n=value.value), "unit": value.unit}
    if value.scale_max is None:
        return say("timeline-value", code, **told).strip()
    return say("timeline-value-of", code, scale=say("timeline-amount", code, n=value.scale_max), **told).strip()


def rank(value: Indicator, code: str) -> str:
    """An indicator's rank; nothing where there is none."""
    if value.rank is None:
        return ""
    if value.of is None:
        return say("timeline-rank", code, rank=str(value.rank))
    return say("timeline-rank-of", code, rank=str(value.rank), of=str(value.of))


def indicator_source(value: Indicator, code: str) -> str:
    """By which source an indicator is told."""
    if value.added:
        return say("timeline-source-added", code, source=value.source)
    return say(f"timeline-source-{'text' if value.verified else value.source}", code)
