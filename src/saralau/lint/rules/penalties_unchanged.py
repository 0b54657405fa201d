"""P013: an aggravated part that is punished exactly as the part that it builds upon."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject
from saralau.lint.threats import amounts, extended, of_another_victim
from saralau.offences import Sanction


def check(subject: Subject) -> Iterator[Finding]:
    """The same principal and the same additional punishments: nothing follows from what the part adds."""
    told = set()
    for offence, base in extended(subject):
        if (
            offence.address not in told
            and _all(offence.sanction) == _all(base.sanction)
            and not of_another_victim(subject, offence, base)
        ):
            told.add(offence.address)
            yield Finding(
                offence.sanction.span, offence.address, {"base": base.address.printed}, related=(base.sanction.span,)
            )


def _all(sanction: Sanction) -> tuple[set[tuple[object, ...]], set[tuple[object, ...]]]:
    return {amounts(one) for one in sanction.principal}, {amounts(one) for one in sanction.additional}


RULE = Rule("P013", "sanction-unchanged", "penalties", check)
