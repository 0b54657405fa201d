"""A state's timeline for programs (`saralau/told-timeline/1`)."""

from __future__ import annotations

from typing import Any

from saralau.history.chronicle import Event, Moment, Timeline
from saralau.history.fates import Life, Lineage, fate, life, lineages
from saralau.history.indicators import Indicator
from saralau.report.timeline import known_on, measured_by


def timeline_record(known: Timeline, on: str) -> dict[str, Any]:
    """Events with what became of them by a day (ISO) and how long they lived, lineages, indicators; unknown is null."""
    return {
        "schema": "saralau/told-timeline/1",
        "jurisdiction": known.jurisdiction,
        "as_of": known.as_of,
        "on": on,
        "events": [_event(one, known, on) for one in known_on(known, on)],
        "lineages": [_lineage(one) for one in lineages(known, on)],
        "indicators": [_indicator(one) for one in measured_by(known, on)],
    }


def _event(event: Event, known: Timeline, on: str) -> dict[str, Any]:
    found = fate(event, known, on)
    return {
        "id": event.id,
        "kind": event.kind,
        "titles": dict(event.titles),
        "number": event.number,
        "adopted": _moment(event.adopted),
        "in_force": _moment(event.in_force),
        "until": _moment(event.until),
        "repealed_by": event.repealed_by,
        "succeeded_by": event.succeeded_by,
        "became": {"status": found.status, "by": found.by, "on": _moment(found.on)},
        "life": _life(life(event, known, on)),
        "source": event.source,
        "verified": event.verified,
    }


def _moment(told: Moment | None) -> dict[str, Any] | None:
    return None if told is None else {"date": told.date, "exact": told.exact, "read_in": told.read_in}


def _life(told: Life | None) -> dict[str, Any] | None:
    if told is None:
        return None
    ends = {"start": told.start, "end": told.end, "years": told.length.years, "days": told.length.days}
    return {**ends, "bound": told.bound, "since_adoption": told.since_adoption, "until": told.until}


def _lineage(told: Lineage) -> dict[str, Any]:
    ends = {"first": told.first, "last": told.last}
    return {"members": list(told.members), **ends, "years": told.length.years, "days": told.length.days}


def _indicator(value: Indicator) -> dict[str, Any]:
    return {
        "id": value.id,
        "titles": dict(value.titles),
        "date": value.date,
        "value": value.value,
        "unit": value.unit,
        "scale_max": value.scale_max,
        "rank": value.rank,
        "of": value.of,
        "source": value.source,
        "verified": value.verified,
        "added": value.added,
    }
