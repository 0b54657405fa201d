"""What the general part adds to a sanction: bounds left unsaid, suspension, class, category, limitation.

The rules are data of a national pack (`saralau/general-part/1`); this room only applies them, and says by which rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from saralau.acts import Address, Identity
from saralau.offences.model import Category, Fault, Kind, Limit, Offence, Punishment, Sanction, Suspension, Unit
from saralau.packs import load

MISDEMEANOUR, CRIME = "misdemeanour", "crime"
_MONTHS = {Unit.MONTHS: 1, Unit.YEARS: 12}


@dataclass(frozen=True, slots=True)
class Decision:
    """A category or a class with the provision that decides, or why nothing does."""

    value: str
    reason: str  # an id of a message
    source: str = ""


def general_part_of(act: Identity | None) -> Mapping[str, Any] | None:
    """The rules that the pack of a known act names; None for an act that no pack knows."""
    return load(act.general_part) if act is not None and act.general_part else None


@dataclass(frozen=True, slots=True)
class _Worked:
    """Rules of a general part with what was worked out of them while they were applied: bounds by what they depend on, and
    closed lists, by the place of each in memory, cut up by article.
    """

    rules: Mapping[str, Any]
    bounds: dict[tuple[object, ...], tuple[Limit | None, Limit | None]] = field(default_factory=dict)
    lists: dict[int, Mapping[str, Sequence[Address]]] = field(default_factory=dict)


def complete(offences: Iterable[Offence], rules: Mapping[str, Any]) -> list[Offence]:
    """The offences with implied bounds, suspension, category and limitation."""
    worked = _Worked(rules)
    return [_complete(offence, worked) for offence in offences]


def _complete(offence: Offence, worked: _Worked) -> Offence:
    rules = worked.rules
    kind = class_of(offence.sanction, rules)
    category = category_of(offence, kind, rules)
    sanction = _bounded(offence, kind.value, category.value, worked)
    years, reason = _limitation(offence, category.value, worked)
    return replace(
        offence,
        sanction=sanction,
        category=Category(category.value),
        category_reason=f"{category.reason}:{category.source}".rstrip(":"),
        limitation_years=years,
        limitation_reason=reason,
    )


def class_of(sanction: Sanction, rules: Mapping[str, Any]) -> Decision:
    """Crime or misdemeanour, by the kinds threatened; where only amounts are, by the amounts."""
    kinds = {punishment.kind for punishment in sanction.principal}
    for value, mark in ((CRIME, "crime_only"), (MISDEMEANOUR, "misdemeanour_only")):
        if kinds & set(rules["classes"][mark]["kinds"]):
            return Decision(value, "class-by-kind", rules["classes"][mark]["source"])
    votes = [vote for p in sanction.principal if (vote := _class_by_amount(p, rules["limits"])) is not None]
    if len({value for value, _ in votes}) == 1:
        return Decision(votes[0][0], "class-by-amount", votes[0][1])
    return Decision("", "class-amounts-disagree" if votes else "class-no-amounts")


def _class_by_amount(punishment: Punishment, limits: Sequence[Mapping[str, Any]]) -> tuple[str, str] | None:
    if punishment.unit is Unit.TIMES:
        return next(((CRIME, row["source"]) for row in limits if row["kind"] == punishment.kind), None)
    if punishment.maximum is None:
        return None
    for row in limits:  # misdemeanour first: its ceiling is the crime's floor
        if row["kind"] == punishment.kind and row["unit"] == punishment.unit and punishment.maximum <= row["max"]:
            return row["class"], row["source"]
    return CRIME, next((row["source"] for row in limits if row["kind"] == punishment.kind), "")


def category_of(offence: Offence, kind: Decision, rules: Mapping[str, Any]) -> Decision:
    """The category by the longest deprivation of liberty threatened, and by the fault."""
    if kind.value == MISDEMEANOUR:
        return Decision(Category.MISDEMEANOUR, kind.reason, kind.source)
    if not kind.value:
        return Decision(Category.UNDECIDED, kind.reason)
    deprivations = [p for p in offence.sanction.principal if p.kind is Kind.DEPRIVATION]
    fault, reason = _fault_for_category(offence.fault, rules)
    life = any(p.life for p in deprivations)
    months = [p.maximum * _MONTHS[p.unit] for p in deprivations if p.maximum is not None and p.unit in _MONTHS]
    if deprivations and not months and not life:
        return Decision(Category.UNDECIDED, "category-no-maximum")
    for row in rules["categories"]:
        if row["fault"] != fault:
            continue
        ceiling = row.get("up_to")
        if ceiling is None or (not life and max(months, default=0) <= ceiling * 12):
            conditional = any(p.condition for p in deprivations)
            return Decision(row["category"], "category-if-conditional" if conditional else reason, row["source"])
    return Decision(Category.UNDECIDED, "category-no-rule")


def _fault_for_category(fault: Fault, rules: Mapping[str, Any]) -> tuple[str, str]:
    if fault is Fault.MIXED:
        return rules["mixed_fault_is"]["fault"], "category-mixed-fault"
    if fault is Fault.UNSTATED:
        return rules["unstated_fault_is"]["fault"], "category-unstated-fault"
    return fault.value, "category-stated-fault"


def _bounded(offence: Offence, class_: str, category: str, worked: _Worked) -> Sanction:
    def finish(punishment: Punishment) -> Punishment:
        said = punishment.minimum is None, punishment.maximum is None, punishment.life, punishment.unit is Unit.TIMES
        key = (punishment.kind, *said, class_, category)
        bounds = worked.bounds.get(key)
        if bounds is None:
            bounds = worked.bounds[key] = _bounds(punishment, class_, category, worked.rules["limits"])
        low, high = bounds
        suspended = _suspension(punishment, offence, worked)
        if low is None and high is None and suspended is None:
            return punishment
        return replace(punishment, implied_minimum=low, implied_maximum=high, suspended=suspended)

    sanction = offence.sanction
    return replace(
        sanction,
        principal=tuple(map(finish, sanction.principal)),
        additional=tuple(map(finish, sanction.additional)),
    )


def _bounds(
    punishment: Punishment, class_: str, category: str, limits: Sequence[Mapping[str, Any]]
) -> tuple[Limit | None, Limit | None]:
    """The bounds that the text leaves unsaid and the general part supplies."""
    if punishment.unit is Unit.TIMES or (punishment.life and punishment.minimum is None):
        return None, None
    rows = [
        row
        for row in limits
        if row["kind"] == punishment.kind
        and row.get("class", class_) == class_
        and row.get("category", category) == category
    ]
    if not rows:
        return None, None
    row = rows[-1]  # the most particular row stands last
    source, unit = Address.read(row["source"]), Unit(row["unit"])
    low = Limit(row["min"], unit, source) if punishment.minimum is None else None
    high = Limit(row["max"], unit, source) if punishment.maximum is None and not punishment.life else None
    return low, high


def _suspension(punishment: Punishment, offence: Offence, worked: _Worked) -> Suspension | None:
    for row in worked.rules["suspensions"]:
        if row["kind"] != punishment.kind or offence.chapter in row.get("except_chapters", ()):
            continue
        if not _reached(offence.address, row["except"], worked):
            return Suspension(row["until"], Address.read(row["source"]))
    return None


def _limitation(offence: Offence, category: str, worked: _Worked) -> tuple[int | None, str]:
    """Years and the reason: a message id, and after a colon the provision."""
    rules = worked.rules
    none = rules["no_limitation"]
    standings = {name: _standing(offence, rules["lists"][name], worked) for name in none["lists"]}
    for name, standing in standings.items():
        if standing is True:
            return None, f"limitation-none-{name.replace('_', '-')}:{none['source']}"
    if offence.chapter in none["chapters"]:
        return None, f"limitation-none-chapter:{none['source']}"
    if category == Category.ESPECIALLY_GRAVE and offence.chapter in none["especially_grave_in_chapters"]:
        return None, f"limitation-none-especially-grave:{none['source']}"
    # What hangs on facts comes after what is certain.
    for name, standing in standings.items():
        if standing is None:
            return _by_category(category, rules, f"limitation-none-if-{name.replace('_', '-')}")
    for row in rules["limitation"]:
        if row.get("list") and row["category"] == category:
            standing = _standing(offence, rules["lists"][row["list"]], worked)
            if standing is True:
                return row["years"], f"limitation-{row['list'].replace('_', '-')}:{row['source']}"
            if standing is None:
                return _by_category(category, rules, f"limitation-longer-if-{row['list'].replace('_', '-')}")
    return _by_category(category, rules, "limitation-by-category")


def _by_category(category: str, rules: Mapping[str, Any], reason: str) -> tuple[int | None, str]:
    for row in rules["limitation"]:
        if row["category"] == category and "list" not in row:
            return row["years"], f"{reason}:{row['source']}"
    return None, "limitation-undecided"


def _standing(offence: Offence, members: Mapping[str, Any], worked: _Worked) -> bool | None:
    """Whether an offence is on a closed list; None where that hangs on facts (a point, the victim, the base)."""
    at = offence.address
    if _reached(at, members["provisions"], worked):
        return True
    if any(_reached(at, row["provisions"], worked) for row in members.get("conditional", ())):
        return None
    if any(listed.point and listed.within == at for listed in _listed(at, members["provisions"], worked)):
        return None  # only one of its points is on the list
    return False


def _reached(at: Address, listed: Sequence[str], worked: _Worked) -> bool:
    return any(address.holds(at) for address in _listed(at, listed, worked))


def _listed(at: Address, provisions: Sequence[str], worked: _Worked) -> Sequence[Address]:
    """The rows of a list that stand in the article of `at`."""
    cut = worked.lists.get(id(provisions))
    if cut is None:
        cut = worked.lists[id(provisions)] = _by_article(provisions)
    return cut.get(at.article, ())


def _by_article(provisions: Sequence[str]) -> Mapping[str, Sequence[Address]]:
    found: dict[str, list[Address]] = {}
    for address in map(Address.read, provisions):
        found.setdefault(address.article, []).append(address)
    return found
