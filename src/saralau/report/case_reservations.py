"""What is said of a qualification before all else: a law not yet in force, an index not yet known, time run out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from saralau.cases.model import Deed
from saralau.cases.qualifying import Qualification
from saralau.history.chronicle import in_force_since
from saralau.messages import say
from saralau.report.sentences import printed


def before_force(found: Qualification) -> tuple[str, tuple[Deed, ...]] | None:
    """The day (ISO) from which the law is in force and the acts before it; None where there are none or no pack tells."""
    since = in_force_since(found.encoding.act)
    early = tuple(deed for deed in found.case.deeds if since is not None and deed.date < since)
    return (since, early) if since is not None and early else None


def reservations(found: Qualification, code: str) -> Iterator[str]:
    """What the answer says first, in whole sentences; nothing where nothing stands against it."""
    if (early := before_force(found)) is not None:
        yield say("case-before-force", code, since=early[0], acts=_acts(early[1]))
    for since, deeds in _beyond_index(found).items():
        yield say("case-index-beyond", code, year=since[:4], acts=_acts(deeds))


def run_out(found: Qualification, code: str, day: str) -> Iterator[str]:
    """Charges whose time had run out before `day` (ISO), on which a page is made, where no day of judgment is told."""
    told = (
        (charge.address, general.limitation)
        for answer in found.answers
        for charge, general in zip(answer.charges, answer.sentences, strict=True)
        if found.on is None and dict(answer.liable)[charge.address] is not False
    )
    for address, limit in dict.fromkeys(told):
        if limit.until is not None and limit.until < day and not limit.suspended:
            source = printed(limit.source)
            yield say("case-run-out", code, what=address.printed, until=limit.until, day=day, source=source)


def reservations_record(found: Qualification) -> dict[str, Any]:
    """The same as fields of a record: acts before the law was in force, acts beyond the newest index; None for none."""
    early, beyond = before_force(found), _beyond_index(found)
    return {
        "before_force": None if early is None else {"in_force": early[0], "acts": [deed.id for deed in early[1]]},
        "index_beyond": next(({"from": since, "acts": [one.id for one in deeds]} for since, deeds in beyond.items()), None),
    }


def _beyond_index(found: Qualification) -> dict[str, list[Deed]]:
    """Acts beyond the newest index by the day from which it holds."""
    beyond: dict[str, list[Deed]] = {}
    for deed in found.case.deeds:
        if (since := found.rules.last_index(deed.date)) is not None:
            beyond.setdefault(since, []).append(deed)
    return beyond


def _acts(deeds: Sequence[Deed]) -> str:
    return ", ".join(f"{deed.id} ({deed.date})" for deed in deeds)
