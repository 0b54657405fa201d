"""How long wordings of articles last: a wording is a spell that ends with the next amendment, or runs when the text ends."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from saralau.acts import Act, Kind
from saralau.history.life import Event, Life, law_key, life
from saralau.history.reckoning import Reckoning, Tally, set_aside

_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Spell:
    """One wording of an article: when it began (ISO), how many days it lasted, whether an amendment ended it, of which law.

    A spell without an end is right-censored at the end of what is seen. `birth` counts the days between the entry into force
    of the act and the beginning: where time is the age of the act, the spell enters there (left truncation).
    """

    act: str
    article: str
    chapter: str | None
    began: str
    days: int
    ended: bool
    birth: int
    law: str | None


@dataclass(frozen=True, slots=True)
class Stability:
    """The spells of an act, seen from its entry into force (`start`) to the day on which the newest law that it shows was
    passed (`until`): a window that ended with an amendment would count that one too often.

    `exposure` are article-years under observation, by chapter (None: outside chapters); `yearly` amendments by year of entry
    into force, one for each law and article; `hidden` counts articles of which the first wordings are not told, since the
    note of a reworded article begins anew.
    """

    name: str
    life: Life
    adopted: str
    start: str
    until: str
    articles: int
    spells: tuple[Spell, ...]
    exposure: Mapping[str | None, float]
    yearly: Mapping[int, int]
    laws: Mapping[str, int]
    hidden: int
    reckoning: Reckoning

    @property
    def amendments(self) -> int:
        """Amendments of articles: one for each law and article."""
        return sum(self.yearly.values())

    @property
    def rate(self) -> float:
        """Amendments per article and year, of the time that is seen: what a rewording hides counts on neither side."""
        years = sum(self.exposure.values())
        return sum(spell.ended for spell in self.spells) / years if years else 0.0


def stability(acts: Sequence[Act], name: str, adopted: str | None = None, told: Life | None = None) -> Stability | None:
    """The spells of an act from its texts, the newest first; None where no adoption is known and none is given.

    `adopted` is the day of an act of which neither a pack nor its text tells it; `told` the life that these texts tell,
    where it has been read already.
    """
    whole = told or life(acts)
    begun = whole.adopted or adopted
    start, until = whole.in_force or begun, _until(whole)
    if begun is None or start is None or until is None or until <= start:
        return None
    chapters = _chapters(acts[0])
    events = whole.by_article()
    spells: list[Spell] = []
    exposure: dict[str | None, float] = {}
    yearly: Counter[int] = Counter()
    laws: Counter[str] = Counter()
    hidden = 0
    tally = Tally(set_aside(whole.events, chapters))
    for number, chapter in chapters.items():
        told_of = [event for event in events.get(number, ()) if event.amendment.changes]
        born = max(start, next((event.entry.not_before for event in told_of if _introduced(event)), start))
        if born >= until:
            tally.aside["later"] += len(told_of)
            tally.without["later"] += 1
            continue
        changes = [event for event in told_of if event.entry.not_before <= until]
        ends = _ends(changes, born)
        last = min((e.entry.not_before for e in changes if _excluded(e)), default=until)
        anew = _begins_anew(changes, start, born)
        hidden += anew is not None
        own = list(_spells(name, number, chapter, anew or born, ends, last, start))
        spells += own
        exposure[chapter] = exposure.get(chapter, 0.0) + sum(spell.days for spell in own) / _YEAR
        counted = [(day, law) for day, law in ends if day > start]  # what was changed before was never otherwise in force
        for day, law in counted:
            yearly[int(day[:4])] += 1
            laws[law] += 1
        introduced = sum(map(_introduced, changes))
        tally.aside["later"] += len(told_of) - len(changes)
        tally.aside["introduced"] += introduced
        tally.aside["same-law"] += len(changes) - introduced - len(ends)
        tally.aside["before"] += len(ends) - len(counted)
        tally.amended.update([number] if counted else ())
        tally.without["untold"] += not own
        seen = {spell.law for spell in own if spell.ended}
        tally.unseen.update(_why_unseen(day, anew or born, last) for day, law in counted if law not in seen)
    ended = sum(spell.ended for spell in spells)
    reckoning = tally.reckoned(whole, laws, ended, len(spells) - ended)
    years = dict(sorted(yearly.items()))
    return Stability(
        name, whole, begun, start, until, len(chapters), tuple(spells), exposure, years, dict(laws), hidden, reckoning
    )


def _why_unseen(day: str, began: str, last: str) -> str:
    """Why an amendment ends no wording: the words before it are not told, it is of an excluded article, or of one day with
    another law.
    """
    if day <= began:
        return "anew"
    return "excluded" if day > last else "same-day"


def _until(whole: Life) -> str | None:
    """The day on which the newest law that the texts show was passed."""
    return max((event.amendment.date for event in whole.events if event.amendment.changes), default=None)


def _chapters(act: Act) -> dict[str, str | None]:
    """Articles of the newest text in order, with their chapter; excluded ones too, which have lived."""
    found: dict[str, str | None] = {}
    chapter: str | None = None
    for unit in act.walk():
        if unit.kind is Kind.CHAPTER:
            chapter = unit.number
        elif unit.kind in (Kind.DIVISION, Kind.CODE_PART, Kind.SECTION):
            chapter = None
        elif unit.kind is Kind.ARTICLE and unit.number:
            found.setdefault(unit.number, chapter)
    return found


def _introduced(event: Event) -> bool:
    return event.amendment.action == "introduced" and _of_the_whole(event)


def _excluded(event: Event) -> bool:
    return event.amendment.action == "excluded" and _of_the_whole(event)


def _of_the_whole(event: Event) -> bool:
    address = event.amendment.address
    return address is not None and address.part is None and address.point is None and not event.amendment.heading


def _ends(changes: Sequence[Event], born: str) -> list[tuple[str, str]]:
    """The days on which a law changed the article, each law once, with its name; its introduction is no change."""
    told: dict[tuple[str, str], tuple[str, str]] = {}
    for event in changes:
        if not _introduced(event):
            one = event.amendment
            told.setdefault(law_key(one), (max(event.entry.not_before, born), f"{one.date} № {one.number}"))
    return sorted(told.values())


def _begins_anew(changes: Sequence[Event], start: str, born: str) -> str | None:
    """The day of a rewording before which nothing is told; None where the story begins with act or introduction."""
    if born > start or not changes:
        return None
    first = min(changes, key=lambda event: event.order)
    anew = first.amendment.action in ("reworded", "excluded") and _of_the_whole(first)
    return first.entry.not_before if anew else None


def _spells(
    name: str, number: str, chapter: str | None, born: str, ends: Sequence[tuple[str, str]], until: str, start: str
) -> Iterator[Spell]:
    began = born
    for day, law in ends:
        if began < day <= until:
            yield Spell(name, number, chapter, began, _days(began, day), True, _days(start, began), law)
            began = day
    if until > began:
        yield Spell(name, number, chapter, began, _days(began, until), False, _days(start, began), None)


def _days(one: str, other: str) -> int:
    return (datetime.date.fromisoformat(other) - datetime.date.fromisoformat(one)).days
