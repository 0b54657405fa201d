"""Whose act a name alone is: what a law calls the Criminal Code is its own state's, and no other's of that name."""

import pytest

from saralau.acts import Address, parse_act
from saralau.citations import country_of, find_citations
from saralau.documents.reading import read_bytes

NAMED = "наказывается по статье 188 Уголовного кодекса"
HERE = Address("1")


def test_in_an_act_of_another_state_a_name_alone_is_no_listed_act():
    (found,) = find_citations(NAMED, "ru", HERE, country="kg")
    assert found.work is None
    assert found.unknown


def test_in_an_act_of_its_state_a_name_alone_is_the_listed_act():
    (found,) = find_citations(NAMED, "ru", HERE, country="kz")
    assert found.work is not None
    assert found.work.iri.startswith("/akn/kz/")


def test_where_the_state_of_an_act_is_not_known_the_only_listed_act_is_meant():
    (found,) = find_citations(NAMED, "ru", HERE)
    assert found.work is not None


def test_a_state_named_beside_comes_before_the_state_of_the_text():
    (found,) = find_citations(NAMED + " Республики Казахстан", "ru", HERE, country="kg")
    assert found.work is not None
    assert found.work.iri.startswith("/akn/kz/")


def test_a_treaty_is_every_states():
    (found,) = find_citations(
        "согласно статье 2 Конвенции о преступности в сфере компьютерной информации", "ru", HERE, country="kg"
    )
    listed = find_citations("согласно статье 2 Конвенции о преступности в сфере компьютерной информации", "ru", HERE)
    assert (found.work, found.unknown) == (listed[0].work, listed[0].unknown)


@pytest.mark.parametrize(
    ("title", "country"),
    [
        ("Уголовный кодекс Республики Казахстан", "kz"),
        ("Уголовный кодекс Кыргызской Республики", "xx"),
        ("Уголовный кодекс", "zz"),
    ],
)
def test_the_state_of_an_act_no_pack_knows_is_told_by_its_title(title: str, country: str):
    act = parse_act(read_bytes(f"{title}\n\nСтатья 1. Начало\n\nТекст.\n".encode(), "act.md"))
    assert country_of(act) == country


def test_an_article_may_speak_of_another_states_act_by_its_own_name():
    (found,) = find_citations("§ 202a StGB", "de", country="kz")
    assert found.work is not None
    assert found.work.iri.startswith("/akn/de/")
