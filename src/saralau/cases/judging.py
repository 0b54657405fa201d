"""What one act is: every article that its conduct concerns, in the wording of its day, and by a later law that is milder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from saralau.cases.charging import Charge, Failing, Hanging, judge_article
from saralau.cases.comparing import Outcome
from saralau.cases.encoding import Change, Encoding, Wording
from saralau.cases.model import Case, Deed
from saralau.cases.retroacting import Later, later_law
from saralau.cases.weighing import Rules
from saralau.cases.wording import held_on

Found = Charge | Hanging | Failing


@dataclass(frozen=True, slots=True)
class Assumed:
    """An article whose wording on a day is assumed: that of an edition, although the laws `between` changed it."""

    article: str
    day: str
    edition: str
    between: tuple[Change, ...]


class Judged(NamedTuple):
    """What an act is by the law that applies to it; the later laws looked at; the wordings assumed."""

    deed: Deed
    found: tuple[Found, ...]
    later: tuple[Later, ...]
    assumed: tuple[Assumed, ...]


@dataclass(frozen=True, slots=True)
class Judging:
    """The acts of a case under one law; what is judged once is known, since several persons can have done one act."""

    case: Case
    law: Encoding
    rules: Rules
    on: str | None
    known: dict[object, Judged] = field(default_factory=dict)

    def __call__(self, deed: Deed) -> Judged:
        """What an act of the case is, as it stands there or as one person meant it."""
        key = (deed.id, tuple(deed.facts.items()), deed.amounts)
        if key not in self.known:
            self.known[key] = judge_deed(deed, self.case, self.law, self.rules, self.on)
        return self.known[key]


def judge_deed(deed: Deed, case: Case, law: Encoding, rules: Rules, on: str | None) -> Judged:
    """Judges an act; later laws in force by `on` are looked at, all in hand if it is None."""
    told = {fact.term for fact in deed.facts.get("conduct", ())}
    found: list[Found] = []
    assumed: list[Assumed] = []
    for number, reach in law.reach.items():
        if reach.isdisjoint(told):
            continue
        holding = held_on(law, number, deed.date)
        if (article := holding.wording.articles.get(number)) is None:
            continue
        outcomes = list(judge_article(article, deed, case, rules))
        found += outcomes
        if holding.assumed and any(isinstance(one, Charge | Hanging) for one in outcomes):
            assumed.append(Assumed(number, deed.date, holding.wording.edition, holding.between))
    charges = [one for one in found if isinstance(one, Charge)]
    later, applying = _by_later_law(deed, case, charges, law, rules, on)
    if applying:
        found = [one for before in found if (one := applying.get(id(before), before)) is not None]
    return Judged(deed, tuple(found), later, tuple(assumed))


def _by_later_law(
    deed: Deed, case: Case, charges: Sequence[Charge], law: Encoding, rules: Rules, on: str | None
) -> tuple[tuple[Later, ...], dict[int, Charge | None]]:
    """Every later law in which something differs, and by the identity of a charge what it becomes where one is milder."""
    held: dict[int, list[tuple[Later, Charge | None]]] = {id(charge): [] for charge in charges}
    before = frozenset(charge.address.article for charge in charges)
    for wording in law.wordings:
        if wording.as_of <= deed.date or (on is not None and wording.as_of > on):
            continue
        differing = [one for one in charges if (one.address.article, one.edition, wording.edition) in law.changed]
        if differing:
            found = list(_under(wording, deed, case, law, rules))
            for charge in differing:
                held[id(charge)].append(later_law(charge, wording.edition, found, before, rules))
    later: list[Later] = []
    applying: dict[int, Charge | None] = {}
    for charge in charges:
        milder = [one for one in held[id(charge)] if one[0].outcome in (Outcome.MILDER, Outcome.NOT_PUNISHED)]
        mildest = min(milder, key=lambda one: rules.severity(one[1].offence) if one[1] else (), default=None)
        later += [replace(one[0], applied=one is mildest) for one in held[id(charge)] if one[0].outcome is not Outcome.SAME]
        if mildest is not None:
            applying[id(charge)] = mildest[1]
    return tuple(later), applying


def _under(wording: Wording, deed: Deed, case: Case, law: Encoding, rules: Rules) -> Iterator[Found]:
    """Everything that an act is under one edition."""
    told = {fact.term for fact in deed.facts.get("conduct", ())}
    for number, article in wording.articles.items():
        if not law.reach[number].isdisjoint(told):
            yield from judge_article(article, deed, case, rules)
