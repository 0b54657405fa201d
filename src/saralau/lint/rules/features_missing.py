"""F002: no feature of information technology where siblings have one."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.acts import Address
from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject
from saralau.taxonomy import classify, find_gaps, find_kin

# Conduct for which the channel is nothing: a secret is disclosed, a person deceived, in whatever way.
_ANY_CHANNEL = {"disclosing", "deceiving"}


def check(subject: Subject) -> Iterator[Finding]:
    """What `saralau.taxonomy.find_gaps` names, save mere disclosure and deceit; at the description of the basic offence."""
    offences = tuple(subject.by_address.values())
    if not offences:
        return
    placements = classify(subject.act, offences)
    gaps, _ = find_gaps(subject.act, offences, placements, find_kin(subject.act, offences))
    for gap in gaps:
        if set(gap.codes) <= _ANY_CHANNEL:
            continue
        basic = subject.by_article[gap.address.article][0]
        siblings = ", ".join(address.printed for address in gap.siblings)
        span = basic.disposition[0] if basic.disposition else basic.span
        yield Finding(span, Address(gap.address.article), {"siblings": siblings})


RULE = Rule("F002", "missing-ict-feature", "features", check, on=False)
