"""What came of an adding, told in numbers and in names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from saralau.citations.works import is_placed
from saralau.corpus.sources import Skipped

_LISTED = 10_000  # paths that are named one by one


@dataclass(slots=True)
class Summary:
    """What came of an adding: texts added, texts that were in hand, what was skipped (all counted by reason, the first ones
    named), files aside that are no documents, seconds; whether it was stopped before its end. `untold` are acts of which
    nothing told whose they are, `unplaced` the first of them by path with the address that they got.
    """

    added: int = 0
    known: int = 0
    aside: int = 0
    bytes: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    skipped: list[Skipped] = field(default_factory=list)
    seconds: float = 0.0
    stopped: bool = False
    unindexed: int = 0
    untold: int = 0
    unplaced: list[tuple[str, str]] = field(default_factory=list)

    @property
    def skips(self) -> int:
        """How many paths were skipped."""
        return self.reasons.total()

    def skip(self, path: str, reason: str, details: Mapping[str, str]) -> None:
        """Counts a path that was skipped, and names it while there are not too many."""
        self.reasons[reason] += 1
        if len(self.skipped) < _LISTED:
            self.skipped.append(Skipped(path, reason, tuple(details.items())))

    def file(self, path: str, iri: str) -> None:
        """Counts an act that was added, and notes it if nothing told whose it is."""
        self.added += 1
        if not is_placed(iri):
            self.untold += 1
            if len(self.unplaced) < _LISTED:
                self.unplaced.append((path, iri))
