"""Facts that a closed case does not name, and which would change the answer if they were so."""

from __future__ import annotations

from dataclasses import replace

from saralau.cases.charging import Hanging
from saralau.cases.judging import Judging
from saralau.cases.qualifying import Qualification


def would_change(found: Qualification) -> tuple[Hanging, ...]:
    """Parts that acts would fulfil, or may, if facts taken as absent were so, with those facts; none for an open case."""
    case = found.case
    if not case.closed:
        return ()
    known = {(one.address, one.deed) for answer in found.answers for one in answer.hanging}
    known |= {(one.address, deed) for answer in found.answers for one in answer.charges for deed in one.deeds}
    judging = Judging(replace(case, closed=False), found.encoding, found.rules, found.on)
    return tuple(
        one
        for deed in case.deeds
        for one in judging(deed).found
        if isinstance(one, Hanging) and (one.address, one.deed) not in known
    )
