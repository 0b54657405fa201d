"""Cases as columns: what each tells becomes a bit of every term, facet and day that it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from saralau.cases.columns.model import Act, Bits, Cases
from saralau.cases.model import Case, Deed
from saralau.cases.vocabulary import terms
from saralau.cases.weighing import Rules, rules
from saralau.messages import InputError


def columns_of(cases: Sequence[Case]) -> Cases:
    """Cases of one jurisdiction and one person each; InputError names the first that tells what columns cannot hold."""
    if not cases:
        raise InputError("columns-none")
    jurisdiction = cases[0].jurisdiction
    figures = rules(jurisdiction)
    acts = [_Act() for _ in range(max(len(case.deeds) for case in cases))]
    closed, ages = 0, dict[int, Bits]()
    loss_of: dict[tuple[int, int], Bits] = {}
    for at, case in enumerate(cases):
        if (why := next(_unfit(case, jurisdiction), None)) is not None:
            raise InputError("columns-unfit", name=case.id, what=why)
        bit = 1 << at
        closed |= bit if case.closed else 0
        age = case.persons[0].age_on(case.deeds[0].date)
        if age is not None:
            ages[age] = ages.get(age, 0) | bit
        places = {deed.id: place for place, deed in enumerate(case.deeds)}
        for deed in case.deeds:
            acts[places[deed.id]].add(deed, bit, places, figures)
        for one in case.deeds:
            for other in case.deeds:
                if _sufferers(one) & _harmed(other) - {None}:
                    key = (places[one.id], places[other.id])
                    loss_of[key] = loss_of.get(key, 0) | bit
    return Cases(jurisdiction, len(cases), closed, tuple(act.frozen() for act in acts), ages, loss_of)


def _unfit(case: Case, jurisdiction: str) -> Iterator[str]:
    """What of a case has no column: persons, what is asked of them, whose harm it is where that is two people's."""
    if case.jurisdiction != jurisdiction:
        yield "jurisdiction"
    if len(case.persons) != 1:
        yield "persons"
    person = case.persons[0]
    yield from (*person.facts, *person.unknown, *person.complete)
    if len({person.age_on(deed.date) for deed in case.deeds}) > 1:
        yield "born"
    for deed in case.deeds:
        if deed.by != (person.id,):
            yield "by"
        yield from (facet for facet in deed.facts if facet in terms().untold)
        yield from (facet for facet in deed.unknown if facet in terms().untold)
        if deed.roles or deed.excess:
            yield "roles"
        if len(_harmed(deed)) > 1 or len(_sufferers(deed)) > 1:
            yield "of"


def _harmed(deed: Deed) -> set[str | None]:
    return {fact.of for fact in deed.facts.get("consequence", ())}


def _sufferers(deed: Deed) -> set[str | None]:
    return {amount.of for amount in deed.amounts if amount.kind == "damage"}


@dataclass(slots=True)
class _Act:
    """An act of every case while its columns are filled."""

    present: Bits = 0
    told: dict[str, Bits] = field(default_factory=dict)
    unknown: dict[str, Bits] = field(default_factory=dict)
    complete: dict[str, Bits] = field(default_factory=dict)
    means: dict[int, Bits] = field(default_factory=dict)
    days: dict[str, Bits] = field(default_factory=dict)
    over: dict[int, Bits] = field(default_factory=dict)
    amounts: Bits = 0
    sums: Bits = 0
    damage: Bits = 0
    damage_named: Bits = 0
    harm_named: Bits = 0

    def add(self, deed: Deed, bit: Bits, places: Mapping[str, int], figures: Rules) -> None:
        self.present |= bit
        _mark(self.told, [fact.term for told in deed.facts.values() for fact in told], bit)
        _mark(self.unknown, deed.unknown, bit)
        _mark(self.complete, deed.complete, bit)
        for id in deed.means:
            self.means[places[id]] = self.means.get(places[id], 0) | bit
        self.days[deed.date] = self.days.get(deed.date, 0) | bit
        index = figures.index(deed.date)
        sums = [amount.value for amount in deed.amounts if amount.currency == figures.data["currency"]]
        self.amounts |= bit if deed.amounts else 0
        if sums and index is not None:
            self.sums |= bit
            for times in figures.limits:
                if max(sums) > times * index:
                    self.over[times] = self.over.get(times, 0) | bit
        sufferers, harmed = _sufferers(deed), _harmed(deed)
        self.damage |= bit if sufferers else 0
        self.damage_named |= bit if sufferers - {None} else 0
        self.harm_named |= bit if harmed - {None} else 0

    def frozen(self) -> Act:
        return Act(**{name: getattr(self, name) for name in self.__slots__})


def _mark(columns: dict[str, Bits], names: Sequence[str] | frozenset[str], bit: Bits) -> None:
    for name in names:
        columns[name] = columns.get(name, 0) | bit
