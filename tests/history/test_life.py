"""The life of a fictional law, what is known of it on a day, how long its wordings last; then the official texts."""

from __future__ import annotations

import pytest

from saralau.acts import Act, Address, read_act
from saralau.amendments import Amendment
from saralau.history.life import life
from saralau.history.spells import Stability, stability
from saralau.history.standing import standing_on
from saralau.messages import InputError

from ..conftest import CODE_2020, CODE_2025, CODE_KK, CORPUS, parsed
from .editions import EARLIER, LATER, edition


def told(one: Amendment) -> tuple[str | None, str, str]:
    return one.address and one.address.short, one.action, one.date


def test_the_events_of_a_law_in_the_order_of_their_effect() -> None:
    whole = life([edition(LATER)])
    assert [(*told(event.amendment), event.entry.not_before, event.entry.exact) for event in whole.events] == [
        ("3", "amended", "2012-03-01", "2012-03-12", False),
        ("5", "reworded", "2014-07-07", "2014-07-07", False),
        ("1", "amended", "2015-05-05", "2016-01-01", True),
        ("2-1", "introduced", "2015-05-05", "2016-01-01", True),
        ("3", "amended", "2015-05-05", "2016-01-01", True),
        ("3.2.1", "excluded", "2015-05-05", "2016-01-01", True),
        ("5", "amended", "2017-02-02", "2018-01-01", True),
    ]
    assert whole.events[-1].amendment.announced
    assert whole.until == "2016-01-01"  # what is only announced does not carry the text further
    assert whole.events[0].law is None  # no pack knows the law, so that its amending laws have no address


def test_events_of_a_provision_are_its_own_and_those_of_its_article() -> None:
    whole = life([edition(LATER)])
    point = [told(event.amendment) for event in whole.of(Address.read("3.2.1"))]
    assert point == [("3", "amended", "2012-03-01"), ("3", "amended", "2015-05-05"), ("3.2.1", "excluded", "2015-05-05")]
    assert len(whole.of(Address.read("2"))) == 0


def test_two_texts_tell_one_event_once() -> None:
    both = life([edition(LATER), edition(EARLIER)])
    (first, *_) = both.events
    assert told(first.amendment) == ("3", "amended", "2012-03-01") and first.texts == (0, 1)
    assert len(both.events) == len(life([edition(LATER)]).events)


def test_what_is_known_on_a_day() -> None:
    acts = [edition(LATER), edition(EARLIER)]
    before = {row.address.short: (row.status, row.text) for row in standing_on(acts, "2013-06-01").articles}
    assert before["1"] == ("in_hand", 1) and before["3"] == ("in_hand", 1)  # the earlier text has them
    assert before["2"] == ("in_hand", 0) and before["2-1"] == ("not_yet", None)
    assert before["5"][0] == "changed_since"  # in no text that shows what was before its rewording
    after = {row.address.short: (row.status, row.text) for row in standing_on(acts, "2016-06-01").articles}
    assert after["1"] == ("in_hand", 0) and after["2-1"] == ("in_hand", 0)
    assert after["5"] == ("in_hand", 0)  # the later text shows the rewording, whenever it entered into force
    between = {row.address.short: row.status for row in standing_on(acts, "2014-08-01").articles}
    assert between["5"] == "uncertain"  # the note does not tell when
    alone = {row.address.short: row.status for row in standing_on([edition(LATER)], "2013-06-01").articles}
    assert alone["1"] == "changed_since"


def test_behind_the_text_only_announcements_are_known() -> None:
    told_on = standing_on([edition(LATER)], "2019-01-01")
    assert told_on.behind
    assert not standing_on([edition(LATER)], "2015-12-31").behind


def test_a_law_that_may_or_may_not_be_in_force_leaves_the_wording_open() -> None:
    for day, status in (("2012-03-11", "changed_since"), ("2012-03-20", "uncertain"), ("2012-06-20", "in_hand")):
        rows = {row.address.short: row.status for row in standing_on([edition(EARLIER)], day).articles}
        assert rows["3"] == status, day


def test_spells_by_hand() -> None:
    measured = stability([edition(LATER)], "lighthouses", "2010-01-01")
    assert measured is not None
    by_article: dict[str, list[tuple[str, int, bool]]] = {}
    for spell in measured.spells:
        by_article.setdefault(spell.article, []).append((spell.began, spell.days, spell.ended))
    assert measured.until == "2015-05-05"  # the newest law was passed then; its changes, in force in 2016, are not seen
    assert by_article["1"] == by_article["2"] == [("2010-01-01", 1950, False)]  # 5 years, 124 days and a leap day
    assert by_article["3"] == [("2010-01-01", 801, True), ("2012-03-12", 1149, False)]
    assert "2-1" not in by_article  # introduced after that
    assert by_article["5"] == [("2014-07-07", 302, False)]  # what was before its rewording is hidden
    assert measured.hidden == 1 and measured.amendments == 2
    assert dict(measured.yearly) == {2012: 1, 2014: 1}
    assert measured.rate == pytest.approx(1 / ((4 * 1950 + 302) / 365.25))


def adds_up(measured: Stability) -> bool:
    """Whether every change, every wording and every article stands in one place, against counts made otherwise."""
    told = measured.reckoning
    assert told.events == len(measured.life.events) == sum(told.aside.values()) + told.amendments
    assert told.amendments == measured.amendments == sum(told.unseen.values()) + told.ended
    assert told.wordings == len(measured.spells) and told.ended == sum(one.ended for one in measured.spells)
    assert measured.articles - sum(told.without.values()) == len({one.article for one in measured.spells})
    assert told.touched == len(measured.life.by_article()) and told.amending == len(measured.laws)
    assert min(*told.aside.values(), *told.unseen.values(), *told.without.values()) >= 0
    return True


def test_a_reckoning_by_hand() -> None:
    """7-I changed article 3 and a law of 2014 reworded article 5, so that what was before is hidden; 12-II tells articles 1 and
    2-1 and article 3 twice, all after the end of what is seen; one change is only announced.
    """
    measured = stability([edition(LATER)], "lighthouses", "2010-01-01")
    assert measured is not None and adds_up(measured)
    told = measured.reckoning
    assert {reason: count for reason, count in told.aside.items() if count} == {"announced": 1, "later": 4}
    assert {reason: count for reason, count in told.unseen.items() if count} == {"anew": 1}
    assert (told.events, told.amendments, told.ended, told.running) == (7, 2, 1, 5)


_RECKONED = """# Закон О маяках

### Статья 1. Маяки
Маяк светит.

Сноска. Статья 1 с изменениями, внесенными законами РА от 01.02.2010 № 1-I (вводится в действие с 01.03.2010); \
от 01.03.2012 № 7-I (вводится в действие с 01.04.2012); от 02.03.2012 № 8-I (вводится в действие с 01.04.2012); \
от 05.05.2015 № 12-II (вводится в действие с 01.01.2016).

### Статья 2. Смотритель
1. Смотритель ведет журнал.
2. Исключен Законом РА от 01.03.2012 № 7-I (вводится в действие с 01.04.2012).

Сноска. Статья 2 с изменениями, внесенными Законом РА от 01.03.2012 № 7-I (вводится в действие с 01.04.2012).

### Статья 3. Помощник
Помощник спит.

Сноска. Закон дополнен статьей 3 в соответствии с Законом РА от 01.03.2012 № 7-I (вводится в действие с 01.04.2012).
"""


def test_what_is_taken_off_and_why() -> None:
    """By hand, of an act in force from 2010-06-01: 1-I was in force before; 12-II is after the end, the day on which it was
    passed; 7-I tells article 2 twice, brings article 3, and amends article 1 on one day with 8-I.
    """
    measured = stability([edition(_RECKONED)], "lighthouses", "2010-06-01")
    assert measured is not None and adds_up(measured)
    told = measured.reckoning
    aside = {reason: count for reason, count in told.aside.items() if count}
    assert aside == {"later": 1, "introduced": 1, "same-law": 1, "before": 1}
    assert {reason: count for reason, count in told.unseen.items() if count} == {"same-day": 1}
    assert (told.events, told.amendments, told.ended, told.running) == (7, 3, 2, 3)
    assert (told.laws, told.amending, told.touched, told.amended) == (4, 2, 3, 2)


@pytest.mark.corpus
def test_texts_of_two_acts_have_no_life_in_common() -> None:
    with pytest.raises(InputError):
        life([parsed(CODE_2025), edition(LATER)])


@pytest.mark.corpus
def test_days_before_the_code_and_between_its_texts() -> None:
    """Article 122: changed by 393-VI of 2020, which the Kazakh text of 2022 tells; the text of 2025 begins with 111-VIII of 2024."""
    two, three = [parsed(CODE_2025), parsed(CODE_2020)], [parsed(CODE_2025), parsed(CODE_KK), parsed(CODE_2020)]

    def on(acts: list[Act], day: str, article: str) -> str:
        return next(row.status for row in standing_on(acts, day).articles if row.address.article == article)

    assert on(two, "2014-01-01", "122") == "not_adopted" and on(two, "2014-12-31", "122") == "not_in_force"
    assert on(two, "2023-01-01", "122") == "untold"
    assert on(three, "2021-06-01", "122") != "in_hand" or on(two, "2021-06-01", "122") == "untold"
    assert on(two, "2020-05-20", "242") == "in_hand"  # 422-V of 2015 enters into force there on 2020-12-16 only


def test_without_a_day_of_adoption_nothing_is_measured() -> None:
    assert stability([edition(LATER)], "lighthouses") is None


@pytest.mark.corpus
def test_older_texts_tell_what_a_rewording_hides() -> None:
    one = stability([parsed(CODE_2025)], "criminal-code")
    three = stability([parsed(CODE_2025), parsed(CODE_KK), parsed(CODE_2020)], "criminal-code")
    assert one is not None and three is not None
    assert three.hidden < one.hidden and three.amendments > one.amendments
    assert adds_up(one) and adds_up(three)
    assert (one.start, three.start) == ("2015-01-01", "2015-01-01")


@pytest.mark.corpus
def test_the_day_of_entry_into_force_goes_before_the_day_of_adoption_that_is_given() -> None:
    """The Code was adopted on 2014-07-03: what was amended before 2015-01-01 was never in force otherwise."""
    told = stability([parsed(CODE_2020)], "criminal-code", "2014-07-03")
    assert told is not None and (told.adopted, told.start) == ("2014-07-03", "2015-01-01")


@pytest.mark.corpus
def test_article_206_of_the_code() -> None:
    """Read in the notes: changed by 128-VI (2017), 180-VI (2018) and 210-VIII (2025); reworded by none."""
    whole = life([parsed(CODE_2025), parsed(CODE_2020)])
    laws = [(event.amendment.date, event.amendment.number) for event in whole.of(Address("206"))]
    assert laws == [("2017-12-28", "128-VI"), ("2018-07-12", "180-VI"), ("2025-07-16", "210-VIII")]
    assert whole.of(Address("206"))[0].law == "/akn/kz/act/law/2017-12-28/128-vi"
    rows = {row.address.short: row for row in standing_on([parsed(CODE_2025), parsed(CODE_2020)], "2021-01-01").articles}
    assert (rows["206"].status, rows["206"].text) == ("in_hand", 1)


@pytest.mark.corpus
def test_what_is_announced_for_the_law_of_2015() -> None:
    act = read_act(CORPUS / "kz/informatization-law.ru.2026.html")
    announced = [event for event in life([act]).events if event.amendment.announced]
    assert len(announced) > 80
    assert {event.amendment.date for event in announced} >= {"2026-01-09"}
