"""Indicators of instability and what two acts say beside each other, on fictional acts."""

from __future__ import annotations

import pytest

from saralau.acts import Act, parse_act
from saralau.amendments import Amendment, InForce
from saralau.amendments.model import Target
from saralau.documents import Span
from saralau.documents.reading import read_bytes
from saralau.history.causes import Causes, Rate, Share, measure
from saralau.history.comparing import Verdict, compare
from saralau.history.laws import is_short_notice

TEN = "(вводится в действие по истечении десяти календарных дней после дня его первого официального опубликования)"
SIXTY = "(вводится в действие по истечении шестидесяти календарных дней после дня его первого официального опубликования)"


def note(article: str, effect: str, *laws: str) -> str:
    return f"Сноска. Статья {article} {effect} {'; '.join(laws)}."


ONE = "Законом РК от 01.02.2016 № 5-VI " + TEN
TWO = "Законом РК от 03.04.2017 № 9-VI " + SIXTY
THREE = "Законом РК от 07.08.2018 № 12-VI (вводится в действие с 10.08.2018)"
SAME = "Законом РК от 01.02.2016 № 5 " + TEN  # the first again, its number cut short
ACT = f"""Глава 1. ОБЩЕЕ

Статья 1. Основные понятия

1) улей – ящик для пчел;

2) сайт – интернет-ресурс о пчелах;

3) исключен {THREE};

{note("1", "с изменениями, внесенными законами", ONE, TWO)}

Статья 2. Осмотр

1. Улей осматривает пасечник.

2. О сайте сообщают в сети Интернет.

{note("2", "в редакции", TWO)}

Глава 2. ИНОЕ

Статья 3. Вывоз

Вывоз ульев свободен.

{note("3", "с изменениями, внесенными", ONE)}

Статья 4. Исключена {TWO}
"""


def act(text: str, name: str = "law.md") -> Act:
    return parse_act(read_bytes(text.encode(), name))


def measured() -> Causes:
    (one,) = measure([act(ACT)])
    return one


def test_what_the_text_tells() -> None:
    """The excluded point and article are no provisions; 1(1), 1(2), 2(1), 2(2), 3 are."""
    one = measured()
    assert one.kinds == {"technical": 1, "mixed": 0, "legal": 0, "unknown": 1}
    assert one.shares["technical"] == Share(1, 2)
    assert one.shares["definitions"] == Share(2, 5)
    assert one.shares["technology"] == Share(2, 3)


def test_what_the_notes_tell() -> None:
    one = measured()
    assert one.edition == "2018-08-07"
    assert one.reworded == 1
    assert one.shares["short_notice_laws"] == Share(
        2, 3
    )  # the first, and the third, in force three days after it was passed
    assert (one.rates["laws"].laws, one.rates["laws"].changes) == (3, 3)


def test_excluded_points_keep_their_number_and_are_exposed() -> None:
    rates = measured().rates
    assert (rates["definitions_by_unit"].changes, rates["definitions_by_unit"].units) == (3, 3)
    assert (rates["others_by_unit"].units, rates["others_by_article"].units) == (4, 3)
    assert (rates["definitions_by_article"].changes, rates["definitions_by_article"].units) == (3, 1)


def test_without_a_known_day_of_adoption_no_rate_is_told() -> None:
    one = measured()
    assert (one.adopted, one.years, one.rates["laws"].value) == (None, None, None)


def test_an_omnibus_law_amends_two_of_the_acts_given() -> None:
    """Told by date and the digits of the number; the same act alone has none."""
    other = act(f"Статья 1. О меде\n\nМед сладок.\n\n{note('1', 'с изменениями, внесенными', SAME)}\n", "other.md")
    alone, together = measured(), measure([act(ACT), other])
    assert alone.shares["omnibus_laws"] == Share(0, 3)
    assert together[0].shares["omnibus_laws"] == Share(1, 3)
    assert together[1].shares["omnibus_laws"] == Share(1, 1)
    assert together[0].shares["omnibus_changes"].part == 2
    assert together[0].shares["wide_laws"] == Share(0, 3)


def test_an_omnibus_law_amends_five_chapters_of_one_act() -> None:
    chapters = "".join(
        f"Глава {n}. О {n}\n\nСтатья {n}. О {n}\n\nСлово.\n\n{note(str(n), 'с изменениями, внесенными', ONE)}\n\n"
        for n in range(1, 6)
    )
    assert measure([act(chapters)])[0].shares["omnibus_laws"] == Share(1, 1)
    assert measure([act(chapters.replace("Глава 5. О 5\n\n", ""))])[0].shares["omnibus_laws"] == Share(0, 1)


@pytest.mark.parametrize(
    ("rule", "short"),
    [
        (InForce("days", 10), True),
        (InForce("days", 11), False),
        (InForce("publication"), True),
        (InForce("months", 6), False),
        (InForce("on", date="2020-01-11"), True),
        (InForce("on", date="2019-06-01"), True),
        (InForce("on", date="2020-01-12"), False),
        (InForce("article", article="2"), None),
        (InForce("untold"), None),
    ],
)
def test_short_notice(rule: InForce, short: bool | None) -> None:
    one = Amendment(None, "amended", "2020-01-01", "1-VI", Target("act"), rule, False, False, Span(0, 1))
    assert is_short_notice(one) is short


def causes(shares: tuple[int, int], rate: tuple[int, int]) -> Causes:
    """An act of which every share is the one given, and every rate so many changes by so many laws, one unit, ten years."""
    base = measured()
    changes, laws = rate
    number = Rate(changes, 1, 10.0, laws, changes * changes // max(laws, 1))
    return Causes(
        base.act, "2008-08-07", "2018-08-07", 10.0, base.kinds, (0, 0), 0,
        dict.fromkeys(base.shares, Share(*shares)), dict.fromkeys(base.rates, number),
    )  # fmt: skip


def speaks(one: Causes, other: Causes) -> dict[str, str]:
    found: tuple[Verdict, ...] = compare(one, other)
    return {verdict.indicator: verdict.speaks for verdict in found}


def test_for_against_undecided() -> None:
    high, low = causes((60, 100), (100, 100)), causes((20, 100), (20, 20))
    assert speaks(high, low)["technical"] == "for"
    assert speaks(low, high)["technical"] == "against"
    assert speaks(high, high)["technical"] == "undecided"
    assert speaks(high, low)["laws"] == "for"
    assert speaks(low, high)["laws"] == "against"
    assert speaks(high, low)["definitions_by_unit"] == "undecided"  # beside the other norms of the same act


def test_changes_that_came_together_decide_less() -> None:
    assert speaks(causes((1, 1), (100, 5)), causes((1, 1), (40, 5)))["laws"] == "undecided"
    assert speaks(causes((1, 1), (100, 100)), causes((1, 1), (40, 40)))["laws"] == "for"


def test_too_few() -> None:
    few, many = causes((10, 19), (30, 4)), causes((10, 100), (30, 30))
    assert set(speaks(few, many).values()) == {"too_few"}
    assert speaks(many, few)["technical"] == "too_few"
