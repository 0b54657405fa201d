"""The life of an act and of its provisions, as the notes of one edition or several tell it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from saralau.acts import Act, Address
from saralau.acts.address import number_key
from saralau.amendments import Amendment, Entry, entry_into_force, find_notes
from saralau.amendments.laws import law_iri
from saralau.citations.works import Work, work_of
from saralau.history.chronicle import in_force_of
from saralau.messages import InputError


@dataclass(frozen=True, slots=True)
class Event:
    """One amendment in the life of an act: what an amending act did, when it entered into force, its address.

    `texts` are the editions, by their place in the list of acts read, whose notes tell it: the note of a provision that was
    reworded begins anew, so that a newer text can be silent about what an older one told.
    """

    amendment: Amendment
    entry: Entry
    law: str | None
    texts: tuple[int, ...]

    @property
    def order(self) -> tuple[object, ...]:
        """Sorts events as they took effect, those of one law as their places stand in the act."""
        one = self.amendment
        place = one.address.sort_key if one.address else ()
        return self.entry.not_before, one.date, one.number, place, one.target.unit, one.target.number or ""


@dataclass(frozen=True, slots=True)
class Life:
    """All events of an act, oldest first. `adopted` is the day of adoption, `in_force` that of entry into force (the
    earliest, where that is all that is known), `until` the day on which the newest change that a text shows was in force at
    the earliest."""

    work: Work | None
    adopted: str | None
    in_force: str | None
    until: str | None
    events: tuple[Event, ...]
    unread: int  # notes that were not understood

    def of(self, address: Address) -> tuple[Event, ...]:
        """Events of a provision: of itself, of what it holds and of what holds it, where the note names no part."""
        return tuple(
            event
            for event in self.events
            if event.amendment.address is not None
            and (address.holds(event.amendment.address) or event.amendment.address.holds(address))
        )

    def by_article(self) -> Mapping[str, tuple[Event, ...]]:
        """Events by the article that they change (by the point, in an act without articles), in the order of the act."""
        found: dict[str, list[Event]] = {}
        for event in self.events:
            if event.amendment.address is not None:
                found.setdefault(event.amendment.address.main.short, []).append(event)
        return {number: tuple(found[number]) for number in sorted(found, key=number_key)}


def life_as_told(acts: Sequence[Act]) -> Life:
    """The life of an act as its texts tell it, the newest first; as the newest alone does, where another is not recognised
    as of the same act.
    """
    try:
        return life(acts)
    except InputError:
        return life(acts[:1])


def life(acts: Sequence[Act]) -> Life:
    """The life of an act from its texts, newest first or in any order; the newest tells what there is now."""
    works = [work_of(act) for act in acts]
    work = next((found for found in works if found is not None), None)
    for act, other in zip(acts, works, strict=True):
        if work is not None and (other is None or other.iri != work.iri):
            raise InputError("history-different-acts", file=act.document.source.name, act=work.id or work.iri)
    told: dict[tuple[object, ...], list[tuple[int, Amendment]]] = {}
    unread = 0
    for number, act in enumerate(acts):
        notes = find_notes(act)
        unread += sum(not note.understood for note in notes)
        for note in notes:
            for one in note.amendments:
                told.setdefault(_same(one), []).append((number, one))
    events = [_event(texts, work) for texts in told.values()]
    made = sorted(_no_longer_announced(events), key=lambda event: event.order)
    until = max((event.entry.not_before for event in made if event.amendment.changes), default=None)
    adopted = work.date if work else None
    return Life(work, adopted, in_force_of(work) or adopted, until, tuple(made), unread)


def _event(texts: Sequence[tuple[int, Amendment]], work: Work | None) -> Event:
    """One amendment as several texts tell it; of their words on its entry into force those that tell most."""
    one = min((told for _, told in texts), key=lambda told: _TELLING.index(told.in_force.kind))
    one = one._replace(number=max((told.number for _, told in texts), key=len))
    return Event(one, entry_into_force(one), law_iri(one, work), tuple(dict.fromkeys(number for number, _ in texts)))


_TELLING = ("on", "days", "months", "publication", "article", "untold")


def law_key(one: Amendment) -> tuple[str, str]:
    """The law that an amendment is of: its date and the digits of its number, because notes forget what follows them."""
    return one.date, one.number.partition("-")[0]


def _same(one: Amendment) -> tuple[object, ...]:
    """What makes an amendment the same in two texts, in one language or two: the law, the place and what was done."""
    return law_key(one), one.action, one.announced, one.target


def _no_longer_announced(events: Sequence[Event]) -> Iterator[Event]:
    """Without the announcements that another text tells as made."""
    made = {(event.amendment.date, _article(event)) for event in events if event.amendment.changes}
    for event in events:
        if not event.amendment.announced or (event.amendment.date, _article(event)) not in made:
            yield event


def _article(event: Event) -> str | None:
    return event.amendment.address.main.short if event.amendment.address else None
