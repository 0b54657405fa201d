"""What a code covers at two dates: which scenarios the change between them won, which it lost."""

from __future__ import annotations

from dataclasses import dataclass

from saralau.treaties.covering import (
    COVERED,
    NOT_COVERED,
    ONLY_IF,
    ONLY_IF_PERMITTED,
    Coverage,
    ObligationCoverage,
    ScenarioCoverage,
)

_RANK = {COVERED: 0, ONLY_IF_PERMITTED: 1, ONLY_IF: 2, NOT_COVERED: 3}  # what is outside the texts has no rank


@dataclass(frozen=True, slots=True)
class Shift:
    """A scenario that stands otherwise. `direction`: won, lost, or moved where only the
    provisions or their demands differ."""

    row: ObligationCoverage
    before: ScenarioCoverage
    after: ScenarioCoverage
    direction: str


def shifts(before: Coverage, after: Coverage) -> list[Shift]:
    """The scenarios of one treaty of which one code at two dates makes something else, in the order of the treaty."""
    found = []
    for was, now in zip(before.obligations, after.obligations, strict=True):
        for one, other in zip(was.scenarios, now.scenarios, strict=True):
            if one.status != other.status:
                better = _RANK.get(other.status, 9) < _RANK.get(one.status, 9)
                found.append(Shift(now, one, other, "won" if better else "lost"))
            elif _by(one) != _by(other):
                found.append(Shift(now, one, other, "moved"))
    return found


def _by(one: ScenarioCoverage) -> object:
    punishing = {(provision.address, provision.points) for provision in one.punishing}
    return punishing, {(condition.address, condition.needs) for condition in one.conditions}
