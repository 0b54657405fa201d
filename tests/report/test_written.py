"""Days, numbers, sums and places in annexes as each language has them."""

from __future__ import annotations

import pytest

from saralau.report.numbers import money, number
from saralau.report.pack_titles import Called, called
from saralau.report.written import in_words, page_in_words


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("ru", "с 2023-07-15", "с 15 июля 2023 г."),
        ("ru", "Действует до 2026-11-05.", "Действует до 5 ноября 2026 г."),  # one full stop for the year and the sentence
        ("ru", "закон от 2019-12-27 № 292-VI", "закон от 27 декабря 2019 г. № 292-VI"),
        ("kk", "2023-07-15 күнінен бастап", "2023 жылғы 15 шілде күнінен бастап"),
        ("kk", "2019-12-27 № 292-VI Заң", "2019 жылғы 27 желтоқсандағы № 292-VI Заң"),
        ("kk", "2024-09-01 № 5-II", "2024 жылғы 1 қыркүйектегі № 5-II"),
        ("en", "2023-07-15 → 2024-01-01", "15 July 2023 → 1 January 2024"),
        ("en", "/akn/kz/act/law/2020-02-01/3-i", "/akn/kz/act/law/2020-02-01/3-i"),  # an address stays one
        ("en", "rus@2025-07-16", "rus@2025-07-16"),
        ("en", "2023-13-15, 12023-07-15", "2023-13-15, 12023-07-15"),  # no days
        ("ru", "att1(2)(1)", "приложение 1, 2(1)"),
        ("kk", "att1(3)", "1-қосымша, 3"),
        ("en", "att1-2(3); att4", "annex 2 to annex 1, 3; annex 4"),
    ],
)
def test_days_and_annexes_are_written_as_people_write_them(code: str, text: str, said: str) -> None:
    assert in_words(text, code) == said


def test_a_page_keeps_the_machines_form_beside_the_readers_and_leaves_alone_what_is_not_ours() -> None:
    page = (
        '<p title="since 2023-07-15">2023-07-15</p><a href="/x/2023-07-15">x</a><input type="date" value="2023-07-15">'
        '<option value="rus@2023-07-15">2023-07-15</option><textarea>2023-07-15</textarea>'
        '<!--law-->2023-07-15 <a title="2023-07-15">att1(2)</a><!--/law--><time datetime="2023-07-15">2023-07-15</time>'
    )
    assert page_in_words(page, "en") == (
        '<p title="since 15 July 2023"><time datetime="2023-07-15">15 July 2023</time></p><a href="/x/2023-07-15">x</a>'
        '<input type="date" value="2023-07-15"><option value="rus@2023-07-15">15 July 2023</option>'
        '<textarea>2023-07-15</textarea>2023-07-15 <a title="15 July 2023">att1(2)</a>'
        '<time datetime="2023-07-15">15 July 2023</time>'
    )


@pytest.mark.parametrize(
    ("value", "places", "en", "ru"),
    [
        (1047, 0, "1,047", "1\u00a0047"),
        (0.0144, 3, "0.014", "0,014"),
        (2_000_000, 0, "2,000,000", "2\u00a0000\u00a0000"),
        (12, 0, "12", "12"),
    ],
)
def test_numbers_have_the_signs_of_the_language(value: float, places: int, en: str, ru: str) -> None:
    assert [number(value, code, places) for code in ("en", "ru", "kk")] == [en, ru, ru]


def test_a_sum_has_its_currency_by_name() -> None:
    assert money(2_000_000, "KZT", "kk") == "2\u00a0000\u00a0000 теңге"
    assert money(19_660, "KZT", "en") == "19,660 tenge"
    assert money(5, "ALT", "ru") == "5 ALT"  # a currency of an invented state


def test_a_title_in_another_language_says_in_which() -> None:
    iri = "/akn/zz/act/law/2020-02-01/3-i"
    assert called(iri, "", "en", {"ru": "О рыбах"}).said("en") == "О рыбах (in Russian)"
    assert called(iri, "", "ru", {"ru": "О рыбах", "kk": "Балықтар туралы"}) == Called("О рыбах", "ru")
    assert called(iri, "", "kk", {"ru": "О рыбах"}).said("kk") == "О рыбах (орысша)"
    assert called(iri, "", "kk", {}).said("kk") == iri
