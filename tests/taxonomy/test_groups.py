"""Groups, kin, gaps and agreement: on the fictional act, and against the reading by eye and the paper."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from saralau.acts import Address
from saralau.packs import load
from saralau.packs.reading import read_yaml
from saralau.report.agreement import read_lists
from saralau.report.analysis import Analysis
from saralau.taxonomy import Group, compare

from ..conftest import CODE_2020, CODE_2025, CODE_KK, ROOT, SHARED, analysed, sample


def carriers(analysis: Analysis) -> set[Address]:
    """Where the element stands: points, or parts where it stands in the sentence."""
    return {
        Address(offence.address.article, offence.address.part, proof.point)
        for offence in analysis.offences.items
        for proof in offence.ict
    }


@cache
def reading() -> dict[str, Any]:
    data, _ = read_yaml(ROOT / "tests/gold/kz/ict-reading.yaml")
    return dict(data)


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_groups_of_the_fictional_act(language: str) -> None:
    groups = {p.offence.address.short: (p.group, p.own) for p in sample(language).placements}
    assert groups == {
        "10.2": (Group.II, True),
        "10.3": (Group.II, False),
        "11.2": (Group.II, True),
        "20.1": (Group.I, True),
        "20.2": (Group.I, True),
        "20.2-1": (Group.I, False),
        "20.3": (Group.I, False),
        "21": (Group.I, True),
        "22.1": (Group.III, True),
        "22.2": (Group.III, False),
        "30.2": (Group.III, True),
        "30.3": (Group.III, False),
    }


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_every_placement_has_a_reason(language: str) -> None:
    assert all(placement.reasons for placement in sample(language).placements)


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_electronic_cigarettes_are_a_false_friend(language: str) -> None:
    assert not [address for address in carriers(sample(language)) if address.article == "32"]


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_gaps_are_communicable_conduct_beside_aggravated_siblings(language: str) -> None:
    assert {gap.address.article for gap in sample(language).gaps} == {"12", "33"}


def halves() -> tuple[set[Address], set[Address]]:
    """The reading, by chapters of odd and of even number."""
    chapters = {o.address.article: o.chapter for o in analysed(CODE_2025).offences.items}
    gold = {Address.read(row["at"]) for row in reading()["carries"]}
    odd = {address for address in gold if int(chapters[address.article] or 0) % 2}
    return odd, gold - odd


@pytest.mark.corpus
@pytest.mark.parametrize("half", [0, 1])
def test_recall_of_the_reading_is_complete_on_both_halves(half: int) -> None:
    found = carriers(analysed(CODE_2025))
    missed = {at.printed for at in halves()[half] if not any(at.holds(f) or f.holds(at) for f in found)}
    assert missed == set()


@pytest.mark.corpus
def test_nothing_is_found_that_the_reading_does_not_have() -> None:
    gold = [Address.read(row["at"]) for row in reading()["carries"]]
    extra = {f.printed for f in carriers(analysed(CODE_2025)) if not any(at.holds(f) or f.holds(at) for at in gold)}
    assert extra == set()


@pytest.mark.corpus
def test_false_friends_of_the_reading_carry_nothing() -> None:
    gold = [Address.read(row["at"]) for row in reading()["carries"]]
    friends = {Address.read(row["at"]) for row in reading()["false_friends"]} - set(gold)
    found = carriers(analysed(CODE_2025))
    assert {f.printed for f in found if f in friends} == set()


@pytest.mark.corpus
def test_the_strongest_kin_are_found_and_kept_apart() -> None:
    kin = {(kin.address.printed, kin.in_note) for kin in analysed(CODE_2025).kin}
    assert {("232(1)", False), ("232-1(1)", False), ("232-1(7)", False), ("399(1)", False), ("428-1(2)", False)} <= kin
    assert ("122", True) in kin


@pytest.mark.corpus
def test_the_papers_lists_are_found_at_the_point_that_it_names() -> None:
    paper = SHARED / "gold/paper.yaml"
    analysis = analysed(CODE_2025)
    rows = compare(analysis.act, analysis.placements, read_lists(paper), analysis.amendments, "2024-06-30")
    assert not [row.address.printed for row in rows if row.verdict == "only_theirs"]
    assert {row.address.printed for row in rows if row.verdict == "another_group"} == {"272(4)", "409(3)(4)"}
    assert {row.address.printed for row in rows if row.scope == "theirs_wider"} == {"376"}
    ours = {row.address.printed for row in rows if row.verdict == "only_ours"}
    assert {"121-1", "150(2)(4)", "151(2)", "217-1(1)", "223(1)", "299(2)(3)", "301(3)(4)", "307(1)", "309(2)(3)"} == ours


@pytest.mark.corpus
def test_the_papers_gaps_follow_from_the_rule_and_the_rule_is_selective() -> None:
    analysis = analysed(CODE_2025)
    named = {gap.address.article for gap in analysis.gaps}
    assert {"194", "198", "311", "312"} <= named
    assert len(named) < analysis.gap_candidates / 10


@pytest.mark.corpus
def test_the_rule_names_the_same_articles_in_both_languages() -> None:
    """The editions of 2020 and 2022 differ in nothing that the rule looks at, so a difference would be one of lexicons."""
    named = [{gap.address.article for gap in analysed(code).gaps} for code in (CODE_2020, CODE_KK)]
    assert named[0] == named[1]


@pytest.mark.corpus
def test_every_gap_was_judged_by_hand() -> None:
    judged = {row["at"] for row in load("kz/criminal-code.judged-gaps")["judged"]}
    assert judged == {gap.address.article for gap in analysed(CODE_2025).gaps}


def test_lists_that_cannot_be_read_are_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="there is no such file"):
        read_lists(tmp_path / "absent.yaml")
    (tmp_path / "a.yaml").write_text("groups: [1]\n", "utf-8")
    with pytest.raises(ValueError, match="no `groups:`"):
        read_lists(tmp_path / "a.yaml")
    (tmp_path / "b.yaml").write_text("a: 1\nb: [\n", "utf-8")
    with pytest.raises(ValueError, match=r"b\.yaml, line \d"):
        read_lists(tmp_path / "b.yaml")
