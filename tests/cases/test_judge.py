"""The engine against a judge of its own kind: an answer-set program that was written from the specification."""

from __future__ import annotations

from collections import Counter

import pytest

from saralau.cases import Amount, Case, Deed, Fact, Person, qualify

from ..conftest import EXAMPLES
from .judge import Draw, Law, categories, judged


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
    return Case("drawn", draw.law.jurisdiction, (Person("p", 30),), deeds, draw.closed)


def said(case: Case) -> dict[str, set[object]]:
    (answer,) = qualify(case).answers
    gone = {f"{test.what.article}.{test.what.part}" for test in answer.absorbed}
    charges = {f"{charge.address.article}.{charge.address.part}" for charge in answer.charges}
    return {
        "charge": {*charges, *gone},
        "gone": set(gone),
        "open": {f"{test.what.article}.{test.what.part}" for test in answer.open},
        "displaced": {(one.deed, f"{one.what.article}.{one.what.part}") for one in answer.displaced},
        "hang": {(one.deed, f"{one.address.article}.{one.address.part}") for one in answer.hanging},
    }


def agree(first: int, count: int, jurisdiction: str = "kz") -> Counter[str]:
    """Holds both engines against each other on drawn cases; counts what the cases were like."""
    law = Law(jurisdiction)
    draws = {name: Draw(law, name) for name in range(first, first + count)}
    found = judged(law, draws)
    seen: Counter[str] = Counter()
    for name, draw in draws.items():
        ours = said(case_of(draw))
        assert ours == found[name], (name, draw.closed, draw.deeds)
        interesting = len(ours["charge"]) > 1 or ours["gone"] or ours["open"] or ours["hang"]
        seen["interesting"] += bool(interesting)
        seen.update(kind for kind in ("gone", "open", "hang", "displaced") if ours[kind])
        seen["all"] += 1
    return seen


def test_both_judges_agree() -> None:
    seen = agree(20261127, 600)
    assert seen["interesting"] >= seen["all"] / 2
    assert min(seen[kind] for kind in ("gone", "open", "hang", "displaced")) >= 5, seen


def test_both_judges_agree_under_the_law_of_another_state(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SARALAU_PACKS", str(EXAMPLES / "packs"))
    seen = agree(7, 300, "altynsay")
    assert min(seen["open"], seen["hang"]) >= 5, seen


def test_both_judges_agree_on_the_category_of_every_encoded_part() -> None:
    law = Law()
    assert categories(law) == {part: {category} for part, category in law.categories.items()}


@pytest.mark.long
def test_both_judges_agree_on_many() -> None:
    seen = sum((agree(first, 1000) for first in range(0, 20_000, 1000)), Counter[str]())
    assert seen["all"] == 20_000
    assert seen["interesting"] >= 10_000
