"""What is known of an act on a day: which articles a text in hand has, which were changed since and by which laws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from saralau.acts import Act, Address, identify
from saralau.acts.address import number_key
from saralau.amendments import Amendment, edition_of, find_amendments, latest
from saralau.history.life import Event, Life, life
from saralau.packs import load

# An assumption that is told with every answer: an act is published so many days after it is passed at the latest, unless a
# pack says otherwise. It bounds "ten days after publication" from above; without it such a day would have no upper bound.
_PUBLISHED_WITHIN = 60


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of an article on a day.

    `status`: in_hand (text number `text` has the wording of the day), changed_since (it is not in hand; `laws` changed it
    since), not_yet (introduced later), excluded, uncertain (a law among `laws` may or may not have been in force), announced
    (the day lies behind the text, and a note announces a change by then). `text` is the place in the list of acts.
    """

    address: Address
    status: str
    text: int | None
    laws: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class StandingOn:
    """An act on a day. Behind the day to which its life is known nothing is told but announcements."""

    day: str
    life: Life
    articles: tuple[Standing, ...]
    published_within: int

    @property
    def behind(self) -> bool:
        """Whether the day lies behind what the texts tell."""
        return self.life.until is not None and self.day > self.life.until


def standing_on(acts: Sequence[Act], day: str) -> StandingOn:
    """What is known of every article on a day (ISO), from one text of an act or several."""
    whole = life(acts)
    shown = [_shown(act) for act in acts]
    held = [{article.number or "" for article in act.articles()} for act in acts]
    events = whole.by_article()
    numbers = sorted({number for articles in held for number in articles} | set(events), key=number_key)
    within = published_within(acts[0])
    rows = [_standing(Address(number), day, events.get(number, ()), shown, held, within) for number in numbers if number]
    return StandingOn(day, whole, tuple(rows), within)


def published_within(act: Act) -> int:
    """How many days after it is passed an act is published at the latest, as the pack of its jurisdiction has it."""
    known = identify(act)
    pack = load(f"{known.jurisdiction}/jurisdiction") if known else {}
    return int(pack.get("published_within", _PUBLISHED_WITHIN))


def _shown(act: Act) -> tuple[frozenset[tuple[str, str]], str]:
    """The laws that a text shows, and the date of the newest."""
    made = [one for one in find_amendments(act) if one.changes]
    return frozenset((one.date, one.number) for one in made), edition_of(made) or ""


def _standing(
    address: Address,
    day: str,
    events: Sequence[Event],
    shown: Sequence[tuple[frozenset[tuple[str, str]], str]],
    held: Sequence[set[str]],
    within: int,
) -> Standing:
    changes = [event for event in events if event.amendment.changes]
    if introduced := [event for event in changes if _introduces(event.amendment, address) and event.entry.not_before > day]:
        return Standing(address, "not_yet", None, tuple(introduced))
    gone = [event for event in changes if _excludes(event.amendment, address) and _certainly_by(event, day, within)]
    if gone:
        return Standing(address, "excluded", None, tuple(gone))
    doubtful = tuple(event for event in changes if event.entry.not_before <= day and not _certainly_by(event, day, within))
    if doubtful:
        return Standing(address, "uncertain", None, doubtful)
    in_force = {_law(event.amendment) for event in changes if event.entry.not_before <= day}
    for number, (_, until) in enumerate(shown):
        known = {_law(event.amendment) for event in changes if event.amendment.date <= until}
        if address.article in held[number] and known == in_force:
            announced = tuple(e for e in events if e.amendment.announced and e.entry.not_before <= day)
            return Standing(address, "announced" if announced else "in_hand", number, announced)
    since = tuple(event for event in changes if event.entry.not_before > day)
    return Standing(address, "changed_since", None, since or tuple(changes))


def _law(one: Amendment) -> tuple[str, str]:
    return one.date, one.number


def _introduces(one: Amendment, address: Address) -> bool:
    return one.action == "introduced" and one.address == address


def _excludes(one: Amendment, address: Address) -> bool:
    return one.action == "excluded" and one.address == address and not one.target.title


def _certainly_by(event: Event, day: str, within: int) -> bool:
    """Whether it was in force on a day, on the stated assumption of publication."""
    by = latest(event.amendment, within)
    return by is not None and by <= day
