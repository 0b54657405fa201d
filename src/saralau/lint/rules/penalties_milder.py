"""P001: an aggravated part that is punished less than the part that it builds upon."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject
from saralau.lint.threats import extended, figures, of_another_victim


def check(subject: Subject) -> Iterator[Finding]:
    """By the gravest kind in the pack's order, then its maximum, then its minimum; each part is named once.

    Additional punishments have no order and do not count.
    """
    weigh = figures(subject).severity
    told = set()
    for offence, base in extended(subject):
        if (
            offence.sanction.principal
            and weigh(offence) < weigh(base)
            and offence.address not in told
            and not of_another_victim(subject, offence, base)
        ):
            told.add(offence.address)
            yield Finding(
                offence.sanction.span, offence.address, {"base": base.address.printed}, related=(base.sanction.span,)
            )


RULE = Rule("P001", "milder-aggravation", "penalties", check)
