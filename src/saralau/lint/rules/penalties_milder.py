"""P001: an aggravated part that is punished less than the part that it builds upon."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject
from saralau.lint.threats import extended, figures, of_another_victim
from saralau.offences import Offence


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
            threats = {"ours": _gravest(subject, offence), "theirs": _gravest(subject, base)}
            related = (base.sanction.span,)
            yield Finding(offence.sanction.span, offence.address, {"base": base.address.printed, **threats}, related=related)


def _gravest(subject: Subject, offence: Offence) -> str:
    """The words of the gravest punishment threatened, so that both ranges can be seen."""
    scale = figures(subject).scale(offence)
    kind = max(scale, key=lambda one: scale[one], default=None)
    words = [subject.words(one.span) for one in offence.sanction.principal if one.kind == kind and one.condition is None]
    return " ".join(words[-1].split()) if words else "–"


RULE = Rule("P001", "milder-aggravation", "penalties", check)
