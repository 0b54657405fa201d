"""What an answer says before anything else: a law not yet in force on the day of an act, an index of a year not yet known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from saralau.cases import qualify, read_case
from saralau.cases.model import Fact
from saralau.cases.qualifying import Qualification
from saralau.messages import languages, say
from saralau.report.case_reservations import run_out
from saralau.report.numbers import currency_name
from saralau.report.qualification import brief, qualification_lines, qualification_record

from ..conftest import EXAMPLES


def committed(*days: str, on: str | None = None, jurisdiction: str = "kz") -> Qualification:
    """Harm to another, its entry and its taking committed on other days."""
    case = read_case(EXAMPLES / "cases" / "harm-of-another.yaml")
    deeds = tuple(replace(deed, date=day) for deed, day in zip(case.deeds, days, strict=True))
    return qualify(replace(case, deeds=deeds, jurisdiction=jurisdiction), on)


@pytest.mark.parametrize("code", languages())
def test_acts_before_the_law_was_in_force_are_no_charges_under_it(code: str) -> None:
    found = committed(
        "2014-12-31", "1999-03-02"
    )  # the code of 3 July 2014 is in force from 1 January 2015 (its article 467)
    acts = "entry (2014-12-31), taking (1999-03-02)"
    _, first, *_ = qualification_lines(found, code)
    assert first.strip() == say("case-before-force", code, since="2015-01-01", acts=acts)
    assert brief(found, code).startswith(say("ask-before-force", code, since="2015-01-01"))
    assert qualification_record(found)["before_force"] == {"in_force": "2015-01-01", "acts": ["entry", "taking"]}


def test_only_the_acts_before_are_named_and_none_of_the_first_day() -> None:
    assert qualification_record(committed("2014-12-31", "2015-01-01"))["before_force"]["acts"] == ["entry"]
    found = committed("2015-01-01", "2025-10-14")
    assert qualification_record(found)["before_force"] is None
    assert not any("in force only from" in line for line in (*qualification_lines(found, "en"), brief(found, "en")))


def test_where_no_pack_tells_the_day_nothing_is_said() -> None:
    assert qualification_record(committed("1999-03-02", "1999-03-02", jurisdiction="de"))["before_force"] is None


@pytest.mark.parametrize("code", languages())
def test_sums_of_a_day_beyond_the_newest_index_say_whose_year_it_is(code: str) -> None:
    found = committed("2026-12-31", "2030-10-14")
    lines = list(qualification_lines(found, code))
    assert lines[1].strip() == say("case-index-beyond", code, year="2026", acts="taking (2030-10-14)")
    sums = [line for line in lines if currency_name("KZT", code) in line]  # the payment and the fines of each charge
    assert {"2026" in line for line in sums} == {True, False}
    assert qualification_record(found)["index_beyond"] == {"from": "2026-01-01", "acts": ["taking"]}


def test_a_known_index_needs_no_year() -> None:
    found = committed("2025-10-14", "2026-12-31")
    assert qualification_record(found)["index_beyond"] is None
    assert not any("MCI of" in line for line in qualification_lines(found, "en"))


def test_time_that_ran_out_before_the_paper_is_told_by_the_charge() -> None:
    found = committed("2025-10-14", "2025-10-14")  # a misdemeanour: one year (71, part 1)
    assert list(run_out(found, "en", "2026-10-14")) == []
    told = {"until": "2026-10-14", "day": "2026-10-15", "source": "71(1)"}
    assert list(run_out(found, "en", "2026-10-15")) == [say("case-run-out", "en", what="205(1)", **told)]


def test_where_the_day_of_judgment_is_told_it_decides() -> None:
    assert list(run_out(committed("2025-10-14", "2025-10-14", on="2026-01-01"), "en", "2026-11-29")) == []


def test_where_the_time_may_have_stood_still_no_end_is_told() -> None:
    case = read_case(EXAMPLES / "cases" / "harm-of-another.yaml")
    (person,) = case.persons
    gone = replace(case, persons=(replace(person, facts={**person.facts, "conduct_after": (Fact("evaded"),)}),))
    assert list(run_out(qualify(case), "en", "2999-01-01"))
    assert list(run_out(qualify(gone), "en", "2999-01-01")) == []
