"""Rules on parallel texts: fictional pairs, then the differences of the official texts that a reader found."""

from __future__ import annotations

import pytest

from saralau.lint.subject import Subject
from saralau.packs import load

from ..conftest import CODE_2020, CODE_2025, CODE_KK, parsed
from .texts import addresses, code, findings, subject

RU = "1. {conduct} –\n\nнаказывается {sanction}."
KK = "1. {conduct} –\n\n{sanction} жазаланады."
WIND = {"ru": "Ловля ветра сетью", "kk": "Желді тормен аулау"}
PRISON = {
    "ru": "лишением свободы на срок до {} лет",
    "kk": "{} жылға дейінгі мерзімге бас бостандығынан айыруға",
}
CASES = [  # rule, Russian, Kazakh that agrees, Kazakh that does not
    ("L002", PRISON["ru"].format("пяти"), PRISON["kk"].format("бес"), PRISON["kk"].format("алты")),
    (
        "L003",
        PRISON["ru"].format("пяти") + " с конфискацией имущества или без таковой",
        "мүлкі тәркіленіп немесе онсыз, " + PRISON["kk"].format("бес"),
        "мүлкі тәркіленіп, " + PRISON["kk"].format("бес"),
    ),
    (
        "L005",
        "штрафом в размере до пятисот месячных расчетных показателей либо "
        + PRISON["ru"].format("пяти")
        + ", с конфискацией имущества",
        "мүлкі тәркіленіп, бес жүз айлық есептік көрсеткішке дейінгі мөлшерде айыппұл салуға не "
        + PRISON["kk"].format("бес"),
        "бес жүз айлық есептік көрсеткішке дейінгі мөлшерде айыппұл салуға не мүлкі тәркіленіп, "
        + PRISON["kk"].format("бес"),
    ),
    (
        "L006",
        PRISON["ru"].format("пяти") + " с конфискацией имущества",
        "мүлкі тәркіленіп, " + PRISON["kk"].format("бес"),
        PRISON["kk"].format("бес"),
    ),
]


def pair(russian: str, kazakh: str, language: str) -> Subject:
    texts = {
        "ru": code("ru", RU.format(conduct=WIND["ru"], sanction=russian)),
        "kk": code("kk", KK.format(conduct=WIND["kk"], sanction=kazakh)),
    }
    return subject(texts[language], language, twin=texts["kk" if language == "ru" else "ru"])


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize(("name", "russian", "same", "other"), CASES)
def test_sanctions_that_differ(name: str, russian: str, same: str, other: str, language: str) -> None:
    assert addresses(name, pair(russian, other, language)) == ["10.1"]
    assert addresses(name, pair(russian, same, language)) == []
    alone = code("ru", RU.format(conduct=WIND["ru"], sanction=russian))
    assert addresses(name, subject(alone, "ru")) == []


RU_TWO = (
    RU.format(conduct=WIND["ru"], sanction=PRISON["ru"].format("двух"))
    + "\n\n2. То же деяние, совершенное:\n\n1) неоднократно;\n\n2) группой лиц, –\n\nнаказывается лишением свободы на срок до пяти лет"
)
KK_TWO = (
    KK.format(conduct=WIND["kk"], sanction=PRISON["kk"].format("екі"))
    + "\n\n2. Мынадай:\n\n1) бірнеше рет;\n\n2) адамдар тобы жасаған дәл сол іс-әрекет –\n\n{}бес жылға дейінгі мерзімге бас бостандығынан айыруға{} жазаланады."
)
RU_IF = ", а в случаях, предусмотренных пунктом {}), – с конфискацией имущества."


def test_conditions_and_points_that_differ() -> None:
    plain = subject(code("ru", RU_TWO + "."), "ru", twin=code("kk", KK_TWO.format("", "")))
    assert addresses("L008", plain) == []
    numbered = KK_TWO.format("", "").replace("2) адамдар", "3) адамдар")
    assert set(addresses("L008", subject(code("ru", RU_TWO + "."), "ru", twin=code("kk", numbered)))) == {"10.2.2", "10.2.3"}
    kazakh = KK_TWO.format("", ", ал 2) тармақта көзделген жағдайларда – мүлкі тәркіленіп")
    same = subject(code("ru", RU_TWO + RU_IF.format(2)), "ru", twin=code("kk", kazakh))
    other = subject(code("ru", RU_TWO + RU_IF.format(1)), "ru", twin=code("kk", kazakh))
    assert addresses("L004", same) == []
    assert addresses("L004", other) == ["10.2"]
    assert addresses("L003", other) == []


def test_a_part_on_one_side() -> None:
    one = code("ru", RU.format(conduct=WIND["ru"], sanction=PRISON["ru"].format("двух")))
    looked = subject(one, "ru", twin=code("kk", KK_TWO.format("", "")))
    assert "10.2" in addresses("L001", looked)
    assert all(one.span.end > 0 for one in findings("L001", looked))


@pytest.mark.parametrize(
    ("russian", "kazakh", "expected"),
    [
        ("Ветер ловят с четырнадцати лет.", "Жел он төрт жастан ауланады.", []),
        ("Ветер ловят с шестнадцати лет.", "Жел он төрт жастан ауланады.", ["10"]),
        ("Ветер ловят в течение трех месяцев.", "Жел үш ай бойы ауланады.", []),
        ("Ветер ловят в течение трех месяцев.", "Жел алты ай бойы ауланады.", ["10"]),
        ("Ветер ловят в течение одних суток.", "Жел екі тәулік бойы ауланады.", []),  # "одних" is not read: unknown
    ],
)
def test_numbers_outside_sanctions(russian: str, kazakh: str, expected: list[str]) -> None:
    assert addresses("L009", subject(code("ru", russian), "ru", twin=code("kk", kazakh))) == expected
    assert addresses("L009", subject(code("kk", kazakh), "kk", twin=code("ru", russian))) == expected


@pytest.mark.parametrize(("number", "expected"), [(11, []), (12, ["10"])])
def test_references_that_differ(number: int, expected: list[str]) -> None:
    russian = code("ru", "Ветер ловят по статье 11 настоящего Кодекса.", "Сеть чинят.", "Сеть сушат.")
    kazakh = code("kk", f"Жел осы Кодекстің {number}-бабы бойынша ауланады.", "Тор жөнделеді.", "Тор кептіріледі.")
    assert addresses("L010", subject(russian, "ru", twin=kazakh)) == expected
    assert addresses("L010", subject(kazakh, "kk", twin=russian)) == expected


ASPECTS = {
    "amount": "L002", "application": "L003", "condition": "L004", "scope": "L005", "punishment": "L006", "qualifier": "L007", "unit": "L008",
}  # fmt: skip


@pytest.mark.corpus
def test_every_difference_that_the_pack_lists_is_found_and_none_besides() -> None:
    kazakh = parsed(CODE_KK)
    looked = [Subject(parsed(name), kazakh) for name in (CODE_2025, CODE_2020)]
    listed = {
        (ASPECTS[aspect], row["at"])
        for row in load("kz/criminal-code.discrepancies")["discrepancies"]
        for aspect in row["aspects"]
        if not (aspect == "application" and "condition" in row["aspects"])  # the condition tells both
        if row["reason"] != "doubled"  # printed twice in one text: P012 tells it
    }
    told = {(name, at) for one in looked for name in {*ASPECTS.values(), "L001"} for at in addresses(name, one)}
    assert told == listed
    assert [addresses(name, one) for name in ("L009", "L010") for one in looked] == [[], [], [], []]
