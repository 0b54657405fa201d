"""How far definitions reach, and what is wrong with them, on fictional acts in Russian and Kazakh."""

from __future__ import annotations

import pytest

from saralau.acts import Act, parse_act
from saralau.documents.reading import read_bytes
from saralau.languages import language
from saralau.terms import find_definitions
from saralau.terms.conflicts import find_conflicts
from saralau.terms.scope import Scope, scope_of
from saralau.terms.survey import survey

from .test_finding import act


def named(name: str, text: str, code: str = "ru") -> Act:
    return parse_act(read_bytes(text.encode(), name), language(code))


def found(*acts: Act) -> list[tuple[str, str, str, str, list[str]]]:
    """Kind, act, address, term, the other places."""
    conflicts = find_conflicts(survey(acts))
    return [(c.kind, c.act, c.address.short, c.term, [f"{o.act} {o.address.short}" for o in c.others]) for c in conflicts]


@pytest.mark.parametrize(
    ("line", "articles", "without"),
    [
        ("Под ульем понимается ящик.", None, set()),
        ("Под ульем в настоящей статье понимается ящик.", {"7"}, set()),
        ("В настоящей статье и статье 9 настоящего Закона под ульем понимается ящик.", {"7", "9"}, set()),
        ("Под ульем в настоящем Законе понимается ящик.", None, set()),
        ("Под ульем в статьях настоящего Закона, за исключением статьи 9 настоящего Закона, понимается ящик.", None, {"9"}),
        ("Текст.\n\nПримечание. Под ульем понимается ящик.", {"7"}, set()),
        ("Текст.\n\nПримечание. Под ульем в статьях 8 и 9 настоящего Закона понимается ящик.", {"8", "9"}, set()),
    ],
)
def test_scope(line: str, articles: set[str] | None, without: set[str]) -> None:
    whole = act(f"Статья 7. О пасеке\n\n{line}\n\nСтатья 8. Иное\n\nТекст.\n\nСтатья 9. Иное\n\nТекст.\n")
    (one,) = find_definitions(whole)
    assert scope_of(whole, one) == Scope(None if articles is None else frozenset(articles), frozenset(without))


def test_scope_of_a_chapter() -> None:
    text = (
        "Глава 1. Первая\n\nСтатья 7. О пасеке\n\nПод скворечником в настоящей главе понимается ящик.\n\nСтатья 8. Иное\n\nТекст.\n\n"
        "Глава 2. Вторая\n\nСтатья 9. Иное\n\nСкворечники.\n"
    )
    whole = act(text)
    (one,) = find_definitions(whole)
    assert scope_of(whole, one).articles == frozenset({"7", "8"})
    assert [row[:4] for row in found(whole)] == [("outside_scope", "law.md", "9", "скворечником")]


def test_scope_in_kazakh() -> None:
    whole = act("7-бап. Омарта\n\nОсы бапта омарта деп ұялар тұрған жер түсініледі.\n\n8-бап. Өзге\n\nМәтін.\n", "kk")
    (one,) = find_definitions(whole)
    assert scope_of(whole, one).articles == frozenset({"7"})


ALONE = """Статья 1. Основные понятия

1) улей – ящик;

2) семейство – пчелы;

3) дымарь – прибор, названный так по Уголовному кодексу Республики Казахстан.

Статья 2. О пасеке

1. Матка живет с семейством и дымарем.

2. Семейством признается семья пчел.

Статья 3. О матке

1. Маткой признается пчела.
"""


def test_what_an_act_tells_by_itself() -> None:
    assert found(act(ALONE)) == [
        ("unused", "law.md", "1..1", "улей", []),
        ("twice", "law.md", "2.2", "Семейством", ["law.md 1..2"]),
        ("early", "law.md", "2.1", "Маткой", ["law.md 3.1"]),
        ("by_reference", "law.md", "1..3", "дымарь", ["law.md 1..3"]),
    ]


def test_a_term_in_a_heading_is_used() -> None:
    text = "Статья 1. Основные понятия\n\n1) домик – ящик.\n\nСтатья 2. Осмотр домиков\n\nТекст.\n"
    assert found(act(text)) == []


def test_definitions_that_hold_in_different_articles_are_not_two() -> None:
    text = "Статья 7. А\n\nПод ульем в настоящей статье понимается ящик.\n\nСтатья 8. Б\n\nПод ульем в настоящей статье понимается дом.\n"
    assert found(act(text)) == []


ONE = "Статья 1. Основные понятия\n\n1) сетевой домик – ящик с датчиком;\n\n2) семейство – пчелы;\n\n3) пасека – место стоянки.\n\nСтатья 2. А\n\nСетевые домики, семейство и пасеки.\n"
OTHER = "Статья 1. Основные понятия\n\n1) семейство – семья пчел;\n\n2) пасека – места стоянки.\n\nСтатья 2. Б\n\nСемейство на пасеке живет в сетевом домике. Семейств нет.\n"


def test_acts_beside_each_other() -> None:
    """The same words in another form define alike; a term that only the other act defines is used without definition."""
    assert found(named("one.md", ONE), named("other.md", OTHER)) == [
        ("undefined", "other.md", "2", "сетевой домик", ["one.md 1..1"]),
        ("differently", "other.md", "1..1", "семейство", ["one.md 1..2"]),
        ("alike", "other.md", "1..2", "пасека", ["one.md 1..3"]),
    ]


def test_one_word_alone_must_be_technology() -> None:
    one = "Статья 1. Основные понятия\n\n1) пасечник – лицо;\n\n2) сайт – информационная система.\n\nСтатья 2. А\n\nПасечник, сайт.\n"
    other = "Статья 1. А\n\nПасечники и сайты.\n"
    assert [row[3] for row in found(named("one.md", one), named("other.md", other)) if row[0] == "undefined"] == ["сайт"]


TITLES = "Статья 2. Законодательство Республики Казахстан о персональных данных и их защите\n\nТекст.\n\n"


def test_an_act_that_names_the_defining_one() -> None:
    """The law on personal data is told by a heading; a line that names it beside the term refers to it."""
    one = named(
        "data.md",
        f"Статья 1. Основные понятия\n\n1) личные пчелы – пчелы человека.\n\n{TITLES}Статья 3. А\n\nЛичные пчелы.\n",
    )
    referring = 'Статья 1. А\n\nЛичные пчелы в значении Закона Республики Казахстан "О персональных данных и их защите".\n'
    assert found(one, named("other.md", referring)) == []
    assert [row[0] for row in found(one, named("other.md", "Статья 1. А\n\nЛичные пчелы.\n"))] == ["undefined"]


@pytest.mark.parametrize(
    "line",
    [
        "Личные пчелы – пчелы одного человека.",  # a dash outside an article on notions
        "Пчелы одного человека признаются личными пчелами.",
        "Пчелы человека (далее – личные пчелы) летают.",
    ],
)
def test_what_may_be_a_definition_is_no_lack_of_one(line: str) -> None:
    one = named(
        "data.md", "Статья 1. Основные понятия\n\n1) личные пчелы – пчелы человека.\n\nСтатья 3. А\n\nЛичные пчелы.\n"
    )
    assert found(one, named("other.md", f"Статья 1. А\n\n{line}\n\nСтатья 2. Б\n\nЛичные пчелы.\n")) == []


def test_editions_of_one_act_define_for_each_other() -> None:
    text = f"Статья 1. Основные понятия\n\n1) личные пчелы – пчелы человека.\n\n{TITLES}Статья 3. А\n\nЛичные пчелы.\n"
    later = f"{TITLES}Статья 3. А\n\nЛичные пчелы.\n"
    assert found(named("old.md", text), named("new.md", later)) == []


def test_kazakh_acts() -> None:
    one = "1-бап. Негізгі ұғымдар\n\n1) цифрлық жәшік – датчигі бар үй;\n\n2) ара тобы – аралар.\n\n2-бап. Тәртіп\n\nЦифрлық жәшік, ара тобы.\n"
    other = "1-бап. Негізгі ұғымдар\n\n1) ара тобы – бір үйдің аралары;\n\n2) омарта – жер.\n\n2-бап. Тәртіп\n\nАра топтары цифрлық жәшіктерде тұрады.\n"
    assert found(named("one.md", one, "kk"), named("other.md", other, "kk")) == [
        ("undefined", "other.md", "2", "цифрлық жәшік", ["one.md 1..1"]),
        ("unused", "other.md", "1..2", "омарта", []),
        ("differently", "other.md", "1..1", "ара тобы", ["one.md 1..2"]),
    ]


def test_acts_in_two_languages_do_not_meet() -> None:
    kazakh = "1-бап. Негізгі ұғымдар\n\n1) семейство – аралар.\n\n2-бап. Тәртіп\n\nСемейство.\n"
    assert found(named("one.md", kazakh, "kk"), named("other.md", OTHER)) == []
