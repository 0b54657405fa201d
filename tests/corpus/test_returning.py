"""Texts whose bytes return at a later edition, and acts that no longer stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from saralau.amendments import repealed_on
from saralau.corpus.adding import Summary, add_all, running
from saralau.corpus.searching import Opened, Query, index_of, refresh, search
from saralau.corpus.searching.refreshing import repealed_works
from saralau.corpus.sources import Item
from saralau.corpus.store.catalogue import open_store, texts
from saralau.corpus.store.doctor import examine, repair
from saralau.corpus.units import Hints, read_text

from ..conftest import CORPUS, parsed
from .laws import iri, law
from .searching import put

WAS, MEANWHILE = law(7, 0)[1], law(7, 1)[1]


def given(*editions: tuple[str, bytes]) -> Iterator[Item]:
    for day, content in editions:
        hints = Hints(iri(7), "О вещах", day, "ru")
        yield Item(f"gazette!{day}", day, "7.md", partial(bytes, content), hints)


@pytest.fixture
def add(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    def run(*editions: tuple[str, bytes]) -> Summary:
        monkeypatch.setattr(running, "items", lambda paths, known: given(*editions))
        return add_all([], tmp_path / "library", jobs=1)

    return run


def held(tmp_path: Path) -> list[tuple[str, int]]:
    with open_store(tmp_path / "library") as store:
        return [
            (one.edition, len(store.folder.joinpath("texts", one.sha256[:2], one.sha256).read_bytes()))
            for one in texts(store)
        ]


RETURNING = (
    ("2020-01-31", WAS),
    ("2021-02-28", MEANWHILE),
    ("2022-03-31", WAS),
    ("2023-04-30", MEANWHILE),
    ("2024-01-01", WAS),
)


def test_words_that_return_are_an_edition_of_their_own(add, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert (add(*RETURNING).added, len(held(tmp_path))) == (5, 5)
    assert [(day, size - len(WAS)) for day, size in held(tmp_path)][::2] == [
        ("2020-01-31", 0),
        ("2022-03-31", 1),
        ("2024-01-01", 2),
    ]
    index = index_of(tmp_path / "library")
    found = search(index, Query("Three", on="2021-06-01")).hits + search(index, Query("Three", on="2022-06-01")).hits
    assert [(hit.since, hit.until) for hit in found] == [("2021-02-28", "2022-03-31"), ("2022-03-31", "2023-04-30")]


def test_adding_them_again_or_one_by_one_makes_the_same_library(add, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    for one in RETURNING:
        assert add(one).added == 1
    again = add(*RETURNING)
    assert (again.added, again.known, again.skips) == (0, 5, 0)
    assert [day for day, _ in held(tmp_path)] == [day for day, _ in RETURNING]
    assert examine(tmp_path / "library") == ()


NOTE = "> *Сноска. Утратил силу Законом РК от 24.11.2035 № 418-X (вводится в действие с 01.01.2036).*"
LAW = "# О вещах\n\n{}\n\n### Статья 1. Ключ\n\nКлючи хранят.\n\n### Статья 2. Замок\n\nЗамки чинят."


def told(note: str, hints: Hints) -> tuple[object, bytes]:
    content = LAW.format(note).encode()
    return read_text(content, "law.md", hints), content


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    folder = tmp_path_factory.mktemp("repealed")
    put(
        folder,
        told(NOTE, Hints(iri(1), "О вещах", "2030-01-01", "ru")),  # type: ignore[arg-type]
        told("Слово.", Hints(iri(2), "О прежних вещах", "2031-01-01", "ru", repealed="2033-01-01")),  # type: ignore[arg-type]
        told("Слово и слово.", Hints(iri(3), "О нынешних вещах", "2032-01-01", "ru")),  # type: ignore[arg-type]
        told("Слово, слово.", Hints(iri(4), "О поздних вещах", "2034-01-01", "ru", repealed="2034-01-01")),  # type: ignore[arg-type]
    )
    return index_of(folder)


@pytest.mark.parametrize(
    ("on", "numbers"),
    [
        ("", [3]),
        ("2030-06-01", [1, 4]),
        ("2032-06-01", [1, 2, 3, 4]),
        ("2033-01-01", [1, 3, 4]),
        ("2035-12-31", [1, 3]),
        ("2036-01-01", [3]),
    ],
)
def test_an_act_that_no_longer_stands_is_found_on_days_when_it_did(index: Opened, on: str, numbers: list[int]) -> None:
    hits = search(index, Query("ключ", on=on)).hits
    assert sorted(hit.iri for hit in hits) == [iri(number) for number in numbers]
    ends = {hit.iri: hit.until for hit in hits}
    assert ends.get(iri(1), "2036-01-01") == "2036-01-01" and ends.get(iri(3), "") == ""


def test_packs_tell_which_acts_no_longer_stand() -> None:
    known = repealed_works("ru")
    assert known["/akn/kz/act/code/1997-07-16/167-i"] == "2015-01-01"  # the Criminal Code before the present one


@pytest.mark.corpus
def test_notes_of_official_texts_tell_it() -> None:
    days = {path.name: repealed_on(parsed(f"kz/{path.name}")) for path in sorted((CORPUS / "kz").iterdir())}
    assert {name: day for name, day in days.items() if day} == {"informatization-law.ru.2007.md": "2016-01-01"}


def test_what_lay_beside_a_text_is_known_after_a_rebuild(tmp_path: Path) -> None:
    put(tmp_path, told("Слово.", Hints(iri(2), "О прежних вещах", "2031-01-01", "ru", repealed="2033-01-01")))  # type: ignore[arg-type]
    (tmp_path / "catalogue.sqlite").unlink()
    repair(tmp_path, anew=True)
    with open_store(tmp_path, write=True) as store:
        refresh(store)
    days = ("2032-01-01", "2034-01-01")
    assert [search(index_of(tmp_path), Query("ключ", on=day)).total for day in days] == [1, 0]
    assert examine(tmp_path) == ()
