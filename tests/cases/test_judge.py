"""The engine against a judge of its own kind: an answer-set program that was written from the specification."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from saralau.acts import Address
from saralau.cases import Amount, Case, Deed, Fact, Person, qualify, read_case
from saralau.cases.qualifying import Answer, Qualification

from ..conftest import EXAMPLES
from .judge import Draw, Law, categories, judged

CASES = sorted((EXAMPLES / "cases").glob("*.yaml"))


def case_of(draw: Draw) -> Case:
    deeds = tuple(
        Deed(
            id,
            deed["date"],
            ("p",),
            {facet: tuple(Fact(term, of) for term, of in told) for facet, told in deed["facts"].items()},
            tuple(deed["means"]),
            tuple(Amount("damage", value, draw.law.rules["currency"], of) for value, of in deed["sums"]),
            frozenset(deed["unknown"]),
        )
        for id, deed in draw.deeds.items()
    )
    return Case("drawn", draw.law.jurisdiction, (Person("p", draw.age),), deeds, draw.closed)


def said(case: Case) -> dict[str, set[object]]:
    found = qualify(case)
    (answer,) = found.answers
    return answered(answer, found)


def answered(answer: Answer, found: Qualification) -> dict[str, set[object]]:
    editions = {wording.edition: str(at) for at, wording in enumerate(found.encoding.wordings)}

    def name(at: Address) -> str:
        return f"{at.article}.{at.part}"

    return {
        "charge": {f"{name(charge.address)}@{editions[charge.edition]}" for charge in answer.charges},
        "gone": {name(test.what) for test in answer.absorbed},
        "open": {name(test.what) for test in answer.open},
        "displaced": {(one.deed, name(one.what)) for one in answer.displaced},
        "hang": {(one.deed, name(one.address)) for one in answer.hanging},
        "young": {name(address) for address, old in answer.liable if old is False},
    }


def told(found: Mapping[str, set[Any]]) -> dict[str, set[object]]:
    """What the program says, as the engine names it: only charges that stand tell their edition."""
    standing = found["charge"] - found["gone"]
    return {
        "charge": standing,
        "gone": {name.partition("@")[0] for name in found["gone"]},
        "open": {name.partition("@")[0] for name in found["open"]},
        "displaced": {(deed, name.partition("@")[0]) for deed, name in found["displaced"]},
        "hang": {(deed, name.partition("@")[0]) for deed, name in found["hang"]},
        "young": {name.partition("@")[0] for name in found["young"] & standing},
    }


def agree(first: int, count: int, jurisdiction: str = "kz") -> Counter[str]:
    """Holds both engines against each other on drawn cases; counts what the cases were like."""
    law = Law(jurisdiction)
    draws = {name: Draw(law, name) for name in range(first, first + count)}
    found = judged(law, draws)
    seen: Counter[str] = Counter()
    for name, draw in draws.items():
        ours = said(case_of(draw))
        assert ours == told(found[name]), (name, draw.closed, draw.age, draw.deeds)
        interesting = len(ours["charge"]) > 1 or ours["gone"] or ours["open"] or ours["hang"]
        seen["interesting"] += bool(interesting)
        seen.update(kind for kind in ("gone", "open", "hang", "displaced") if ours[kind])
        seen["all"] += 1
    return seen


def test_both_judges_agree() -> None:
    seen = agree(20261127, 300)
    assert seen["interesting"] >= seen["all"] / 2
    assert min(seen[kind] for kind in ("gone", "open", "hang", "displaced")) >= 5, seen


def test_both_judges_agree_under_the_law_of_another_state(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SARALAU_PACKS", str(EXAMPLES / "packs"))
    seen = agree(7, 300, "altynsay")
    assert min(seen["open"], seen["hang"]) >= 5, seen


@dataclass(frozen=True)
class Written:
    """A person of a hand-written case, as the program is told it."""

    law: Law
    closed: bool
    age: int | None
    deeds: dict[str, dict[str, Any]]


def written(case: Case, person: Person, law: Law) -> Written:
    deeds = {}
    for deed in case.deeds:
        mine = person.id in deed.by
        meant = deed.as_meant_by(person.id) if mine else deed
        facts = {facet: list(told) for facet, told in meant.facts.items() if facet in law.single}
        sums = [amount for amount in meant.amounts if amount.currency == law.rules["currency"]]
        deeds[deed.id.replace("-", "_")] = {
            "mine": mine,
            "date": deed.date,
            "facts": facts,
            "means": [id.replace("-", "_") for id in deed.means],
            "unknown": [facet for facet in deed.unknown if facet in (*law.single, "amount", "means")],
            "complete": [facet for facet in deed.complete if facet in (*law.single, "amount", "means")],
            "sums": [(amount.value, amount.of) for amount in sums],
            "losses": [amount.of for amount in meant.amounts if amount.kind == "damage"],
        }
    days = [deed.date for deed in case.deeds if person.id in deed.by]
    return Written(law, case.closed, person.age_on(min(days)) if days else None, deeds)


@pytest.mark.parametrize("every", [4, pytest.param(1, marks=pytest.mark.long)])
def test_both_judges_agree_on_hand_written_cases(every: int) -> None:
    """On every fourth case, in the long run on all. Of every person, whom the general part does not excuse and of whom no day of judgment is told: of those the program knows nothing."""
    law = Law()
    asked: dict[int, tuple[Written, Answer, Qualification]] = {}
    for path in CASES[::every]:
        found = qualify(read_case(path))
        for answer in found.answers:
            if not answer.excused and found.on is None:
                asked[len(asked)] = (written(found.case, answer.person, law), answer, found)
    said_there = judged(law, {name: case for name, (case, _, _) in asked.items()})
    for name, (_, answer, found) in asked.items():
        assert answered(answer, found) == told(said_there[name]), (found.case.id, answer.person.id)
    assert len(asked) > 400 // every


def test_both_judges_agree_on_the_category_of_every_encoded_part() -> None:
    law = Law()
    assert categories(law) == {part: {category} for part, category in law.categories.items()}


@pytest.mark.long
def test_both_judges_agree_on_many() -> None:
    seen = sum((agree(first, 1000) for first in range(0, 20_000, 1000)), Counter[str]())
    assert seen["all"] == 20_000
    assert seen["interesting"] >= 10_000
