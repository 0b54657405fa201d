"""The store: what is put in is found again, whatever the order; nothing is half there; one writes, readers are not disturbed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saralau.corpus import library
from saralau.corpus.model import Held, Link
from saralau.corpus.store import connecting, putting, records
from saralau.corpus.store.catalogue import (
    citing,
    content,
    editions,
    latest,
    links,
    open_store,
    reading,
    text_of,
    texts,
    titles,
    works,
    writing,
)
from saralau.corpus.store.progress import Visit, clear_pending, make_all_pending, note_visits, pending, visits
from saralau.corpus.store.putting import put, put_all
from saralau.corpus.store.spans import spans
from saralau.corpus.store.tables import VERSION_TABLE, VERSIONS, metadata
from saralau.messages import InputError

from .laws import DAYS, fill, iri, law


def state(folder: Path) -> dict[str, object]:
    """All that a catalogue says, but for when it was said."""
    from sqlalchemy import select

    said: dict[str, object] = {}
    with open_store(folder) as store, reading(store) as connection:
        for table in metadata.sorted_tables:
            columns = [column for column in table.columns if column.name not in ("added", "seen", "row")]
            said[table.name] = sorted(map(repr, connection.execute(select(*columns))))
    return said


def test_what_is_put_in_is_found(folder: Path) -> None:
    old, new, other = law(1), law(1, 1), law(2, 0, "en")
    assert fill(folder, old, new, other) == (True, True, True)
    with open_store(folder) as store:
        assert [work.iri for work in works(store)] == [iri(1), iri(2)]
        assert next(works(store)).kind == "law"
        assert next(works(store)).jurisdiction == "ra"
        assert list(texts(store)) == [old[0].held, new[0].held, other[0].held]
        assert list(texts(store, language="en")) == list(texts(store, iri(2))) == [other[0].held]
        assert text_of(store, other[0].held.sha256) == other[0].held
        assert text_of(store, "0" * 64) is None
        assert content(store, new[0].held) == new[1]
        assert titles(store, iri(1)) == {"ru": "О вещах 1, 1"}
        assert [edition.edition for edition in editions(store, iri(1), "ru")] == list(DAYS[:2])
        assert editions(store, iri(1), "ru")[1].units == tuple((u.address, u.digest) for u in new[0].units)
        assert [address for address, _ in editions(store, iri(1), "ru")[0].units] == ["1.1", "1.2", "2"]
        assert latest(store, iri(1)) == new[0].held
        assert latest(store, iri(1), "2021-02-27") == old[0].held
        assert latest(store, iri(1), "2019-12-31") is None
        assert latest(store, iri(1), None, "en") is None
        assert pending(store) == ((iri(1), "ru"), (iri(2), "en"))
        assert list(links(store, iri(1))) == [("ru", link) for link in new[0].links]
    record = json.loads(records.record_place(folder, old[0].held.sha256).read_text("utf-8"))
    assert record["schema"] == "saralau/held-act/2"
    assert record["source"] == "laws/1.0.md"


def test_citations_are_found_from_both_ends(folder: Path) -> None:
    one, two = law(1), law(2)
    cites = Link("1.1", iri(2), "2")
    import dataclasses

    fill(folder, (dataclasses.replace(one[0], links=(cites, Link("2", "", "1"))), one[1]), two)
    with open_store(folder) as store:
        assert list(citing(store, iri(2))) == [(iri(1), "ru", cites)]
        assert list(links(store, iri(1), "ru")) == [("ru", cites), ("ru", Link("2", "", "1"))]
        assert list(citing(store, iri(1))) == []


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)])
def test_the_order_of_adding_does_not_matter(folder: Path, order: tuple[int, ...]) -> None:
    for edition in order:
        fill(folder, law(1, edition), law(2, edition, "en"))
    with open_store(folder) as store:
        assert titles(store, iri(1)) == {"ru": "О вещах 1, 3"}
        assert [code for code, _ in links(store, iri(1))] == ["ru"] * len(law(1, 3)[0].links)
        assert [edition.edition for edition in editions(store, iri(2), "en")] == list(DAYS)


def test_adding_again_changes_nothing(folder: Path) -> None:
    batch = [law(number, edition) for number in range(3) for edition in range(2)]
    assert all(fill(folder, *batch))
    with open_store(folder, write=True) as store, writing(store) as connection:
        clear_pending(connection, [(iri(number), "ru") for number in range(3)])
    before = state(folder)
    assert before["pending"] == []
    assert not any(fill(folder, *batch))
    assert state(folder) == before


def test_a_text_twice_in_one_batch_is_one(folder: Path) -> None:
    assert fill(folder, law(1), law(1)) == (True, False)


def test_a_text_keeps_what_was_said_of_it_unless_that_is_replaced(folder: Path) -> None:
    import dataclasses

    fill(folder, law(1), law(2))
    understood, text = law(1)
    otherwise = dataclasses.replace(understood, held=dataclasses.replace(understood.held, iri=iri(9), id="", title="Иное"))
    assert fill(folder, (otherwise, text)) == (False,)
    with open_store(folder, write=True) as store:
        assert latest(store, iri(1)) == understood.held
        with writing(store) as connection:
            clear_pending(connection, pending_keys := [(iri(1), "ru"), (iri(2), "ru")])
            assert put(connection, store, otherwise, text, replace=True)
        assert [work.iri for work in works(store)] == [iri(2), iri(9)]
        assert list(texts(store, iri(9))) == [otherwise.held]
        assert (titles(store, iri(1)), list(links(store, iri(1)))) == ({}, [])
        assert pending(store) == (pending_keys[0], (iri(9), "ru")), "the index is to forget the one and learn the other"
    assert records.read_record(records.record_place(folder, understood.held.sha256)) == otherwise.held


def test_the_newest_that_leaves_gives_way_to_the_one_before(folder: Path) -> None:
    import dataclasses

    fill(folder, law(1), law(1, 1))
    understood, text = law(1, 1)
    moved = dataclasses.replace(understood, held=dataclasses.replace(understood.held, iri=iri(9)))
    with open_store(folder, write=True) as store:
        with writing(store) as connection:
            put(connection, store, moved, text, replace=True)
        assert titles(store, iri(1)) == {"ru": "О вещах 1, 0"}
        assert [link for _, link in links(store, iri(1))] == list(law(1)[0].links)


def test_units_that_are_understood_otherwise_are_renewed(folder: Path) -> None:
    import dataclasses

    fill(folder, law(1))
    understood, text = law(1)
    fewer = dataclasses.replace(understood, units=understood.units[:1])
    with open_store(folder, write=True) as store:
        with writing(store) as connection:
            clear_pending(connection, [(iri(1), "ru")])
            assert put(connection, store, fewer, text)
        assert [address for address, _ in editions(store, iri(1), "ru")[0].units] == ["1.1"]
        assert pending(store) == ((iri(1), "ru"),)


def test_visits_are_remembered(folder: Path) -> None:
    one = Visit("a.zip!1.md", "12", law(1)[0].held.sha256, "added", "", {}, "2026-01-01T00:00:00+00:00")
    bad = Visit("b.pdf", "7", None, "skipped", "file-picture", {"name": "b.pdf"}, "2026-01-02T00:00:00+00:00")
    with open_store(folder, write=True) as store:
        with writing(store) as connection:
            note_visits(connection, [one, bad])
        assert visits(store, ["a.zip!1.md", "b.pdf", "c"]) == {"a.zip!1.md": one, "b.pdf": bad}
        with writing(store) as connection:
            note_visits(connection, [Visit("b.pdf", "8", None, "skipped")])
        assert visits(store, ["b.pdf"])["b.pdf"].stamp == "8"


def test_everything_can_be_made_pending(folder: Path) -> None:
    fill(folder, law(1), law(2, 0, "en"))
    with open_store(folder, write=True) as store:
        with writing(store) as connection:
            clear_pending(connection, pending(store))
        assert pending(store) == ()
        with writing(store) as connection:
            make_all_pending(connection)
        assert pending(store) == ((iri(1), "ru"), (iri(2), "en"))


def test_a_batch_is_there_whole_or_not_at_all(folder: Path) -> None:
    fill(folder, law(1))
    before = state(folder)
    with open_store(folder, write=True) as store:
        with pytest.raises(RuntimeError), writing(store) as connection:
            put_all(connection, store, [law(2), law(3)])
            raise RuntimeError
        assert [held.iri for held in texts(store)] == [iri(1)]
    assert state(folder) == before


def test_a_reader_is_not_disturbed_by_a_writer(folder: Path) -> None:
    from sqlalchemy import func, select

    from saralau.corpus.store.tables import texts as table

    counted = select(func.count()).select_from(table)
    fill(folder, law(1))
    with open_store(folder) as store, reading(store) as connection:
        assert connection.scalar(counted) == 1
        fill(folder, law(2), law(3))
        assert connection.scalar(counted) == 1
        with open_store(folder) as later:
            assert len(list(texts(later))) == 3
    with open_store(folder) as store, open_store(folder, write=True) as writer, writing(writer) as connection:
        put_all(connection, writer, [law(4)])
        assert len(list(texts(store))) == 3, "what is not committed is seen by nobody"


def test_readers_read_while_a_writer_writes(folder: Path) -> None:
    fill(folder, law(0))
    seen: list[list[int]] = [[], []]
    done = threading.Event()

    def read(into: list[int]) -> None:
        while not done.is_set():
            with open_store(folder) as store:
                into.append(len(list(texts(store))))

    readers = [threading.Thread(target=read, args=(into,)) for into in seen]
    for reader in readers:
        reader.start()
    try:
        for number in range(1, 20):
            fill(folder, law(2 * number), law(2 * number + 1))
    finally:
        done.set()
        for reader in readers:
            reader.join()
    for into in seen:
        assert into
        assert into == sorted(into)
        assert all(number % 2 == 1 for number in into), "half of a batch was seen"


def test_one_writes_at_a_time(folder: Path) -> None:
    fill(folder, law(1))
    with open_store(folder, write=True) as store:
        with pytest.raises(InputError) as refusal:
            fill(folder, law(2))
        assert refusal.value.message == "library-busy"
        assert str(os.getpid()) in str(refusal.value)
        other = (
            "from pathlib import Path; from tests.corpus.laws import fill, law; import sys; fill(Path(sys.argv[1]), law(2))"
        )
        tried = subprocess.run([sys.executable, "-c", other, str(folder)], capture_output=True, text=True, check=False)
        assert tried.returncode == 1
        assert f"process {os.getpid()}" in tried.stderr
        with writing(store) as connection:
            assert put(connection, store, *law(3))
    assert fill(folder, law(2)) == (True,)


def test_two_folders_with_one_server_have_one_writer(
    packaged_server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from .conftest import database

    monkeypatch.setenv("SARALAU_DATABASE_URL", database(packaged_server))
    with open_store(tmp_path / "one", write=True):
        with pytest.raises(InputError) as refusal, open_store(tmp_path / "two", write=True):
            pass
        assert refusal.value.message == "library-busy"
        assert str(os.getpid()) in refusal.value.arguments["process"]
    with open_store(tmp_path / "two", write=True):
        pass


def test_migrations_make_the_tables_that_the_code_knows(folder: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.config import Config
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", "saralau.corpus.store:migrations")
    scripts = ScriptDirectory.from_config(config)
    assert tuple(reversed([script.revision for script in scripts.walk_revisions()])) == VERSIONS
    with open_store(folder, write=True) as store, store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE, "compare_type": True})
        assert compare_metadata(context, metadata) == []
        assert context.get_current_revision() == VERSIONS[-1]


def test_a_catalogue_of_a_newer_saralau_is_refused(folder: Path) -> None:
    from sqlalchemy import text

    fill(folder, law(1))
    with open_store(folder, write=True) as store, writing(store) as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = 'v99'"))
    for write in (False, True):
        with pytest.raises(InputError) as refusal, open_store(folder, write=write):
            pass
        assert refusal.value.message == "catalogue-newer"
        assert "v99" in str(refusal.value)


def test_reading_makes_and_changes_nothing(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError) as refusal, open_store(here):
        pass
    assert refusal.value.message == "library-absent"
    assert not here.exists()
    fill(here, law(1))
    from sqlalchemy import insert
    from sqlalchemy.exc import OperationalError

    from saralau.corpus.store.tables import pending as table

    before = (here / "catalogue.sqlite").read_bytes()
    with open_store(here) as store:
        with pytest.raises(OperationalError, match="readonly"), store.engine.begin() as connection:
            connection.execute(insert(table), [{"iri": "x", "language": "ru"}])
        assert len(list(texts(store))) == 1
    assert (here / "catalogue.sqlite").read_bytes() == before
    for ending in ("-wal", "-shm"):
        (here / f"catalogue.sqlite{ending}").unlink(missing_ok=True)
    there = {path: path.stat().st_mtime_ns for path in (here, *here.rglob("*"))}
    monkeypatch.setattr(connecting.os, "access", lambda *_: False)  # as in a folder of somebody else
    with open_store(here) as store:
        assert len(list(texts(store))) == 1
    assert {path: path.stat().st_mtime_ns for path in (here, *here.rglob("*"))} == there


def test_a_server_cannot_be_written_through_a_reader(
    packaged_server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sqlalchemy import insert

    from saralau.corpus.store.tables import pending as table

    from .conftest import database

    monkeypatch.setenv("SARALAU_DATABASE_URL", database(packaged_server))
    fill(tmp_path / "library", law(1))
    with (
        open_store(tmp_path / "library") as store,
        pytest.raises(InputError, match="read-only transaction"),
        reading(store) as connection,
    ):
        connection.execute(insert(table), [{"iri": "x", "language": "ru"}])


def test_a_clock_that_goes_backwards_harms_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Past(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime(1970, 1, 1, tzinfo=UTC)

    fill(folder, law(1))
    with monkeypatch.context() as patch:
        patch.setattr(putting, "datetime", Past)
        fill(folder, law(1, 1), law(2))
    with open_store(folder) as store:
        assert latest(store, iri(1)) == law(1, 1)[0].held
        assert pending(store) == ((iri(1), "ru"), (iri(2), "ru"))


def test_without_the_extra_one_sentence_names_it(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("sqlalchemy", "alembic"):
        with monkeypatch.context() as patch:
            patch.setitem(sys.modules, name, None)
            with pytest.raises(InputError, match=r"saralau\[search\]"), open_store(here, write=True):
                pass
    assert not here.exists()
    assert library(here).edition(iri(1), None) is None, "a run without a library needs no extra"


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("nonsense", "database-url"),
        ("sqlite:///x", "database-url"),
        ("postgresql+psycopg://someone:secret@127.0.0.1:1/x", "database-failed"),
    ],
)
def test_a_server_that_cannot_be_used_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str, message: str
) -> None:
    monkeypatch.setenv("SARALAU_DATABASE_URL", url)
    for write in (False, True):
        with pytest.raises(InputError) as refusal, open_store(tmp_path / "library", write=write):
            pass
        assert refusal.value.message == message
        assert "secret" not in str(refusal.value)


def old(folder: Path, *laws: int) -> list[Held]:
    """A library as it was before there was a catalogue."""
    found = []
    for number in laws:
        understood, text = law(number)
        held = understood.held
        found.append(held)
        for place, said in ((folder / "texts" / held.sha256, text), (folder / "acts" / f"{held.sha256}.json", b"")):
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(said)
        record = {"schema": "saralau/held-act/1"} | {
            name: getattr(held, name) for name in ("iri", "id", "edition", "language", "name", "sha256")
        }
        (folder / "acts" / f"{held.sha256}.json").write_text(json.dumps(record), "utf-8")
    return found


def test_a_library_of_before_is_read_and_then_taken_over(folder: Path) -> None:
    import dataclasses

    helds = [dataclasses.replace(held, title="", source="") for held in old(folder, 1, 2)]
    assert set(library(folder).held) == set(helds)
    assert library(folder).edition(iri(1), None) is not None
    assert not (folder / "catalogue.sqlite").exists()
    fill(folder, law(3))
    assert sorted(held.iri for held in library(folder).held) == [iri(1), iri(2), iri(3)]
    assert not [path for room in ("texts", "acts") for path in (folder / room).iterdir() if path.is_file()]
    with open_store(folder) as store:
        for held in texts(store):
            assert content(store, held)
    assert library(folder).edition(iri(1), None) is not None


def test_a_library_of_before_that_is_damaged_is_left_as_it_is(here: Path) -> None:
    one, two = old(here, 1, 2)
    (here / "texts" / two.sha256).write_text("иное", "utf-8")
    with pytest.raises(InputError) as refusal:
        fill(here, law(3))
    assert refusal.value.message == "library-text"
    assert (here / "texts" / one.sha256).is_file()
    assert (here / "acts" / f"{two.sha256}.json").is_file()


EDITIONS = st.dictionaries(
    st.sampled_from(DAYS),
    st.lists(st.tuples(st.sampled_from("123"), st.sampled_from("ab")), max_size=6).map(tuple),
    max_size=4,
)


@given(EDITIONS)
def test_spans_say_when_each_wording_stood(by_day: dict[str, tuple[tuple[str, str], ...]]) -> None:
    found = spans(by_day.items())
    for day, marks in by_day.items():
        standing = {
            mark
            for mark, times in found.items()
            for since, until in times
            if since <= day and (until is None or day < until)
        }
        assert standing == set(marks)
    for times in found.values():
        assert all(until is not None and until < since for (_, until), (since, _) in pairwise(times))


def test_spans_join_what_did_not_change(folder: Path) -> None:
    fill(folder, *(law(1, edition) for edition in range(4)))
    with open_store(folder) as store:
        found = spans((edition.edition, edition.units) for edition in editions(store, iri(1), "ru"))
    told = sorted((address, times) for (address, _), times in found.items())
    assert told == [
        ("1.1", ((DAYS[0], None),)),
        ("1.2", ((DAYS[0], None),)),
        ("2", ((DAYS[0], DAYS[1]),)),
        ("2", ((DAYS[1], DAYS[2]),)),
        ("2", ((DAYS[2], DAYS[3]),)),
        ("2", ((DAYS[3], None),)),
        ("3", ((DAYS[2], None),)),
    ]
