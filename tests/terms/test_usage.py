"""Names of definitions and where they are used, on fictional acts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from saralau.acts import Act
from saralau.terms import find_definitions
from saralau.terms.naming import names_of
from saralau.terms.survey import survey
from saralau.terms.usage import find_uses, in_headings, index_of

from .test_finding import act

HONEY = """Статья 1. Основные понятия

1) цифровой домик (далее – короб) – ящик с датчиком;

2) большой рой и большой вылет – много пчел;

3) дикая пчела – пчела без домика.

Статья 2. О цифровых домиках

1. Цифрового домика касаются все. Коробы ставят на пасеке.

2. Нет цифровых (больших) домиков; цифровой, домик.

3. Дикой или домашней пчелы не кормят. Дикая. Пчела.

4. Исключен Законом РК от 01.02.2016 № 5-VI.
"""

UYA = """1-бап. Негізгі ұғымдар

1) цифрлық жәшік – датчигі бар үй;

2) ара тобы – бірге тұратын аралар.

2-бап. Тәртіп

1. Цифрлық жәшіктің иесі ара тобын сақтайды.

2. Цифрлық жәшіктерінде ара топтарына орын беріледі.
"""


def used(whole: Act) -> list[tuple[str, str, bool]]:
    names = [name for one in find_definitions(whole) for name in names_of(whole, one)]
    found = find_uses(whole, index_of(name.stems for name in names))
    uses = sorted((use for some in found.values() for use in some), key=lambda use: (use.span, use.stems))
    return [(use.address.short, whole.words(use.span), use.nested) for use in uses if use.address.article != "1"]


def test_names() -> None:
    """A short name is a name; two phrases with one first word are two names, a phrase of other words is one."""
    whole = act(HONEY)
    named = [(whole.words(name.span), name.alias) for one in find_definitions(whole) for name in names_of(whole, one)]
    assert named == [
        ("цифровой домик", False),
        ("короб", True),
        ("большой рой", False),
        ("большой вылет", False),
        ("дикая пчела", False),
    ]


def test_uses_in_every_form() -> None:
    """Not over a semicolon or a full stop, nor where brackets hold another word; over a comma and a coordination."""
    assert used(act(HONEY)) == [
        ("2.1", "Цифрового домика", False),
        ("2.1", "Коробы", False),
        ("2.2", "цифровой, домик", False),
        ("2.3", "Дикой или домашней пчелы", False),
    ]


def test_uses_in_kazakh() -> None:
    assert used(act(UYA, "kk")) == [
        ("2.1", "Цифрлық жәшіктің", False),
        ("2.1", "ара тобын", False),
        ("2.2", "Цифрлық жәшіктерінде", False),
        ("2.2", "ара топтарына", False),
    ]


def test_a_term_inside_a_longer_one_is_nested() -> None:
    text = "Статья 1. Основные понятия\n\n1) домик – ящик;\n\n2) паспорт домика – бумага.\n\nСтатья 2. Иное\n\nПаспорта домиков и домики.\n"
    assert used(act(text)) == [("2", "Паспорта домиков", False), ("2", "домиков", True), ("2", "домики", False)]


def test_a_term_that_begins_anew_is_not_parted() -> None:
    text = "Статья 1. Основные понятия\n\n1) пчела рабочая – пчела.\n\nСтатья 2. Иное\n\nТу пчелу либо пчелу рабочую.\n"
    assert used(act(text)) == [("2", "пчелу рабочую", False)]


def test_headings_are_told_apart() -> None:
    whole = act(HONEY)
    (one, *_) = survey([whole])
    index = index_of(named.name.stems for named in one.names)
    assert in_headings(whole, index) == {("цифров", "домик")}


PIECES = st.sampled_from(
    ["Статья 1. Основные понятия", "1) улей – дом;", "2) дикий улей (далее – борть) – дом:", "ульи ", "дикие или ", "диких ульев", "(", ")", ". ", "Статья 2. Иное", "1. ", "Под ульем понимается ", "\n\n"]
)  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=6), max_size=30))
def test_whatever_the_text_uses_lie_in_their_lines(pieces: list[str]) -> None:
    (one,) = survey([act("".join(pieces) or ".")])
    for stems, uses in one.uses.items():
        assert list(uses) == sorted(uses, key=lambda use: use.span)
        assert all(use.stems == stems and use.line.start <= use.span.start < use.span.end <= use.line.end for use in uses)


@given(st.sampled_from(["домик", "дикая пчела", "паспорт дикого роя"]), st.integers(1, 5))
def test_a_term_as_printed_is_always_found(term: str, times: int) -> None:
    body = "\n\n".join(f"{number}. Вот {term} тут." for number in range(1, times + 1))
    whole = act(f"Статья 1. Основные понятия\n\n1) {term} – вещь.\n\nСтатья 2. Иное\n\n{body}\n")
    assert len([use for use in used(whole) if not use[2]]) == times
