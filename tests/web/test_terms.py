"""Terms: the definitions of an act, and acts read together."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml.html import fromstring
from starlette.testclient import TestClient

from saralau.corpus.store.catalogue import open_store, writing
from saralau.corpus.store.putting import put_all
from saralau.corpus.units import Hints, read_text
from saralau.messages import say

from .conftest import EDITION, IRI, served

EN = {"accept-language": "en"}
ONE = """# Закон о вещах

## Статья 1. Основные понятия

В настоящем Законе используются следующие понятия:

1) цифровая вещь – запись, имеющая цену;

2) хранитель – лицо, у которого находится вещь.

## Статья 2. Хранение

1. Хранитель бережет цифровую вещь.
"""
OTHER = ONE.replace("Закон о вещах", "Закон о записях").replace("запись, имеющая цену;", "запись, не имеющая цены;")


@pytest.fixture(scope="module")
def two_laws(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("laws")
    with open_store(folder, write=True) as store, writing(store) as connection:
        for number, text in enumerate((ONE, OTHER)):
            hints = Hints(f"/akn/alt/act/law/2021-0{number + 1}-01/{number + 1}", text.splitlines()[0][2:], "2021-05-01")
            content = text.encode()
            put_all(connection, store, [(read_text(content, f"law{number}.ru.md", hints), content)])
    return folder


def test_what_an_act_defines_is_listed_with_its_place(two_laws: Path) -> None:
    with served(two_laws) as client:
        page = fromstring(client.get("/terms/akn/alt/act/law/2021-01-01/1/rus@2021-05-01", headers=EN).text)
    assert [one.text for one in page.iter("dfn")] == ["цифровая вещь", "хранитель"]
    place = page.xpath("//dl[@class='glossary']//a/@href")[0]
    assert place == "/akn/alt/act/law/2021-01-01/1/rus@2021-05-01/~art_1__point_1"


def test_only_what_has_several_names_is_listed_and_each_name_leads_to_its_places(two_laws: Path, tmp_path: Path) -> None:
    """No group in the two laws; then one in a law that calls an object of informatization an information system."""
    with served(two_laws) as client:
        page = fromstring(client.get("/terms", headers=EN).text)
    assert not page.xpath("//h2[@id='namesakes']")
    mixed = ONE + "2. Объект информатизации вещи цел.\n\n3. Вход в информационную систему вещи открыт всем.\n"
    with open_store(tmp_path, write=True) as store, writing(store) as connection:
        hints = Hints("/akn/alt/act/law/2021-01-01/1", "Закон о вещах", "2021-05-01")
        put_all(connection, store, [(read_text(mixed.encode(), "law.ru.md", hints), mixed.encode())])
    with served(tmp_path) as client:
        page = fromstring(client.get("/terms", headers=EN).text)
    assert page.xpath("string(//h2[@id='namesakes']/span)") == "1"
    (group,) = page.find_class("named")
    assert {one.xpath("string(b)"): [link.text for link in one.iter("a")] for one in group.iter("li")} == {
        "объект информатизации": ["2(2)"],
        "информационную систему": ["2(3)"],
    }


def test_definitions_that_clash_are_aligned_word_by_word(two_laws: Path) -> None:
    with served(two_laws) as client:
        page = fromstring(client.get("/terms", headers=EN).text)
    (section,) = page.xpath("//h2[@id='differently']/..")
    assert [one.text for one in section.iter("b")] == ["цифровая вещь"]
    changed = {(one.tag, one.text.strip()) for one in section.iter("del", "ins")}
    assert ("ins", "не") in changed or ("del", "не") in changed
    assert page.xpath("//h2[@id='network']/following-sibling::div//svg")
    cells = {one.xpath("string(th)"): one for one in page.xpath("//table[@class='shared']/tbody/tr")}
    assert [one.get("class") for one in cells["цифровая вещь"].iter("td")] == ["defined", "differently"]


def test_acts_can_be_chosen(two_laws: Path) -> None:
    with served(two_laws) as client:
        text = client.get("/terms", params={"act": "/akn/alt/act/law/2021-01-01/1/rus@2021-05-01"}, headers=EN).text
    assert 'id="differently"' not in text
    assert say("web-terms-choose", "en", n=1) in text


@pytest.mark.parametrize("where", ["/terms", "/drafts"])
def test_laws_of_one_title_are_told_apart_by_their_number_and_the_day_is_the_editions(two_laws: Path, where: str) -> None:
    with served(two_laws) as client:
        text, search = (re.sub("</?time[^>]*>", "", client.get(at, headers=EN).text) for at in (where, "/search"))
    assert "No. 1 of 1 January 2021 · edition of 1 May 2021, Russian" in text
    assert "No. 2 of 1 February 2021 · edition of 1 May 2021, Russian" in text
    assert "No. 2 of 1 February 2021<" in search


def test_nobody_who_has_not_signed_in_is_shown_an_account(two_laws: Path) -> None:
    """A macro of the page's own must not stand for what the frame of every page asks."""
    with served(two_laws) as client:
        assert 'href="/account"' not in client.get("/terms", headers=EN).text


def test_a_language_whose_definitions_nobody_encoded_is_told(client: TestClient) -> None:
    answer = client.get(f"/terms{IRI}/eng@{EDITION}", headers=EN)
    assert answer.status_code == 200
