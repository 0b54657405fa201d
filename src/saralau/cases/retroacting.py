"""Whether a later law is milder than that of the day of an act, and so reaches back: elements first, then the threats.

A law that no longer punishes an act, or punishes it less, applies to acts before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from saralau.acts import Address
from saralau.cases.charging import Charge, Hanging
from saralau.cases.comparing import Component, Outcome, compared, outcome
from saralau.cases.formula import Finding
from saralau.cases.weighing import Rules


@dataclass(frozen=True, slots=True)
class Later:
    """A later law held against that of the day of an act.

    `what` is the provision of that day, `becomes` what the later law makes of the act (None: nothing), `components` are what
    differs in the threats, `open` what it hangs on whether the later law punishes the act. `applied`: it reaches back.
    """

    deed: str
    what: Address
    edition: str
    later: str
    outcome: Outcome
    becomes: Address | None = None
    components: tuple[Component, ...] = ()
    open: tuple[Finding, ...] = ()
    applied: bool = False


def later_law(
    charge: Charge, edition: str, found: Sequence[object], before: frozenset[str], rules: Rules
) -> tuple[Later, Charge | None]:
    """Holds a charge against what the same act is under a later edition; with the charge that it becomes, if any.

    `found` is everything that the act is under the later edition, `before` the articles that it fulfilled on its day: an act
    that no longer falls under its article may fall under one under which it did not fall.
    """
    charges = [one for one in found if isinstance(one, Charge)]
    same = next((one for one in charges if one.address.article == charge.address.article), None)
    moved = next((one for one in charges if one.address.article not in before), None)
    becomes = same or moved
    deed, at = charge.deeds[0], charge.address
    if becomes is not None:
        differs = compared(charge.offence, becomes.offence, rules)
        return Later(deed, at, charge.edition, edition, outcome(differs), becomes.address, differs), becomes
    opened = [one for one in found if isinstance(one, Hanging) and one.address.article == at.article]
    if opened:
        return Later(deed, at, charge.edition, edition, Outcome.UNKNOWN, open=opened[0].open), None
    return Later(deed, at, charge.edition, edition, Outcome.NOT_PUNISHED), None
