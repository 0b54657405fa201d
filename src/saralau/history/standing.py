"""What is known of an act on a day: which articles a text in hand has, which were changed since and by which laws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from saralau.acts import Act, Address
from saralau.acts.address import number_key
from saralau.amendments import Amendment, latest
from saralau.amendments.dating import later
from saralau.citations.works import Work
from saralau.history.life import Event, Life, law_key, life
from saralau.packs import load, names

# An assumption that is told with every answer: an act is published so many days after it is passed at the latest, unless a
# pack says otherwise. It bounds "ten days after publication" from above; without it such a day would have no upper bound.
_PUBLISHED_WITHIN = 60


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of an article on a day.

    `status`: in_hand (text number `text` has the wording of the day), changed_since (it is not in hand; `laws` changed it
    since), untold (it lies between an older text and a rewording whose note begins anew: whether it was changed meanwhile
    nothing tells), uncertain (a law among `laws` may or may not have been in force), announced (a note announces a change by
    then), not_yet (introduced later), excluded, not_adopted, not_in_force (the act itself). `text` is the place in the list
    of acts.
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
    within = published_within(whole.work)
    texts = _Texts(
        tuple(frozenset(one.address.short for one in act.mains() if one.address) for act in acts),
        *(_untils(acts, whole), day, within),
    )
    events = whole.by_article()
    numbers = sorted({number for articles in texts.held for number in articles} | set(events), key=number_key)
    rows = [_standing(Address.of_main(number), events.get(number, ()), texts, whole) for number in numbers if number]
    return StandingOn(day, whole, tuple(rows), within)


def published_within(work: Work | None) -> int:
    """How many days after it is passed an act is published at the latest, as the pack of its jurisdiction has it."""
    name = f"{work.iri.split('/')[2]}/jurisdiction" if work else ""
    pack = load(name) if name and name in names() else {}
    return int(pack.get("published_within", _PUBLISHED_WITHIN))


def _untils(acts: Sequence[Act], whole: Life) -> tuple[str, ...]:
    """For each text the day on which the newest change that it shows was in force at the earliest."""
    shown: list[str] = [whole.adopted or ""] * len(acts)
    for event in whole.events:
        for number in event.texts if event.amendment.changes else ():
            shown[number] = max(shown[number], event.entry.not_before)
    return tuple(shown)


@dataclass(frozen=True, slots=True)
class _Texts:
    """The texts in hand and the day: which articles each has, how far each is known."""

    held: tuple[frozenset[str], ...]
    until: tuple[str, ...]
    day: str
    within: int

    def certain(self, event: Event) -> bool:
        """Whether an amendment was in force on the day: its bounds say so, or a text shows it that is older than the day.

        A text is taken to be of the days of its newest change, which was in force so many days after it was passed.
        """
        if any(self.until[number] and later(self.until[number], days=self.within) <= self.day for number in event.texts):
            return True
        by = latest(event.amendment, self.within)
        return by is not None and by <= self.day


def _standing(address: Address, events: Sequence[Event], texts: _Texts, whole: Life) -> Standing:
    day = texts.day
    if whole.adopted is not None and day < whole.adopted:
        return Standing(address, "not_adopted", None, ())
    if whole.in_force is not None and day < whole.in_force:
        return Standing(address, "not_in_force", None, ())
    changes = [event for event in events if event.amendment.changes]
    coming = [event for event in events if _does(event.amendment, "introduced", address) and event.entry.not_before > day]
    if coming or not any(address.short in held for held in texts.held):
        return Standing(address, "not_yet", None, tuple(coming or events))
    gone = [event for event in changes if _does(event.amendment, "excluded", address) and event.entry.not_before <= day]
    if gone:
        return Standing(address, "excluded" if all(map(texts.certain, gone)) else "uncertain", None, tuple(gone))
    in_force = [event for event in changes if event.entry.not_before <= day]
    number = _text_of(address, changes, in_force, texts)
    if number is None:
        later = tuple(event for event in changes if event.entry.not_before > day)
        return Standing(address, "changed_since", None, later or tuple(changes))
    if _hidden(changes, number, texts):
        return Standing(address, "untold", None, tuple(event for event in changes if event.entry.not_before > day))
    if doubtful := tuple(event for event in in_force if not texts.certain(event)):
        return Standing(address, "uncertain", None, doubtful)
    announced = tuple(event for event in events if event.amendment.announced and event.entry.not_before <= day)
    return Standing(address, "announced" if announced else "in_hand", number, announced)


def _text_of(address: Address, changes: Sequence[Event], in_force: Sequence[Event], texts: _Texts) -> int | None:
    """The text whose changes of an article are those in force on the day."""
    wanted = {law_key(event.amendment) for event in in_force}
    for number, until in enumerate(texts.until):
        known = {law_key(event.amendment) for event in changes if event.entry.not_before <= until}
        if address.short in texts.held[number] and known == wanted:
            return number
    return None


def _hidden(changes: Sequence[Event], number: int, texts: _Texts) -> bool:
    """Whether an older text is asked beyond its own days, and the newer ones tell nothing of the time between.

    The note of an article that was reworded begins anew: what a newer text shows begins with the rewording.
    """
    if texts.day <= texts.until[number]:
        return False
    for other, until in enumerate(texts.until):
        if until <= texts.until[number]:
            continue
        told = [event for event in changes if other in event.texts]
        if told and told[0].entry.not_before > texts.day and _anew(told[0].amendment):
            continue
        return False  # a newer text whose notes reach back over the day
    return max(texts.until) > texts.until[number]


def _anew(one: Amendment) -> bool:
    whole = one.address is not None and one.address == one.address.main and not one.heading
    return whole and one.action in ("reworded", "excluded")


def _does(one: Amendment, action: str, address: Address) -> bool:
    return one.action == action and one.address == address and not one.target.title
