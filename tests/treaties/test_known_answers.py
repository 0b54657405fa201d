"""The Budapest Convention against the Criminal Code of Kazakhstan: what reading both gives, held against what the engine finds."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import pytest

from saralau.acts import Address
from saralau.cases.agreement import disagreements
from saralau.cases.encoding import encoding
from saralau.cases.weighing import rules
from saralau.report.coverage import coverage_lines, overall
from saralau.report.coverage_compared import compared_lines
from saralau.report.coverage_page import coverage_page
from saralau.report.coverage_paper import coverage_paper
from saralau.report.paper_docx import docx
from saralau.treaties import Coverage, cover, treaty
from saralau.treaties.bearing import bearing
from saralau.treaties.closing import smallest_change
from saralau.treaties.covering import COVERED, NOT_COVERED, ONLY_IF, ScenarioCoverage
from saralau.treaties.demanding import demands
from saralau.treaties.lacking import MOST
from saralau.treaties.shifting import shifts


@pytest.fixture(scope="module")
def budapest() -> Coverage:
    return cover(treaty("budapest"), "kz")


def scenarios(found: Coverage, source: str) -> Iterator[ScenarioCoverage]:
    for row in found.obligations:
        if row.obligation.source == source:
            yield from row.scenarios


def by_id(found: Coverage, source: str, id: str) -> ScenarioCoverage:
    return next(one for one in scenarios(found, source) if one.scenario.id == id)


def needs(one: ScenarioCoverage, provision: str) -> set[str]:
    return {need.facet for c in one.conditions if c.address == Address.read(provision) for need in c.needs}


def test_harm_is_asked_by_205_206_and_208_and_not_by_207(budapest: Coverage) -> None:
    (access,) = scenarios(budapest, "2")
    assert access.status == ONLY_IF and needs(access, "205.1") == {"consequence"}
    for id in ("deleting", "altering"):
        assert "consequence" in needs(by_id(budapest, "4.1", id), "206.1")
        assert "consequence" not in needs(by_id(budapest, "4.1", id), "206.2")  # on critical objects no harm is asked
    assert {one.status for one in scenarios(budapest, "5")} == {COVERED}
    assert {p.address.short for one in scenarios(budapest, "5") for p in one.punishing} >= {"207.1"}


def test_suppression_is_in_no_basic_offence(budapest: Coverage) -> None:
    assert by_id(budapest, "4.1", "suppressing").status == NOT_COVERED


def test_interception_rests_on_the_offences_of_secrecy(budapest: Coverage) -> None:
    punishing = {p.address.article for one in scenarios(budapest, "3") for p in one.punishing}
    assert punishing and punishing <= {"148", "147", "223"}  # none of chapter 7 names information in transmission


def test_procurement_possession_and_access_codes_are_not_in_210(budapest: Coverage) -> None:
    for row in budapest.obligations:
        for one in row.scenarios:
            terms = {fact.term for told in one.scenario.deeds[-1].facts.values() for fact in told}
            if terms & {"procuring_tool", "possessing_tool"} or "access_code" in terms:
                assert "210" not in {p.address.article for p in one.punishing}, one.scenario.id


def test_attempts_at_minor_offences_are_not_punished(budapest: Coverage) -> None:
    for one in scenarios(budapest, "5"):
        if {p.address.short for p in one.punishing} == {"207.1"}:
            assert one.attempt == NOT_COVERED


def test_legal_persons_are_unknown_and_no_gap(budapest: Coverage) -> None:
    (row,) = [one for one in budapest.general if one.demand.kind == "legal_persons"]
    assert (row.met, row.of, row.years) == (0, 0, None)
    assert any("unknown and not a gap" in line for line in overall(budapest, "en"))


def test_demands_on_all_offences_stand_in_rows_of_their_own() -> None:
    found = cover(treaty("un2024"), "kz")
    rows = {one.demand.source: one for one in found.general}
    assert set(rows) == {"18", "19.1", "19.2", "19.3", "20", "21.1"}
    assert rows["19.1"].met == rows["19.1"].of > 0  # aiding is punished wherever the act is: art. 28
    assert (
        0 < rows["19.3"].met < rows["19.2"].met < rows["19.2"].of
    )  # preparation from grave, attempt from medium gravity: art. 24
    assert rows["20"].years == (1, 10)  # misdemeanours one year, grave crimes ten: art. 71(1)
    assert all(overall(found, code) for code in ("kk", "ru", "en"))


def test_what_the_reform_moved() -> None:
    before, after = cover(treaty("budapest"), "kz", "2022-07-12"), cover(treaty("budapest"), "kz", "2025-10-01")
    told = shifts(before, after)
    assert told and not shifts(before, before)
    damaging = next(
        one for one in told if one.after.scenario.id == "damaging_or_deteriorating" and one.row.obligation.source == "4.1"
    )
    assert "206.2" not in {one.address.short for one in damaging.before.conditions}
    assert "206.2" in {one.address.short for one in damaging.after.conditions}  # critical objects without harm, since 2025
    lines = list(compared_lines([before, after], "en"))
    assert any("206(1) → 206(1), 206(2)" in line for line in lines)
    assert len(coverage_page([before, after], "kk")) > 10_000


def test_what_is_required_in_addition_is_counted(budapest: Coverage) -> None:
    told = {(one.need.facet, one.need.terms): one for one in demands(budapest)}
    harm = told[("consequence", ("substantial_harm",))]
    by_hand = [one for row in budapest.obligations for one in row.scenarios if one.conditions]
    assert harm.scenarios == sum("consequence" in {need.facet for need in one.conditions[0].needs} for one in by_hand)
    assert harm.not_permitted < harm.scenarios  # article 4(2) permits it


def test_what_is_not_verified_is_counted_apart() -> None:
    lines = list(compared_lines([cover(treaty("budapest"), state) for state in ("ee", "kz")], "en"))
    first, second = lines.index("Read from a text:"), lines.index("Encoded without the text, unverified, counted apart:")
    assert "Kazakhstan" in lines[first + 1] and "Estonia" in lines[second + 1]


def test_a_change_is_proposed_at_a_basic_part_that_names_the_object(budapest: Coverage) -> None:
    for id, provision in (("for_oneself", "312.1"), ("in_system", "312.1"), ("deleting", "206.1")):
        one = next(one for row in budapest.obligations for one in row.scenarios if one.scenario.id == id)
        change = smallest_change(one, budapest)
        assert change is not None and change.address.short == provision, id


def test_every_condition_is_small_and_holds_no_other(budapest: Coverage) -> None:
    for row in budapest.obligations:
        for one in row.scenarios:
            sets = [set(condition.needs) for condition in one.conditions]
            assert all(0 < len(told) <= MOST for told in sets)
            assert not any(a < b for a in sets for b in sets)


def test_the_smallest_change_for_access_is_to_drop_the_harm(budapest: Coverage) -> None:
    (access,) = scenarios(budapest, "2")
    change = smallest_change(access, budapest)
    assert change is not None
    assert change.address == Address.read("205.1") and {need.facet for need in change.dropped} == {"consequence"}
    assert smallest_change(next(scenarios(budapest, "5")), budapest) is None  # no gap


def test_what_bears_on_207(budapest: Coverage) -> None:
    found = {row.obligation.source for row in bearing(treaty("budapest"), "kz", Address.read("207"))}
    assert "5" in found
    assert not list(bearing(treaty("budapest"), "kz", Address.read("316")))


@pytest.mark.parametrize("state", ["kz", "de", "fr", "ru", "gb", "ee"])
def test_the_codes_agree_with_their_registers(state: str) -> None:
    assert not disagreements(state)


def test_one_treaty_reads_in_every_code_and_tells_what_was_not_read_from_a_text() -> None:
    found = [cover(treaty("budapest"), state) for state in ("kz", "de", "fr", "ru", "gb")]
    assert [one.verified for one in found] == [True, True, False, False, False]
    assert len({sum(one.counts().values()) for one in found}) == 1
    page = coverage_page(found, "ru")
    assert page.count("<details>") > 200 and "http" not in page.replace("http-equiv", "")
    assert zipfile.is_zipfile(io.BytesIO(docx(coverage_paper(found, "kk", "2026-11-29"))))


def test_what_obliges_nobody_says_so() -> None:
    for name in ("sco2009", "okinawa2000"):
        lines = list(coverage_lines(cover(treaty(name), "kz"), "en"))
        assert any("obliges nobody" in line for line in lines)


def test_coverage_is_the_same_twice() -> None:
    one, other = (cover(treaty("budapest"), "kz") for _ in range(2))
    assert one.counts() == other.counts()
    assert rules("kz") and encoding("kz")


def test_german_programs_for_access_are_those_of_202c() -> None:
    """202c(1) no. 2 names programs made to commit an offence of 202a or 202b; devices it does not name."""
    found = cover(treaty("budapest"), "de")
    for row in found.obligations:
        for one in row.scenarios:
            if one.scenario.id in ("producing_access_program", "selling_access_program"):
                assert "202c.1" in {provision.address.short for provision in one.punishing}


def test_german_attempt_at_unreal_images_of_youths_is_not_punished() -> None:
    """184c(5) leaves attempt at no. 4 of part 1 out; the same act with images of what happened is an attempt of no. 3."""
    found = cover(treaty("budapest"), "de")
    told = {
        one.scenario.id: one.attempt for row in found.obligations for one in row.scenarios if row.obligation.source == "9.2"
    }
    assert told["producing_realistic_image"] == NOT_COVERED
    (real,) = [one for row in found.obligations if row.obligation.source == "9.1.a" for one in row.scenarios]
    assert real.attempt == COVERED


def test_suppressed_evidence_is_274_and_not_269() -> None:
    found = cover(treaty("budapest"), "de")
    suppressing = by_id(found, "7", "suppression")
    assert "269.1" not in {provision.address.short for provision in suppressing.punishing}
