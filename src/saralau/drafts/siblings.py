"""Changed punishments beside their siblings: parts of other articles of the chapter that aggravate in the same way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from saralau.acts import Address
from saralau.cases.weighing import Rules, rules
from saralau.drafts.weighing import Side
from saralau.offences import Offence
from saralau.packs import names

_FEWEST = 2  # siblings that make a usual punishment


class OutOfLine(NamedTuple):
    """A part that a draft punishes more or less severely than all of its siblings.

    `by`: the siblings add the same `features`, alone or beside others; or, where no other part does, they make the same
    step from the category of what they build on to the one that the part had before (`step`). `turn`: heavier or milder.
    `lowest` and `highest` are the mildest and the gravest sibling. `new` tells that the draft makes it so.
    """

    address: Address
    turn: str
    by: str
    features: tuple[str, ...]
    siblings: tuple[Address, ...]
    lowest: Address
    highest: Address
    new: bool


def out_of_line(
    before: Side,
    after: Side,
    moved: Mapping[Address, Address],
    articles: frozenset[str],
    jurisdiction: str | None,
) -> tuple[OutOfLine, ...] | None:
    """Parts of some articles whose punishment a draft changes or brings, outside the range of their siblings.

    `moved` tells where a part that has another number stands now. None where no pack orders the punishments of the state.
    """
    if jurisdiction is None or f"{jurisdiction}/qualification" not in names(f"{jurisdiction}/"):
        return None
    return tuple(_told(before, after, {new: old for old, new in moved.items()}, articles, rules(jurisdiction)))


def _told(
    before: Side, after: Side, stood: Mapping[Address, Address], articles: frozenset[str], figures: Rules
) -> Iterator[OutOfLine]:
    for address, offence in after.offences.items():
        was = before.offences.get(stood.get(address, address))
        if address.article not in articles or not offence.sanction.principal:
            continue
        weight = _weight(offence, figures)
        if was is not None and _weight(was, figures) == weight:
            continue
        by, siblings = _siblings(offence, was, before, after, articles)
        if not siblings:
            continue
        weights = sorted((_weight(one, figures), one.address.sort_key, one.address) for one in siblings)
        if weights[0][0] <= weight <= weights[-1][0]:
            continue
        heavier = weight > weights[-1][0]
        features = tuple(sorted(_features(offence))) if by == "features" else ()
        yield OutOfLine(
            address,
            "heavier" if heavier else "milder",
            by,
            features,
            tuple(one.address for one in siblings),
            weights[0][2],
            weights[-1][2],
            was is None or not _outside(_weight(was, figures), weights[0][0], weights[-1][0], heavier),
        )


def _outside(weight: tuple[int, ...], low: tuple[int, ...], high: tuple[int, ...], heavier: bool) -> bool:
    return weight > high if heavier else weight < low


def _weight(offence: Offence, figures: Rules) -> tuple[int, ...]:
    """Class, gravest kind and its maximum: what the usual punishment of siblings is compared by."""
    return figures.severity(offence)[:3]


def _siblings(
    offence: Offence, was: Offence | None, before: Side, after: Side, articles: frozenset[str]
) -> tuple[str, Sequence[Offence]]:
    """Parts of other articles of the chapter, of those that the draft does not touch if there are any."""
    others = [
        one
        for one in after.offences.values()
        if one.chapter == offence.chapter and one.address.article != offence.address.article and one.sanction.principal
    ]
    others = [one for one in others if one.address.article not in articles] or others
    features = _features(offence)
    same = [one for one in others if features and _features(one) == features]
    if len(same) >= _FEWEST:
        return "features", same
    nested = [
        one for one in others if features and _features(one) and features & _features(one) in (features, _features(one))
    ]
    if len(nested) >= _FEWEST:
        return "features", nested
    if was is None:
        return "features", ()
    step = _step(was, before)
    stepping = [one for one in others if _step(one, after) == step]
    return "step", stepping if len(stepping) >= _FEWEST else ()


def _features(offence: Offence) -> frozenset[str]:
    return frozenset(one.code for one in offence.features if not one.excluded and one.code != "other")


def _step(offence: Offence, side: Side) -> tuple[str | None, str]:
    """The category of what a part builds on, and its own."""
    holders = [side.offences.get(base.within) or side.offences.get(Address(base.article)) for base in offence.extends]
    bases = [one for one in holders if one is not None and one is not offence]
    return (bases[0].category.value if bases else None), offence.category.value
