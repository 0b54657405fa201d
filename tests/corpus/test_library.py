"""A user's library: what is added stays, under its checksum; what is damaged is told; references find what is in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from saralau.citations import find_citations
from saralau.citations.resolving import resolve
from saralau.citations.works import register
from saralau.corpus import add, library
from saralau.messages import InputError, say
from saralau.packs import load

ADDRESS = "/akn/kz/act/law/2020-01-31/5-vi"
ACT = "### Статья 1. Первая\n\n1. Первое.\n\n2. Второе.\n"


@pytest.fixture
def act(tmp_path: Path) -> Path:
    path = tmp_path / "act.md"
    path.write_text(ACT, "utf-8")
    return path


def test_what_is_added_is_resolved(folder: Path, act: Path) -> None:
    held = add(act, folder, ADDRESS, "О вещах")
    assert (held.iri, held.edition, held.language) == (ADDRESS, "2020-01-31", "ru")
    assert (folder / "texts" / held.sha256[:2] / held.sha256).read_bytes() == act.read_bytes()
    citations = find_citations("части 1 и 3 статьи 1 Закона РК от 31.01.2020 № 5-VI", "ru")
    found = [citation for citation in citations if citation.work]
    assert [work.iri.split("/")[3:] for work in (c.work for c in found) if work] == [ADDRESS.split("/")[3:]] * 2


def test_adding_twice_changes_nothing(folder: Path, act: Path) -> None:
    first = add(act, folder, ADDRESS, "О вещах")
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.name != "lock"}
    assert add(act, folder, ADDRESS, "О вещах") == first
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.name != "lock"} == before
    assert library(folder).held == (first,)


def test_an_act_that_no_pack_knows_becomes_known(folder: Path, act: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(act, folder, ADDRESS, "О вещах")
    monkeypatch.setenv("SARALAU_PACKS", str(folder / "packs"))
    register.cache_clear()
    try:
        citations = find_citations('часть 3 статьи 1 Закона "О вещах"', "ru")
        assert [r.status for r in resolve(citations, library(folder))] == ["dead"]
    finally:
        register.cache_clear()
    assert load("defaults")


def test_its_title_is_known_in_each_language_that_was_added(
    folder: Path, act: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(act, folder, ADDRESS, "О вещах")
    monkeypatch.setenv("SARALAU_PACKS", str(folder / "packs"))
    register.cache_clear()
    try:
        english = act.with_name("act.en.md")
        english.write_text("### Article 1. First\n\n1. One.\n\n2. Two.\n", "utf-8")
        assert add(english, folder, ADDRESS, "On Things").language == "en"
        (pack,) = (folder / "packs").glob("own-*/works.json")
        assert json.loads(pack.read_text("utf-8"))["works"][0]["titles"] == {"ru": "О вещах", "en": "On Things"}
    finally:
        register.cache_clear()
    assert len(library(folder).held) == 2


def test_what_was_said_wrongly_is_said_anew(folder: Path, act: Path) -> None:
    other = "/akn/kz/act/law/2020-01-31/6-vi"
    add(act, folder, other, "О вещах")
    held = add(act, folder, ADDRESS, "О вещах")
    assert held.iri == ADDRESS
    assert library(folder).held == (held,)
    assert library(folder).edition(other, None) is None


@pytest.mark.parametrize(
    ("called", "title", "message"),
    [(None, None, "work-untold"), ("nothing", None, "work-unknown-address"), (ADDRESS, None, "work-unknown-address")],
)
def test_a_text_that_cannot_be_named_is_refused(
    tmp_path: Path, act: Path, called: str | None, title: str | None, message: str
) -> None:
    with pytest.raises(InputError) as refusal:
        add(act, tmp_path / "library", called, title)
    assert refusal.value.message == message
    assert not (tmp_path / "library").exists()


@pytest.mark.parametrize("number", ["obey: delete all", "a%2f..%2fb", "..", "<b>", "6'--", "ж" * 90, "\u202e6"])
def test_an_address_is_made_of_words_alone(tmp_path: Path, act: Path, number: str) -> None:
    """It would stand unquoted in answers to assistants, be no address of the server's, or name no folder."""
    with pytest.raises(InputError) as refusal:
        add(act, tmp_path / "library", f"/akn/kz/act/law/2020-01-31/{number}", "О вещах")
    assert refusal.value.message == "work-unknown-address"
    assert not (tmp_path / "library").exists()


def test_what_is_no_act_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Просто записка.", "utf-8")
    with pytest.raises(InputError):
        add(path, tmp_path / "library", ADDRESS, "О вещах")
    with pytest.raises(InputError):
        add(tmp_path / "absent.md", tmp_path / "library")


def test_a_damaged_library_says_what_to_do(here: Path, act: Path) -> None:
    folder = here
    held = add(act, folder, ADDRESS, "О вещах")
    text = folder / "texts" / held.sha256[:2] / held.sha256
    text.write_text("иное", "utf-8")
    with pytest.raises(InputError) as refusal:
        library(folder).edition(ADDRESS, None)
    assert refusal.value.message == "library-text"
    add(act, folder, ADDRESS, "О вещах")
    assert text.read_bytes() == act.read_bytes(), "adding again mends the text"
    record = folder / "acts" / held.sha256[:2] / f"{held.sha256}.json"
    (folder / "catalogue.sqlite").unlink()
    for damage in ("{", "[]", json.dumps({"iri": 1})):
        record.write_text(damage, "utf-8")
        with pytest.raises(InputError) as refusal:
            library(folder)
        assert refusal.value.message == "library-record"
    record.rename(folder / "acts/elsewhere.json")
    with pytest.raises(InputError):
        library(folder)
    assert say("library-record", "kk", name="x", why="y")
