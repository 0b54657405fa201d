"""Two editions of one act, in one language or two, aligned by address: what differs though no note reports a change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from saralau.acts import Act, Address, Provision
from saralau.acts.address import number_key
from saralau.amendments import Amendment, reported_between
from saralau.offences import Offence, Punishment


@dataclass(frozen=True, slots=True)
class Text:
    """One edition: the act, its offences, the amendments that its notes name."""

    act: Act
    offences: Sequence[Offence]
    amendments: Sequence[Amendment]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that two texts say differently at an address.

    `aspect`: unit (on one side only), excluded, offence (threatens on one side only), punishment (on one side only), amount,
    application, condition, scope, qualifier. The punishments are None for the first three; for `unit`, `excluded` and
    `offence` it is `earlier_has` that tells which side has it.
    """

    address: Address
    aspect: str
    earlier_has: bool
    earlier: Punishment | None = None
    later: Punishment | None = None


@dataclass(frozen=True, slots=True)
class Alignment:
    """One article in two texts.

    `status`: equal; reported (the later text's notes name amendments that the earlier one's do not); unreported (different,
    and no note says why); absent (in one text only, with no note of its introduction; `absent_from` says where);
    introduced. Differences are listed for reported articles too.
    """

    article: str
    status: str
    reported: tuple[Amendment, ...] = ()
    differences: tuple[Difference, ...] = ()


def align(earlier: Text, later: Text) -> tuple[Alignment, ...]:
    """Every article that either text holds within the stretch that both cover, in order. Linear in the texts."""
    before, after = _articles(earlier.act), _articles(later.act)
    if not before or not after:
        return ()
    first = max(number_key(next(iter(before))), number_key(next(iter(after))))
    reported = reported_between(earlier.amendments, later.amendments)
    offences = _by_article(earlier.offences), _by_article(later.offences)
    numbers = sorted({number for number in (*before, *after) if number_key(number) >= first}, key=number_key)
    return tuple(_alignment(number, before, after, offences, reported.get(number, ())) for number in numbers)


def _alignment(
    number: str,
    before: Mapping[str, Provision],
    after: Mapping[str, Provision],
    offences: tuple[Mapping[str, list[Offence]], Mapping[str, list[Offence]]],
    reported: tuple[Amendment, ...],
) -> Alignment:
    if number not in before or number not in after:
        introduced = number in after and any(event.action == "introduced" for event in reported)
        missing = Difference(Address(number), "unit", earlier_has=number in before)
        return Alignment(number, "introduced" if introduced else "absent", reported, (missing,))
    differences = (
        *_unit_differences(before[number], after[number]),
        *offence_differences(offences[0].get(number, []), offences[1].get(number, [])),
    )
    status = "reported" if reported else "unreported" if differences else "equal"
    return Alignment(number, status, reported, differences)


def _articles(act: Act) -> dict[str, Provision]:
    return {article.number: article for article in act.articles() if article.number}


def _by_article(offences: Sequence[Offence]) -> dict[str, list[Offence]]:
    found: dict[str, list[Offence]] = {}
    for offence in offences:
        found.setdefault(offence.address.article, []).append(offence)
    return found


def _unit_differences(before: Provision, after: Provision) -> Iterator[Difference]:
    was, now = ({unit.address: unit.excluded for unit in text.walk() if unit.address} for text in (before, after))
    for address in sorted({*was, *now}, key=lambda address: address.sort_key):
        if address not in was or address not in now:
            yield Difference(address, "unit", earlier_has=address in was)
        elif was[address] != now[address]:
            yield Difference(address, "excluded", earlier_has=was[address])


def offence_differences(before: Sequence[Offence], after: Sequence[Offence]) -> Iterator[Difference]:
    """What two texts threaten differently: offences on one side only, and each component of the others."""
    was, now = ({offence.address: offence for offence in text} for text in (before, after))
    for address in sorted({*was, *now}, key=lambda address: address.sort_key):
        if address not in was or address not in now:
            yield Difference(address, "offence", earlier_has=address in was)
            continue
        yield from _sanction_differences(was[address], now[address])


def _sanction_differences(before: Offence, after: Offence) -> Iterator[Difference]:
    was, now = _punishments(before), _punishments(after)
    for kind in dict.fromkeys((*was, *now)):
        for (one, one_at), (other, other_at) in _paired(was.get(kind, []), now.get(kind, [])):
            if one is None or other is None:
                yield Difference(before.address, "punishment", one is not None, one, other)
                continue
            for aspect, of in _ASPECTS.items():
                if of(one) != of(other):
                    yield Difference(before.address, aspect, True, one, other)
            if one_at != other_at:
                yield Difference(before.address, "scope", True, one, other)


_Placed = tuple[Punishment, tuple[object, ...]]
_Absent = tuple[Punishment | None, tuple[object, ...] | None]


def _paired(was: Sequence[_Placed], now: Sequence[_Placed]) -> Iterator[tuple[_Absent, _Absent]]:
    """Punishments of one kind in pairs: equal ones, those alike in being for life and in having a condition, then for life.

    What is left has no counterpart: a term beside a life sentence is another alternative, not another amount of it.
    """
    left, right = list(was), list(now)
    for alike in (_facts, _sort, _term):
        for one in list(left):
            other = next((two for two in right if alike(two[0]) == alike(one[0])), None)
            if other is not None:
                left.remove(one)
                right.remove(other)
                yield one, other
    yield from ((one, (None, None)) for one in left)
    yield from (((None, None), other) for other in right)


def _sort(one: Punishment) -> tuple[object, ...]:
    return one.life, one.condition is not None


def _term(one: Punishment) -> tuple[object, ...]:
    return (one.life,)


def _facts(one: Punishment) -> tuple[object, ...]:
    return tuple(of(one) for of in _ASPECTS.values())


_ASPECTS: Mapping[str, Callable[[Punishment], tuple[object, ...]]] = {
    "amount": lambda one: (one.minimum, one.maximum, one.unit, one.life, one.multiple_of),
    "application": lambda one: (one.application,),
    "condition": lambda one: (one.condition,),
    "qualifier": lambda one: (one.qualifier,),
}


def _punishments(offence: Offence) -> dict[tuple[str, bool], list[_Placed]]:
    """Punishments by kind, principal and additional apart, each with that to which it is attached."""
    found: dict[tuple[str, bool], list[_Placed]] = {}
    principal = offence.sanction.principal
    for punishment in (*principal, *offence.sanction.additional):
        placed = found.setdefault((punishment.kind.value, punishment.scope is None), [])
        placed.append((punishment, _attached(punishment, principal)))
    for placed in found.values():
        placed.sort(key=lambda pair: (pair[0].life, pair[0].condition is not None))
    return found


def _attached(punishment: Punishment, principal: Sequence[Punishment]) -> tuple[object, ...]:
    """What an additional punishment comes on top of: one alternative, or all that stand in no condition."""
    scope = punishment.scope
    reached = [one for one in principal if one.condition is None or punishment.condition is not None]
    if not isinstance(scope, int) or reached == [principal[scope]]:
        return () if scope is None else ("all",)
    return (principal[scope].kind, principal[scope].life)
