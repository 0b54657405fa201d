"""Lines of descent: followed backwards and forwards, told with sources; what is unverified or not in hand is said so."""

from __future__ import annotations

from pathlib import Path

import pytest

from saralau.history import Lines, Passing, Step, descent, lines_of, reached, touches
from saralau.messages import InputError, languages
from saralau.report.lineage import Descent, trace
from saralau.report.lineage_record import lineage_record
from saralau.report.lineage_told import lineage_lines
from saralau.report.wordings import Difference

from ..conftest import CORPUS

OLD_CODE = CORPUS / "kz/criminal-code-1997.articles.ru.2010.md"


def step(older: str | None, newer: str, passed: str, *passings: tuple[str, str]) -> Step:
    moved = tuple(Passing((one,), tuple(to.split()), None, False, "reading", True) for one, to in passings)
    relation = "replaces" if older else "introduced"
    return Step("line", relation, older, newer, passed, None, None, "text", None, True, False, True, moved)


def lines(*steps: Step) -> Lines:
    acts = {act: {"en": act} for one in steps for act in (one.older, one.newer) if act}
    return Lines("ra", acts, {"line": {"en": "A line"}}, {}, steps, ())


CHAIN = lines(
    step(None, "a", "1900-01-01"),
    step("a", "b", "1910-01-01", ("1", "2 3"), ("2", "4")),
    step("b", "c", "1920-01-01", ("2", "9"), ("4", "7"), ("3", "")),
    step("x", "y", "1915-01-01", ("1", "1")),
)


def moved(steps: tuple[Step, ...]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(one.older, one.newer) for each in steps for one in each.passings]


def test_a_provision_is_followed_both_ways() -> None:
    assert moved(descent(CHAIN, "b", "2")) == [(("1",), ("2",)), (("2",), ("9",))]
    assert moved(descent(CHAIN, "c", "7")) == [(("2",), ("4",)), (("4",), ("7",))]
    assert moved(descent(CHAIN, "a", "1")) == [(("1",), ("2", "3")), (("2",), ("9",)), (("3",), ())]
    assert descent(CHAIN, "a", "5") == ()


def test_an_act_is_followed_without_provisions() -> None:
    found = descent(CHAIN, "b")
    assert [(one.older, one.newer) for one in found] == [(None, "a"), ("a", "b"), ("b", "c")]
    assert moved(found) == []


def test_places_of_a_line_are_its_own() -> None:
    assert reached(descent(CHAIN, "c", "7"), "c", "7") == (("a", "2"), ("b", "4"), ("c", "7"))
    assert reached((), "a", "5") == (("a", "5"),)


@pytest.mark.parametrize(
    ("one", "other", "same"), [("1", "1.2", True), ("1.2", "1", True), ("1", "12", False), ("1.2", "1.3", False)]
)
def test_a_part_touches_its_article(one: str, other: str, same: bool) -> None:
    assert touches(one, other) is same


def test_a_circle_ends() -> None:
    round_ = lines(step("a", "b", "1910-01-01", ("1", "1")), step("b", "a", "1911-01-01", ("1", "1")))
    assert len(descent(round_, "a", "1")) == 2
    assert len(descent(round_, "a")) == 2


def kinds(found: Descent) -> list[tuple[str, str, bool, bool]]:
    return [(one.passed, one.relation, one.verified, one.in_hand) for one in found.steps]


def test_computer_crime_from_1997_to_today() -> None:
    """By the text of the Code (467), the notes in the registers, and the review, which is not verified."""
    found = trace("criminal-code", "205", None, None)
    assert kinds(found) == [
        ("1997-07-16", "introduced", False, True),
        ("2002-12-21", "amends", True, True),
        ("2014-04-23", "supplements", False, False),
        ("2014-07-03", "replaces", True, True),
        ("2017-12-28", "amends", True, False),
        ("2018-07-12", "amends", True, True),
        ("2025-07-16", "amends", True, True),
    ]
    assert found.steps[3].force is not None
    assert found.steps[3].force.on == "2015-01-01"
    assert found.without == (("criminal-code-1997", "chapter:7-1"),)
    assert [(one.act, one.at, one.as_of) for one in found.wordings] == [
        ("criminal-code-1997", "227.1", "2010"),
        *(("criminal-code", "205", edition) for edition in ("2020-05-04", "2022-07-12", "2025-07-16")),
    ]
    _, _, changed = found.pairs[0]
    assert (
        Difference(
            "consequence",
            ("destruction", "blocking", "modification", "copying", "disruption_of_work"),
            ("substantial_harm",),
        )
        in changed
    )
    assert Difference("conduct", ("breaking_operating_rules",), ()) in changed


def test_since_2025_harm_is_not_asked_of_every_basic_offence_of_206() -> None:
    """Part 2 on critical objects became an offence of its own (domain.md, 7)."""
    found = trace("criminal-code", "206", None, None)
    changes = [
        (before.as_of, after.as_of, one) for before, after, some in found.pairs for one in some if one.facet == "required"
    ]
    assert changes == [("2022-07-12", "2025-07-16", Difference("required", ("yes",), ("no",)))]


def test_what_a_lexicon_of_another_language_finds_is_not_compared() -> None:
    found = trace("criminal-code", "205", None, None)
    told = {(before.as_of, after.as_of): {one.facet for one in some} for before, after, some in found.pairs}
    assert told["2020-05-04", "2022-07-12"] == set()
    assert told["2020-05-04", "2025-07-16"] == {"ict"}


def test_the_laws_on_informatization() -> None:
    found = trace("informatization", None, None, None)
    assert [(one.relation, one.newer, one.announced) for one in found.steps] == [
        ("introduced", "informatization-2003", False),
        ("replaces", "informatization-2007", False),
        ("replaces", "informatization", False),
        ("moved_in_part", "digital-code", False),
        ("amends", "informatization", True),
    ]
    assert found.steps[-1].in_hand is False


def test_agreements_of_the_cis_are_not_verified() -> None:
    found = trace("cis-cybercrime-2001", None, None, None)
    assert kinds(found) == [("2001-06-01", "introduced", False, False), ("2018-09-28", "replaces", False, False)]


@pytest.mark.parametrize(
    "typed", ["УК", "ҚК", "criminal code", "K1400000226", "/akn/kz/act/code/2014-07-03/226-v", "Уголовный кодекс 2014 года"]
)
def test_an_act_is_known_by_its_names(typed: str) -> None:
    """Of two codes of one name the one in force is meant."""
    assert trace(typed, None, None, "kz").act == "criminal-code"


def test_a_line_of_an_article_outside_it_has_its_laws_only() -> None:
    found = trace("criminal-code", "105", None, None)
    assert {one.line for one in found.steps} == {""}
    assert [one.passed for one in found.steps] == ["2018-07-02", "2019-12-27", "2024-04-15", "2025-07-16"]


@pytest.mark.parametrize("code", languages())
def test_it_is_told_in_every_language(code: str) -> None:
    for act, at in (
        ("criminal-code-1997", "227"),
        ("informatization", "52"),
        ("digital-code", None),
        ("criminal-code", "1000"),
    ):
        found = trace(act, at, None, None)
        assert len(list(lineage_lines(found, code))) > 1
        assert lineage_record(found)["act"] == act


def test_what_cannot_be_followed_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no line of descent has nothing"):
        trace("nothing", None, None, None)
    with pytest.raises(InputError, match="is not an address"):
        trace("criminal-code", "x", None, None)
    with pytest.raises(InputError, match="give its address too"):
        trace("criminal-code", None, tmp_path / "any.md", None)
    stranger = tmp_path / "stranger.md"
    stranger.write_text("### Article 1. Boats\n\nEvery boat carries a lantern.\n", "utf-8")
    with pytest.raises(InputError, match="no pack recognises"):
        trace(str(stranger), None, None, None)
    with pytest.raises(InputError, match=r"no offence at 205"):
        trace("criminal-code", "205", stranger, None)


@pytest.mark.corpus
def test_a_text_of_the_old_code_is_compared_too() -> None:
    """Article 227 as of 2010: elements and features are found; two of its threats are not wholly read, and that is said."""
    found = trace("criminal-code-1997", "227", OLD_CODE, None)
    given = {one.at: one for one in found.wordings if one.source == "text"}
    assert given["227.1"].ict == ("computer_data", "computer_system")
    assert given["227.1"].features == ("criminal_group", "official_position", "prior_conspiracy")
    assert given["227.1"].conduct is None
    assert given["227.1"].heaviest is None


@pytest.mark.corpus
def test_the_encoded_wording_of_227_is_what_the_text_has() -> None:
    """Features, and elements but for the program, which the lexicon does not name in the old words."""
    found = trace("criminal-code-1997", "227", OLD_CODE, None)
    sides = {(one.at, one.source): one for one in found.wordings}
    for at in ("227.1", "227.3"):
        encoded, text = sides[at, "encoded"], sides[at, "text"]
        assert set(encoded.features) == set(text.features)
        assert set(text.ict) <= set(encoded.ict)


@pytest.mark.corpus
@pytest.mark.parametrize(("name", "act"), [("digital-code.ru.2026.html", "digital-code"), ("informatization-law.ru.2003.md", "informatization-2003"), ("informatization-law.ru.2007.md", "informatization-2007"), ("informatization-law.ru.2026.html", "informatization"), ("criminal-code.ru.2025.html", "criminal-code")])  # fmt: skip
def test_a_file_names_its_act(name: str, act: str) -> None:
    assert trace(str(CORPUS / "kz" / name), None, None, None).act == act


def test_every_act_of_a_line_is_a_work() -> None:
    from saralau.citations.works import work_named

    known = lines_of("kz")
    assert all(work_named(act, "ru") is not None for act in known.acts)
    assert {one.newer for one in known.steps} <= set(known.acts)
