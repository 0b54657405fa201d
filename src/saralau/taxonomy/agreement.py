"""Holding our groups against somebody's lists: provision by provision, with the reason for each difference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from saralau.acts import Act, Address, Kind
from saralau.amendments import Amendment
from saralau.taxonomy.model import Group, Placement


@dataclass(frozen=True, slots=True)
class Agreement:
    """One provision in both lists or in one. `verdict`: both, another_group, only_ours, only_theirs.

    `scope` compares the extent where both name it: same, theirs_wider, theirs_narrower. `reason` is the id of a message.
    """

    address: Address
    verdict: str
    ours: Group | None
    theirs: str | None
    scope: str | None
    reason: str
    detail: str = ""
    arguments: Mapping[str, str] | None = None  # what fills the reason where it is a reason for a group


class Stands(NamedTuple):
    """A unit of a text, as far as agreement needs it: its place, and whether it was excluded."""

    article: str | None  # the number, of an article itself
    address: Address | None
    excluded: bool


def compare(
    act: Act | Sequence[Stands],
    placements: Sequence[Placement],
    lists: Mapping[str, Any],
    amendments: Sequence[Amendment],
    written: str,
) -> tuple[Agreement, ...]:
    """Agreement with `lists` (group -> {provisions or articles, except}); `written` is the ISO date of those lists.

    Instead of the act its units do, where only a register is in hand.

    Only parts with an element of their own are expected in such lists; inherited ones are not counted as overlooked.
    """
    standing = tuple(_standing(act)) if isinstance(act, Act) else act
    theirs = {Address.read(at): group for group, content in lists.items() for at in _listed(content)}
    carriers = {address: placement for placement in placements if placement.own for address in _carrying(placement)}
    rows = [
        _theirs(standing, address, group, carriers, placements, amendments, written) for address, group in theirs.items()
    ]
    for address, placement in carriers.items():
        if not any(listed.holds(address) or address.holds(listed) for listed in theirs):
            rows.append(_only_ours(address, placement, amendments, written))
    return tuple(sorted(rows, key=lambda row: row.address.sort_key))


def _listed(content: Mapping[str, Any]) -> list[str]:
    return [str(at) for at in (*content.get("provisions", ()), *content.get("articles", ()))]


def _carrying(placement: Placement) -> list[Address]:
    """The points that carry the element, or the part where its opening words do."""
    part = placement.offence.address
    points = {proof.point for proof in placement.offence.ict}
    if None in points:
        return [part]
    return [Address(part.article, part.part, point) for point in sorted(points, key=str)]


def _standing(act: Act) -> Iterator[Stands]:
    for unit in act.walk():
        yield Stands(unit.number if unit.kind is Kind.ARTICLE else None, unit.address, unit.excluded)


def _theirs(
    units: Sequence[Stands],
    address: Address,
    group: str,
    carriers: Mapping[Address, Placement],
    placements: Sequence[Placement],
    amendments: Sequence[Amendment],
    written: str,
) -> Agreement:
    inside = [carrier for carrier in carriers if address.holds(carrier) or carrier.holds(address)]
    if not inside:
        inherited = next((p for p in placements if address.holds(p.offence.address)), None)
        if inherited:
            verdict = "both" if inherited.group == group else "another_group"
            return Agreement(address, verdict, inherited.group, group, "same", "agreement-inherited")
        return Agreement(address, "only_theirs", None, group, None, *_why_gone(units, address, amendments, written))
    placement = carriers[inside[0]]
    scope = _scope(address, inside, placements)
    verdict = "both" if placement.group == group else "another_group"
    detail = ", ".join(carrier.printed for carrier in inside)
    if verdict == "another_group":
        why = placement.reasons[0]
        return Agreement(address, verdict, placement.group, group, scope, why.message, detail, why.arguments)
    return Agreement(address, verdict, placement.group, group, scope, f"agreement-{scope.replace('_', '-')}", detail)


def _scope(address: Address, inside: Sequence[Address], placements: Sequence[Placement]) -> str:
    if any(carrier.holds(address) and carrier != address for carrier in inside):
        return "theirs_narrower"
    if address in inside:
        return "same"
    parts = {p.offence.address for p in placements if address.holds(p.offence.address)}
    whole_article = address.part is None and len(parts) > 1
    return "same" if whole_article else "theirs_wider"


def _only_ours(address: Address, placement: Placement, amendments: Sequence[Amendment], written: str) -> Agreement:
    events = [event for event in amendments if event.address and event.address.article == address.article]
    introduced = [e.date for e in events if e.changes and e.action in ("introduced", "reworded") and e.date > written]
    since = [event.date for event in events if event.date > written and not event.announced]
    if introduced:
        return Agreement(address, "only_ours", placement.group, None, None, "agreement-added-since", max(introduced))
    if since:
        return Agreement(address, "only_ours", placement.group, None, None, "agreement-changed-since", max(since))
    return Agreement(address, "only_ours", placement.group, None, None, "agreement-overlooked")


def _why_gone(units: Sequence[Stands], address: Address, amendments: Sequence[Amendment], written: str) -> tuple[str, str]:
    standing = False
    for unit in units:
        here = unit.address == address
        if (here or unit.article == address.article) and unit.excluded:
            return "agreement-excluded", ""
        standing = standing or here
    since = [e.date for e in amendments if e.address and e.address.article == address.article and e.date > written]
    if since:
        return "agreement-changed", max(since)
    return ("agreement-without-element" if standing else "agreement-not-found"), ""
