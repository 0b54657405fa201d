"""The life of an act in words: what changed, by which law, passed when, in force when; what is known of it on a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from saralau.acts import Act, Address
from saralau.amendments import Amendment, InForce
from saralau.history.life import Event, Life
from saralau.history.standing import Standing, StandingOn
from saralau.messages import say

_STANDINGS = (
    "in_hand",
    "changed_since",
    "untold",
    "uncertain",
    "announced",
    "not_yet",
    "excluded",
    "not_adopted",
    "not_in_force",
)


def life_lines(told: Life, events: Sequence[Event], code: str) -> Iterator[str]:
    """Events oldest first, one a line, and what is not known."""
    if told.adopted:
        yield say("history-adopted", code, day=told.adopted)
    for event in events:
        yield f"{when(event, code)}  {what(event.amendment, code)} – {law(event, code)}"
    if not events:
        yield say("history-nothing", code)
    yield say("history-until", code, until=told.until or "–", events=len(events), unread=told.unread)


def when(event: Event, code: str) -> str:
    """The day on which an event took effect, or the day before which it did not."""
    key = "history-on" if event.entry.exact else "history-not-before"
    return say(key, code, day=event.entry.not_before)


def what(one: Amendment, code: str) -> str:
    """What an amendment did, and to what."""
    action = say(f"history-{'announced-' if one.announced else ''}{one.action.replace('_', '-')}", code)
    if one.action == "ruled":
        action = say("history-ruled-against" if one.contrary else "history-ruled", code)
    return f"{target(one, code)}: {action}"


def target(one: Amendment, code: str) -> str:
    """What an amendment changes, as people write it."""
    place = one.target
    if place.address is not None:
        words = place.address.printed
        if place.unit in ("indent", "note"):
            words = say(f"history-unit-{place.unit}", code, number=place.number or "", of=words)
    else:
        words = say(f"history-unit-{place.unit}", code, number=place.number or "", of="").strip()
    return say("history-title-of", code, of=words) if place.title else words


def law(event: Event, code: str) -> str:
    """The amending act, when it was passed, and the rule by which it entered into force."""
    one = event.amendment
    key = "history-court" if one.action == "ruled" else "history-law"
    return say(key, code, number=one.number, date=one.date) + f"; {rule(one.in_force, code)}"


def rule(told: InForce, code: str) -> str:
    """The note's words on entry into force, in ours."""
    given = {"days": told.after, "months": told.after, "on": told.date, "article": told.article}.get(told.kind)
    words = say(f"history-rule-{told.kind}", code, n="" if given is None else given)
    return words if told.excepted is None else f"{words}, {say('history-excepted', code, day=told.excepted)}"


def event_record(event: Event, acts: Sequence[Act]) -> dict[str, Any]:
    """An event as JSON (`saralau/event/1`)."""
    one = event.amendment
    source = acts[event.texts[0]].document
    return {
        "schema": "saralau/event/1",
        "provision": one.address.short if one.address else None,
        "unit": one.target.unit,
        "number": one.target.number,
        "title": one.target.title,
        "action": one.action,
        "announced": one.announced,
        "contrary": one.contrary,
        "law": {"date": one.date, "number": one.number, "iri": event.law},
        "in_force": {
            "rule": one.in_force.kind,
            "after": one.in_force.after,
            "article": one.in_force.article,
            "excepted": one.in_force.excepted,
            "not_before": event.entry.not_before,
            "exact": event.entry.exact,
        },
        "span": [one.span.start, one.span.end],
        "file": source.source.name,
        "told_by": [acts[number].document.source.name for number in event.texts],
    }


def standing_lines(told: StandingOn, acts: Sequence[Act], code: str, at: Address | None) -> Iterator[str]:
    """What is known of an act on a day: counts, then each article whose wording is not in hand."""
    counted = Counter(row.status for row in told.articles)
    words = [say("standing-" + one.replace("_", "-"), code) + f" – {counted[one]}" for one in _STANDINGS if counted[one]]
    yield say("standing-counts", code, day=told.day, words="; ".join(words))
    if told.behind:
        yield say("standing-behind", code, until=told.life.until or "–")
    for row in told.articles:
        if at is None and row.status == "in_hand":
            continue
        if at is None or at.holds(row.address) or row.address.holds(at):
            yield _standing(row, acts, code)
    yield say("standing-assumed", code, n=told.published_within)


def _standing(row: Standing, acts: Sequence[Act], code: str) -> str:
    status = say("standing-" + row.status.replace("_", "-"), code)
    words = f"{row.address.printed}: {status}"
    if row.text is not None:
        words += f" ({acts[row.text].document.source.name})"
    laws = dict.fromkeys(say("history-law", code, number=e.amendment.number, date=e.amendment.date) for e in row.laws)
    return words + (f" – {'; '.join(laws)}" if laws else "")


def standing_record(row: Standing, told: StandingOn, acts: Sequence[Act]) -> dict[str, Any]:
    """What is known of an article on a day, as JSON (`saralau/standing/1`)."""
    return {
        "schema": "saralau/standing/1",
        "day": told.day,
        "provision": row.address.short,
        "status": row.status,
        "file": None if row.text is None else acts[row.text].document.source.name,
        "sha256": None if row.text is None else acts[row.text].document.source.sha256,
        "laws": [{"date": e.amendment.date, "number": e.amendment.number, "iri": e.law} for e in row.laws],
        "known_until": told.life.until,
        "published_within": told.published_within,
    }
