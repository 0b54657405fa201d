"""From editions to the times in which each wording stood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

Mark = tuple[str, str]  # address and digest of a unit: its wording
REPEALED = "repealed"  # address of a mark that is no unit's: its digest is the day from which the act no longer stands
Span = tuple[str, str | None]  # since the day of an edition until the day of the one that no longer has it; None: it stands


def spans(editions: Iterable[tuple[str, Sequence[Mark]]]) -> Mapping[Mark, tuple[Span, ...]]:
    """When each wording stood, from editions (day, units) in any order; of two of one day the later in order counts.

    `until` is the first day on which it no longer stood. What went and came back has two spans. Linear in units.
    """
    by_day = dict(editions)
    closed: dict[Mark, list[Span]] = {}
    standing: dict[Mark, str] = {}
    for day in sorted(by_day):
        marks = set(map(tuple, by_day[day]))
        for gone in [mark for mark in standing if mark not in marks]:
            closed.setdefault(gone, []).append((standing.pop(gone), day))
        for mark in by_day[day]:
            standing.setdefault((mark[0], mark[1]), day)
    for mark, since in standing.items():
        closed.setdefault(mark, []).append((since, None))
    return {mark: tuple(found) for mark, found in closed.items()}
