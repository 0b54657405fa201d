"""The same thing under several names: groups of two and more, on fictional acts and on the Code."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from saralau.acts import Act
from saralau.terms.namesakes import find_namesakes
from saralau.terms.survey import survey

from ..conftest import CODE_2020, CODE_2025, parsed
from .test_finding import act

MIXED = """Статья 1. Пасека

1. Объекты информатизации пасеки берегут от дождя.

2. Вход в информационную систему пасеки и в объект информатизации открыт пасечнику.

Статья 2. Улей

1. Сведения об улье дают средства массовой информации.

2. Компьютерная система улья цела.
"""
APART = """Статья 1. Основные понятия

1) объект информатизации – домик с датчиком и с крышей;

2) информационная система – журнал всех домиков и ульев.

Статья 2. Пасека

Объект информатизации стоит рядом с информационной системой.
"""
DEFINED = """Статья 1. Основные понятия

1) хранитель – лицо, которое бережет домики пасеки;

2) смотритель – лицо, которое бережет домики пасеки;

3) малый ущерб и малый размер – ущерб или размер до ста монет включительно.
"""


def groups(*acts: Act) -> Iterator[tuple[str, list[tuple[str, list[str]]]]]:
    for group in find_namesakes(survey(acts)):
        yield group.why, [(one.words, [place.address.short for place in one.places]) for one in group.called]


def test_a_group_has_two_names_and_where_each_stands() -> None:
    """Mass media, which has one name here, is no group."""
    ((why, called),) = groups(act(MIXED))
    assert why == "wording"
    assert sorted(places for _, places in called) == [["1.1", "1.2"], ["1.2"], ["2.2"]]
    assert [words for words, _ in called][1:] == ["информационную систему", "компьютерная система"]


def test_names_that_an_act_defines_apart_are_not_one_thing() -> None:
    assert list(groups(act(APART))) == []


def test_terms_that_are_defined_in_the_same_words() -> None:
    """Those that one sentence defines at once are no finding."""
    ((why, called),) = groups(act(DEFINED))
    assert why == "definiens"
    assert called == [("хранитель", ["1..1"]), ("смотритель", ["1..2"])]


def test_nothing_to_tell() -> None:
    assert list(groups(act("Статья 1. Пасека\n\n1. Объект информатизации цел.\n"))) == []


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("code", "expected"),
    [(CODE_2020, {("205.1", "неправомерный доступ")}), (CODE_2025, {("183", "средств"), ("205.1", "неправомерный доступ")})],
)
def test_names_in_the_code(code: str, expected: set[tuple[str, str]]) -> None:
    """As reading found: wrongful access in article 205 alone; mass media, once масс-медиа had come, in articles 183 and 272."""
    told = [one for _, called in groups(parsed(code)) for one in called]
    assert all(len(called) > 1 for _, called in groups(parsed(code)))
    for place, words in expected:
        assert any(name.startswith(words) and place in places for name, places in told), (place, words)
