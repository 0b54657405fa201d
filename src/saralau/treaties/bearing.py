"""Which obligations of a treaty bear on a provision: it punishes one of their scenarios, wholly or under further facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from saralau.acts import Address
from saralau.treaties.covering import COVERED, cover
from saralau.treaties.model import Obligation, Scenario, Treaty


class Bearing(NamedTuple):
    """A part that a scenario of an obligation reaches, and the status of the scenario by that part."""

    address: Address
    obligation: Obligation
    scenario: Scenario
    status: str


def bearing(treaty: Treaty, jurisdiction: str, at: Address) -> Iterator[Bearing]:
    """Every scenario that the provision at an address, or one inside it, meets."""
    for row in cover(treaty, jurisdiction).obligations:
        for one in row.scenarios:
            for provision in one.punishing:
                if at.within.holds(provision.address):
                    yield Bearing(provision.address, row.obligation, one.scenario, COVERED)
            for condition in one.conditions:
                if at.within.holds(condition.address):
                    yield Bearing(condition.address, row.obligation, one.scenario, one.status)
