"""Amounts as each language's grammar has them, and what the page must not keep silent about."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from saralau.acts import Address
from saralau.documents import Span
from saralau.offences.model import Application, Kind, Limit, Punishment, Sanction, Unit
from saralau.report.building import build_picture
from saralau.report.page import amount, reason, render
from saralau.report.picture import Flaw, Gap, Picture, Title
from saralau.report.register import make_register, read_register
from saralau.report.severity import bar

from ..conftest import sample

NOWHERE = Span(0, 0)
TEMPLATES = Path(render.__code__.co_filename).parent / "templates"


def said(punishment: Punishment, code: str) -> str:
    """The amount in one language, out of the three on the page."""
    found = re.search(rf'<span class="l {code}" lang="{code}">(.*?)</span>', amount(punishment))
    assert found
    return found[1]


def deprivation(low: int | None, high: int | None) -> Punishment:
    return Punishment(Kind.DEPRIVATION, NOWHERE, low, high, Unit.YEARS)


@pytest.mark.parametrize(
    ("low", "high", "kk", "ru", "en"),
    [
        (None, 1, "1 жылға дейін", "до 1 года", "up to 1 year"),
        (None, 3, "3 жылға дейін", "до 3 лет", "up to 3 years"),
        (2, 7, "2 жылдан 7 жылға дейін", "от 2 лет до 7 лет", "2 years to 7 years"),
        (3, 3, "3 жыл", "3 года", "3 years"),
        (5, None, "5 жылдан бастап", "от 5 лет", "from 5 years"),
    ],
)
def test_a_bound_governs_the_unit(low: int | None, high: int | None, kk: str, ru: str, en: str) -> None:
    punishment = deprivation(low, high)
    assert (said(punishment, "kk"), said(punishment, "ru"), said(punishment, "en")) == (kk, ru, en)


def test_from_a_term_to_life() -> None:
    punishment = replace(deprivation(15, None), life=True)
    assert said(punishment, "kk") == "15 жылдан бастап өмір бойына дейін"
    assert said(punishment, "ru") == "от 15 лет до пожизненного"


def test_a_multiple_of_a_sum_names_the_sum() -> None:
    punishment = Punishment(Kind.FINE, NOWHERE, 20, 50, Unit.TIMES, multiple_of="bribe")
    assert said(punishment, "ru") == "от 20-кратного размера до 50-кратного размера суммы взятки"
    assert said(punishment, "kk") == "пара сомасының 20 еселенген мөлшерінен 50 еселенген мөлшеріне дейін"
    assert said(punishment, "en") == "20 times to 50 times the bribe"


def test_implied_bounds_tell_their_source() -> None:
    low = replace(deprivation(None, 2), implied_minimum=Limit(6, Unit.MONTHS, Address("7", "3")))
    high = replace(deprivation(3, None), implied_maximum=Limit(15, Unit.YEARS, Address("7", "3")))
    assert said(low, "ru") == "до 2 лет, от 6 месяцев (по ст. 7(3))"
    assert said(low, "kk") == "2 жылға дейін, 6 айдан бастап (7(3)-бап бойынша)"
    assert said(high, "ru") == "от 3 лет, до 15 лет (по ст. 7(3))"


@pytest.mark.parametrize(
    ("application", "word"), [(Application.OBLIGATORY, "обязательно"), (Application.OPTIONAL, "по усмотрению суда")]
)
def test_an_additional_punishment_tells_whether_the_court_must(application: Application, word: str) -> None:
    assert said(Punishment(Kind.CONFISCATION, NOWHERE, application=application, scope="all"), "ru") == word


def test_a_principal_punishment_need_not_tell_it() -> None:
    assert said(deprivation(None, 3), "en") == "up to 3 years"


def test_a_reason_cites_as_everything_else_does() -> None:
    assert "(71(1)(3))" in reason("limitation-by-category:71.1.3")


def test_without_a_known_lower_bound_the_bar_has_none() -> None:
    unknown = bar(deprivation(None, 3), {"deprivation": 1.0})
    assert unknown.low is None and unknown.high is not None and not unknown.implied_low


@pytest.fixture(scope="module")
def picture() -> Picture:
    return build_picture(read_register(make_register(sample("ru"), quoting=True)))


def with_sanction(picture: Picture, sanction: Sanction) -> str:
    return render(replace(picture, rows=(replace(picture.rows[0], sanction=sanction),)))


def test_a_punishment_attached_to_one_alternative_says_to_which(picture: Picture) -> None:
    fine = Punishment(Kind.FINE, NOWHERE, None, 100, Unit.MCI)
    attached = Punishment(Kind.CONFISCATION, NOWHERE, scope=1)
    page = with_sanction(picture, Sanction(NOWHERE, (fine, deprivation(None, 3)), (attached,)))
    assert "only with deprivation of liberty" in page and "только вместе с наказанием: лишение свободы" in page
    everywhere = with_sanction(picture, Sanction(NOWHERE, (fine,), (replace(attached, scope="all"),)))
    assert "only with" not in everywhere


def test_words_of_a_sanction_that_were_not_read_are_told(picture: Picture) -> None:
    whole = with_sanction(picture, Sanction(NOWHERE, (deprivation(None, 3),)))
    broken = with_sanction(picture, Sanction(NOWHERE, (deprivation(None, 3),), (), (Span(3, 9),)))
    assert "Some words of this sanction were not read" in broken
    assert "Some words of this sanction were not read" not in whole


def test_no_list_is_cut_short(picture: Picture) -> None:
    flaws = tuple(Flaw("misprint", None, line, None, "") for line in range(1, 1001))
    siblings = tuple(Address(str(number)) for number in range(801, 841))
    gap = Gap(Address("800"), Title({"ru": "Вымысел"}), siblings, ())
    page = render(replace(picture, flaws=flaws, gaps=(gap,)))
    assert "line 1000" in page.replace(",", "")
    assert ", ".join(address.printed for address in siblings) in page


def test_what_is_inherited_is_hatched(picture: Picture) -> None:
    page = render(picture)
    for group in ("I", "II", "III"):
        assert page.count(f'id="hatch-{group}"') == 1
        assert f"url(#hatch-{group})" in page
    assert set(re.findall(r"url\((.)", page)) == {"#"}


def test_every_group_has_the_scale_above_it_and_grid_lines_at_its_marks(picture: Picture) -> None:
    page = render(picture)
    assert page.count('class="ticks"') == 3
    # ln(365) / ln(30 * 365) is 63.43 per cent: the mark of one year
    assert page.count('left:63.43%">') == 3
    assert "63.43% 0/1px 100% no-repeat" in page


def test_light_ink_on_dark_paper_stays_on_the_screen() -> None:
    css = (TEMPLATES / "page.css").read_text("utf-8")
    assert re.findall(r"@media ([^{]*prefers-color-scheme:dark\))", css) == ["screen and (prefers-color-scheme:dark)"]
