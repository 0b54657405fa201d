"""Cases qualified: the fictional ones as they expect, and what must hold whatever the facts are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saralau.acts import Address
from saralau.cases import Case, Deed, Fact, Person, qualify, read_case
from saralau.cases.agreement import disagreements
from saralau.cases.encoding import encoding
from saralau.cases.model import Amount
from saralau.cases.testing import differences
from saralau.cases.vocabulary import terms
from saralau.cases.weighing import rules

from ..conftest import EXAMPLES

CASES = sorted((EXAMPLES / "cases").glob("*.yaml"))


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_the_fictional_cases(path: Path) -> None:
    case = read_case(path)
    assert set(case.titles) == {"kk", "ru", "en"}
    assert case.expected is not None
    assert differences(qualify(case)) == ()


def test_every_encoded_part_is_charged_in_a_case_and_every_outcome_occurs() -> None:
    answers = [answer for path in CASES for answer in qualify(read_case(path)).answers]
    charged = {(charge.address.article, charge.address.part) for answer in answers for charge in answer.charges}
    editions = encoding("kz").wordings
    assert {(a.number, part.number) for one in editions for a in one.articles.values() for part in a.parts} == charged
    for outcome in ("displaced", "absorbed", "open", "refused", "hanging", "failing", "joined"):
        assert any(getattr(answer, outcome) for answer in answers), outcome
    assert {old for answer in answers for _, old in answer.liable} == {True, False}
    assert len(CASES) >= 60


def test_the_suite_tells_what_differs() -> None:
    case = read_case(EXAMPLES / "cases/threshold-exactly.yaml")
    wrong = replace(case, expected=({"charge": "kz/criminal-code/188", "part": 3, "points": [1]},))
    assert [(one.kind, one.what) for one in differences(qualify(wrong))] == [
        ("missing", "charge 188(3)(1)"),
        ("unexpected", "charge 188(1)"),
    ]


def test_the_encoding_and_the_register_agree() -> None:
    assert disagreements("kz") == ()


def test_an_aggravated_part_threatens_more_than_what_it_extends() -> None:
    """A feature never makes the threat milder, in any edition; where the law itself did so, it would be a finding for drafters."""
    figures = rules("kz")
    milder = [
        f"{wording.edition} {article.number}({part.number})"
        for wording in encoding("kz").wordings
        for article in wording.articles.values()
        for part in article.parts
        for basic in article.parts
        if any(named.split(".")[0] == basic.number for named in part.of)
        and figures.severity(part.offence) <= figures.severity(basic.offence)
    ]
    assert milder == []


def test_a_part_that_is_not_encoded_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    law = encoding("kz")
    theft = law.newest.articles["188"]
    short = replace(theft, parts=tuple(replace(part, points={}) for part in theft.parts[:2]))
    newest = replace(law.newest, articles={"188": short})
    monkeypatch.setattr(
        "saralau.cases.agreement.encoding", lambda _: replace(law, wordings=(newest,), reach={"188": theft.reach})
    )
    assert {(one.kind, one.address, one.what) for one in disagreements("kz")} == {
        ("part", "188.3", "register"),
        ("part", "188.4", "register"),
        ("point", "188.2", "1"),
        ("point", "188.2", "4"),
    }


FACETS = [facet for facet in terms().facets if facet != "repetition"]


@st.composite
def deeds(draw: st.DrawFn, id: str, means: Sequence[str] = ()) -> Deed:
    """An act with facts drawn from the whole vocabulary; facets of one answer get at most one."""
    facts: dict[str, tuple[Fact, ...]] = {}
    for facet in draw(st.sets(st.sampled_from(FACETS), min_size=3)):
        known = [term for term, family in terms().facet_of.items() if family == facet]
        most = 1 if terms().facets[facet] else 3
        told = draw(st.lists(st.sampled_from(known), min_size=1, max_size=most, unique=True))
        facts[facet] = tuple(Fact(term, draw(st.sampled_from([None, "one", "other"]))) for term in told)
    amounts = draw(st.sampled_from([(), (Amount("damage", 5_000_000, "KZT", "one"),), (Amount("damage", 100, "KZT"),)]))
    unknown = frozenset(draw(st.sets(st.sampled_from([*FACETS, "amount", "means"]), max_size=2)))
    return Deed(
        id, "2025-10-14", ("p",), facts, tuple(draw(st.sets(st.sampled_from(means)))) if means else (), amounts, unknown
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    first, second = draw(deeds("a")), draw(deeds("b", ["a"]))
    return Case("drawn", "kz", (Person("p", 30),), (first, second), draw(st.booleans()))


def charged(case: Case) -> Mapping[Address, tuple[str, ...]]:
    (answer,) = qualify(case).answers
    return {charge.address: charge.points for charge in answer.charges}


@settings(max_examples=150, deadline=None)
@given(cases())
def test_the_order_of_acts_changes_nothing(case: Case) -> None:
    assert charged(case) == charged(replace(case, deeds=case.deeds[::-1]))


@settings(max_examples=150, deadline=None)
@given(cases())
def test_an_act_that_concerns_no_provision_changes_nothing(case: Case) -> None:
    idle = Deed("idle", "2025-10-14", ("p",), {"place": (Fact("premises_entered"),)})
    before, after = charged(replace(case, closed=True)), charged(replace(case, deeds=(*case.deeds, idle), closed=True))
    assert before == after


@settings(max_examples=200, deadline=None)
@given(cases(), st.data())
def test_an_unknown_resolved_lies_within_what_was_announced(case: Case, data: st.DataObject) -> None:
    """An answer to an open question adds no charge that was not hanging and removes none that stood, absorption apart."""
    opened = replace(case, closed=False)
    (before,) = qualify(opened).answers
    deed = data.draw(st.sampled_from(opened.deeds))
    # What was done must be told, or nothing is judged: reading refuses an act without it.
    free = [facet for facet in FACETS if facet not in (*deed.facts, *deed.unknown, "conduct")]
    if not free:
        return
    facet = data.draw(st.sampled_from(free))
    known = [term for term, family in terms().facet_of.items() if family == facet]
    told = replace(deed, facts={**deed.facts, facet: (Fact(data.draw(st.sampled_from(known))),)})
    (after,) = qualify(replace(opened, deeds=tuple(told if one.id == deed.id else one for one in opened.deeds))).answers

    def articles(addresses: Sequence[Address]) -> set[str]:
        return {address.article for address in addresses}

    found = articles([charge.address for charge in before.charges] + [test.what for test in before.absorbed])
    announced = found | articles([one.address for one in before.hanging])
    later = articles([charge.address for charge in after.charges] + [test.what for test in after.absorbed])
    assert found <= later <= announced


def test_the_same_facts_give_the_same_answer_to_the_letter() -> None:
    path = EXAMPLES / "cases/skimmer-gang.yaml"
    assert repr(qualify(read_case(path)).answers) == repr(qualify(read_case(path)).answers)


@pytest.mark.parametrize(
    ("name", "ways", "caps", "source"),
    [
        ("harm-of-another", ("absorption",), [], "58.2"),  # a crime of medium gravity and a misdemeanour
        ("skimmer-gang", ("absorption", "addition"), [("deprivation", 20)], "58.3"),  # with a grave crime
    ],
)
def test_how_punishments_are_joined(name: str, ways: Sequence[str], caps: Sequence[tuple[str, int]], source: str) -> None:
    joined = qualify(read_case(EXAMPLES / f"cases/{name}.yaml")).answers[0].joined
    assert joined is not None
    assert (joined.ways, [(cap.kind, cap.maximum) for cap in joined.caps], joined.source) == (ways, caps, source)


def test_one_charge_is_joined_with_nothing() -> None:
    assert qualify(read_case(EXAMPLES / "cases/threshold-exactly.yaml")).answers[0].joined is None


def test_what_is_not_punishable_at_that_age_absorbs_nothing() -> None:
    """At fifteen 195 (from sixteen) is no offence, and neither is 205: neither is lost in the other."""
    case = read_case(EXAMPLES / "cases/loss-without-taking.yaml")
    (young,) = qualify(replace(case, persons=(Person("p", 15),))).answers
    assert (young.absorbed, {old for _, old in young.liable}, len(young.charges)) == ((), {False}, 2)


def test_days_of_which_the_wording_is_not_in_hand_are_told() -> None:
    (late,) = qualify(read_case(EXAMPLES / "cases/index-of-the-day.yaml")).assumed
    assert (late.article, late.day, late.edition, late.between) == ("188", "2026-02-03", "2025-07-16", ())
    assert qualify(read_case(EXAMPLES / "cases/threshold-exactly.yaml")).assumed == ()
