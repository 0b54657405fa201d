"""Rules of the text: slips that can be seen without knowing what the law means."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saralau.documents import Span
from saralau.lint import Subject
from saralau.lint.vocabulary import slip_at, vocabulary_of

from ..conftest import CODE_2020, CODE_2025, CODE_KK, parsed
from .linting import RULES, act_of, article, findings, mend, words

FORMULA_RU = "наказывается штрафом либо ограничением свободы на срок до двух лет."
FORMULA_KK = "айыппұл салуға не екі жылға дейінгі мерзімге бас бостандығын шектеуге жазаланады."


def repeated(line: str, times: int, code: str = "ru") -> str:
    """An act that says a thing in many articles."""
    title = {"ru": "### Статья {}. Пчёлы", "kk": "### {}-бап. Аралар"}[code]
    return "\n\n".join(f"{title.format(number)}\n\n{line}" for number in range(1, times + 1)) + "\n\n"


# -- T001 ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("1.Улей осматривают весной.", ["1.Улей"]),
        ("Пчёл кормят весной,осенью не кормят.", ["весной,осенью"]),
        ("Улей осматривают весной.Рамки меняют осенью.", ["весной.Рамки"]),
        ("Улей стоит 2,5 метра от дома, т.е. далеко; см. пункт 2), там же.", []),
        ("Сведения хранят на сайте пасека.kz и в системе 1,2,3.", []),
    ],
)
def test_a_space_is_missing_behind_numbers_and_marks(line: str, told: list[str]) -> None:
    assert [one.told["words"] for one in findings("T001", article(line, "2. Рамки меняют."))] == told


def test_glued_words_are_told_against_words_that_stand_apart() -> None:
    ru = (
        repeated("Порча улья " + FORMULA_RU, 6)
        + "### Статья 7. Рой\n\nКража роя наказывается штрафом либоограничением свободы.\n"
    )
    assert words("T001", ru) == ["либоограничением"]
    assert "либо ограничением свободы.\n" in mend(ru, ("T001",))[-30:]
    kk = (
        repeated("Ұяны бүлдіру – " + FORMULA_KK, 12, "kk") + "### 13-бап. Ара\n\nАраны ұрлау – айыппұл салуға неекі жылға.\n"
    )
    assert words("T001", kk, "kk") == ["неекі"]
    assert "салуға не екі жылға" in mend(kk, ("T001",), "kk")


def test_what_an_act_writes_together_by_rule_is_no_slip() -> None:
    """A compound, a case ending and a prefix, though each half is a word of the act."""
    ru = article("Право на рой. Нарушение срока. Правонарушение влечёт штраф. Ранее за рой. Заранее обещанное. Лиц а лица.")
    assert words("T001", ru) == []
    kk = article("Әйел мен ара. Әйелмен бірге. Қызмет пен ұя. Қызметпен айналысу.", code="kk")
    assert words("T001", kk, "kk") == []


def test_words_of_a_sanction_are_known_in_a_short_act_too() -> None:
    text = article(
        "Порча улья –",
        "наказывается штрафом в размере до ста месячных расчетных показателей либоарестом на срок до тридцати суток.",
    )
    assert words("T001", text) == ["либоарестом"]
    assert findings("T001", text)[0].fix is None  # where the space belongs is known to the act's own pairs only


# -- T003 to T006 -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "marks", "after"),
    [
        ("Пчёл , рамки и улей .", [",", "."], "Пчёл, рамки и улей."),
        ("Улей ( дом пчёл ) осматривают.", ["(", ")"], "Улей (дом пчёл) осматривают."),
        ("Имена в зоне .kz, знак – и многоточие ...", [], "Имена в зоне .kz, знак – и многоточие ..."),
    ],
)
def test_spaces_beside_marks(line: str, marks: list[str], after: str) -> None:
    text = article(line)
    assert [one.told["mark"] for one in findings("T003", text)] == marks
    assert mend(text, ("T003",)) == article(after)
    assert findings("T003", article(after)) == []


def test_a_space_before_a_mark_in_kazakh() -> None:
    text = article("Араны , ұяны бағу.", code="kk")
    assert mend(text, ("T003",), "kk") == article("Араны, ұяны бағу.", code="kk")


@pytest.mark.parametrize(
    ("lines", "marks"),
    [
        (["Владелец (пользователь улья обязан."], ["("]),
        (["Владелец пользователь) улья обязан."], [")"]),
        (["Деяние (часть вторая статьи 2) по пункту 1) части второй (статья 2)."], []),
        (["Наименование (имя (если есть), номер (код) владельца."], ["("]),
        (["1) улей (дом", "для пчёл);", "2) рамка."], []),
        (["По пунктам 1) и 2), а) и б) части первой."], []),
    ],
)
def test_brackets(lines: list[str], marks: list[str]) -> None:
    assert words("T004", article(*lines)) == marks


def test_brackets_in_kazakh() -> None:
    assert words("T004", article("Осы баптың 1) – 4) тармақтарында (ұяда) көрсетілген (аралар.", code="kk"), "kk") == ["("]


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ('Закон "О пчёлах устанавливает порядок.', ['"']),
        ('Закон "О пчёлах" устанавливает порядок.', []),
        ("Закон «О пчёлах устанавливает порядок.", ["«"]),
        ("Закон О пчёлах» устанавливает порядок.", ["»"]),
    ],
)
def test_quotes(line: str, marks: list[str]) -> None:
    assert words("T005", article(line)) == marks


def test_quotes_in_kazakh() -> None:
    assert words("T005", article('"Аралар туралы Заңға сәйкес.', code="kk"), "kk") == ['"']
    assert words("T005", article("«Аралар туралы» Заңға сәйкес.", code="kk"), "kk") == []


@pytest.mark.parametrize(
    ("code", "header", "part", "sanction"),
    [
        ("ru", "1) статью 21 дополнить частью 2 следующего содержания:", '"2. То же деяние, –', 'наказывается арестом.";'),
        (
            "kk",
            "1) 21-бап мынадай мазмұндағы 2-бөлікпен толықтырылсын:",
            '"2. Дәл сол әрекет –',
            'қамаққа алуға жазаланады.";',
        ),
    ],
)
def test_marks_around_quoted_provisions(code: str, header: str, part: str, sanction: str) -> None:
    quoted = article(header, part, sanction, code=code)
    assert (words("T005", quoted, code), words("T012", quoted, code)) == ([], [])
    unclosed = article(header, part, sanction.replace('"', ""), code=code)
    assert words("T005", unclosed, code) == ['"']


def test_a_number_without_its_bracket() -> None:
    assert words("T006", article("Порча улья:", "1) ночью;", "2 группой лиц;", "3) зимой.")) == ["2"]
    assert words("T006", article("Ұяны бүлдіру:", "1) түнде;", "2 топпен;", "3) қыста.", code="kk"), "kk") == ["2"]
    assert words("T006", article("Порча улья:", "1) ночью;", "2) группой лиц.")) == []


# -- T007 ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Улей улей осматривают весной.", ["улей"]),
        ("Рамки меняют с изъятием улья или без такового, с изъятием улья или без такового.", ["с изъятием улья или без такового"]),
        ("Рой забирает группа лиц, группа лиц по сговору.", []),
        ("Третье лицо – лицо, не являющееся владельцем.", []),
        ("Органы пасек, органы пасек области и города.", []),
        ("По статьям 5, 5 и 6 считают 10 10 раз.", []),
    ],
)  # fmt: skip
def test_repetitions(line: str, told: list[str]) -> None:
    assert words("T007", article(line)) == told


def test_repetitions_in_kazakh() -> None:
    text = article("Ұя алып қойылып немесе онсыз, ұя алып қойылып немесе онсыз, айыппұл салынады.", code="kk")
    assert words("T007", text, "kk") == ["ұя алып қойылып немесе онсыз"]
    assert words("T007", article("Ара мен ара ұясы.", code="kk"), "kk") == []


def test_what_an_act_often_says_twice_it_means() -> None:
    assert words("T007", repeated("Рой роится еле еле.", 3)) == []


# -- T008 ---------------------------------------------------------------------------------------------------------


def test_mixed_alphabets_are_mended_to_what_they_look_like() -> None:
    text = article("Пpаво на Pой имеет владелец VI класса и VІ разряда.")
    assert words("T008", text) == ["Пpаво", "Pой"]
    after = mend(text, ("T008",))
    assert "Право на Рой" in after and findings("T008", after) == []
    kk = article("Ұя үшiн екi жақтау.", code="kk")
    assert mend(kk, ("T008",), "kk") == article("Ұя үшін екі жақтау.", code="kk")


def test_a_letter_that_looks_like_none_is_left() -> None:
    found = findings("T008", article("Слово улdей испорчено."))
    assert len(found) == 1 and found[0].fix is None


# -- T009, T012, T013 ---------------------------------------------------------------------------------------------


def test_ends_without_a_mark() -> None:
    points = [f"{number}) рамка;" for number in range(1, 12)]
    assert words("T009", article("Осматривают:", *points, "12) улей", "13) рой.")) == ["улей"]
    assert words("T009", article("Осматривают:", *points, "12) рой.")) == []
    kk = [f"{number}) жақтау;" for number in range(1, 12)]
    assert words("T009", article("Қаралады:", *kk, "12) ұя", "13) ара.", code="kk"), "kk") == ["ұя"]


def test_an_act_whose_points_have_no_marks_is_not_told_so() -> None:
    assert words("T009", article("Осматривают:", "1) рамки", "2) улей и", "3) рой.")) == []


@pytest.mark.parametrize(
    ("line", "told"),
    [("Улей,. рамки.", [",."]), (";улей и рамки.", [";"]), ("Улей и др., рамки; т.д.;", []), ("Улей – дом, – и рамки.", [])],
)
def test_stray_marks(line: str, told: list[str]) -> None:
    assert words("T012", article(line)) == told


def test_a_stray_quote_in_a_sanction() -> None:
    line = "наказывается арестом на срок до тридцати суток либо»ограничением свободы на срок до двух лет."
    assert words("T012", article("Порча улья –", line)) == ["»"]
    assert words("T005", article("Порча улья –", line)) == []  # one rule tells of it
    assert words("T012", article("Ұя ,. ара.", code="kk"), "kk") == [",."]


def test_a_hyphen_where_the_act_has_dashes() -> None:
    text = repeated("Порча улья –\n\n" + FORMULA_RU, 10) + "### Статья 11. Рой\n\nКража роя, -\n\n" + FORMULA_RU
    assert words("T013", text) == ["-"]
    assert "Кража роя, –" in mend(text, ("T013",))
    assert words("T013", mend(text, ("T013",))) == []
    kk = repeated("Ұяны бүлдіру – " + FORMULA_KK, 10, "kk") + "### 11-бап. Ара\n\nАраны ұрлау - " + FORMULA_KK
    assert words("T013", kk, "kk") == ["-"]


def test_an_act_with_hyphens_is_left_its_hyphens() -> None:
    assert words("T013", repeated("Порча улья - " + FORMULA_RU, 3)) == []


# -- T010, T011 ---------------------------------------------------------------------------------------------------


def test_a_word_a_letter_away_from_a_usual_one() -> None:
    text = (
        repeated("Порча улья " + FORMULA_RU, 5)
        + "### Статья 6. Рой\n\nКража роя наказывается штрафом либо огрпничением свободы.\n"
    )
    assert [one.told for one in findings("T010", text)] == [{"words": "огрпничением", "meant": "ограничением"}]
    kk = (
        repeated("Ұяны бүлдіру – " + FORMULA_KK, 5, "kk")
        + "### 6-бап. Ара\n\nАраны ұрлау – бас бостандығын щектеуге жазаланады.\n"
    )
    assert [one.told["meant"] for one in findings("T010", kk, "kk")] == ["шектеуге"]


@pytest.mark.parametrize(
    "line",
    [
        "Кража роя наказывается штрафом либо ограничениям свободы.",  # an ending is no misspelling
        "Ограда улья стоит. Улей огражден. Роение.",  # other words
        "Кража роя карается штрафом и огрпничением роя.",  # no company that is known
    ],
)
def test_inflection_and_other_words_are_no_misspelling(line: str) -> None:
    assert words("T010", repeated("Порча улья " + FORMULA_RU, 5) + f"### Статья 6. Рой\n\n{line}\n") == []


def test_a_slip_of_agreement_in_a_set_phrase() -> None:
    text = repeated("Порча улья группой лиц по предварительному сговору или без него.", 41)
    slip = "### Статья 42. Рой\n\nКража роя группой лиц по предварительном сговору или без него.\n"
    assert [one.told for one in findings("T011", text + slip)] == [{"words": "предварительном", "meant": "предварительному"}]
    kk = repeated("Ұяны бүлдіру екі жылға дейінгі мерзімге бас бостандығын шектеуге жазаланады.", 41, "kk")
    slip = "### 42-бап. Ара\n\nАраны ұрлау екі жылға дейінгі мерзімде бас бостандығын шектеуге жазаланады.\n"
    assert [one.told["meant"] for one in findings("T011", kk + slip, "kk")] == ["мерзімге"]


def test_what_is_meant_has_the_capitals_of_what_is_written() -> None:
    text = repeated("Порча улья гражданином Республики Полянии или по сговору.", 41)
    slip = "### Статья 42. Рой\n\nКража роя гражданином Республики Полянию или без него.\n"
    assert [one.told for one in findings("T011", text + slip)] == [{"words": "Полянию", "meant": "Полянии"}]
    misspelt = "### Статья 42. Рой\n\nКража роя гражданином Респбулики Полянии или без него.\n"
    assert [one.told for one in findings("T010", text + misspelt)] == [{"words": "Респбулики", "meant": "Республики"}]


def test_a_word_that_the_act_inflects_beside_the_neighbour_is_free() -> None:
    text = repeated("Порча улья группой лиц по предварительному сговору или без него.", 41)
    other = "### Статья 42. Рой\n\nО предварительного сговору. Кража роя по предварительном сговору.\n"
    assert words("T011", text + other) == []


# -- the vocabulary -----------------------------------------------------------------------------------------------


@given(st.text("абв", min_size=1, max_size=8), st.integers(0, 7), st.sampled_from("гд"))
def test_one_letter_makes_a_slip_either_way(word: str, place: int, letter: str) -> None:
    at = min(place, len(word))
    longer = word[:at] + letter + word[at:]
    assert slip_at(word, longer) == slip_at(longer, word) == at
    other = word[:at] + letter + word[at + 1 :]
    assert slip_at(word, other) == at
    assert slip_at(word, word) is None


@given(st.lists(st.text("аб", min_size=1, max_size=3), min_size=1, max_size=20))
def test_the_vocabulary_counts_what_is_there(said: list[str]) -> None:
    text = " ".join(said)
    found = vocabulary_of(text, [(Span(0, len(text)), None)])
    assert [word for word in found.words if word] == said
    assert found.counts.total() == len(said) and found.pairs.total() == len(said) - 1
    assert all(text[slice(*found.span(index))] == word for index, word in enumerate(found.words))


@settings(max_examples=50)
@given(st.text('аб ,;:.()-–«»"\n1)', max_size=200))
def test_no_text_breaks_a_rule(text: str) -> None:
    subject = Subject(act_of(article(text or "а")))
    for rule in RULES.values():
        spans = [one.span for one in rule.check(subject)]
        assert all(0 <= span.start <= span.end <= len(subject.act.document.text) for span in spans)


# -- the official texts -------------------------------------------------------------------------------------------


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("rule", "file", "address", "told"),
    [
        ("T001", CODE_2025, "208", "2."),
        ("T002", CODE_2025, "203.3", ",,"),
        ("T007", CODE_2025, "196.1", "с конфискацией имущества или без таковой"),
        ("T011", CODE_2025, "200.2.1", "предварительном"),
        ("T011", CODE_2020, "200.2.1", "предварительном"),
        ("T010", CODE_KK, "254", "лаузымдарды"),
        ("T006", CODE_KK, "209", "2"),
        ("T012", CODE_2020, "321.2", "»"),
    ],
)
def test_known_slips_of_the_criminal_code_are_found(rule: str, file: str, address: str, told: str) -> None:
    act = parsed(file)
    found = [(one.address.short, act.words(one.span)) for one in RULES[rule].check(Subject(act)) if one.address]
    assert (address, told) in found
