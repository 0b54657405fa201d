"""Rules on penalties: fictional offences in two languages, then the real defects that reading found."""

from __future__ import annotations

import pytest

from saralau.acts import Address
from saralau.lint.selecting import all_rules
from saralau.lint.subject import Subject

from ..conftest import CODE_2020, CODE_2025, CODE_KK, parsed
from .texts import addresses, code, findings, subject

RU_BASIC = "1. Ловля ветра сетью –\n\nнаказывается {}."
KK_BASIC = "1. Желді тормен аулау –\n\n{} жазаланады."
RU_GROUP = "\n\n2. То же деяние, совершенное группой лиц по предварительному сговору, –\n\nнаказывается {}."
KK_GROUP = "\n\n2. Адамдар тобының алдын ала сөз байласуымен жасалған дәл сол іс-әрекет –\n\n{} жазаланады."
PRISON = {
    "ru": "лишением свободы на срок от {} до {} лет",
    "kk": "{} жылдан {} жылға дейінгі мерзімге бас бостандығынан айыруға",
}


def one(language: str, sanction: str) -> str:
    return code(language, (RU_BASIC if language == "ru" else KK_BASIC).format(sanction))


def two(language: str, first: str, second: str) -> str:
    template = RU_BASIC + RU_GROUP if language == "ru" else KK_BASIC + KK_GROUP
    return code(language, template.format(first, second))


def prison(language: str, low: int, high: int) -> str:
    return PRISON[language].format(low, high)


LANGUAGES = pytest.mark.parametrize("language", ["ru", "kk"])


@LANGUAGES
@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [((5, 10), (6, 9), ["10.2"]), ((5, 10), (6, 12), []), ((5, 10), (5, 10), []), ((5, 10), (4, 10), ["10.2"])],
)
def test_an_aggravated_part_is_not_milder(
    language: str, first: tuple[int, int], second: tuple[int, int], expected: list[str]
) -> None:
    assert (
        addresses("P001", subject(two(language, prison(language, *first), prison(language, *second)), language)) == expected
    )


def test_another_victim_is_no_aggravation() -> None:
    parts = (
        "1. Угроза убийством в отношении судьи –\n\nнаказывается {}."
        "\n\n2. То же деяние, совершенное в отношении прокурора, –\n\nнаказывается {}."
    )
    text = code("ru", parts.format(prison("ru", 5, 10), prison("ru", 2, 5)))
    assert addresses("P001", subject(text, "ru")) == []
    kk = (
        "1. Судьяға қатысты өлтіремін деп қорқыту –\n\n{} жазаланады."
        "\n\n2. Прокурорға қатысты жасалған дәл сол іс-әрекет –\n\n{} жазаланады."
    )
    assert addresses("P001", subject(code("kk", kk.format(prison("kk", 5, 10), prison("kk", 2, 5))), "kk")) == []


@LANGUAGES
def test_a_gap_in_the_ladder(language: str) -> None:
    gap = two(language, prison(language, 1, 5), prison(language, 7, 10))
    assert [dict(one.told) for one in findings("P002", subject(gap, language))] == [{"top": 5, "bottom": 7}]
    for low in (5, 6):
        assert addresses("P002", subject(two(language, prison(language, 1, 5), prison(language, low, 10)), language)) == []


@pytest.mark.parametrize(
    ("language", "sanction", "expected"),
    [
        ("ru", "штрафом в размере до ста месячных расчетных показателей либо лишением свободы на тот же срок", 1),
        ("ru", "ограничением свободы на срок до двух лет либо лишением свободы на тот же срок", 0),
        (
            "ru",
            "штрафом в размере до ста месячных расчетных показателей либо исправительными работами в том же размере",
            0,
        ),
        ("ru", "привлечением к общественным работам на срок до ста часов либо лишением свободы на тот же срок", 1),
        ("kk", "жүз айлық есептік көрсеткішке дейінгі мөлшерде айыппұл салуға не сол мерзімге бас бостандығынан айыруға", 1),
        ("kk", "екі жылға дейінгі мерзімге бас бостандығын шектеуге не сол мерзімге бас бостандығынан айыруға", 0),
    ],
)
def test_the_same_term_as_what(language: str, sanction: str, expected: int) -> None:
    assert len(findings("P003", subject(one(language, sanction), language))) == expected


@pytest.mark.parametrize(
    ("language", "arrest"),
    [("ru", "арестом на срок до тридцати суток"), ("kk", "отыз тәулікке дейінгі мерзімге қамаққа алуға")],
)
def test_a_jump_over_categories(language: str, arrest: str) -> None:
    far = subject(two(language, arrest, prison(language, 5, 10)), language, general_part=True)
    assert addresses("P004", far) == ["10.2"]
    near = subject(two(language, arrest, prison(language, 1, 2)), language, general_part=True)
    assert addresses("P004", near) == []
    assert addresses("P004", subject(two(language, arrest, prison(language, 5, 10)), language)) == []  # nothing is known


@pytest.mark.parametrize(
    ("language", "sanction", "told"),
    [
        ("ru", "привлечением к общественным работам на срок до {} часов либо арестом на срок до тридцати суток", (20, 200)),
        ("kk", "{} сағатқа дейінгі мерзімге қоғамдық жұмыстарға тартуға не отыз тәулікке дейінгі мерзімге қамаққа алуға", (20, 200)),
        ("ru", "ограничением свободы на срок до {} лет либо лишением свободы на срок до девяти лет", (1, 7)),
    ],
)  # fmt: skip
def test_amounts_keep_the_general_bounds(language: str, sanction: str, told: tuple[int, int]) -> None:
    high = told[1]
    (finding,) = findings("P005", subject(one(language, sanction.format(high + 1)), language, general_part=True))
    assert (finding.told["low"], finding.told["high"]) == told
    assert findings("P005", subject(one(language, sanction.format(high)), language, general_part=True)) == []
    assert findings("P005", subject(one(language, sanction.format(high + 1)), language)) == []


def test_a_fine_of_a_crime_is_not_below_that_of_a_misdemeanour() -> None:
    words = "штрафом в размере до {} месячных расчетных показателей либо лишением свободы на срок до двух лет"
    assert addresses("P005", subject(one("ru", words.format(100)), "ru", general_part=True)) == ["10.1"]
    assert addresses("P005", subject(one("ru", words.format(500)), "ru", general_part=True)) == []


@pytest.mark.parametrize(
    ("language", "sanction", "expected"),
    [
        ("ru", "арестом на срок до тридцати суток либо лишением свободы на срок до двух лет", ["10.1"]),
        ("kk", "отыз тәулікке дейінгі мерзімге қамаққа алуға не екі жылға дейінгі мерзімге бас бостандығынан айыруға", ["10.1"]),
        ("ru", "ограничением свободы на срок до двух лет либо лишением свободы на тот же срок", []),
        (
            "ru",
            "штрафом в размере до ста месячных расчетных показателей либо привлечением к общественным работам на срок до трехсот часов",
            ["10.1"],
        ),
        (
            "ru",
            "штрафом в размере до ста месячных расчетных показателей либо привлечением к общественным работам на срок до ста часов",
            [],
        ),
    ],
)  # fmt: skip
def test_one_sanction_one_class(language: str, sanction: str, expected: list[str]) -> None:
    assert addresses("P006", subject(one(language, sanction), language, general_part=True)) == expected


@LANGUAGES
@pytest.mark.parametrize(("low", "high", "expected"), [(10, 5, 1), (5, 10, 0), (5, 5, 0)])
def test_bounds_in_the_wrong_order(language: str, low: int, high: int, expected: int) -> None:
    assert len(findings("P007", subject(one(language, prison(language, low, high)), language))) == expected


@pytest.mark.parametrize(
    ("language", "sanction", "expected"),
    [
        ("ru", "лишением свободы на срок до двух лет либо штрафом в размере до ста месячных расчетных показателей", 1),
        ("ru", "штрафом в размере до ста месячных расчетных показателей либо лишением свободы на срок до двух лет", 0),
        ("kk", "екі жылға дейінгі мерзімге бас бостандығынан айыруға не жүз айлық есептік көрсеткішке дейінгі мөлшерде айыппұл салуға", 1),
        ("kk", "жүз айлық есептік көрсеткішке дейінгі мөлшерде айыппұл салуға не екі жылға дейінгі мерзімге бас бостандығынан айыруға", 0),
        ("ru", "лишением свободы на срок до двадцати лет либо пожизненным лишением свободы", 0),
    ],
)  # fmt: skip
def test_alternatives_go_from_mild_to_grave(language: str, sanction: str, expected: int) -> None:
    assert len(findings("P008", subject(one(language, sanction), language))) == expected


RU_NOTED = """## ОСОБЕННАЯ ЧАСТЬ

### Статья 10. Ловля ветра
Ловля ветра сетью –

наказывается лишением свободы на срок до двух лет.

Примечание РЦПИ!
Действие статьи 10 приостановлено до {note}.

### Статья 11. О введении в действие
1. Приостановить до 1 января 2024 года действие статьи 10 настоящего Кодекса.
"""
KK_NOTED = """## Ерекше бөлік

### 10-бап. Желді аулау
Желді тормен аулау –

екі жылға дейінгі мерзімге бас бостандығынан айыруға жазаланады.

РҚАО-ның ескертпесі!
10-баптың қолданысы {note} дейін тоқтатыла тұрады.

### 11-бап. Қолданысқа енгізу туралы
1. Осы Кодекстің 10-бабының қолданысы 2024 жылғы 1 қаңтарға дейін тоқтатыла тұрсын.
"""


@pytest.mark.parametrize(("language", "text"), [("ru", RU_NOTED), ("kk", KK_NOTED)])
def test_a_note_tells_the_same_day_as_the_text(language: str, text: str) -> None:
    (finding,) = findings("P009", subject(text.format(note="01.01.2020"), language))
    assert finding.told == {"article": "10", "noted": "2020-01-01", "until": "2024-01-01", "source": finding.told["source"]}
    assert findings("P009", subject(text.format(note="01.01.2024"), language)) == []


def test_words_that_no_grammar_places() -> None:
    strange = one("ru", "порицанием яркой силы либо лишением свободы на срок до двух лет")
    assert addresses("P010", subject(strange, "ru")) == ["10.1"]
    assert addresses("P010", subject(one("ru", "лишением свободы на срок до двух лет"), "ru")) == []
    said_again = [RU_BASIC.format(f"порицанием на {n} дней либо лишением свободы на срок до двух лет") for n in (3, 5)]
    assert addresses("P010", subject(code("ru", *said_again), "ru")) == []  # a formula that the grammar does not have
    kazakh = one("kk", "жылтыр сөгіске не екі жылға дейінгі мерзімге бас бостандығынан айыруға")
    assert addresses("P010", subject(kazakh, "kk")) == ["10.1"]


def test_an_amount_of_what() -> None:
    right = "с лишением права занимать определенные должности или заниматься определенной деятельностью на срок до трех"
    text = one("ru", "лишением свободы на срок до двух лет, " + right)
    assert addresses("P011", subject(text, "ru")) == ["10.1"]
    assert addresses("P011", subject(one("ru", "лишением свободы на срок до двух лет, " + right + " лет"), "ru")) == []
    right = (
        "белгілі бір лауазымдарды атқару немесе белгілі бір қызметпен айналысу құқығынан {} дейінгі мерзімге айыра отырып, "
    )
    prison_kk = "екі жылға дейінгі мерзімге бас бостандығынан айыруға"
    assert addresses("P011", subject(one("kk", right.format("үш жылға") + prison_kk), "kk")) == []


@pytest.mark.parametrize(
    ("language", "sanction", "expected"),
    [
        ("ru", "лишением свободы на срок до двух лет, с конфискацией имущества, с конфискацией имущества", 1),
        ("ru", "лишением свободы на срок до двух лет, с конфискацией имущества", 0),
        ("kk", "мүлкі тәркіленіп, мүлкі тәркіленіп, екі жылға дейінгі мерзімге бас бостандығынан айыруға", 1),
        ("kk", "мүлкі тәркіленіп, екі жылға дейінгі мерзімге бас бостандығынан айыруға", 0),
    ],
)
def test_one_penalty_twice(language: str, sanction: str, expected: int) -> None:
    assert len(findings("P012", subject(one(language, sanction), language))) == expected


@LANGUAGES
def test_an_aggravation_without_consequence(language: str) -> None:
    same = two(language, prison(language, 5, 10), prison(language, 5, 10))
    assert addresses("P013", subject(same, language)) == ["10.2"]
    assert addresses("P013", subject(two(language, prison(language, 5, 10), prison(language, 5, 11)), language)) == []
    confiscated = {
        "ru": prison("ru", 5, 10) + " с конфискацией имущества",
        "kk": "мүлкі тәркіленіп, " + prison("kk", 5, 10),
    }
    assert addresses("P013", subject(two(language, prison(language, 5, 10), confiscated[language]), language)) == []


@LANGUAGES
def test_a_lower_minimum(language: str) -> None:
    lower = two(language, prison(language, 3, 7), prison(language, 2, 10))
    assert addresses("P014", subject(lower, language)) == ["10.2"]
    assert addresses("P014", subject(two(language, prison(language, 3, 7), prison(language, 3, 10)), language)) == []
    milder = two(language, prison(language, 3, 7), prison(language, 2, 6))  # that is P001's
    assert addresses("P014", subject(milder, language)) == []


@pytest.mark.corpus
def test_defects_that_reading_found() -> None:
    newest, older, kazakh = (Subject(parsed(name)) for name in (CODE_2025, CODE_2020, CODE_KK))
    for looked in (newest, older, kazakh):  # 12 to 15 years with an office, 10 to 17 without
        assert addresses("P001", looked) == ["257.3"]
    assert addresses("P005", newest) == ["235-1.3", "288.4", "409.5", "414.4"]
    assert addresses("P005", older) == ["106.1", "288.4", "414.4"]
    assert addresses("P005", kazakh) == ["106.1", "149.1", "288.4", "409.5", "414.4"]
    assert addresses("P011", newest) == ["295.2"]
    assert addresses("P012", newest) == ["196.1"]
    assert addresses("P013", newest) == ["168.2"]
    for name in ("P003", "P006", "P007", "P008", "P010", "P014"):
        assert addresses(name, newest) == []


@pytest.mark.corpus
def test_the_note_on_arrest_against_the_text() -> None:
    (finding,) = findings("P009", Subject(parsed(CODE_2025)))
    assert finding.told == {"article": "45", "noted": "2022-01-01", "until": "2027-01-01", "source": "467(1-1)"}
    assert finding.address == Address("45")  # the portal prints it under the article before


def test_codes_and_names_are_single() -> None:
    rules = all_rules()
    assert len({rule.code for rule in rules}) == len({rule.name for rule in rules}) == len(rules)
