"""From facts to charges: each person's acts under every encoded article, then what absorbs what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from saralau.acts import Address
from saralau.cases.absorbing import Absorption, absorption
from saralau.cases.charging import Charge, Failing, Hanging, judge_article
from saralau.cases.encoding import Encoding, encoding
from saralau.cases.formula import Truth
from saralau.cases.joining import Joining, joining
from saralau.cases.model import Case, Deed, Person
from saralau.cases.weighing import Rules, rules


@dataclass(frozen=True, slots=True)
class Displacement:
    """A general norm that gives way to a special one fulfilled by the same act, whatever either threatens."""

    what: Address
    by: Address
    deed: str
    source: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the facts amount to for one person.

    `charges` stand; `displaced` gave way to a special norm for the same act; `absorbed` were taken account of by another;
    `open` are absorptions that hang on something and leave their charge standing; `refused` are absorptions that fail;
    `hanging` and `failing` are parts that are not, or not yet, fulfilled. `liable` tells by charge whether the person is old
    enough; `joined` how the punishments for several charges are joined, if a rule of the pack says so.
    """

    person: Person
    charges: tuple[Charge, ...]
    displaced: tuple[Displacement, ...]
    absorbed: tuple[Absorption, ...]
    open: tuple[Absorption, ...]
    refused: tuple[Absorption, ...]
    hanging: tuple[Hanging, ...]
    failing: tuple[Failing, ...]
    liable: tuple[tuple[Address, Truth], ...]
    joined: Joining | None


@dataclass(frozen=True, slots=True)
class Qualification:
    """The answers for every person, under one encoding. `beyond` are days of acts for which its wording is assumed."""

    case: Case
    encoding: Encoding
    rules: Rules
    answers: tuple[Answer, ...]
    beyond: tuple[str, ...]


def qualify(case: Case) -> Qualification:
    """Qualifies a case by the law of its jurisdiction, as far as that is encoded. Deterministic."""
    law, figures = encoding(case.jurisdiction), rules(case.jurisdiction)
    beyond = sorted({deed.date for deed in case.deeds if not law.edition <= deed.date <= law.until})
    judged = {deed.id: _outcomes(deed, case, law, figures) for deed in case.deeds}
    answers = tuple(_answer(person, case, law, judged, figures) for person in case.persons)
    return Qualification(case, law, figures, answers, tuple(beyond))


def _outcomes(deed: Deed, case: Case, law: Encoding, figures: Rules) -> list[Charge | Hanging | Failing]:
    """What one act is under every article that its conduct concerns."""
    told = [fact.term for fact in deed.facts.get("conduct", ())]
    return [
        outcome
        for article in law.articles
        if article.concerns(told)
        for outcome in judge_article(article, deed, case, figures)
    ]


def _answer(
    person: Person, case: Case, law: Encoding, judged: Mapping[str, Sequence[Charge | Hanging | Failing]], figures: Rules
) -> Answer:
    found = [outcome for deed in case.deeds if person.id in deed.by for outcome in judged[deed.id]]
    fulfilled = [one for one in found if isinstance(one, Charge)]
    displaced = tuple(_displaced(fulfilled, law, figures))
    gone_from = {(one.what, one.deed) for one in displaced}
    charges = _joined([one for one in fulfilled if (one.address, *one.deeds) not in gone_from])
    charges.sort(key=lambda charge: figures.severity(charge.offence), reverse=True)
    old = {charge.address: figures.is_liable(person, charge.address) for charge in charges}
    punishable = [charge for charge in charges if old[charge.address] is not False]  # what is not absorbs nothing
    tests = [test for b in charges if (test := _strongest(b, punishable, case, figures)) is not None]
    absorbed = tuple(test for test in tests if test.truth)
    gone = {test.what for test in absorbed}
    standing = tuple(charge for charge in charges if charge.address not in gone)
    return Answer(
        person,
        standing,
        displaced,
        absorbed,
        tuple(test for test in tests if test.turns),
        tuple(test for test in tests if not test.truth and not test.turns),
        tuple(one for one in found if isinstance(one, Hanging)),
        tuple(one for one in found if isinstance(one, Failing)),
        tuple((charge.address, old[charge.address]) for charge in standing),
        joining([charge for charge in standing if charge in punishable], figures),
    )


def _displaced(charges: Sequence[Charge], law: Encoding, figures: Rules) -> Iterator[Displacement]:
    """Charges of one act that stand beside a special norm; each charge is of one act still."""
    general = {article.number: article.special_of for article in law.articles}
    for special in charges:
        for charge in charges:
            if charge.deeds == special.deeds and charge.address.article in general[special.address.article]:
                source = figures.data["concurrence"]["special"]
                yield Displacement(charge.address, special.address, special.deeds[0], source)


def _joined(charges: Sequence[Charge]) -> list[Charge]:
    """One charge for each part, whichever acts fulfil it."""
    by_address: dict[Address, Charge] = {}
    for charge in charges:
        known = by_address.get(charge.address)
        by_address[charge.address] = charge if known is None else _both(known, charge)
    return list(by_address.values())


def _both(one: Charge, other: Charge) -> Charge:
    return replace(
        one,
        deeds=(*one.deeds, *other.deeds),
        points=tuple(sorted({*one.points, *other.points})),
        features=tuple(dict.fromkeys((*one.features, *other.features))),
        met=tuple(dict.fromkeys((*one.met, *other.met))),
    )


def _strongest(b: Charge, charges: Sequence[Charge], case: Case, figures: Rules) -> Absorption | None:
    """The test that goes farthest for a charge being absorbed by another."""
    tests = list(_tests(b, charges, case, figures))
    return max(tests, key=lambda test: (_RANK[test.truth], test.turns), default=None)


def _tests(b: Charge, charges: Sequence[Charge], case: Case, figures: Rules) -> Iterator[Absorption]:
    for a in charges:
        if a is not b and (test := absorption(a, b, case, figures)) is not None:
            yield test


_RANK = {False: 0, None: 1, True: 2}
