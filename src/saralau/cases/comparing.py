"""Which of two threats of punishment is the milder one, component by component."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from saralau.cases.weighing import Ranked, Rules
from saralau.offences import Offence
from saralau.offences.model import Application


class Outcome(StrEnum):
    """What a later law is to an earlier one. `MIXED`: milder in one component and heavier in another."""

    SAME = "same"
    MILDER = "milder"
    HEAVIER = "heavier"
    MIXED = "mixed"
    NOT_PUNISHED = "not_punished"
    UNKNOWN = "unknown"


class Component(NamedTuple):
    """One thing in which two threats differ: a kind of punishment, what of it, and -1 if the later is milder, 1 if heavier.

    Aspects: "class" (crime or misdemeanour; no kind), "choice" (a principal kind that only one of them offers), "maximum",
    "minimum", and for additional punishments "added", "added_maximum".
    """

    kind: str
    aspect: str
    change: int


def compared(earlier: Offence, later: Offence, rules: Rules) -> tuple[Component, ...]:
    """Everything in which the later threat differs from the earlier."""
    found = [Component("", "class", _sign(rules.severity(later)[0], rules.severity(earlier)[0]))]
    found += _principal(rules.scale(earlier), rules.scale(later))
    found += _additional(_added(earlier), _added(later))
    return tuple(one for one in found if one.change)


def outcome(components: tuple[Component, ...]) -> Outcome:
    """The verdict over all components."""
    ways = {one.change for one in components}
    if not ways:
        return Outcome.SAME
    if len(ways) > 1:
        return Outcome.MIXED
    return Outcome.HEAVIER if 1 in ways else Outcome.MILDER


def _principal(earlier: Mapping[str, Ranked], later: Mapping[str, Ranked]) -> Iterator[Component]:
    top = {id(scale): max((one.order for one in scale.values()), default=-1) for scale in (earlier, later)}
    for kind in sorted(earlier.keys() | later.keys()):
        old, new = earlier.get(kind), later.get(kind)
        if old is not None and new is not None:
            yield Component(kind, "maximum", _sign(new.maximum, old.maximum))
            yield Component(kind, "minimum", _sign(new.minimum, old.minimum))
        elif new is not None:  # a milder choice more, or a graver kind than all before
            yield Component(kind, "choice", 1 if new.order > top[id(earlier)] else -1)
        elif old is not None:
            yield Component(kind, "choice", -1 if old.order > top[id(later)] else 1)


def _additional(earlier: Mapping[str, tuple[int, int]], later: Mapping[str, tuple[int, int]]) -> Iterator[Component]:
    for kind in sorted(earlier.keys() | later.keys()):
        old, new = earlier.get(kind, (0, 0)), later.get(kind, (0, 0))
        yield Component(kind, "added", _sign(new[0], old[0]))
        if old[0] and new[0]:
            yield Component(kind, "added_maximum", _sign(new[1], old[1]))


def _added(offence: Offence) -> Mapping[str, tuple[int, int]]:
    """Additional kinds with how surely they are imposed and for how long at most."""
    return {
        kind: max(
            (2 if one.application is Application.OBLIGATORY else 1, _LIFE if one.life else one.maximum or 0)
            for one in offence.sanction.additional
            if one.kind.value == kind
        )
        for kind in {one.kind.value for one in offence.sanction.additional}
    }


def _sign(new: int, old: int) -> int:
    return (new > old) - (new < old)


_LIFE = 10**6
