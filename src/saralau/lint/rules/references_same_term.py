"""R011: "the same term" where no term goes before."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Punishments for as long, or of as much, as another that is not there or tells no amount itself."""
    for offence in subject.offences.items if subject.offences else ():
        for punishment in offence.sanction.principal if offence.sanction else ():
            if punishment.same_as is not None and punishment.maximum is None and punishment.minimum is None:
                yield Finding(punishment.span, offence.address)


RULE = Rule("R011", "same-as-nothing", "references", check, on_offences=True)
