"""Whether a component of a sanction became heavier or milder between two texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from saralau.history.aligning import Difference
from saralau.offences import Offence, Punishment
from saralau.offences.model import Application

HEAVIER, MILDER = "heavier", "milder"


def direction(difference: Difference, before: Offence | None, after: Offence | None, order: Sequence[str]) -> str | None:
    """ "heavier", "milder", or None where that cannot be said: kinds of `order` stand from the mildest to the gravest.

    Of a principal punishment that only one text has: whether it is graver than all that the earlier text threatened, or
    milder; one between them is another alternative and neither.
    """
    earlier, later = difference.earlier, difference.later
    if difference.aspect == "amount" and earlier is not None and later is not None:
        return _compared(_size(earlier), _size(later))
    if difference.aspect == "application" and earlier is not None and later is not None:
        return _compared(_BINDING.get(earlier.application, 0), _BINDING.get(later.application, 0))
    if difference.aspect == "punishment":
        one = later or earlier
        if one is None:
            return None
        if one.scope is not None:  # an additional one
            return None if _went_with_its_alternative(earlier, before, after) else HEAVIER if later is not None else MILDER
        return _alternative(one, before, order, came=later is not None)
    return None


_BINDING: Mapping[Application, int] = {Application.OBLIGATORY: 2, Application.OPTIONAL: 1}


def _went_with_its_alternative(earlier: Punishment | None, before: Offence | None, after: Offence | None) -> bool:
    """Whether an additional punishment is gone because the alternative that it belonged to is."""
    if earlier is None or before is None or after is None or not isinstance(earlier.scope, int):
        return False
    bearer = before.sanction.principal[earlier.scope]
    return all(one.kind is not bearer.kind or one.life != bearer.life for one in after.sanction.principal)


def _compared(before: object, after: object) -> str | None:
    if before == after:
        return None
    return HEAVIER if after > before else MILDER  # type: ignore[operator]  # both of one kind


def _size(one: Punishment) -> tuple[float, float]:
    """The maximum, then the minimum: the order in which sanctions are weighed."""
    most = float("inf") if one.life else one.maximum if one.maximum is not None else -1
    return float(most), float(one.minimum or 0)


def _alternative(one: Punishment, before: Offence | None, order: Sequence[str], came: bool) -> str | None:
    if before is None or one.kind.value not in order:
        return None
    others = [other.kind.value for other in before.sanction.principal if other.kind is not one.kind]
    ranks = [order.index(kind) for kind in others if kind in order]
    if not ranks:
        return None
    rank = order.index(one.kind.value)
    if rank > max(ranks):
        return HEAVIER if came else MILDER
    return (MILDER if came else HEAVIER) if rank < min(ranks) else None
