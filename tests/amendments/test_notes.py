"""Editors' notes in every shape seen, in Kazakh, Russian and English; every one of them fictional."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saralau.acts import Act, Address, parse_act
from saralau.amendments import InForce, Note, Target, find_notes
from saralau.amendments.notes import read_note
from saralau.documents import Span
from saralau.documents.reading import read_bytes
from saralau.languages import language

TEN, SIXTY, HALF = InForce("days", 10), InForce("days", 60), InForce("months", 6)


def act(text: str, code: str) -> Act:
    return parse_act(read_bytes(text.encode(), "note.md"), language(code))


def note(text: str, code: str, home: str | None = "5", place: str = "article") -> Note:
    """A note read at article 5 of an act that holds nothing else."""
    whole = act(text, code)
    return read_note(whole, Span(0, len(whole.document.text)), home and Address.read(home), place)


RU = [
    (
        "Сноска. Статья 5 с изменениями, внесенными законами РА от 05.03.2021 № 17-II (вводится в действие с 01.07.2021); от 11.11.2024 № 80-III "
        "(вводится в действие по истечении десяти календарных дней после дня его первого официального опубликования).",
        [
            ("amended", "2021-03-05", "17-II", "5", InForce("on", date="2021-07-01")),
            ("amended", "2024-11-11", "80-III", "5", TEN),
        ],
    ),
    (
        "Сноска. Заголовок статьи 5 - в редакции Закона РА от 02.02.2022 № 31-II (порядок введения в действие см. ст.2); с изменением, внесенным "
        "Законом РА от 03.03.2023 № 7-III (вводитсяв действие по истечении двадцати одного календарного дня после дня его первогоофициального опубликования).",
        [
            ("reworded", "2022-02-02", "31-II", "5", InForce("article", article="2")),
            ("amended", "2023-03-03", "7-III", "5", InForce("days", 21)),
        ],
    ),
    (
        "Сноска. Глава 2 дополнена статьей 5-1 в соответствии с Законом РА от 09.09.2019 № 5-II (вводится в действие по истечении шести месяцев "
        "после дня его первого официального опубликования); исключена Законом РА от 01.02.2024 № 9-III (вводится в действие с 01.01.2025).",
        [
            ("introduced", "2019-09-09", "5-II", "5-1", HALF),
            ("excluded", "2024-02-01", "9-III", "5-1", InForce("on", date="2025-01-01")),
        ],
    ),
    (
        "Сноска. В статью 5 внесены изменения - Законом РА от 20 декабря 2004 г. N 13 (вводится в действие с 1 января 2005 г.).",
        [("amended", "2004-12-20", "13", "5", InForce("on", date="2005-01-01"))],
    ),
    (
        "Сноска. Статья 5 с изменениями, внесенными Законом РА от 05.03.2021 № 17-II.",
        [("amended", "2021-03-05", "17-II", "5", InForce("untold"))],
    ),
]


@pytest.mark.parametrize(("text", "events"), RU)
def test_russian_notes(text: str, events: list[tuple[str, str, str, str, InForce]]) -> None:
    found = note(text, "ru")
    assert found.understood
    assert [(a.action, a.date, a.number, a.address and a.address.short, a.in_force) for a in found.amendments] == events


KK = [
    (
        "Ескерту. 5-бапқа өзгерістер енгізілді - АР 09.04.2016 № 501-V (01.01.2018 бастап қолданысқа енгізіледі); 12.07.2018 № 180-VI (алғашқы ресми "
        "жарияланған күнінен кейінкүнтізбелік он күн өткен соң қолданысқа енгізіледі) заңдарымен.",
        [
            ("amended", "2016-04-09", "501-V", "5", InForce("on", date="2018-01-01")),
            ("amended", "2018-07-12", "180-VI", "5", TEN),
        ],
    ),
    (
        "Ескерту. Кодекс 5-1-баппен толықтырылды – АР 02.07.2021 № 62-VII (алғашқы ресми жарияланған күнінен кейін күнтізбелік алпыс күн өткен соң "
        "қолданысқа енгізіледі) Заңымен.",
        [("introduced", "2021-07-02", "62-VII", "5-1", SIXTY)],
    ),
    (
        "Ескерту. 5-баптың тақырыбы жаңа редакцияда - АР 27.12.2019 № 29-VI (01.01.2023 бастап қолданысқа енгізілетін, ойдан шығарылған ережелерді "
        "қоспағанда, алғашқы ресми жарияланған күнінен кейін алты ай өткен соң қолданысқа енгізіледі) Заңымен.",
        [("reworded", "2019-12-27", "29-VI", "5", HALF._replace(excepted="2023-01-01"))],
    ),
    (
        "Ескерту. 5-баптың тақырыбына өзгеріс орыс тіліндегі мәтінге енгізілді, қазақ тіліндегі мәтін өзгермейді - АР 12.07.2018 № 180-VI (алғашқы ресми "
        "жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі) Заңымен.",
        [("elsewhere", "2018-07-12", "180-VI", "5", TEN)],
    ),
]


@pytest.mark.parametrize(("text", "events"), KK)
def test_kazakh_notes(text: str, events: list[tuple[str, str, str, str, InForce]]) -> None:
    found = note(text, "kk")
    assert found.understood
    assert [(a.action, a.date, a.number, a.address and a.address.short, a.in_force) for a in found.amendments] == events


TARGETS = [
    ("Примечание ИЗПИ! Часть третью предусмотрено дополнить пунктом 5) в соответствии с Законом от 16.07.2025 № 2-III (вводится в действие с 01.01.2026).",
     ("introduced", True, Target("point", "5", Address("5", "3", "5")))),
    ("Примечание ИЗПИ! Абзац первый части второй предусмотрен в редакции Закона РА от 16.07.2025 № 2-III (вводится в действие с 01.01.2026).",
     ("reworded", True, Target("indent", "1", Address("5", "2")))),
    ("Примечание ИЗПИ! Подпункт 14) предусматривается исключить Законом РА от 09.01.2026 № 6-III (вводится в действие с 01.07.2026).",
     ("excluded", True, Target("point", "14", Address("5", None, "14")))),
    ("Примечание ИЗПИ! Пункт 3 предусматривается в редакции Закона РА от 09.01.2026 № 6-III (вводится в действие с 01.07.2026).",
     ("reworded", True, Target("part", "3", Address("5", "3")))),
    ("Примечание ИЗПИ! Заголовок главы 4 предусматривается исключить Законом РА от 09.01.2026 № 6-III (вводится в действие с 01.07.2026).",
     ("excluded", True, Target("chapter", "4", None, title=True))),
    ("Примечание ИЗПИ! Преамбулу предусматривается исключить Законом РА от 09.01.2026 № 6-III (вводится в действие с 01.07.2026).",
     ("excluded", True, Target("preamble"))),
    ("Сноска. Статья с изменением, внесенным Законом РА от 09.01.2026 № 6-III (вводится в действие с 01.07.2026).",
     ("amended", False, Target("article", "5", Address("5")))),
    ("Сноска. По всему тексту слова \"рога\" и \"рогов\" заменены соответственно словами \"копыта\" и \"копыт\" в соответствии с Законом РА от 09.01.2026 № 6-III.",
     ("replaced_words", False, Target("text"))),
    ("Сноска. Утратил силу Законом РА от 09.01.2026 № 6-III (вводится в действие с 01.07.2026).",
     ("repealed", False, Target("act"))),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), TARGETS)
def test_what_is_changed(text: str, told: tuple[str, bool, Target]) -> None:
    above = told[2].unit in ("act", "text", "preamble")
    found = note(text, "ru", None if above else "5", "act" if above else "article")
    (one,) = found.amendments
    assert found.understood
    assert (one.action, one.announced, one.target) == told


def test_several_articles_are_introduced_by_one_law() -> None:
    text = "Примечание ИЗПИ! Главу 2 предусматривается дополнить статьями 5-1 и 5-2 в соответствии с Законом РА от 09.01.2026 № 6-III (вводится в действие с 01.07.2026)."
    found = note(text, "ru")
    assert [one.address and one.address.short for one in found.amendments] == ["5-1", "5-2"]
    assert {one.in_force.date for one in found.amendments} == {"2026-07-01"}


def test_a_ruling_is_no_change_of_the_text() -> None:
    text = "Нормативным постановлением Конституционного Суда РА от 18.05.2023 № 5-НП часть третья статьи 5 настоящего Уголовного кодекса РА признана не соответствующей Конституции."
    (one,) = note(text, "ru").amendments
    assert (one.action, one.contrary, one.changes, one.number, one.address) == (
        "ruled",
        True,
        False,
        "5-НП",
        Address("5", "3"),
    )


def test_how_the_whole_act_enters_into_force() -> None:
    found = note("Примечание РЦПИ! Порядок введения в действие настоящего Кодекса см. ст. 99", "ru", None, "act")
    assert found.understood and found.order == InForce("article", article="99") and not found.amendments


def test_what_is_not_understood_is_listed_with_its_place() -> None:
    text = "Сноска. Статья 5 шиворот-навыворот изменена Законом РА от 05.03.2021 № 17-II."
    found = note(text, "ru")
    assert not found.understood
    assert "шиворот" in text[found.rest[0].start : found.rest[0].end]


def test_english_notes() -> None:
    text = "Note. Article 5 amended by Law No. 12-II of 05.03.2021"
    assert not note(text, "en").amendments  # a law whose number stands before its date is not guessed at
    text = "Note. Article 5 as amended by the law of 05.03.2021 No. 12-II (enters into force ten calendar days after its first official publication)."
    (one,) = note(text, "en").amendments
    assert (one.action, one.date, one.number, one.in_force, one.address) == (
        "amended",
        "2021-03-05",
        "12-II",
        TEN,
        Address("5"),
    )


def test_the_fictional_act_tells_its_history() -> None:
    from ..conftest import sample

    told = []
    for code in ("ru", "kk", "en"):
        notes = find_notes(sample(code).act)
        assert all(one.understood for one in notes), code
        told.append({(one.action, one.date, one.number, one.in_force) for note in notes for one in note.amendments})
    assert len(told[0]) == 5 and told[0] == told[1] == told[2]


@given(st.text(alphabet="сноскаетьявидйзмр№0123456789.-();,ХVI \n", max_size=300))
def test_any_text_is_read_and_every_visible_character_is_understood_or_listed(text: str) -> None:
    whole = act("Статья 1. Нечто\n" + text, "ru")
    found = read_note(whole, Span(0, len(whole.document.text)), None, "act")
    for span in found.rest:
        assert 0 <= span.start < span.end <= len(whole.document.text)
    assert list(found.rest) == sorted(found.rest)
