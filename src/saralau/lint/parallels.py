"""What rules on parallel texts share: the two texts beside each other, and where in this one a difference stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from saralau.acts import Address, Provision
from saralau.documents import Span
from saralau.history import Difference
from saralau.lint.model import Finding
from saralau.lint.subject import Subject
from saralau.offences import Punishment


def differing(
    subject: Subject, *aspects: str, unless: Callable[[Punishment], bool] = lambda one: False
) -> Iterator[Finding]:
    """The differences of some aspects that no note of either text explains, with the words of both sides.

    `unless` leaves out those of which a punishment on either side is so.
    """
    if subject.parallel is None:
        return
    for row in subject.aligned:
        for difference in row.differences if row.status in ("unreported", "absent") else ():
            sides = [one for one in (difference.earlier, difference.later) if one is not None]
            if difference.aspect in aspects and not any(map(unless, sides)) and not _printed_twice(subject, difference):
                yield _finding(subject, subject.parallel, difference)


def comparable(subject: Subject) -> Iterator[tuple[Provision, Provision]]:
    """Units that both texts have, in articles of which no note reports a change that only one of them shows."""
    if subject.parallel is None:
        return
    steady = {row.article for row in subject.aligned if row.status in ("equal", "unreported")}
    other = subject.parallel.units
    for address, unit in subject.units.items():
        if address.article in steady and address in other and not unit.excluded and not other[address].excluded:
            yield unit, other[address]


def _finding(subject: Subject, parallel: Subject, difference: Difference) -> Finding:
    here, there = _place(subject, difference), _place(parallel, difference)
    span = here or _nearest(subject, difference.address)
    told = {
        "words": "–" if here is None else " ".join(subject.words(here).split()),
        "other": "–" if there is None else " ".join(parallel.words(there).split()),
    }
    return Finding(span, difference.address, told)


def _printed_twice(subject: Subject, difference: Difference) -> bool:
    """Whether a punishment is missing on one side only because the other prints it twice, which is another rule's."""
    if difference.aspect != "punishment" or subject.parallel is None:
        return False
    said = [one for one in (difference.earlier, difference.later) if one is not None]
    texts = (one.by_address.get(difference.address) for one in (subject, subject.parallel))
    threats = [p for text in texts if text for p in (*text.sanction.principal, *text.sanction.additional)]
    return any(
        other is not one and replace(other, span=one.span, scope=one.scope) == one for one in said for other in threats
    )


def _place(subject: Subject, difference: Difference) -> Span | None:
    """Where the text has what differs; None if it does not have it."""
    offence = subject.by_address.get(difference.address)
    if offence is not None:
        for one in (*offence.sanction.principal, *offence.sanction.additional):
            if one is difference.earlier or one is difference.later:
                return one.span
        return None if difference.aspect == "punishment" else offence.sanction.span
    unit = subject.units.get(difference.address)
    return None if unit is None or not (unit.text or unit.heading) else (*unit.text, *unit.heading)[0]


def _nearest(subject: Subject, address: Address) -> Span:
    """The smallest unit of this text around an address; the beginning of the act where it has none."""
    known = subject.units
    for around in (address, address.within, Address(address.article)):
        unit = known.get(around)
        if unit is not None and (unit.text or unit.heading):
            return (*unit.text, *unit.heading)[0]
    return Span(0, 0)
