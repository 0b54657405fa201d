"""How counts of changes become counts of wordings: what notes tell, what of it amends an article, what ends a wording.

The page of change counts what notes tell, stability counts wordings; both are of the same texts, and here nothing gets lost
between them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from saralau.amendments import Amendment
from saralau.history.life import Event, Life, law_key

ASIDE = ("announced", "ruled", "elsewhere", "whole", "gone", "later", "introduced", "same-law", "before")
UNSEEN = ("anew", "excluded", "same-day")
WITHOUT = ("later", "untold")


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Every event is in one place: `events` are those of `aside`, by reason, and the `amendments` of articles; these are
    those of `unseen`, which end no wording that is seen, and those that `ended` one. With the wordings that are `running`
    when the text ends the latter are all wordings.

    `laws` told, and of them `amending` ones; articles `touched` by any event, and of them `amended`; articles of the newest
    text `without` a wording that is seen, by reason.
    """

    events: int
    aside: Mapping[str, int]
    amendments: int
    unseen: Mapping[str, int]
    ended: int
    running: int
    laws: int
    amending: int
    touched: int
    amended: int
    without: Mapping[str, int]

    @property
    def wordings(self) -> int:
        """Wordings that are seen."""
        return self.ended + self.running


@dataclass(frozen=True, slots=True)
class Tally:
    """What is counted while an act is gone through article by article."""

    aside: Counter[str] = field(default_factory=Counter)
    unseen: Counter[str] = field(default_factory=Counter)
    without: Counter[str] = field(default_factory=Counter)
    amended: set[str] = field(default_factory=set)

    def reckoned(self, whole: Life, laws: Mapping[str, int], ended: int, running: int) -> Reckoning:
        """The sums, with the counts of the whole life beside them; `laws` are the amendments of articles by law."""
        return Reckoning(
            len(whole.events),
            {reason: self.aside[reason] for reason in ASIDE},
            sum(laws.values()),
            {reason: self.unseen[reason] for reason in UNSEEN},
            ended,
            running,
            len({law_key(event.amendment) for event in whole.events}),
            len(laws),
            len(whole.by_article()),
            len(self.amended),
            {reason: self.without[reason] for reason in WITHOUT},
        )


def set_aside(events: Sequence[Event], articles: Mapping[str, object]) -> Counter[str]:
    """Events that change no article of the newest text, by reason."""
    return Counter(reason for event in events if (reason := _reason(event.amendment, articles)))


def _reason(one: Amendment, articles: Mapping[str, object]) -> str | None:
    if one.announced:
        return "announced"
    if not one.changes:
        return one.action  # a ruling, or a change of the other language only
    if one.address is None:
        return "whole"
    return None if one.address.main.short in articles else "gone"
