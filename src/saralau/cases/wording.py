"""Which wording of an article held on a day: known, where no law changed it between that day and an edition in hand."""

from __future__ import annotations

from dataclasses import dataclass

from saralau.cases.encoding import Change, Encoding, Wording


@dataclass(frozen=True, slots=True)
class Held:
    """The wording taken for an article on a day.

    `assumed` tells that it is not known to be that of the day; `between` are the laws because of which it is not, none where
    the day lies before the oldest edition or after the newest.
    """

    wording: Wording
    assumed: bool = False
    between: tuple[Change, ...] = ()


def held_on(law: Encoding, article: str, day: str) -> Held:
    """The wording of an article on a day, the law in force when the act was done, as far as the editions tell."""
    before = [wording for wording in law.wordings if wording.as_of <= day]
    after = [wording for wording in law.wordings if wording.as_of > day]
    if not before:
        oldest = law.wordings[0]
        later = sorted(change for change in oldest.changes.get(article, ()) if change.not_before > day)
        return Held(oldest, True, tuple(later))
    if not after:
        return Held(law.newest, day > law.until)
    earlier, later_text = before[-1], after[0]
    made = sorted(_made(earlier, later_text, article))
    entered = [change for change in made if change.not_before <= day]
    if not entered:  # no law changed it, or none that can have been in force yet
        return Held(earlier)
    return Held(later_text if len(entered) == len(made) else earlier, True, tuple(made))


def _made(earlier: Wording, later: Wording, article: str) -> frozenset[Change]:
    """Laws that the later edition reports and the earlier does not."""
    return later.changes.get(article, frozenset()) - earlier.changes.get(article, frozenset())
