"""P003: "the same term" or "the same amount" where no punishment of a comparable kind stands before it."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject
from saralau.offences.model import Kind

_COMPARABLE = (
    frozenset({Kind.FINE, Kind.CORRECTIONAL_WORKS}),
    frozenset({Kind.COMMUNITY_SERVICE}),
    frozenset({Kind.ARREST, Kind.RESTRICTION, Kind.DEPRIVATION}),
)


def check(subject: Subject) -> Iterator[Finding]:
    """What repeats an amount of nothing, of an alternative without one, or of one that is measured in something else.

    Where words of the sanction are not understood, the antecedent may be among them: nothing is said.
    """
    for offence in subject.by_address.values():
        for one in () if offence.sanction.unread else offence.sanction.principal:
            if one.same_as is None:
                continue
            known = one.minimum is not None or one.maximum is not None
            if not known or not any({one.kind, one.same_as} <= kinds for kinds in _COMPARABLE):
                yield Finding(one.span, offence.address, {"words": subject.words(one.span)})


RULE = Rule("P003", "same-as-what", "penalties", check)
