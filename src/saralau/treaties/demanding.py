"""What a code requires in addition to a treaty, over all its scenarios: the sum of their further facts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from saralau.treaties.covering import Coverage
from saralau.treaties.lacking import Need


@dataclass(frozen=True, slots=True)
class Demand:
    """A further fact that a code asks for: in how many scenarios, in how many of them against the treaty."""

    need: Need
    scenarios: int
    not_permitted: int


def demands(found: Coverage) -> list[Demand]:
    """The further facts of the condition that comes nearest in each scenario, the most frequent first."""
    asked: Counter[Need] = Counter()
    against: Counter[Need] = Counter()
    for row in found.obligations:
        for one in row.scenarios:
            if one.conditions:
                first = one.conditions[0]
                asked.update(first.needs)
                against.update(need for need, by in zip(first.needs, first.permitted, strict=True) if by is None)
    return [
        Demand(need, count, against[need]) for need, count in sorted(asked.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
