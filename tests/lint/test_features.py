"""Rules on qualifying features: fictional offences in two languages, then the drift that reading found."""

from __future__ import annotations

import pytest

from saralau.acts import read_act
from saralau.lint.selecting import all_rules
from saralau.lint.subject import Subject

from ..conftest import CODE_2020, CODE_2025, CODE_KK, EXAMPLES, parsed
from .texts import addresses, code, findings, found, subject

RU = "1. {} –\n\nнаказывается лишением свободы на срок до двух лет.\n\n2. То же деяние, совершенное:\n\n{}, –\n\nнаказывается лишением свободы на срок до пяти лет."
KK = "1. {} –\n\nекі жылға дейінгі мерзімге бас бостандығынан айыруға жазаланады.\n\n2. Мынадай:\n\n{} жасалған дәл сол іс-әрекет –\n\nбес жылға дейінгі мерзімге бас бостандығынан айыруға жазаланады."


def article(language: str, conduct: str, *points: str) -> str:
    listed = ";\n\n".join(f"{number}) {words}" for number, words in enumerate(points, 1))
    return (RU if language == "ru" else KK).format(conduct, listed)


WIND = {"ru": "Ловля ветра сетью", "kk": "Желді тормен аулау"}
MEDIA = {
    "ru": ("с использованием масс-медиа", "с использованием средств массовой информации"),
    "kk": ("масс-медианы пайдалана отырып", "бұқаралық ақпарат құралдарын пайдалана отырып"),
}
GROUP = {"ru": "группой лиц", "kk": "адамдар тобы"}
REPEATEDLY = {"ru": "неоднократно", "kk": "бірнеше рет"}
LANGUAGES = pytest.mark.parametrize("language", ["ru", "kk"])


@LANGUAGES
def test_one_thing_has_one_name(language: str) -> None:
    usual, other = MEDIA[language]
    often = [article(language, WIND[language], usual, REPEATEDLY[language])] * 3
    once = article(language, WIND[language], other, REPEATEDLY[language])
    (finding,) = findings("F001", subject(code(language, *often, once), language))
    assert finding.address is not None and finding.address.short == "13.2"
    assert finding.told["n"] == 3
    assert addresses("F001", subject(code(language, *often), language)) == []
    # two against two: neither is the act's own
    assert addresses("F001", subject(code(language, *often[:2], once, once), language)) == []


NET = {"ru": "с использованием сетей телекоммуникаций", "kk": "телекоммуникациялар желілерін пайдалана отырып"}
SPREADING = {"ru": "Распространение клеветы о ветре", "kk": "Жел туралы жала таратып, жала жабу"}


@LANGUAGES
def test_a_sibling_has_the_network(language: str) -> None:
    cyber = article(language, SPREADING[language], NET[language], REPEATEDLY[language])
    plain = article(language, SPREADING[language], GROUP[language], REPEATEDLY[language])
    assert addresses("F002", subject(code(language, cyber, plain), language)) == ["11"]
    assert addresses("F002", subject(code(language, cyber, cyber), language)) == []
    assert addresses("F002", subject(code(language, plain, plain), language)) == []


@LANGUAGES
def test_a_feature_twice_in_a_part(language: str) -> None:
    points = (REPEATEDLY[language], GROUP[language], REPEATEDLY[language])
    assert len(findings("F003", subject(code(language, article(language, WIND[language], *points)), language))) == 1
    assert findings("F003", subject(code(language, article(language, WIND[language], *points[:2])), language)) == []


@pytest.mark.parametrize(
    ("language", "points"),
    [
        ("ru", ("с применением насилия, опасного для жизни", "с применением насилия, не опасного для жизни")),
        ("kk", ("өмірге қауіпті күш қолданып", "өмірге қауіпті емес күш қолданып")),
    ],
)
def test_a_feature_and_its_contrary_are_two(language: str, points: tuple[str, str]) -> None:
    assert findings("F003", subject(code(language, article(language, WIND[language], *points)), language)) == []


@pytest.mark.parametrize(
    ("language", "demanding", "free", "threatening", "point"),
    [
        (
            "ru",
            "Ловля ветра с проникновением в жилище",
            "Ловля ветра",
            "Ловля ветра под угрозой применения насилия с проникновением в жилище",
            "с проникновением в жилище",
        ),
        (
            "kk",
            "Бірнеше рет желді аулау",
            "Желді аулау",
            "Күш қолдану қатерін төндіріп, бірнеше рет желді аулау",
            "бірнеше рет",
        ),
    ],
)
def test_a_feature_that_the_basic_offence_demands(
    language: str, demanding: str, free: str, threatening: str, point: str
) -> None:
    for conduct, expected in ((demanding, 1), (free, 0), (threatening, 0)):
        text = code(language, article(language, conduct, point, GROUP[language]))
        assert len(findings("F004", subject(text, language))) == expected, conduct


THIRD = {
    "ru": "\n\n3. Деяния, предусмотренные частями первой или второй настоящей статьи, совершенные:\n\n1) {};\n\n2) {}, –\n\nнаказываются лишением свободы на срок до девяти лет.",
    "kk": "\n\n3. Осы баптың бірінші немесе екінші бөліктерінде көзделген:\n\n1) {};\n\n2) {} жасаған іс-әрекеттер –\n\nтоғыз жылға дейінгі мерзімге бас бостандығынан айыруға жазаланады.",
}
GANG = {"ru": "преступной группой", "kk": "қылмыстық топ"}


@LANGUAGES
def test_a_feature_again_in_a_graver_part(language: str) -> None:
    milder = article(language, WIND[language], REPEATEDLY[language], GROUP[language])
    again = milder + THIRD[language].format(REPEATEDLY[language], GANG[language])
    assert found("F005", subject(code(language, again), language)) == [("10.3", REPEATEDLY[language])]
    other = milder + THIRD[language].format(GANG[language], MEDIA[language][0])
    assert found("F005", subject(code(language, other), language)) == []


def test_a_language_without_these_lexicons_has_no_findings() -> None:
    english = read_act(EXAMPLES / "sample-code.en.md")
    kazakh = read_act(EXAMPLES / "sample-code.kk.md")
    assert english.language.code == "en"
    for twin in (None, kazakh):
        for rule in all_rules():
            for one in rule.check(Subject(english, twin)):
                assert rule.code not in ("F001", "P009", "L009"), one


@pytest.mark.corpus
def test_words_that_drifted() -> None:
    newest = found("F001", Subject(parsed(CODE_2025)))
    media = [address for address, words in newest if "массовой информации" in words]
    systems = [address for address, words in newest if words.startswith("информационн")]
    assert media == ["183", "272.4"]  # as reading found: everywhere else the words are newer
    assert systems == ["147.3", "148.2", "188.2", "190.2", "195.3"]
    for older in (CODE_2020, CODE_KK):
        assert set(addresses("F001", Subject(parsed(older)))) == {"205.1", "223.1"}


@pytest.mark.corpus
def test_the_gaps_that_the_paper_names() -> None:
    assert {"194", "198", "311", "312"} <= set(addresses("F002", Subject(parsed(CODE_2025))))
