"""The general part is data: a state that does not exist, with an order of punishments, an age and amounts of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from saralau.cases import Amount, Answer, Case, Deed, Fact, Person, qualify
from saralau.cases.agreement import disagreements

from ..conftest import EXAMPLES


@pytest.fixture(autouse=True)
def _packs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SARALAU_PACKS", str(EXAMPLES / "packs"))


def deed(id: str, told: Mapping[str, str | Sequence[str]], means: Sequence[str] = (), amount: int | None = None) -> Deed:
    facts = {facet: tuple(map(Fact, [terms] if isinstance(terms, str) else terms)) for facet, terms in told.items()}
    return Deed(id, "2025-02-01", ("p",), facts, tuple(means), (Amount("damage", amount, "ALT"),) if amount else ())


def answer(*deeds: Deed, age: int = 40) -> Answer:
    return qualify(Case("drawn", "altynsay", (Person("p", age),), deeds, closed=True)).answers[0]


def charged(found: Answer) -> list[str]:
    return [charge.address.printed + "".join(f"({point})" for point in charge.points) for charge in found.charges]


THEFT = {"conduct": "taking_property_secretly", "object": "property_of_another"}
ACCESS = {
    "conduct": "access",
    "object": ["information_system", "information"],
    "authorisation": "without_right",
    "fault": "intent",
}


def test_the_encoding_and_the_register_agree() -> None:
    assert disagreements("altynsay") == ()


def test_a_part_takes_over_a_single_point() -> None:
    """10(3) is built on 10(1) or on point 4 of 10(2): a group of its own does not need the point, a conspiracy gives none."""
    group = deed("taking", {**THEFT, "group": "criminal_group"}, ["entry"])
    assert charged(answer(deed("entry", ACCESS), group)) == ["10(3)(1)"]
    assert charged(answer(deed("taking", {**THEFT, "group": "prior_conspiracy"}))) == ["10(2)(1)"]


def test_amounts_are_of_its_own_index() -> None:
    deceit = {"conduct": "obtaining_by_deceit"}
    assert charged(answer(deed("deceit", deceit, amount=60_000))) == ["11(1)"]  # 500 indices of 120, not more
    assert charged(answer(deed("deceit", deceit, amount=60_001))) == ["11(2)"]


def test_its_age_of_liability_is_eighteen() -> None:
    found = answer(deed("taking", THEFT), age=17)
    assert [liable for _, liable in found.liable] == [False]


def test_punishments_are_joined_by_its_own_rule() -> None:
    harmed = deed("entry", {**ACCESS, "consequence": "substantial_harm"})
    joined = answer(harmed, deed("taking", THEFT, ["entry"], 100)).joined
    assert joined is not None
    assert (joined.ways, joined.caps[0].maximum, joined.source) == (("addition",), 9, "9.7")


def test_no_harm_is_a_loss_there() -> None:
    harmed = deed("entry", {**ACCESS, "consequence": "substantial_harm"})
    found = answer(harmed, deed("taking", THEFT, ["entry"], 100))
    assert (charged(found), found.absorbed) == (["10(2)(4)", "20(1)"], ())
