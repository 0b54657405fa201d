"""P014: an aggravated part whose minimum lies below that of the part that it builds upon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject
from saralau.lint.threats import extended, figures
from saralau.offences import Offence, Punishment, Unit

_MONTHS = {Unit.MONTHS: 1, Unit.YEARS: 12}


def check(subject: Subject) -> Iterator[Finding]:
    """The gravest kind is the same for both, the maximum no lower, the minimum of what is measured lower.

    What is for life has no minimum: it is left out of account, unless it stands alone.
    """
    order = {kind: rank for row in figures(subject).data["severity"].values() for rank, kind in enumerate(row["kinds"])}
    told = set()
    for offence, base in extended(subject):
        ours, theirs = _gravest(offence, order), _gravest(base, order)
        if not ours or not theirs or ours[0].kind is not theirs[0].kind or offence.address in told:
            continue
        lowest, lowest_of_base = _floor(ours), _floor(theirs)
        if lowest is not None and lowest_of_base is not None and lowest < lowest_of_base and _top(ours) >= _top(theirs):
            told.add(offence.address)
            yield Finding(
                offence.sanction.span, offence.address, {"base": base.address.printed}, related=(base.sanction.span,)
            )


def _gravest(offence: Offence, order: Mapping[str, int]) -> list[Punishment]:
    ranked = [one for one in offence.sanction.principal if one.kind in order and one.condition is None]
    gravest = max((one.kind for one in ranked), key=lambda kind: order[kind], default=None)
    return [one for one in ranked if one.kind is gravest]


def _floor(alternatives: Sequence[Punishment]) -> float | None:
    """The lowest minimum in months, or in the kind's own unit; infinite for life alone, None if it is multiples of a sum."""
    measured = [one for one in alternatives if not one.life]
    if any(one.unit is Unit.TIMES or one.unit is None for one in measured):
        return None
    return min(((one.minimum or 0) * _MONTHS.get(one.unit, 1) for one in measured if one.unit), default=float("inf"))


def _top(alternatives: Sequence[Punishment]) -> float:
    return max(
        float("inf") if one.life else (one.maximum or 0) * (_MONTHS.get(one.unit, 1) if one.unit else 1)
        for one in alternatives
    )


RULE = Rule("P014", "lower-minimum", "penalties", check)
