"""A state's timeline read from its packs: acts, concepts, programmes, treaties, events, with their days and successions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from saralau.amendments.dating import entry
from saralau.amendments.model import InForce
from saralau.citations.works import Work
from saralau.history.indicators import Indicator, indicator
from saralau.messages import InputError
from saralau.packs import load, names, of_packs

KINDS = ("act", "concept", "programme", "treaty", "event")


class Moment(NamedTuple):
    """When: a year, a month or a day (ISO); a lower bound if not `exact`, counted from a publication that nobody dates.

    `read_in` tells the text in hand in which it was read ("informatization-2007:46.2"), None where it was not.
    """

    date: str
    exact: bool = True
    read_in: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What happened: adopted when, in force from when until when, repealed or succeeded by which.

    None is unknown, or does not apply. `standing` is how the state stands to a treaty, `still` that the event is known to
    be in force on the day of the pack. `source` is text, paper or knowledge.
    """

    id: str
    kind: str
    titles: Mapping[str, str]
    number: str | None
    adopted: Moment | None
    in_force: Moment | None
    until: Moment | None
    repealed_by: str | None
    succeeded_by: str | None
    standing: str | None
    still: bool
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """What is known of a state on the day `as_of`: events by date, those of an unknown date last; indicators."""

    jurisdiction: str
    titles: Mapping[str, str]
    as_of: str
    events: tuple[Event, ...]
    indicators: tuple[Indicator, ...]

    def event(self, name: str) -> Event:
        """The event of an id; KeyError if there is none."""
        return {one.id: one for one in self.events}[name]


@of_packs
def timeline(jurisdiction: str) -> Timeline:
    """The timeline of a state; InputError names the states that have one, or an id that a pack refers to in vain."""
    name = f"{jurisdiction}/timeline"
    if name not in names():
        known = sorted(one.removesuffix("/timeline") for one in names() if one.endswith("/timeline"))
        raise InputError("timeline-unknown", typed=jurisdiction, known=", ".join(known) or "–")
    pack = load(name)
    works = _by_id(f"{jurisdiction}/works", "works", "id")
    treaties = _by_id(f"{jurisdiction}/instruments", "instruments", "treaty")
    events = {row["id"]: _event(row, works, treaties, name) for row in pack["events"]}
    ended = [_ended(one, events, _row(pack, one.id), name) for one in events.values()]
    ordered = sorted(ended, key=lambda one: one.adopted.date if one.adopted else "~")
    titles = load(f"{jurisdiction}/jurisdiction")["titles"]
    return Timeline(jurisdiction, titles, pack["as_of"], tuple(ordered), tuple(map(indicator, pack.get("indicators", ()))))


def _by_id(name: str, rows: str, key: str) -> dict[str, Mapping[str, Any]]:
    return {row[key]: row for row in load(name)[rows]} if name in names() else {}


def _row(pack: Mapping[str, Any], event: str) -> Mapping[str, Any]:
    return next(row for row in pack["events"] if row["id"] == event)


def _event(
    row: Mapping[str, Any], works: Mapping[str, Mapping[str, Any]], treaties: Mapping[str, Mapping[str, Any]], pack: str
) -> Event:
    work = _named(works, row.get("work"), row["id"], pack)
    treaty = _named(treaties, row.get("treaty"), row["id"], pack)
    read_in = row.get("read_in", {})
    date = row.get("date") or work.get("date") or treaty.get("adopted")
    begins = row.get("in_force") or treaty.get("in_force")
    until = row.get("until") or work.get("repealed")
    return Event(
        row["id"],
        row["kind"],
        {**_treaty_titles(row.get("treaty")), **work.get("titles", {}), **row.get("titles", {})},
        row.get("number") or work.get("number"),
        Moment(date, read_in=read_in.get("date")) if date else None,
        _begins(begins, date, read_in.get("in_force")),
        Moment(until, read_in=read_in.get("until")) if until else None,
        row.get("repealed_by"),
        row.get("succeeded_by"),
        treaty.get("status"),
        bool(row.get("still")),
        row["source"],
        row["verified"],
    )


def _named(known: Mapping[str, Mapping[str, Any]], name: str | None, event: str, pack: str) -> Mapping[str, Any]:
    if name is not None and name not in known:
        raise InputError("timeline-reference", name=pack, event=event, typed=name)
    return known[name] if name is not None else {}


def _treaty_titles(treaty: str | None) -> Mapping[str, str]:
    name = f"treaties/{treaty}"
    titles: Mapping[str, str] = load(name)["titles"] if name in names("treaties/") else {}
    return titles


def _begins(told: str | Mapping[str, Any] | None, adopted: str | None, read_in: str | None) -> Moment | None:
    if told is None or isinstance(told, str):
        return Moment(told, read_in=read_in) if told else None
    if adopted is None or len(adopted) < 10:  # a rule counts from a day
        return None
    bound = entry(adopted, InForce(told["kind"], told.get("after")))
    return Moment(bound.not_before, bound.exact, read_in)


def _ended(event: Event, events: Mapping[str, Event], row: Mapping[str, Any], pack: str) -> Event:
    """What is repealed by an act ends when that enters into force, unless its own day is told."""
    for name in (event.repealed_by, event.succeeded_by):
        if name is not None and name not in events:
            raise InputError("timeline-reference", name=pack, event=event.id, typed=name)
    if event.until is not None or event.repealed_by is None:
        return event
    begins = events[event.repealed_by].in_force
    read_in = row.get("read_in", {}).get("until")
    return replace(event, until=Moment(begins.date, begins.exact, read_in)) if begins else event


def in_force_of(work: Work | None) -> str | None:
    """The day on which an act entered into force by a pack's timeline, the earliest where only that is known; or None."""
    return in_force_since(f"{work.iri.split('/')[2]}/{work.id}") if work else None


def in_force_since(act: str) -> str | None:
    """The same of an act by its state and the id of its work ("xx/criminal-code")."""
    jurisdiction, _, work = act.partition("/")
    name = f"{jurisdiction}/timeline"
    row = next((row for row in load(name)["events"] if row.get("work") == work), None) if name in names() else None
    moment = timeline(jurisdiction).event(row["id"]).in_force if row else None
    return moment.date if moment and len(moment.date) == len("2015-01-01") else None
