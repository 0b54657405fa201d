"""The general part over fictional cases; every expected figure was computed by hand from the articles named beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from saralau.cases import Case, Fact, Person, qualify, read_case
from saralau.cases.asking import answered, next_question
from saralau.cases.comparing import Outcome
from saralau.cases.general import general_rules
from saralau.cases.sentencing import Bound, Sentence
from saralau.cases.writing import case_text
from saralau.messages import InputError

from ..conftest import EXAMPLES

CASES = sorted((EXAMPLES / "cases").glob("*.yaml"))


def case(name: str) -> Case:
    return read_case(EXAMPLES / f"cases/{name}.yaml")


def only(name: str, on: str | None = None) -> Sentence:
    (answer,) = qualify(case(name), on).answers
    (sentence,) = answer.sentences
    return sentence


def bound(sentence: Sentence, kind: str) -> Bound:
    return next(one for one in sentence.bounds if one.kind == kind)


def ids(sentence: Sentence) -> set[str]:
    return {one.rule.id for one in sentence.applied if one.truth}


@pytest.mark.parametrize(
    ("name", "kind", "bounds", "source"),
    [
        ("attempt-at-theft", "deprivation", (6, 45, "months"), "56.3"),  # 60 months, three quarters
        ("prepared-theft", "deprivation", (24, 42, "months"), "56.2"),  # two to seven years, a half of 84 months
        ("seventeen", "deprivation", (None, 56, "months"), "55.2.2"),  # two thirds of 84; the minimum is freed by 55.6
        ("seventeen", "restriction", (None, 16, "months"), "81.6"),  # two thirds of 24
        ("reconciled", "fine", (None, 500, "mci"), "55.2.1"),  # half of 1,000
    ],
)
def test_bounds(name: str, kind: str, bounds: tuple[int | None, int, str], source: str) -> None:
    found = bound(only(name), kind)
    assert (found.minimum, found.maximum, found.unit) == bounds
    assert source in found.sources


def test_what_is_not_imposed() -> None:
    assert dict(only("reconciled").excluded) == {"deprivation": "55.1.1"}


@pytest.mark.parametrize(
    ("name", "rule"),
    [("attempt-unpunished", "attempt_unpunished"), ("given-up", "given_up"), ("insignificant", "insignificance")],
)
def test_what_excuses(name: str, rule: str) -> None:
    (answer,) = qualify(case(name)).answers
    assert not answer.charges
    assert {one.rule.id for one in answer.excused} == {rule}


def test_territory() -> None:
    citizen, foreigner = qualify(case("abroad")).answers
    assert [charge.address.printed for charge in citizen.charges] == ["205(1)"]
    assert [(one.address.printed, one.rule.source) for one in foreigner.excused] == [("205(1)", "8")]


def test_recidivism_aggravates_and_no_share_applies() -> None:
    told = only("dangerous-recidivism")
    assert {"dangerous_recidivism_grave", "repetition_or_relapse", "no_conditional_sentence", "mitigating"} <= ids(told)
    assert "mitigated_grave" not in ids(told)
    assert (bound(told, "deprivation").minimum, bound(told, "deprivation").maximum) == (2, 7)


def test_a_circumstance_that_is_an_element_does_not_count_twice() -> None:
    (first, _) = qualify(case("skimmer-gang")).answers
    (told, *_) = first.sentences
    assert [one.doubled for one in told.applied if one.rule.id == "in_a_group"] == [True]


def test_release_by_reconciliation_is_of_the_milder_categories_only() -> None:
    assert "reconciliation" in ids(only("reconciled"))
    reconciled = case("reconciled")
    grave = replace(reconciled, deeds=(replace(reconciled.deeds[0], amounts=case("prepared-theft").deeds[0].amounts),))
    (answer,) = qualify(grave).answers
    assert answer.charges[0].address.printed == "188(3)"
    assert "reconciliation" not in ids(answer.sentences[0])


@pytest.mark.parametrize(
    ("name", "until"),
    [
        ("seventeen", "2030-11-05"),  # grave: ten years (71.1.4), halved (88)
        ("reconciled", "2030-11-05"),  # medium: five years (71.1.3)
        ("prepared-theft", "2035-11-05"),
    ],
)
def test_limitation(name: str, until: str) -> None:
    assert only(name).limitation.until == until
    assert only(name, until).limitation.passed is False
    assert only(name, until.replace("-05", "-06")).limitation.passed is True
    assert only(name).limitation.passed is None


@pytest.mark.parametrize("name", ["war-propagated", "terrorism-justified-online"])
def test_some_crimes_have_no_limitation(name: str) -> None:
    """Crimes against peace and terrorist ones (71(6)); the first by its chapter, the other by the list in article 3(30)."""
    answers = qualify(case(name), "2099-01-01").answers
    assert {told.limitation.until for answer in answers for told in answer.sentences} == {None}


def test_who_evades_gains_no_time() -> None:
    one = case("reconciled")
    (person,) = one.persons
    gone = replace(person, facts={**person.facts, "conduct_after": (Fact("evaded"),)})
    (answer,) = qualify(replace(one, persons=(gone,)), "2031-01-01").answers
    assert answer.sentences[0].limitation.passed is None


@pytest.mark.parametrize(
    ("name", "what", "outcome", "applied"),
    [
        ("in-transmission-before-the-reform", "206(1)", Outcome.NOT_PUNISHED, True),
        ("copied-by-two-before-the-reform", "208(2)", Outcome.HEAVIER, False),
    ],
)
def test_a_later_law(name: str, what: str, outcome: Outcome, applied: bool) -> None:
    found = qualify(case(name))
    (later,) = found.answers[0].later
    assert (later.what.printed, later.outcome, later.applied, later.later) == (what, outcome, applied, "2025-07-16")
    assert not found.assumed  # no law changed the articles between the texts of 2020 and 2022


def test_on_a_day_before_the_later_law_it_is_not_looked_at() -> None:
    (answer,) = qualify(case("in-transmission-before-the-reform"), "2024-01-01").answers
    assert [charge.address.printed for charge in answer.charges] == ["206(1)"]
    with pytest.raises(InputError):
        qualify(case("in-transmission-before-the-reform"), "2021-05-10")


def test_the_wording_between_two_editions_is_assumed_where_a_law_came_between() -> None:
    one = case("copied-by-two-before-the-reform")
    (deed,) = one.deeds
    known = qualify(replace(one, deeds=(replace(deed, date="2024-05-11"),)))  # the law of 16.07.2025 was not passed
    assert not known.assumed
    (assumed,) = qualify(replace(one, deeds=(replace(deed, date="2025-09-20"),))).assumed
    assert [change.number for change in assumed.between] == ["210-VIII"]


def test_the_accomplice_is_charged_by_reference() -> None:
    perpetrator, accomplice = qualify(case("only-gave-access")).answers
    assert not [one for one in perpetrator.sentences[0].applied if one.rule.effect == "refers"]
    assert [one.rule.data["to"] for one in accomplice.sentences[0].applied if one.rule.effect == "refers"] == ["28.5"]


@pytest.mark.parametrize(
    ("person", "bounds"),
    [
        ("a", (5, 9, "years")),  # 105(3) is in the list of 3(18-1): no share (55.8)
        ("b", (36, 42, "months")),  # a half of 84 months (55.3)
        ("c", (60, 81, "months")),  # a minor offends: the bar is not for him; three quarters of 108 months
        ("d", (3, 6, "years")),  # 134 is listed in 3(42): no part of article 55
        ("e", (10, 12, "years")),  # four fifths of fifteen years
        ("g", (3, 3, "years")),  # a minor against a minor of fourteen: half of six years, not below three
    ],
)
def test_for_whom_article_55_is_closed(person: str, bounds: tuple[int, int, str]) -> None:
    answer = next(one for one in qualify(case("lenience-and-its-bars")).answers if one.person.id == person)
    found = bound(answer.sentences[0], "deprivation")
    minimum = found.minimum if found.minimum is not None else bounds[0]  # freed by 55.6
    assert (minimum, found.maximum, found.unit) == bounds


def test_who_repaid_in_the_economy_is_not_deprived_of_liberty() -> None:
    answer = next(one for one in qualify(case("lenience-and-its-bars")).answers if one.person.id == "f")
    assert dict(answer.sentences[0].excluded).keys() == {"deprivation"}
    assert {"milder_choice", "milder_choice_in_the_economy"} <= ids(answer.sentences[0])


# A rule that no encoded offence can reach: the only especially grave one against life or health is robbery, which has coercion
# among its elements, so that 55(2) is closed to it.
UNREACHED = {"mitigated_against_life"}


def test_every_rule_of_the_general_part_is_exercised_by_a_case() -> None:
    answers = [answer for path in CASES for answer in qualify(read_case(path)).answers]
    applied = {one.rule.id for answer in answers for told in answer.sentences for one in told.applied if one.truth}
    applied |= {one.rule.id for answer in answers for one in answer.excused}
    assert {rule.id for rule in general_rules("kz").rules} - applied == UNREACHED


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_written_is_the_case_read(path: Path, tmp_path: Path) -> None:
    one = read_case(path)
    (tmp_path / "again.yaml").write_text(case_text(one), "utf-8")
    assert read_case(tmp_path / "again.yaml") == one


def test_an_interview_ends_and_its_answers_settle_what_hung() -> None:
    one = replace(case("attempt-at-theft"), closed=False)
    asked = []
    for _ in range(60):
        question = next_question(qualify(one))
        if question is None:
            break
        asked.append((question.of, question.facet))
        one = answered(one, question, ())
    assert question is None
    assert len(asked) == len(set(asked)) > 3
    (answer,) = qualify(one).answers
    assert not answer.hanging


def test_age_on_a_day() -> None:
    person = Person("p", born="2009-11-06")
    assert (person.age_on("2025-11-05"), person.age_on("2025-11-06")) == (15, 16)


def test_limitation_ends_with_the_calendar_at_the_latest() -> None:
    told = case("seventeen")
    last = replace(told, deeds=tuple(replace(one, date="9999-12-31") for one in told.deeds))
    (answer,) = qualify(last).answers
    assert {one.limitation.until for one in answer.sentences if one.limitation} == {"9999-12-31"}
