"""Texts aligned by address: the fictional act in three languages and changed by hand, the Code in three editions."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from saralau.acts import Address
from saralau.messages import InputError
from saralau.packs import load
from saralau.report.alignment import Aligned, align_files, alignment_lines

from ..conftest import CODE_2020, CODE_2025, CODE_KK, CODES, CORPUS, EXAMPLES

SAMPLES = {
    language: EXAMPLES / f"sample-code.{language}.{suffix}"
    for language, suffix in (("ru", "html"), ("kk", "md"), ("en", "md"))
}
NOTE = "Сноска. Статья 10 с изменениями, внесенными законами РА от 05.03.2021 "


def changed(tmp_path: Path, *changes: tuple[str, str]) -> Aligned:
    """The Russian act against itself with changes."""
    text = SAMPLES["ru"].read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    later = tmp_path / "later.html"
    later.write_text(text, "utf-8")
    return align_files(SAMPLES["ru"], later)


def found(aligned: Aligned) -> list[tuple[str, str, str]]:
    return [(row.status, difference.address.printed, difference.aspect) for row, difference in aligned.unexplained()]


@pytest.mark.parametrize(("one", "other"), [*combinations(SAMPLES, 2)])
def test_the_same_act_in_two_languages_differs_nowhere(one: str, other: str) -> None:
    aligned = align_files(SAMPLES[one], SAMPLES[other])
    assert aligned.counts == {"equal": 13, "reported": 0, "unreported": 0, "introduced": 0, "absent": 0}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("до пятисот месячных", "до шестисот месячных", [("10(1)", "amount"), ("10(1)", "amount")]),
        ("на срок до трехсот часов", "на срок от ста до трехсот часов", [("10(1)", "amount")]),
        ("с конфискацией имущества или без таковой.", "с конфискацией имущества.", [("10(1)", "application")]),
        ("либо арестом на срок до сорока суток", "", [("20(1)", "punishment")]),
        ("<p>3) неоднократно;</p>", "", [("10(2)(3)", "unit")]),
        ("<p>3) неоднократно;</p>", "<p>3) исключен;</p>", [("10(2)(3)", "excluded")]),
        ("пожизненным лишением свободы, с лишением гражданства", "пожизненным лишением свободы с лишением гражданства", [("30(3)", "scope")]),
        ("а в случаях, предусмотренных пунктом 2), –", "а в случаях, предусмотренных пунктом 1), –", [("10(3)", "condition")]),
        ("должности или заниматься определенной деятельностью на срок до трех лет", "должности и заниматься определенной деятельностью на срок до трех лет", [("20(3)", "qualifier")]),
    ],
)  # fmt: skip
def test_a_change_that_no_note_reports_is_found(tmp_path: Path, old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert found(changed(tmp_path, (old, new))) == [("unreported", at, aspect) for at, aspect in expected]


def test_a_change_that_a_note_reports_is_explained(tmp_path: Path) -> None:
    aligned = changed(
        tmp_path,
        ("до пятисот месячных", "до шестисот месячных"),
        (NOTE, f"{NOTE}№ 1; от 01.02.2026 № 90-III; от 05.03.2021 "),
    )
    assert found(aligned) == []
    (row,) = [row for row in aligned.rows if row.status == "reported"]
    assert (row.article, [event.date for event in row.reported]) == ("10", ["2026-02-01"])
    assert [difference.aspect for difference in row.differences] == ["amount", "amount"]


def test_an_article_in_one_text_only_is_absent_unless_a_note_introduces_it(tmp_path: Path) -> None:
    new = "<h3>Статья 13. Новое</h3><p>Новое –</p><p>наказывается арестом на срок до сорока суток.</p>"
    note = '<p class="note">Сноска. Глава 1 дополнена статьей 13 в соответствии с Законом РА от 01.02.2026 № 90-III.</p>'
    place = "<h3> Глава 2."
    assert found(changed(tmp_path, (place, new + place))) == [("absent", "13", "unit")]
    aligned = changed(tmp_path, (place, new + note + place))
    assert found(aligned) == []
    assert aligned.counts["introduced"] == 1


def test_two_acts_are_not_aligned(tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text("### Статья 1. Иное\n\nИное.\n", "utf-8")
    with pytest.raises(InputError, match="texts of two acts"):
        align_files(SAMPLES["ru"], other)


def test_strangers_are_not_aligned(tmp_path: Path) -> None:
    for name, what in (("a.md", "Вода"), ("b.md", "Огонь")):
        text = "\n\n".join(f"### Статья {number}. {what} {number}\n\nТекст." for number in range(1, 6))
        (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(InputError, match="hardly share a title"):
        align_files(tmp_path / "a.md", tmp_path / "b.md")


@pytest.fixture(autouse=True)
def altynsay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SARALAU_PACKS", str(EXAMPLES / "packs"))


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("one", "other", "counts"),
    [
        (CODE_2020, CODE_KK, {"equal": 282, "reported": 80, "unreported": 12, "introduced": 8, "absent": 0}),
        (CODE_KK, CODE_2025, {"equal": 252, "reported": 141, "unreported": 17, "introduced": 18, "absent": 0}),
        (CODE_2020, CODE_2025, {"equal": 193, "reported": 181, "unreported": 0, "introduced": 25, "absent": 0}),
    ],
)
def test_every_difference_of_the_code_is_known(one: str, other: str, counts: dict[str, int]) -> None:
    """Each difference that no note explains was read in both texts; the counts move only with the reading of the acts."""
    aligned = align_files(CORPUS / one, CORPUS / other)
    assert aligned.counts == counts
    assert {(d.address, d.aspect) for _, d in aligned.unexplained()} <= set(aligned.known)
    for language in ("kk", "ru", "en"):
        assert len(list(alignment_lines(aligned, language, every=True))) > 3


@pytest.mark.corpus
def test_the_pack_lists_no_discrepancy_that_is_not_there() -> None:
    listed = {
        (Address.read(row["at"]), aspect)
        for row in load("kz/criminal-code.discrepancies")["discrepancies"]
        for aspect in row["aspects"]
    }
    seen = {
        (d.address, d.aspect)
        for pair in combinations(CODES, 2)
        for _, d in align_files(*(CORPUS / name for name in pair)).unexplained()
    }
    assert listed == seen
