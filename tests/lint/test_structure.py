"""Rules of the structure: numbers, lists, headings, notes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saralau.lint import Subject

from ..conftest import CODE_2020, CODE_2025, CODE_KK, parsed
from .linting import RULES, act_of, article, findings, words


def missing(text: str, code: str = "ru") -> list[object]:
    return [one.told["missing"] for one in findings("S001", text, code)]


# -- S001, S002 ---------------------------------------------------------------------------------------------------


def test_points_and_parts_left_out() -> None:
    assert missing(article("Осматривают:", "1) улей;", "3) рой.")) == ["2"]
    assert missing(article("Осматривают:", "2) улей;", "3) рой.")) == ["1"]
    assert missing(article("1. Улей осматривают.", "2. Рамки меняют.", "4. Рой считают.")) == ["3"]
    assert missing(article("Қаралады:", "1) ұя;", "3) ара.", code="kk"), "kk") == ["2"]


@pytest.mark.parametrize(
    "lines",
    [
        ["Осматривают:", "1) улей;", "1-1) рамки;", "2) рой."],
        ["Осматривают:", "1) улей;", "2) исключен Законом РК от 01.02.2020 № 3-VI;", "3) рой."],
        ["Осматривают:", "а) улей;", "в) рой."],  # which letters an alphabet of points has is not told here
        ["Улей осматривают.", "2. Рамки меняют."],
    ],
)
def test_numbers_that_go_on_or_are_told_to_be_gone(lines: list[str]) -> None:
    assert missing(article(*lines)) == []


def test_a_point_of_which_a_note_tells_that_it_is_gone() -> None:
    told = "Сноска. Пункт 2) статьи 1 исключен Законом РК от 01.02.2020 № 300-VI (вводится в действие с 01.01.2021)."
    assert missing(article("Осматривают:", "1) улей;", "3) рой.", told)) == []


def test_excluded_points_in_kazakh() -> None:
    text = article("Қаралады:", "1) ұя;", "2) алып тасталды – ҚР 01.02.2020 № 3-VI Заңымен;", "3) ара.", code="kk")
    assert missing(text, "kk") == []


def whole(numbers: list[int]) -> str:
    return "\n\n".join(f"### Статья {number}. Улей\n\nУлей осматривают." for number in numbers) + "\n"


def test_articles_left_out() -> None:
    assert missing(whole([1, 2, 3, 5, 6])) == ["4"]
    assert missing(whole([1, 2, 3, 30, 31])) == []  # a stretch that is not in hand
    assert missing(whole([5, 8, 11, 14])) == []  # an excerpt


def test_articles_of_an_emptied_chapter() -> None:
    parts = (
        whole([1, 2]),
        "## Глава 2. РАМКИ\n\nСноска. Глава 2 исключена Законом РК от 01.02.2020 № 3-VI.\n",
        "## Глава 3. РОЙ\n",
    )
    assert missing("\n".join((*parts, whole([5, 6])))) == []


@given(st.sets(st.integers(1, 30), min_size=2))
def test_a_gap_is_told_where_a_number_is_absent(numbers: set[int]) -> None:
    ordered = sorted(numbers)
    text = article("Осматривают:", *(f"{number}) рамку;" for number in ordered))
    wanted = [str(before + 1) for before, number in zip([0, *ordered], ordered, strict=False) if number > before + 1]
    assert missing(text) == wanted


def test_numbers_twice_and_out_of_order() -> None:
    assert words("S002", article("1. Улей осматривают.", "2. Рамки меняют.", "2. Рой считают.")) == ["2."]
    assert words("S002", article("Осматривают:", "1) улей;", "3) рой;", "2) рамки.")) == ["2)"]
    assert words("S002", article("1. Ұя қаралады.", "1. Ара саналады.", code="kk"), "kk") == ["1."]
    assert words("S002", article("1. Улей осматривают.", "1-1. Рамки меняют.", "2. Рой считают.")) == []


# -- S003 to S005 -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "marks"),
    [
        (["Осматривают:", "1) улей;", "2) рой;"], [";"]),
        (["Осматривают:", "1) улей;", "2) рой."], []),
        (["Осматривают:", "1) улей;", "2) рамки.", "3) мёд;", "4) рой."], ["."]),
        (["1) улей есть дом.", "2) рой есть семья.", "3) мёд есть еда."], []),  # sentences, not a list of one
        (["Порча:", "1) улья;", "2) роя, –", "наказывается штрафом."], []),
        (["Осматривают:", "1) улей;", "2) исключен Законом РК от 01.02.2020 № 3-VI;"], []),
        (["Осматривают:", "1) улей;", "2) рой.", "3) исключен Законом РК от 01.02.2020 № 3-VI."], []),
    ],
)
def test_lists_that_break_off(lines: list[str], marks: list[str]) -> None:
    assert [one.told["mark"] for one in findings("S003", article(*lines))] == marks


def test_a_list_that_breaks_off_in_kazakh() -> None:
    assert words("S003", article("Қаралады:", "1) ұя;", "2) ара;", code="kk"), "kk") == [";"]
    assert words("S003", article("Қаралады:", "1) ұя;", "2) ара.", code="kk"), "kk") == []


def test_lists_of_one_point() -> None:
    assert words("S004", article("Осматривают:", "1) улей.")) == ["1)"]
    assert words("S004", article("Осматривают:", "1) улей;", "2) исключен Законом РК от 01.02.2020 № 3-VI.")) == []
    assert words("S004", article("Қаралады:", "1) ұя.", code="kk"), "kk") == ["1)"]
    assert words("S004", article("Қаралады:", "1) ұя;", "2) ара.", code="kk"), "kk") == []


def test_a_part_alone() -> None:
    assert words("S005", article("1. Улей осматривают.")) == ["1."]
    assert words("S005", article("1. Улей осматривают.", "2. Исключена Законом РК от 01.02.2020 № 3-VI.")) == []
    assert words("S005", article("Улей осматривают.")) == []
    assert words("S005", article("1. Ұя қаралады.", code="kk"), "kk") == ["1."]


# -- S006 to S009 -------------------------------------------------------------------------------------------------


def test_headings_without_a_title() -> None:
    many = "".join(f"### Статья {number}. Улей\n\nУлей осматривают.\n\n" for number in range(1, 11))
    assert words("S006", many + "### Статья 11.\n\nРой считают.\n\n") == ["Статья 11."]
    assert words("S006", "### Статья 1\n\nУлей.\n\n### Статья 2\n\nРой.\n\n") == []  # an act without titles
    kk = "".join(f"### {number}-бап. Ұя\n\nҰя қаралады.\n\n" for number in range(1, 11))
    assert words("S006", kk + "### 11-бап.\n\nАра саналады.\n\n", "kk") == ["11-бап."]
    gone = "### Статья 11.\n\nСноска. Статья 11 исключена Законом РК от 01.02.2020 № 3-VI.\n\n"
    assert words("S006", many + gone) == []


def test_parts_without_a_number() -> None:
    assert len(findings("S007", article("Улей осматривают.", "2. Рамки меняют."))) == 1
    assert findings("S007", article("1. Улей осматривают.", "2. Рамки меняют.")) == []
    assert len(findings("S007", article("Ұя қаралады.", "2. Жақтау ауыстырылады.", code="kk"), "kk")) == 1


def test_notes_that_promise_more() -> None:
    assert words("S008", article("Улей осматривают.", "Примечания. Ульем признаётся дом.")) == ["Примечания."]
    assert words("S008", article("Улей осматривают.", "Примечание. Ульем признаётся дом.")) == []
    assert words("S008", article("Улей осматривают.", "Примечания.", "1. Улей есть дом.", "2. Рой есть семья.")) == []
    assert words("S008", article("Ұя қаралады.", "Ескертпелер. Үй ұя деп танылады.", code="kk"), "kk") == ["Ескертпелер."]
    assert words("S008", article("Ұя қаралады.", "Ескертпе. Үй ұя деп танылады.", code="kk"), "kk") == []


def test_numbers_without_words() -> None:
    assert words("S009", article("Осматривают:", "1) улей;", "2) ;", "3) рой.")) == ["2)"]
    assert words("S009", article("Қаралады:", "1) ұя;", "2) ;", "3) ара.", code="kk"), "kk") == ["2)"]
    assert words("S009", article("Осматривают:", "1) улей;", "2) рой.")) == []


# -- the official texts -------------------------------------------------------------------------------------------


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("rule", "file", "address"),
    [
        ("S003", CODE_2025, "68.4.8"),
        ("S007", CODE_2025, "379.1"),
        ("S007", CODE_2020, "427.1"),
        ("S008", CODE_2025, "134"),
        ("S002", CODE_KK, "179.2"),
        ("S001", CODE_KK, "197.4.3"),
    ],
)
def test_known_flaws_of_the_criminal_code_are_found(rule: str, file: str, address: str) -> None:
    found = [one.address.short for one in RULES[rule].check(Subject(parsed(file))) if one.address]
    assert address in found


def test_an_act_without_articles_has_no_findings() -> None:
    subject = Subject(act_of("Просто текст.\n"))
    assert [one for rule in RULES.values() for one in rule.check(subject)] == []
