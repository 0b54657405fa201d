"""Definitions in articles on notions and in sentences elsewhere, on fictional texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saralau.acts import Act, parse_act
from saralau.documents import Span
from saralau.documents.reading import read_bytes
from saralau.languages import language
from saralau.messages import InputError
from saralau.terms import Definition, articles_on_notions, find_definitions

NOTIONS = """Статья 1. Основные понятия, используемые в настоящем Законе

В настоящем Законе используются следующие основные понятия:

1) улей (далее – дом) – ящик для пчел;

2) пасечник-любитель - лицо, держащее пчел (не более двух семей) - и не ради меда;

3) исключен Законом РК от 01.02.2016 № 5-VI;

4) матка, трутень, – пчелы:

живущие в улье;

летающие.

5) рой без значения;

6) дымарь – прибор. Дымарь хранится отдельно.

Статья 2. Порядок осмотра

1) осмотр – раз в год;

2) "мед" – два раза.
"""


def act(text: str, code: str = "ru") -> Act:
    return parse_act(read_bytes(text.encode(), "law.md"), language(code))


def said(whole: Act, one: Definition) -> tuple[str, str, list[str]]:
    return one.address.short, whole.words(one.term), [whole.words(line) for line in one.definiens]


def told(text: str, code: str = "ru") -> list[tuple[str, str, list[str]]]:
    whole = act(text, code)
    return [said(whole, one) for one in find_definitions(whole)]


def test_points_of_an_article_on_notions() -> None:
    """Not the excluded point, nor the one without a dash, nor dashes in an article of another title."""
    assert told(NOTIONS) == [
        ("1..1", "улей", ["ящик для пчел"]),
        ("1..2", "пасечник-любитель", ["лицо, держащее пчел (не более двух семей) - и не ради меда"]),
        ("1..4", "матка, трутень", ["пчелы", "живущие в улье", "летающие"]),
        ("1..6", "дымарь", ["прибор"]),
    ]
    whole = act(NOTIONS)
    assert [article.number for article in articles_on_notions(whole)] == ["1"]
    first = find_definitions(whole)[0]
    assert first.listed
    assert [whole.words(alias) for alias in first.aliases] == ["дом"]


@pytest.mark.parametrize(
    ("line", "term", "definiens"),
    [
        ("Под ульем понимается ящик для пчел.", "ульем", "ящик для пчел"),
        ("1. Под ульем в настоящей статье понимается ящик. Он закрыт.", "ульем", "ящик"),
        ("В настоящей статье и статье 9 настоящего Закона под ульем понимается ящик.", "ульем", "ящик"),
        ("2. Цифровым ульем признается ящик с датчиком.", "Цифровым ульем", "ящик с датчиком"),
        ("Пасекой является место, где стоят ульи.", "Пасекой", "место, где стоят ульи"),
        ("Примечание. Под роем понимаются пчелы без улья.", "роем", "пчелы без улья"),
    ],
)
def test_sentences_that_define(line: str, term: str, definiens: str) -> None:
    assert told(f"Статья 7. О пасеке\n\n{line}\n")[-1][1:] == (term, [definiens])


@pytest.mark.parametrize(
    "line",
    [
        "Улей является собственностью пасечника.",  # says of a hive, does not say what one is
        "Целью закона является защита пчел.",
        "Основными задачами пасечника являются уход и сбор.",
        "Владелец улья признается виновным.",
        "Осмотр пчел является обязательным.",
        "Перевозной является услуга, оказываемая на месте.",  # an attribute whose noun is left out
        "Ульем не признается ящик без крышки.",
        "Тот улей, под которым понимается дом, закрыт.",
        "Цифровой улей, стоящий на пасеке, признается умным ульем.",  # the term comes last
        "Единственным основанием осмотра является жалоба.",
    ],
)
def test_sentences_that_do_not(line: str) -> None:
    assert told(f"Статья 7. О пасеке\n\n{line}\n") == []


def test_a_list_behind_the_sentence_belongs_to_it() -> None:
    text = "Статья 7. О пасеке\n\n1. Пасекой признается место:\n\n1) с ульями;\n\n2) с пчелами.\n\n2. Иное.\n"
    assert told(text) == [("7.1", "Пасекой", ["место", "1) с ульями", "2) с пчелами"])]


def test_a_note_is_at_its_article() -> None:
    whole = act("Статья 7. О пасеке\n\nПасека охраняется.\n\nПримечание. Под пасекой понимается место.\n")
    (found,) = find_definitions(whole)
    assert (found.address.short, found.unit.value, found.listed) == ("7", "note", False)


def test_kazakh() -> None:
    text = (
        "1-бап. Негізгі ұғымдар\n\nОсы Заңда мынадай негізгі ұғымдар пайдаланылады:\n\n1) ұя (бұдан әрі – үй) – араларға арналған жәшік;\n\n"
        "2) омарташы – ара ұстайтын адам.\n\n2-бап. Омарта туралы\n\nОсы бапта омарта деп ұялар тұрған жер түсініледі.\n\nҰя жабық деп танылады.\n"
    )
    assert told(text, "kk") == [
        ("1..1", "ұя", ["араларға арналған жәшік"]),
        ("1..2", "омарташы", ["ара ұстайтын адам"]),
        ("2", "омарта", ["ұялар тұрған жер"]),
    ]


def test_a_language_whose_ways_to_define_are_not_encoded() -> None:
    with pytest.raises(InputError, match="defines"):
        find_definitions(act("§ 1 Begriffe\n\n1. Haus ist ein Bau.\n", "de"))


PIECES = st.sampled_from(
    ["Статья 1. Основные понятия", "1) а – б;", "2) в (далее – г) – д:", "под ", "ульем признается ", "понимается", "(", ")", " – ", ".", ";", "Статья 2. Иное", "1. ", "Примечание. ", "\n\n", " является "]
)  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=8), max_size=30))
def test_whatever_the_text_spans_lie_in_it_and_are_not_empty(pieces: list[str]) -> None:
    whole = act("".join(pieces) or ".")
    for one in find_definitions(whole):
        spans: tuple[Span, ...] = (one.term, *one.definiens)
        assert all(0 <= span.start < span.end <= len(whole.folded) for span in spans)
        assert one.term.end <= one.definiens[0].start
