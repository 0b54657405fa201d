"""An edition read through to what it punishes, and two of them weighed: categories, groups, gaps, references, order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from saralau.acts import UNTOLD, Act, Address, Identity
from saralau.amendments import find_amendments
from saralau.cases.weighing import rules
from saralau.citations import Citation, Contents, Shelf, cited_in_act, resolve
from saralau.history import Text
from saralau.offences import Offence, find_offences
from saralau.offences.general_part import general_part_of
from saralau.packs import names
from saralau.taxonomy import Gap, Placement, classify, find_gaps, find_kin


@dataclass(frozen=True, slots=True)
class Side:
    """One edition: its offences, their groups, its gaps, the references in it to provisions that are not there."""

    act: Act
    text: Text
    offences: Mapping[Address, Offence]
    groups: Mapping[Address, str]
    gaps: tuple[Gap, ...]
    cited: tuple[Cited, ...]
    broken: frozenset[Broken]


class Cited(NamedTuple):
    """A reference inside the act: the provision in which it stands (None outside), what it names, and what is there."""

    at: Address | None
    to: Address
    status: str


class Left(NamedTuple):
    """A reference that a draft leaves as it is though the unit that it meant is another one now."""

    at: str
    to: str
    now: str


class Broken(NamedTuple):
    """A reference to a provision of the act that is not there: where it stands, what it names, dead or excluded."""

    at: str
    address: str
    status: str


class Moved(NamedTuple):
    """What is said of a provision before and after; None on the side on which it has none."""

    address: Address
    before: str | None
    after: str | None


class Misordered(NamedTuple):
    """A part that aggravates and is punished less severely than what it builds on; `new`: the draft makes it so."""

    address: Address
    basic: Address
    new: bool


def read_side(act: Act, identity: Identity | None) -> Side:
    """Reads an edition. Linear in the text."""
    offences = find_offences(act, general_part_of(identity)).items if act.language.threats else ()
    placements: Sequence[Placement] = classify(act, offences)
    kin = find_kin(act, offences)
    gaps, _ = find_gaps(act, offences, placements, kin)
    cited = tuple(_cited(act, identity))
    return Side(
        act,
        Text(act, offences, find_amendments(act)),
        {one.address: one for one in offences},
        {one.offence.address: one.group.value for one in placements},
        gaps,
        cited,
        frozenset(
            Broken(one.at.printed if one.at else "", one.to.printed, one.status)
            for one in cited
            if one.status in ("dead", "excluded")
        ),
    )


def left_behind(before: Side, after: Side, renumbered: Mapping[Address, Address]) -> tuple[Left, ...]:
    """References that a draft does not touch to units whose number it changes, in the order of the act."""
    stood = {(one.at, one.to) for one in before.cited}
    numbers = {old: new for old, new in renumbered.items() if not old.holds(new)}  # an article that gets parts stays itself
    back = {new: old for old, new in numbers.items()}
    found = []
    for one in after.cited:
        old = next((holder for holder in numbers if holder.holds(one.to)), None)
        at = None if one.at is None else _renamed(one.at, back)
        if old is not None and (at, one.to) in stood:
            found.append(Left(one.at.printed if one.at else "", one.to.printed, _renamed(one.to, numbers).printed))
    return tuple(dict.fromkeys(found))


def _renamed(address: Address, numbers: Mapping[Address, Address]) -> Address:
    """An address with the number that its unit, or the one that holds it, has got."""
    for old, new in numbers.items():
        if old.holds(address):
            return Address(new.article, new.part or address.part, new.point or address.point)
    return address


def _cited(act: Act, identity: Identity | None) -> Iterator[Cited]:
    contents = Contents(act)
    shelf = Shelf(((identity.iri, "", contents),) if identity else ())
    cited = [one for one in cited_in_act(act, identity.jurisdiction if identity else UNTOLD) if _own(one, identity)]
    for one, found in zip(cited, resolve(cited, shelf, home=contents), strict=True):
        if one.address is not None:
            yield Cited(one.at, one.address, found.status)


def _own(one: Citation, identity: Identity | None) -> bool:
    """Whether a reference is to a provision of the act itself, made by the law and not by its editors."""
    if one.kind != "provision" or one.noted or one.missing:
        return False
    return one.work is None or (identity is not None and one.work.iri == identity.iri)


def moved(before: Mapping[Address, str], after: Mapping[Address, str]) -> tuple[Moved, ...]:
    """Where two sides say something else of a provision, in the order of the act."""
    places = sorted({*before, *after}, key=lambda address: address.sort_key)
    rows = (Moved(address, before.get(address), after.get(address)) for address in places)
    return tuple(row for row in rows if row.before != row.after)


def categories(side: Side) -> dict[Address, str]:
    """The category of each offence."""
    return {address: one.category.value for address, one in side.offences.items()}


def misordered(
    before: Side, after: Side, articles: frozenset[str], jurisdiction: str | None
) -> tuple[Misordered, ...] | None:
    """Aggravated parts milder than what they build on, in some articles; None where no pack orders punishments."""
    if jurisdiction is None or f"{jurisdiction}/qualification" not in names(f"{jurisdiction}/"):
        return None
    was = set(_milder(before, articles, jurisdiction))
    return tuple(Misordered(*pair, pair not in was) for pair in _milder(after, articles, jurisdiction))


def _milder(side: Side, articles: frozenset[str], jurisdiction: str) -> Iterator[tuple[Address, Address]]:
    figures = rules(jurisdiction)
    for address, one in side.offences.items():
        for holder in dict.fromkeys(base.within for base in one.extends) if address.article in articles else ():
            basic = side.offences.get(holder) or side.offences.get(Address(holder.article))
            if basic is not None and basic is not one and figures.severity(one) < figures.severity(basic):
                yield address, basic.address
