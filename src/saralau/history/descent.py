"""The line of an act or a provision: followed through the steps that packs tell, backwards and forwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from saralau.history.lines import Lines, Passing, Step

_Found = dict[int, dict[int, Passing]]  # by step, then by passing: what of it belongs to the line


def descent(lines: Lines, act: str, at: str | None = None) -> tuple[Step, ...]:
    """The steps that lead to an act or a provision and on from it, in the order of time.

    With `at`, a step is one that moves the provision, or what it came from or became, and holds of its passings only what
    belongs to that; without, it holds none. Linear in the steps for each place of the line.
    """
    if at is None:
        return tuple(sorted(_of_act(lines.steps, act), key=_order))
    found: _Found = {}
    for forwards in (False, True):
        _follow(lines.steps, act, at, forwards=forwards, found=found)
    steps = (
        replace(lines.steps[place], passings=tuple(passings[one] for one in sorted(passings)))
        for place, passings in found.items()
    )
    return tuple(sorted(steps, key=_order))


def reached(steps: Sequence[Step], act: str, at: str) -> tuple[tuple[str, str], ...]:
    """The provisions of a line, each with its act, in the order of time; the one that was asked for among them."""
    places: dict[tuple[str, str], None] = {}
    for step in steps:
        for passing in step.passings:
            if step.older is not None:
                places.update(dict.fromkeys((step.older, place) for place in passing.older))
            places.update(dict.fromkeys((step.newer, place) for place in passing.newer))
    if not any(one == act and touches(at, place) for one, place in places):
        places[act, at] = None
    return tuple(places)


def touches(one: str, other: str) -> bool:
    """Whether one place is the other, lies in it or holds it."""
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def _of_act(steps: Sequence[Step], act: str) -> Iterator[Step]:
    """Steps of the act, of those it came from and of those that came from it."""
    wanted: set[int] = set()
    for backwards in (True, False):
        seen, ahead = {act}, [act]
        while ahead:
            here = ahead.pop()
            for place, step in enumerate(steps):
                near, far = (step.newer, step.older) if backwards else (step.older, step.newer)
                if near != here:
                    continue
                wanted.add(place)
                if far is not None and far not in seen:
                    seen.add(far)
                    ahead.append(far)
    return (replace(steps[place], passings=()) for place in wanted)


def _follow(steps: Sequence[Step], act: str, at: str, *, forwards: bool, found: _Found) -> None:
    seen, ahead = {(act, at)}, [(act, at)]
    while ahead:
        here, place = ahead.pop()
        for number, step in enumerate(steps):
            there, near_act = (step.newer, step.older) if forwards else (step.older, step.newer)
            if near_act != here:
                continue
            for index, passing in enumerate(step.passings):
                near, far = (passing.older, passing.newer) if forwards else (passing.newer, passing.older)
                mine = tuple(one for one in near if touches(place, one))
                if not mine:
                    continue
                _keep(found.setdefault(number, {}), index, passing, mine, forwards=forwards)
                for one in far:
                    if there is not None and (there, one) not in seen:
                        seen.add((there, one))
                        ahead.append((there, one))


def _keep(kept: dict[int, Passing], index: int, passing: Passing, mine: tuple[str, ...], *, forwards: bool) -> None:
    """Notes a passing, of the near side only what belongs to the line; what was noted before stays."""
    before = kept.get(index)
    near = passing.older if forwards else passing.newer
    known = () if before is None else before.older if forwards else before.newer
    both = tuple(one for one in near if one in mine or one in known)
    kept[index] = passing._replace(older=both) if forwards else passing._replace(newer=both)


def _order(step: Step) -> tuple[str, str, str]:
    return step.passed, step.number or "", step.newer
