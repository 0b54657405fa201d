"""What stands at the address that a reference names: there, excluded, or nowhere in this edition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from saralau.acts import Act, Address, Kind, Provision
from saralau.citations.model import Citation


@dataclass(frozen=True, slots=True)
class Resolution:
    """What was found for a reference.

    `status`: exists; excluded (the provision keeps its number and has lost its words); dead (no such provision in this
    edition, `address` is then the nearest that there is); unresolved (`reason`: article, no article named and none to be
    filled in; act, no act in hand or none named). `misnamed` tells that the unit is called otherwise there: "points" of an
    article that are its parts.
    """

    status: str
    address: Address | None = None
    title: str | None = None
    reason: str = ""
    misnamed: bool = False


class Contents:
    """The units of one act, by address: made once, asked for every reference."""

    def __init__(self, act: Act) -> None:
        self.units: Mapping[Address, Provision] = {unit.address: unit for unit in act.walk() if unit.address}
        self.titles = {unit.number: unit.title for unit in self.units.values() if unit.kind is Kind.ARTICLE}

    @cached_property
    def articles(self) -> list[str]:
        """Numbers of the articles, in order."""
        return [number for number in self.titles if number]

    def resolve(self, citation: Citation) -> Resolution:
        """What stands at the address of a reference to this act."""
        if citation.address is None:
            return Resolution("exists")
        if citation.missing:
            return Resolution("unresolved", reason=citation.missing)
        return self._at(citation.address)

    def _at(self, address: Address) -> Resolution:
        for candidate, misnamed in ((address, False), *((other, True) for other in _otherwise(address))):
            if (unit := self.units.get(candidate)) is not None:
                within = [self.units.get(Address(candidate.article)), self.units.get(candidate.within), unit]
                excluded = any(holder is not None and holder.excluded for holder in within)
                title = self.titles.get(candidate.article)
                return Resolution("excluded" if excluded else "exists", candidate, title, misnamed=misnamed)
        return Resolution("dead", self._nearest(address), self.titles.get(address.article))

    def _nearest(self, address: Address) -> Address | None:
        """What there is of an address that is not there: its part, its article, the article that it was inserted behind."""
        inserted_behind = Address(address.article.split("-")[0])
        for candidate in (address.within, Address(address.article), inserted_behind):
            if candidate in self.units:
                return candidate
        return None


def _otherwise(address: Address) -> tuple[Address, ...]:
    """Other units that a writer may have meant: parts called points, and points of an article without parts called parts."""
    if address.point is not None and address.part is None:
        return (Address(address.article, address.point),)
    if address.part is not None and address.point is None:
        first = (Address(address.article),) if address.part == "1" else ()
        return (*first, Address(address.article, None, address.part))
    if address.part == "1":  # an article without numbered parts has one
        return (Address(address.article, None, address.point),)
    return ()
