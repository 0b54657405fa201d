"""The page: whole, self-contained, in three languages, safe with hostile documents, and true to its numbers."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from saralau.acts import Address
from saralau.documents import Span
from saralau.messages import say
from saralau.offences import Kind, Limit, Punishment, Unit
from saralau.packs import load
from saralau.report.analysis import analyse
from saralau.report.building import Words, build_picture
from saralau.report.page import render
from saralau.report.precision import wilson
from saralau.report.register import make_register, read_register
from saralau.report.severity import bar, days, position

from ..conftest import CODE_2020, CODE_2025, EXAMPLES, analysed, sample

VOID = {"meta", "input", "br", "link", "img"}
RATES = {
    "deprivation": 1.0,
    "restriction": 1.0,
    "fine": 4.0,
    "correctional_works": 4.0,
    "community_service": 4.0,
    "arrest": 1.0,
}


class Balance(HTMLParser):
    """Opens and closes must match."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.loaded: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        self.loaded += [value or "" for name, value in attributes if name in ("src", "srcset", "data", "action")]
        self.loaded += [value or "" for name, value in attributes if name == "href" and not (value or "").startswith("#")]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page_of(path: Path) -> str:
    analysis = analyse(path)
    words = Words(analysis.act, {offence.address: offence for offence in analysis.offences.items})
    return render(build_picture(make_register(analysis, quoting=True), words))


@pytest.fixture(scope="module")
def page() -> str:
    return page_of(EXAMPLES / "sample-code.ru.html")


def test_well_formed_and_self_contained(page: str) -> None:
    parser = Balance()
    parser.feed(page)
    assert parser.open == []
    assert parser.loaded == []
    assert "http" not in re.sub(r"http-equiv", "", page)
    assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page


@pytest.mark.parametrize("code", ["kk", "ru", "en"])
def test_every_language_is_on_the_page(page: str, code: str) -> None:
    for message in ("heading-map", "heading-provisions", "heading-gaps", "heading-defects", "heading-basis"):
        assert say(message, code) in page


def test_the_laws_words_stand_on_it_only_where_the_user_supplied_them(page: str) -> None:
    assert '<q lang="ru">сетям телекоммуникаций</q>' in page or "сетям телекоммуникаций" in page
    embedded = render(build_picture(read_register(make_register(sample("ru"), quoting=False))))
    assert "<blockquote" not in embedded and "идущих по сетям" not in embedded


def test_counts_are_the_registers(page: str) -> None:
    register = make_register(sample("ru"))
    own = sum(bool(record.get("group")) and bool(record.get("ict")) for record in register["offences"])
    assert (len(register["articles"]), len(register["offences"]), own) == (13, 20, 7)
    for number in (13, 20, 7):
        assert f"<dd>{number}</dd>" in page


def test_hostile_titles_and_words_are_escaped(tmp_path: Path) -> None:
    text = (EXAMPLES / "sample-code.kk.md").read_text("utf-8")
    hostile = tmp_path / "a.md"
    hostile.write_text(text.replace("Ұрлау\n", "Ұрлау <script>alert(1)</script><img src=x>\n", 1), "utf-8")
    page = page_of(hostile)
    assert "<script>alert" not in page and "<img" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_an_act_without_offences_still_has_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Статья 1. Слова\n\nТекст.\n", "utf-8")
    assert "<h1>" in page_of(tmp_path / "a.md")


@pytest.mark.parametrize(
    ("value", "unit", "kind", "expected"),
    [
        (160, Unit.MCI, Kind.FINE, 40.0),
        (120, Unit.HOURS, Kind.COMMUNITY_SERVICE, 30.0),
        (2, Unit.YEARS, Kind.DEPRIVATION, 730.0),
        (40, Unit.DAYS, Kind.ARREST, 40.0),
        (5, Unit.TIMES, Kind.FINE, None),
    ],
)
def test_days_by_the_laws_own_rates(value: int, unit: Unit, kind: Kind, expected: float | None) -> None:
    assert days(value, unit, kind, RATES) == expected


def test_the_scale_is_logarithmic_and_clamped() -> None:
    assert (position(0.5), position(1), position(30 * 365), position(10**9)) == (0.0, 0.0, 100.0, 100.0)
    assert position(10) - position(1) == pytest.approx(position(100) - position(10), abs=0.02)


def test_bars() -> None:
    nowhere = Span(0, 0)
    implied = Limit(6, Unit.MONTHS, Address("46", "3"))
    stated = bar(Punishment(Kind.DEPRIVATION, nowhere, 2, 5, Unit.YEARS), RATES)
    unstated = bar(Punishment(Kind.DEPRIVATION, nowhere, None, 5, Unit.YEARS, implied_minimum=implied), RATES)
    life = bar(Punishment(Kind.DEPRIVATION, nowhere, life=True), RATES)
    multiple = bar(Punishment(Kind.FINE, nowhere, 2, 5, Unit.TIMES, multiple_of="bribe"), RATES)
    assert stated.low == position(730) and not stated.implied_low
    assert unstated.low == position(182.5) and unstated.implied_low
    assert life.life and life.high == 100.0
    assert multiple.high is None


def test_wilsons_interval_against_published_values() -> None:
    """Newcombe (1998), table I: 81 of 263 gives 0.2553 to 0.3662; 0 of 20 gives 0 to 0.1611."""
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=1e-4)
    assert wilson(0, 20) == pytest.approx((0.0, 0.1611), abs=1e-4)


def test_the_embedded_register_makes_the_page() -> None:
    picture = build_picture(read_register(load("kz/criminal-code@2025-07-16.ru")))
    assert picture.counts["offences"] == 1047
    assert {"194", "198", "311", "312"} <= {gap.address.article for gap in picture.gaps}
    assert picture.losses is None
    assert all(row.title.texts.keys() == {"kk", "ru", "en"} for row in picture.rows)


@pytest.mark.corpus
def test_with_and_without_text_the_numbers_are_the_same() -> None:
    from_text = build_picture(read_register(make_register(analysed(CODE_2025))))
    embedded = build_picture(read_register(load("kz/criminal-code@2025-07-16.ru")))
    assert from_text.counts == embedded.counts


@pytest.mark.corpus
def test_an_earlier_edition_shows_what_was_lost() -> None:
    before = make_register(analysed(CODE_2020), quoting=True)
    picture = build_picture(make_register(analysed(CODE_2025), quoting=True), None, before)
    assert picture.losses is not None
    assert "297(3)(5)" in {loss.address.printed for loss in picture.losses}
