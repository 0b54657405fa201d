"""The verb of the room: every offence of an act, with what it builds upon, its features, fault and sanction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from saralau.acts import Act, Address, Defect, identify
from saralau.offences.dispositions import Unit, extended, qualification, qualifying_points, units
from saralau.offences.fault import fault_of
from saralau.offences.features import find_features
from saralau.offences.general_part import complete, general_part_of
from saralau.offences.ict import find_ict
from saralau.offences.model import Evidence, Fault, Feature, Offence
from saralau.offences.sanctions import read_sanction


@dataclass(frozen=True, slots=True)
class Offences:
    """All offences of an act in the order of its text, and the defects met on the way."""

    items: tuple[Offence, ...]
    defects: tuple[Defect, ...]

    def at(self, address: Address) -> Offence | None:
        """The offence at an address, or that holds the point there."""
        return next((offence for offence in self.items if offence.address.holds(address)), None)


def find_offences(act: Act, rules: Mapping[str, Any] | None = None) -> Offences:
    """Reads every offence. Linear in the text.

    `rules` is the general part by which sanctions are completed; unless given, that of the pack that knows the act.
    Where none is in hand, bounds left unsaid stay unsaid and the category is undecided.
    """
    rules = rules or general_part_of(identify(act))
    found: list[Offence] = []
    defects: list[Defect] = []
    for units_of_article in _by_article(units(act)):
        found += _read_article(act, units_of_article, defects)
    found = _inherit_ict(found)
    if rules is not None:
        found = complete(found, rules)
    return Offences(tuple(found), tuple(sorted(defects, key=lambda defect: defect.span)))


def _by_article(all_units: list[Unit]) -> Iterable[list[Unit]]:
    grouped: dict[int, list[Unit]] = {}
    for unit in all_units:
        grouped.setdefault(id(unit.article), []).append(unit)
    return grouped.values()


def _read_article(act: Act, members: list[Unit], defects: list[Defect]) -> list[Offence]:
    own: dict[Address, bool] = {}
    fault: dict[Address, Fault] = {}
    read: list[Offence] = []
    for position, unit in enumerate(members):
        extends = extended(act, unit, members[:position], own)
        own[unit.address] = not extends
        fault[unit.address] = fault_of(
            act.folded,
            unit.disposition,
            act.language,
            (fault.get(base.within, Fault.UNSTATED) for base in extends),
        )
        sanction, flaws = read_sanction(act.folded, unit.sanctions[0], act.language, unit.address)
        defects += [Defect(flaw.code, flaw.span, unit.address) for flaw in flaws]
        defects += [Defect("unread_sanction", span, unit.address) for span in sanction.unread]
        defects += [Defect("second_sanction", span, unit.address) for span in unit.sanctions[1:]]
        read.append(
            Offence(
                address=unit.address,
                title=unit.article.title or "",
                chapter=unit.chapter,
                span=unit.span,
                wording=unit.wording,
                sanction=sanction,
                extends=extends,
                own_offence=not extends,
                features=_features(act, unit, extends, members[:position]),
                ict=_ict(act, unit),
                fault=fault[unit.address],
            )
        )
    return read


def _features(act: Act, unit: Unit, extends: tuple[Address, ...], earlier: list[Unit]) -> tuple[Feature, ...]:
    qualifying = qualification(act, unit, earlier) if extends else None
    points = qualifying_points(act, unit) if extends else unit.points
    return find_features(act.folded, qualifying, points, act.language)


def _ict(act: Act, unit: Unit) -> tuple[Evidence, ...]:
    found = [proof for span in (*unit.opening, *unit.tail) for proof in find_ict(act.folded, span, act.language)]
    for number, span, excluded in unit.points:
        if not excluded:
            found += [replace(proof, point=number) for proof in find_ict(act.folded, span, act.language)]
    return tuple(sorted(found, key=lambda proof: proof.span))


def _inherit_ict(offences: list[Offence]) -> list[Offence]:
    """Marks what is cyber because something it extends, at whatever distance, is: spreads from base to extension."""
    extensions: dict[Address, list[tuple[Address, str | None]]] = {}
    for offence in offences:
        for base in offence.extends:
            extensions.setdefault(base.within, []).append((offence.address, base.point))
    inherited: set[Address] = set()
    spreading = [
        extension
        for offence in offences
        for extension, point in extensions.get(offence.address, ())
        if any(point is None or proof.point in (None, point) for proof in offence.ict)
    ]
    while spreading:
        address = spreading.pop()
        if address not in inherited:
            inherited.add(address)
            spreading += [extension for extension, _ in extensions.get(address, ())]
    return [replace(offence, ict_inherited=True) if offence.address in inherited else offence for offence in offences]
