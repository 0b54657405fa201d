"""The grammar of sanctions: every shape of the two languages, read, said again, and compared. The wordings are our own."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saralau.acts import Address
from saralau.documents import Span
from saralau.languages import fold, language
from saralau.languages.numbers import read_number
from saralau.offences import Application, Kind, Punishment, Sanction, Unit
from saralau.offences.dispositions import units
from saralau.offences.sanctions import Flaw, difference, read_sanction, say_sanction

from ..conftest import CODE_2020, CODE_2025, CODE_KK, parsed

HERE = Address("10", "3")
RU, KK = language("ru"), language("kk")


def read(words: str, code: str) -> tuple[Sanction, tuple[Flaw, ...]]:
    folded = fold(words)
    return read_sanction(folded, Span(0, len(folded)), language(code), HERE)


def brief(punishment: Punishment) -> tuple[object, ...]:
    return (punishment.kind.value, punishment.minimum, punishment.maximum, punishment.unit and punishment.unit.value)


RIGHT = "лишением права занимать определенные должности или заниматься определенной деятельностью"
ҚҰҚЫҚ = "белгілі бір лауазымдарды атқару немесе белгілі бір қызметпен айналысу құқығынан"

SHAPES = [
    ("ru", "наказывается штрафом в размере до трехсот месячных расчетных показателей.", [("fine", None, 300, "mci")]),
    ("ru", "наказываются штрафом от семидесяти до ста месячных расчетных показателей", [("fine", 70, 100, "mci")]),
    ("ru", "наказывается штрафом в размере пятидесяти месячных расчетных показателей.", [("fine", 50, 50, "mci")]),
    (
        "ru",
        "наказывается штрафом в размере от трех до семи тысяч месячных расчетных показателей.",
        [("fine", 3000, 7000, "mci")],
    ),
    ("ru", "наказывается штрафом от пятисот до одной тысячи месячных расчетных показателей.", [("fine", 500, 1000, "mci")]),
    ("ru", "наказывается штрафом от двукратной до семикратной суммы взятки.", [("fine", 2, 7, "times")]),
    ("ru", "наказывается лишением свободы на срок от 2 до 5 лет.", [("deprivation", 2, 5, "years")]),
    ("ru", "наказывается арестом на срок от десяти до сорока суток.", [("arrest", 10, 40, "days")]),
    ("ru", "наказывается лишением свободы сроком на девятнадцать лет.", [("deprivation", 19, 19, "years")]),
    ("ru", "наказывается лишением свободы до одного года.", [("deprivation", None, 1, "years")]),
    ("ru", "наказывается пожизненным лишением свободы.", [("deprivation", None, None, None)]),
    ("ru", "наказывается смертной казнью.", [("death", None, None, None)]),
    ("kk", "үш жүз айлық есептiк көрсеткiшке дейiнгi мөлшерде айыппұл салуға жазаланады.", [("fine", None, 300, "mci")]),
    (
        "kk",
        "жетпістен жүз айлық есептік көрсеткішке дейінгі мөлшерде айыппұл салуға жазаланады.",
        [("fine", 70, 100, "mci")],
    ),
    ("kk", "елу айлық есептік көрсеткіш мөлшерінде айыппұл салуға жазаланады.", [("fine", 50, 50, "mci")]),
    ("kk", "параның екі еселенгеннен жеті еселенгенге дейінгі сомасы айыппұл салуға жазаланады.", [("fine", 2, 7, "times")]),
    ("kk", "он тәуліктен қырық тәулікке дейінгі мерзімге қамаққа алуға жазаланады.", [("arrest", 10, 40, "days")]),
    ("kk", "он тоғыз жыл мерзімге бас бостандығынан айыруға жазаланады.", [("deprivation", 19, 19, "years")]),
    ("kk", "бір жылға дейінгі мерзімге бас бостандығынан айыруға жазаланады.", [("deprivation", None, 1, "years")]),
    ("kk", "өмір бойына бас бостандығынан айыруға жазаланады.", [("deprivation", None, None, None)]),
]


@pytest.mark.parametrize(("code", "words", "expected"), SHAPES)
def test_single_punishments(code: str, words: str, expected: list[tuple[object, ...]]) -> None:
    sanction, _ = read(words, code)
    assert not sanction.unread
    assert [brief(punishment) for punishment in sanction.principal] == expected
    assert difference(fold(words), sanction, language(code), HERE) is None


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (
            "ru",
            "наказывается штрафом в размере до двухсот месячных расчетных показателей либо исправительными работами в том же "
            "размере, либо ограничением свободы на срок до двух лет, либо лишением свободы на тот же срок.",
        ),
        (
            "kk",
            "екі жүз айлық есептік көрсеткішке дейінгі мөлшерде айыппұл салуға не сол мөлшерде түзеу жұмыстарына неекі жылға "
            "дейінгі мерзімге бас бостандығын шектеуге не сол мерзімге бас бостандығынан айыруға жазаланады.",
        ),
    ],
)
def test_the_same_amount_and_the_same_term_are_filled_in(code: str, words: str) -> None:
    sanction, _ = read(words, code)
    assert [brief(p) for p in sanction.principal] == [
        ("fine", None, 200, "mci"),
        ("correctional_works", None, 200, "mci"),
        ("restriction", None, 2, "years"),
        ("deprivation", None, 2, "years"),
    ]
    assert [p.same_as for p in sanction.principal] == [None, Kind.FINE, None, Kind.RESTRICTION]


@pytest.mark.parametrize(
    ("words", "scope"),
    [
        (
            f"наказывается ограничением свободы на срок до двух лет либо лишением свободы на тот же срок, с {RIGHT} до трех лет.",
            "all",
        ),
        (
            f"наказывается ограничением свободы на срок до двух лет либо лишением свободы на тот же срок с {RIGHT} до трех лет.",
            1,
        ),
        (f"наказывается лишением свободы на срок до двух лет с {RIGHT} до трех лет либо пожизненным лишением свободы.", 0),
        (f"наказывается лишением свободы на срок до двух лет с {RIGHT} до трех лет.", "all"),
    ],
)
def test_scope_follows_the_comma(words: str, scope: str | int) -> None:
    sanction, _ = read(words, "ru")
    assert [(p.kind, p.scope) for p in sanction.additional] == [(Kind.DEPRIVATION_OF_RIGHT, scope)]


def test_where_additions_come_first_one_behind_or_belongs_to_its_alternative() -> None:
    sanction, _ = read(
        f"{ҚҰҚЫҚ} өмір бойына айыра отырып, он жыл мерзімге бас бостандығынан айыруға не мүлкі тәркіленіп немесе онсыз, "
        "өмір бойына бас бостандығынан айыруға жазаланады.",
        "kk",
    )
    assert [(p.kind.value, p.scope, p.application.value) for p in sanction.additional] == [
        ("deprivation_of_right", "all", "obligatory"),
        ("confiscation", 1, "optional"),
    ]


def test_optional_binds_to_what_it_agrees_with() -> None:
    sanction, _ = read(
        "наказывается лишением свободы на срок до трех лет с конфискацией имущества, лишением гражданства или без такового.",
        "ru",
    )
    assert [(p.kind.value, p.application.value) for p in sanction.additional] == [
        ("confiscation", "obligatory"),
        ("citizenship", "optional"),
    ]


def test_conditions_name_points_of_this_and_of_other_parts() -> None:
    sanction, _ = read(
        f"наказывается лишением свободы на срок от двух до пяти лет с конфискацией имущества, а в случаях, предусмотренных "
        f"пунктом 2) части второй настоящей статьи, – с пожизненным {RIGHT}.",
        "ru",
    )
    confiscation, right = sanction.additional
    assert confiscation.condition is None
    assert right.application is Application.CONDITIONAL
    assert right.condition is not None
    assert right.condition.points == (Address("10", "2", "2"),)


def test_a_principal_punishment_can_be_conditional_and_conditions_can_follow_each_other() -> None:
    sanction, _ = read(
        "наказываются лишением свободы на срок от трех до шести лет с конфискацией имущества, а в случаях, предусмотренных "
        "пунктом 2), лишением свободы на тот же срок либо штрафом от пятикратной до десятикратной суммы полученного дохода, с "
        f"конфискацией имущества, пунктом 3), с пожизненным {RIGHT}.",
        "ru",
    )
    assert [p.condition and p.condition.points[0].point for p in sanction.principal] == [None, "2", "2"]
    assert [p.condition and p.condition.points[0].point for p in sanction.additional] == [None, "2", "3"]


def test_what_every_case_is_threatened_with_hangs_on_no_condition() -> None:
    sanction, _ = read(
        "ал 3) тармақта көзделген жағдайларда мүлкі тәркіленіп, екі жылдан бес жылға дейінгі мерзімге бас бостандығынан айыруға "
        "жазаланады.",
        "kk",
    )
    assert sanction.principal[0].condition is None
    assert sanction.additional[0].condition is not None


@pytest.mark.parametrize(
    ("code", "words", "flaw"),
    [
        ("kk", "бір жылға дейінгі мерзімге бас бостандығын шектеуге неекі жыл мерзімге бас бостандығынан айыруға жазаланады.", "missing_space"),
        ("ru", f"наказывается лишением свободы на срок до двух лет с {RIGHT} на срок до трех.", "missing_unit"),
        ("ru", "наказывается лишением свободы на срок до двух лет, с конфискацией имущества, с конфискацией имущества.", "doubled_phrase"),
        ("ru", "наказывается арестом на срок до двадцати суток либо»лишением свободы на срок до двух лет.", "stray_mark"),
    ],
)  # fmt: skip
def test_defects_are_read_through_and_named(code: str, words: str, flaw: str) -> None:
    sanction, flaws = read(words, code)
    assert not sanction.unread
    assert flaw in {found.code for found in flaws}


def test_what_the_grammar_cannot_place_is_named_and_differs() -> None:
    words = fold("наказывается лишением свободы на срок до двух лет либо ссылкой на луну.")
    sanction, _ = read(words, "ru")
    assert [span.of(words) for span in sanction.unread] == ["ссылкой на луну"]
    assert difference(words, sanction, RU, HERE) is not None


AMOUNTS = st.tuples(st.integers(1, 900), st.integers(1, 90)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@st.composite
def sanctions(draw: st.DrawFn) -> Sanction:
    nowhere = Span(0, 0)
    kinds = draw(
        st.lists(
            st.sampled_from(["fine", "community_service", "arrest", "restriction", "deprivation"]), min_size=1, unique=True
        )
    )
    unit = {
        "fine": Unit.MCI,
        "community_service": Unit.HOURS,
        "arrest": Unit.DAYS,
        "restriction": Unit.YEARS,
        "deprivation": Unit.YEARS,
    }
    principal = []
    for position, kind in enumerate(kinds):
        low, high = draw(AMOUNTS)
        stated = low if draw(st.booleans()) else None
        principal.append(Punishment(Kind(kind), Span(position, position), stated, high, unit[kind]))
    additional = []
    for position, kind in enumerate(draw(st.lists(st.sampled_from(["confiscation", "citizenship"]), unique=True))):
        how = draw(st.sampled_from([Application.OBLIGATORY, Application.OPTIONAL]))
        additional.append(Punishment(Kind(kind), Span(90 + position, 90), application=how, scope="all"))
    return Sanction(nowhere, tuple(principal), tuple(additional))


@given(sanctions(), st.sampled_from(["ru", "kk", "en"]))
def test_what_is_said_reads_back(sanction: Sanction, code: str) -> None:
    """Numbers are said in digits, which statutes never use; digits are put into words of the test's own first."""
    grammar = language(code)
    said = say_sanction(sanction, grammar, HERE)
    words = re.sub(r"[0-9]+", lambda digits: IN_WORDS[code](int(digits.group())), said)
    words = words.replace(" либо ", ", либо ")
    for added in ("конфискацией", "лишением гражданства"):
        words = words.replace(f" {added}", f", с {added}")
    folded = fold(words)
    back, _ = read_sanction(folded, Span(0, len(folded)), grammar, HERE)
    assert not back.unread
    assert [brief(p) for p in back.principal] == [brief(p) for p in sanction.principal]
    assert {(p.kind, p.application) for p in back.additional} == {(p.kind, p.application) for p in sanction.additional}


def _words(value: int, ones: str, tens: str, hundreds: str, teens: str) -> str:
    out = []
    if value >= 100:
        out.append(hundreds.split()[value // 100 - 1])
        value %= 100
    if 10 <= value < 20 and teens:
        out.append(teens.split()[value - 10])
        value = 0
    if value >= 10:
        out.append(tens.split()[value // 10 - 1])
        value %= 10
    if value:
        out.append(ones.split()[value - 1])
    return " ".join(out)


def russian(value: int) -> str:
    return _words(
        value,
        "одного двух трех четырех пяти шести семи восьми девяти",
        "десяти двадцати тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяноста",
        "ста двухсот трехсот четырехсот пятисот шестисот семисот восьмисот девятисот",
        "десяти одиннадцати двенадцати тринадцати четырнадцати пятнадцати шестнадцати семнадцати восемнадцати девятнадцати",
    )


def kazakh(value: int) -> str:
    ones = "бір екі үш төрт бес алты жеті сегіз тоғыз"
    hundreds = " ".join(f"{one}_жүз" for one in ones.split())
    return _words(value, ones, "он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан", hundreds, "").replace("_", " ")


def english(value: int) -> str:
    ones = "one two three four five six seven eight nine"
    hundreds = " ".join(f"{one}_hundred" for one in ones.split())
    tens = "ten twenty thirty forty fifty sixty seventy eighty ninety"
    teens = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    return _words(value, ones, tens, hundreds, teens).replace("_", " ")


IN_WORDS = {"ru": russian, "kk": kazakh, "en": english}


@given(st.integers(1, 999), st.integers(0, 99))
def test_numbers_in_words(rest: int, thousands: int) -> None:
    value = thousands * 1000 + rest
    for code, in_words, thousand in (("ru", russian, "тысяч"), ("kk", kazakh, "мың"), ("en", english, "thousand")):
        words = (f"{in_words(thousands)} {thousand} " if thousands else "") + in_words(rest)
        assert read_number(words, language(code).numerals) == value
        assert read_number(words.replace(" ", ""), language(code).numerals) == value


@pytest.mark.parametrize(
    "words", ["либо " * 20_000, "пунктом " * 20_000, "не" * 40_000, "бір" * 30_000, "а в случаях, " * 9_000]
)
@pytest.mark.parametrize("code", ["ru", "kk", "en"])
def test_hostile_sanctions_are_read_to_their_end(words: str, code: str) -> None:
    sanction, _ = read(words, code)
    assert sanction.principal == ()


@pytest.mark.corpus
@pytest.mark.parametrize(("name", "count"), [(CODE_2025, 1047), (CODE_2020, 956), (CODE_KK, 990)])
def test_every_character_of_every_official_sanction_is_read(name: str, count: int) -> None:
    """1,047 in the text of 2025 by two independent counts; 990 lines of the Kazakh text end with the verb of punishment."""
    act = parsed(name)
    read_all = [read_sanction(act.folded, unit.sanctions[0], act.language, unit.address)[0] for unit in units(act)]
    assert len(read_all) == count
    assert not [span for sanction in read_all for span in sanction.unread]
    assert all(sanction.principal for sanction in read_all)


# Sanctions whose wording the structure cannot give back to the letter, each for a reason that was looked at.
KNOWN = {
    CODE_2025: {"437(3)"},  # an amount whose kind is named by its neighbour
    CODE_2020: {"437(3)", "248(1)", "321(2)", "340(4)", "341(2)"},  # and misprints: a lost letter, a stray mark, glued words
    CODE_KK: {"437(3)", "174(1)"},  # and an amount in an unusual case
}


@pytest.mark.corpus
@pytest.mark.parametrize("name", [CODE_2025, CODE_2020, CODE_KK])
def test_official_sanctions_said_again_differ_only_where_known(name: str) -> None:
    act = parsed(name)
    differing = set()
    for unit in units(act):
        sanction, _ = read_sanction(act.folded, unit.sanctions[0], act.language, unit.address)
        if difference(act.folded, sanction, act.language, unit.address):
            differing.add(unit.address.printed)
    assert differing == KNOWN[name]
