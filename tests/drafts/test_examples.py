"""The fictional drafts in examples/drafts, carried out on the real Code: what each was written for, and what the pages say."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from saralau.documents import read
from saralau.drafts import read_draft
from saralau.drafts.impact import Impact, weigh
from saralau.report.draft_findings import linted
from saralau.report.draft_told import impact_markdown

from ..conftest import CODE_2025, EXAMPLES, parsed

DRAFTS = EXAMPLES / "drafts"
NAMES = sorted(path.name.removesuffix(".ru.md") for path in DRAFTS.glob("*.ru.md"))

pytestmark = [pytest.mark.corpus, pytest.mark.xdist_group("drafts")]  # what a draft does is worked out once


@cache
def effect(name: str, patched: bool = True) -> Impact:
    act = parsed(CODE_2025)
    draft = read_draft(read(DRAFTS / f"{name}.ru.md"), act)
    assert (draft.rest, draft.refused, draft.elsewhere) == ((), (), ())
    patch = DRAFTS / f"{name}.patch.yaml" if patched else None
    return weigh(act, draft, patch, sorted((DRAFTS / f"{name}.cases").glob("*.yaml")) if patched else ())


def changed(name: str) -> dict[str, tuple[str, str]]:
    rows = {}
    for one in effect(name).encoded.cases:
        told = [" ".join(what for kind, what in side if kind == "charge") for side in (one.before, one.after)]
        rows[one.name.removesuffix(".yaml")] = (told[0], told[1])
    return rows


def test_the_drafts_are_those_that_were_promised() -> None:
    assert NAMES == [
        "access-codes",
        "artificial-intelligence-feature",
        "artificial-intelligence-offence",
        "ict-features",
        "information-in-transmission",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_patch_and_draft_agree_and_leave_nothing_unknown(name: str) -> None:
    told = effect(name).encoded
    assert (told.why, told.unknown, told.disagreements) == (None, (), ())
    assert (effect(name).broken, effect(name).misordered) == ((), ())


@pytest.mark.parametrize("name", NAMES)
def test_the_page_is_what_the_command_writes_and_has_no_sentence_of_the_code(name: str) -> None:
    page = (DRAFTS / f"{name}.impact.md").read_text("utf-8")
    assert page == impact_markdown(
        effect(name), linted(effect(name)), "ru", quoting=False
    )  # `make drafts` writes them again
    draft = " ".join((DRAFTS / f"{name}.ru.md").read_text("utf-8").split())
    code = " ".join(parsed(CODE_2025).document.text.split())
    for line in page.splitlines():
        words = re.findall(r"\S+", line)
        for at in range(len(words) - 7):
            phrase = " ".join(words[at : at + 8])
            assert phrase not in code or phrase in draft, phrase


def test_the_means_becomes_a_feature_where_the_paper_misses_it() -> None:
    told = effect("ict-features")
    assert [gap.address.printed for gap in told.gaps_closed] == ["194", "198", "311", "312"]
    assert changed("ict-features") == {
        "extortion-in-a-messenger": ("194(1)", "194(2)(4)"),
        "image-sold-online": ("311(1)", "311(2)"),
    }
    assert told.encoded.judged == 3  # the demand made face to face stays what it was


def test_artificial_intelligence_in_two_designs() -> None:
    assert changed("artificial-intelligence-offence") == {"faked-speech": ("", "213-1(1)")}
    assert changed("artificial-intelligence-feature") == {"voice-of-a-son": ("190(1)", "190(2)(6)")}


def test_access_codes_are_what_two_conventions_ask_for() -> None:
    told = effect("access-codes").encoded
    assert changed("access-codes") == {"passwords-sold": ("", "210(4)")}
    won = {
        coverage.treaty.id: [
            one.after.scenario.id for one in shifts if one.after.status == "covered" and one.direction == "won"
        ]
        for coverage, shifts in told.coverages
    }
    assert "selling_code" in won["budapest"] and "selling_code" in won["un2024"] and won["cis2018"] == []
    assert not any(one.direction == "lost" for _, shifts in told.coverages for one in shifts)


def test_information_in_transmission_is_back() -> None:
    assert changed("information-in-transmission") == {"data-copied-in-transit": ("", "208(1)")}
    before, after = effect("information-in-transmission").before, effect("information-in-transmission").after
    for address in ("206(1)", "208(1)"):
        gained = [
            {proof.code for proof in offence.ict}
            for side in (before, after)
            for at, offence in side.offences.items()
            if at.printed == address
        ]
        assert gained[1] - gained[0] == {"telecommunication_networks"}


@pytest.mark.parametrize("name", NAMES[:2])
def test_without_its_patch_the_effect_is_unknown(name: str) -> None:
    told = effect(name, patched=False).encoded
    assert told.why == "no_patch" and told.unknown and not told.coverages


def test_nothing_but_the_named_articles_differs() -> None:
    assert {name: effect(name).articles for name in NAMES} == {
        "access-codes": ("210",),
        "artificial-intelligence-feature": ("190", "194"),
        "artificial-intelligence-offence": ("213-1",),
        "ict-features": ("194", "198", "311", "312"),
        "information-in-transmission": ("206", "208"),
    }


def test_every_case_can_be_read_with_its_patch(tmp_path: Path) -> None:
    assert sum(effect(name).encoded.judged for name in NAMES) == len(list(DRAFTS.glob("*.cases/*.yaml")))
