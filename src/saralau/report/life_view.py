"""The life of an act as its page shows it: by year, law by law, the provisions that changed most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from saralau.acts import Address
from saralau.history.life import Event, Life
from saralau.messages import say
from saralau.report.drawing import columns
from saralau.report.history import law, what, when

KINDS = ("introduced", "amended", "reworded", "excluded", "announced")
_MOST = 20  # provisions that are told of as amended most


class LawRow(NamedTuple):
    """A law that changed the act: when it was passed, its number, from when it was in force, what it changed."""

    passed: str
    number: str
    begins: str
    articles: tuple[Address, ...]
    changes: int


class ProvisionRow(NamedTuple):
    """A provision with how often it changed, by how many laws, and when last (a day, or words for a lower bound of it)."""

    address: Address
    title: str
    changes: int
    laws: int
    last: str


class Lived(NamedTuple):
    """All of it. `kinds` are the series of the picture: class and name; `years` the counts behind it, by series. `bounded`
    counts the events of which no text tells the day of entry into force, but only the day before which it was not.
    """

    events: int
    laws: tuple[LawRow, ...]
    most: tuple[ProvisionRow, ...]
    years: Mapping[int, tuple[int, ...]]
    kinds: tuple[tuple[str, str], ...]
    picture: Markup | None
    touched: int
    until: str
    unread: int
    bounded: int


def life_view(told: Life, titles: Mapping[Address, str], code: str) -> Lived:
    """The life in the language `code`; `titles` are those of the articles."""
    years = _years(told.events)
    label = say("history-picture", code)
    by_article = _by_main(told.events)
    return Lived(
        len(told.events),
        _laws(told.events, code),
        _most(by_article, titles, code),
        years,
        tuple((f"t{place}", say(f"history-{kind}", code)) for place, kind in enumerate(KINDS)),
        columns(years, label) if years else None,
        len(by_article),
        told.until or "–",
        told.unread,
        sum(not one.entry.exact for one in told.events),
    )


def event_rows(told: Life, address: Address, code: str) -> tuple[tuple[str, str, str], ...]:
    """The amendments of an article, the newest first: when, what, by which law."""
    rows = [(when(one, code), what(one.amendment, code), law(one, code)) for one in reversed(told.of(address.main))]
    return tuple(dict.fromkeys(rows))


def _kind(event: Event) -> int:
    action = "announced" if event.amendment.announced else event.amendment.action
    return KINDS.index(action) if action in KINDS else KINDS.index("amended")


def _years(events: Sequence[Event]) -> dict[int, tuple[int, ...]]:
    counted: dict[int, list[int]] = {}
    for event in events:
        year = int(event.entry.not_before[:4])
        counted.setdefault(year, [0] * len(KINDS))[_kind(event)] += 1
    return {year: tuple(counted[year]) for year in sorted(counted)}


def _by_main(events: Sequence[Event]) -> Mapping[Address, Sequence[Event]]:
    """Events by the article that they change; by the point, in an act without articles."""
    found: dict[Address, list[Event]] = {}
    for event in events:
        if event.amendment.address is not None:
            found.setdefault(event.amendment.address.main, []).append(event)
    return found


def _laws(events: Sequence[Event], code: str) -> tuple[LawRow, ...]:
    """The newest first."""
    by_law: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        by_law.setdefault((event.amendment.date, event.amendment.number), []).append(event)
    rows = []
    for (passed, number), found in sorted(by_law.items(), reverse=True):
        places = sorted(_by_main(found), key=lambda one: one.sort_key)
        begins = min(found, key=lambda one: one.entry.not_before)
        rows.append(LawRow(passed, number, when(begins, code), tuple(places), len(found)))
    return tuple(rows)


def _most(
    by_article: Mapping[Address, Sequence[Event]], titles: Mapping[Address, str], code: str
) -> tuple[ProvisionRow, ...]:
    rows = []
    for address, events in by_article.items():
        changes = [one for one in events if one.amendment.changes]
        if changes:
            laws = {(one.amendment.date, one.amendment.number) for one in changes}
            last = max(changes, key=lambda one: (one.entry.not_before, not one.entry.exact))  # of one day the less certain
            rows.append(ProvisionRow(address, titles.get(address, ""), len(changes), len(laws), when(last, code)))
    rows.sort(key=lambda row: (-row.laws, -row.changes, row.address.sort_key))
    return tuple(rows[:_MOST])
