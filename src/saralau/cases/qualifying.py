"""From facts to charges: each person's acts under every encoded article, then what absorbs what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from saralau.acts import Address
from saralau.cases.absorbing import Absorption, absorption
from saralau.cases.charging import Charge, Failing, Hanging
from saralau.cases.encoding import Encoding, encoding
from saralau.cases.formula import Truth
from saralau.cases.general import Applied, GeneralRule, apply_rules, general_rules
from saralau.cases.joining import Joining, joining
from saralau.cases.judging import Assumed, Judged, Judging
from saralau.cases.model import Case, Fact, Person
from saralau.cases.retroacting import Later
from saralau.cases.sentencing import Sentence, sentence
from saralau.cases.weighing import Rules, rules
from saralau.messages import InputError


@dataclass(frozen=True, slots=True)
class Displacement:
    """A general norm that gives way to a special one fulfilled by the same act, whatever either threatens."""

    what: Address
    by: Address
    deed: str
    source: str


@dataclass(frozen=True, slots=True)
class Excused:
    """A part whose elements acts fulfil and that is no offence by a rule of the general part, or lies beyond its reach."""

    address: Address
    deeds: tuple[str, ...]
    rule: GeneralRule


@dataclass(frozen=True, slots=True)
class Answer:
    """What the facts amount to for one person.

    `charges` stand, `sentences` are what the general part makes of each; `excused` are no offences by it;
    `displaced` gave way to a special norm for the same act; `absorbed` were taken account of by another;
    `open` are absorptions that hang on something and leave their charge standing; `refused` are absorptions that fail;
    `hanging` and `failing` are parts that are not, or not yet, fulfilled; `later` what later laws make of the acts.
    `liable` tells by charge whether the person is old enough; `joined` how the punishments for several
    charges are joined, if a rule of the pack says so.
    """

    person: Person
    charges: tuple[Charge, ...]
    sentences: tuple[Sentence, ...]
    excused: tuple[Excused, ...]
    displaced: tuple[Displacement, ...]
    absorbed: tuple[Absorption, ...]
    open: tuple[Absorption, ...]
    refused: tuple[Absorption, ...]
    hanging: tuple[Hanging, ...]
    failing: tuple[Failing, ...]
    later: tuple[Later, ...]
    liable: tuple[tuple[Address, Truth], ...]
    joined: Joining | None


@dataclass(frozen=True, slots=True)
class Qualification:
    """The answers for every person. `on` is the day up to which later laws are looked at, None for the newest in hand.

    `assumed` are wordings that are not known to be those of the day of an act.
    """

    case: Case
    encoding: Encoding
    rules: Rules
    on: str | None
    answers: tuple[Answer, ...]
    assumed: tuple[Assumed, ...]


def qualify(case: Case, on: str | None = None) -> Qualification:
    """Qualifies a case by the law of its jurisdiction, as far as that is encoded. Deterministic.

    `on` (ISO date) is the day of judgment: later laws in force by then are looked at; the case's own day unless given.
    InputError where it lies before an act.
    """
    law, figures, on = encoding(case.jurisdiction), rules(case.jurisdiction), on or case.on
    late = next((deed for deed in case.deeds if on is not None and deed.date > on), None)
    if late is not None:
        raise InputError("case-judged-before", day=on, deed=late.id, date=late.date)
    judging = Judging(case, law, figures, on)
    answers = tuple(_answer(person, case, judging) for person in case.persons)
    assumed = dict.fromkeys(one for judged in judging.known.values() for one in judged.assumed)
    return Qualification(case, law, figures, on, answers, tuple(assumed))


def _answer(person: Person, case: Case, judging: Judging) -> Answer:
    law, figures, on = judging.law, judging.rules, judging.on
    mine = _repeated([judging(deed.as_meant_by(person.id)) for deed in case.deeds if person.id in deed.by], judging)
    found = [one for judged in mine for one in judged.found]
    fulfilled = [one for one in found if isinstance(one, Charge)]
    displaced = tuple(_displaced(fulfilled, law, figures))
    gone_from = {(one.what, one.deed) for one in displaced}
    charges = _joined([one for one in fulfilled if (one.address, *one.deeds) not in gone_from])
    charges.sort(key=lambda charge: figures.severity(charge.offence), reverse=True)
    general = general_rules(case.jurisdiction)
    applied = {id(charge): apply_rules(charge, person, case, general) for charge in charges}
    excused = [(charge, one) for charge in charges if (one := _excuse(applied[id(charge)])) is not None]
    charges = [charge for charge in charges if all(charge is not one for one, _ in excused)]
    old = {charge.address: figures.is_liable(person, charge.address, _first(charge, case)) for charge in charges}
    punishable = [charge for charge in charges if old[charge.address] is not False]  # what is not absorbs nothing
    tests = [(b, test) for b in charges if (test := _strongest(b, punishable, case, figures)) is not None]
    gone = [b for b, test in tests if test.truth]
    standing = tuple(charge for charge in charges if charge not in gone)
    return Answer(
        person,
        standing,
        tuple(sentence(charge, applied[id(charge)], standing, case, general, on) for charge in standing),
        tuple(Excused(charge.address, charge.deeds, one.rule) for charge, one in excused),
        displaced,
        tuple(test for _, test in tests if test.truth),
        tuple(test for _, test in tests if test.turns),
        tuple(test for _, test in tests if not test.truth and not test.turns),
        tuple(one for one in found if isinstance(one, Hanging)),
        tuple(one for one in found if isinstance(one, Failing)),
        tuple(one for judged in mine for one in judged.later),
        tuple((charge.address, old[charge.address]) for charge in standing),
        joining([charge for charge in standing if charge in punishable], figures),
    )


def _excuse(applied: Sequence[Applied]) -> Applied | None:
    """The first rule by which a charge is no offence, or is out of the reach of the law."""
    return next((one for one in applied if one.truth and one.rule.effect in ("no_offence", "beyond")), None)


def _first(charge: Charge, case: Case) -> str:
    """The day of the first act of a charge: age is judged by the youngest day."""
    return min(case.deed(id).date for id in charge.deeds)


def _repeated(mine: Sequence[Judged], judging: Judging) -> list[Judged]:
    """The acts again, as repeated where several fall under one article and class, unless the case tells how they belong.

    Where the case is not closed, whether they are one continuing act is not known, and the repetition hangs.
    """
    if "repetition" not in general_rules(judging.case.jurisdiction).data or not judging.case.closed:
        return list(mine)
    under = Counter(key for judged in mine for key in _articles(judged, judging.rules))
    return [
        judging(replace(judged.deed, facts={**judged.deed.facts, "repetition": (Fact("repeated"),)}))
        if "repetition" not in judged.deed.facts
        and "repetition" not in judged.deed.unknown
        and any(under[key] > 1 for key in _articles(judged, judging.rules))
        else judged
        for judged in mine
    ]


def _articles(judged: Judged, rules: Rules) -> set[tuple[str, int]]:
    """Articles that an act fulfils, with the class of the offence: a crime and a misdemeanour form no repetition."""
    return {(one.address.article, rules.severity(one.offence)[0]) for one in judged.found if isinstance(one, Charge)}


def _displaced(charges: Sequence[Charge], law: Encoding, figures: Rules) -> Iterator[Displacement]:
    """Charges of one act that stand beside a special norm; each charge is of one act still."""
    for special in charges:
        general = law.edition(special.edition).articles[special.address.article].special_of
        for charge in charges:
            if charge.deeds == special.deeds and charge.address.article in general:
                source = figures.data["concurrence"]["special"]
                yield Displacement(charge.address, special.address, special.deeds[0], source)


def _joined(charges: Sequence[Charge]) -> list[Charge]:
    """One charge for each part of one edition, whichever acts fulfil it."""
    by_part: dict[tuple[Address, str], Charge] = {}
    for charge in charges:
        part = (charge.address, charge.edition)
        by_part[part] = charge if part not in by_part else _both(by_part[part], charge)
    return list(by_part.values())


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
