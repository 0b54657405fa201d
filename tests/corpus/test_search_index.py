"""The index follows the catalogue: only what changed is written, again is nothing, damage is made good."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import event

from saralau.corpus.searching import Query, Refreshed, index_of, refresh, search
from saralau.corpus.searching.index import Wording, cuts_of, document, place_of
from saralau.corpus.store.catalogue import open_store, writing
from saralau.corpus.store.progress import make_all_pending, pending
from saralau.corpus.store.putting import put_all
from saralau.messages import InputError

from .laws import fill, law
from .searching import older, put, sample


def documents(folder: Path) -> int:
    return index_of(folder).searcher.num_docs


def test_an_edition_writes_only_what_it_has_otherwise(tmp_path: Path) -> None:
    reading, _ = text = sample("ru")
    assert put(tmp_path, text) == (len(reading.units), 0)
    changed = sum("порочащих рисунков" in unit.title for unit in reading.units)
    added, removed = put(tmp_path, older())
    # What stood before as well begins earlier now; so every wording that both have is replaced, and the older ones added.
    assert (added, removed) == (len(reading.units), len(reading.units) - changed)
    assert documents(tmp_path) == len(reading.units) + changed


def test_a_newer_edition_closes_what_it_no_longer_has(tmp_path: Path) -> None:
    reading, _ = text = sample("ru")
    put(tmp_path, older())
    put(tmp_path, text)
    changed = sum("порочащих рисунков" in unit.title for unit in reading.units)
    assert documents(tmp_path) == len(reading.units) + changed
    assert search(index_of(tmp_path), Query("картинки", language="ru")).hits == ()
    assert search(index_of(tmp_path), Query("картинки", language="ru", on="2022-06-01")).hits


def test_again_changes_nothing(tmp_path: Path) -> None:
    put(tmp_path, sample("en"))
    with open_store(tmp_path, write=True) as store:
        assert refresh(store) == Refreshed(0, 0, 0)
        with writing(store) as connection:  # as after a death between the commit of the index and the note of it
            make_all_pending(connection)
        assert refresh(store) == Refreshed(1, 0, 0)
        assert pending(store) == ()


def test_without_readings_in_hand_the_texts_are_read_again(tmp_path: Path) -> None:
    reading, content = sample("kk")
    with open_store(tmp_path, write=True) as store:
        with writing(store) as connection:
            put_all(connection, store, [(reading, content)])
        assert refresh(store).added == len(reading.units)
    assert search(index_of(tmp_path), Query("қаңғыбастық")).hits


@pytest.mark.parametrize("damage", ["absent", "cut", "other words"])
def test_an_index_that_cannot_be_used_is_made_anew(tmp_path: Path, damage: str) -> None:
    put(tmp_path, sample("en"))
    before, place = documents(tmp_path), place_of(tmp_path)
    if damage == "absent":
        shutil.rmtree(tmp_path / "index")
    elif damage == "cut":
        (place / "meta.json").write_text("{", "utf-8")
    else:
        place.rename(place.with_name("0123456789abcdef"))
    with pytest.raises(InputError, match=r"no index|another Saralau|damaged"):
        index_of(tmp_path)
    with open_store(tmp_path, write=True) as store:
        assert refresh(store).added == before
    assert documents(tmp_path) == before
    assert [one.name for one in (tmp_path / "index").iterdir()] == [place.name]


def test_what_is_said_otherwise_of_a_text_is_in_the_index(tmp_path: Path) -> None:
    reading, content = sample("en")
    put(tmp_path, (reading, content))
    from dataclasses import replace

    renamed = replace(reading, held=replace(reading.held, title="Another name"))
    with open_store(tmp_path, write=True) as store:
        with writing(store) as connection:
            put_all(connection, store, [(renamed, content)], replace=True)
        refresh(store)
    assert search(index_of(tmp_path), Query("vagrancy")).hits[0].act_title == "Another name"
    assert documents(tmp_path) == len(reading.units)


def test_a_reader_keeps_what_it_opened(tmp_path: Path) -> None:
    put(tmp_path, sample("en"))
    opened = index_of(tmp_path)
    put(tmp_path, sample("kk"))
    assert opened.languages == ("en",) and search(opened, Query("vagrancy")).hits
    assert index_of(tmp_path).languages == ("en", "kk")


def test_words_cut_by_whoever_read_the_text_make_the_same_documents() -> None:
    for language in ("ru", "kk", "en"):
        reading, _ = sample(language)
        for unit, ready in zip(reading.units, cuts_of(reading), strict=True):
            wording = Wording(reading.held, unit, "2024-01-01", "", "2020")
            assert document(wording, ready=ready).to_dict() == document(wording).to_dict()


def test_texts_of_many_acts_are_asked_for_at_once(tmp_path: Path) -> None:
    """How many questions a refresh asks does not grow with the acts."""

    def asked(place: Path, acts: int) -> int:
        fill(place, *(law(number) for number in range(1, acts + 1)))
        with open_store(place, write=True) as store:
            questions: list[str] = []
            event.listen(store.engine, "before_cursor_execute", lambda *told: questions.append(told[2]))
            assert refresh(store).acts == acts
        return len(questions)

    assert asked(tmp_path / "few", 2) == asked(tmp_path / "many", 20)
