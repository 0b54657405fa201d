"""Faults: a full disk, a killed writer, damaged files, a copy made while somebody writes. Nothing that was committed is lost."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from saralau.cli.main import app
from saralau.corpus import library
from saralau.corpus.store import doctor, records
from saralau.corpus.store.adopting import by_processes
from saralau.corpus.store.catalogue import content, open_store, texts, writing
from saralau.corpus.store.doctor import examine, repair
from saralau.corpus.store.progress import Visit, clear_pending, note_visits, pending, visits
from saralau.corpus.store.putting import put_all
from saralau.messages import InputError, say

from ..conftest import ROOT
from .conftest import database
from .laws import fill, iri, law
from .test_store import old, state

LAWS = [law(number, edition) for number in range(1, 4) for edition in range(2)]
SHA = LAWS[0][0].held.sha256


@pytest.fixture
def full(folder: Path) -> Path:
    """A library of six texts, whose index has them all."""
    fill(folder, *LAWS)
    (folder / "index").mkdir()
    with open_store(folder, write=True) as store, writing(store) as connection:
        clear_pending(connection, pending(store))
        note_visits(connection, [Visit(one.held.source, "1", one.held.sha256, "added") for one, _ in LAWS])
    assert examine(folder) == ()
    return folder


def kinds(folder: Path) -> list[str]:
    return sorted(ailment.kind for ailment in examine(folder))


def damage(place: Path) -> None:
    place.write_bytes(place.read_bytes()[:-5] + b"other")


def move_away(place: Path) -> None:
    place.unlink()


def truncate(place: Path) -> None:
    place.write_bytes(b"{")


def rename(place: Path) -> None:
    place.rename(place.with_name("elsewhere.json"))


def say_otherwise(place: Path) -> None:
    record = json.loads(place.read_text("utf-8"))
    place.write_text(json.dumps(record | {"iri": iri(9), "title": "О другом"}), "utf-8")


Harm = Callable[[Path], None]
TEXT, RECORD = records.text_place, records.record_place


@pytest.mark.parametrize(
    ("where", "harm", "found", "lost"),
    [
        (TEXT, damage, ["text-broken"], 1),
        (TEXT, move_away, ["text-absent"], 1),
        (RECORD, move_away, ["record-absent"], 0),
        (RECORD, truncate, ["record-broken"], 0),
        (RECORD, rename, ["record-absent", "record-broken"], 0),
        (RECORD, say_otherwise, ["row-differs"], 0),
    ],
)
def test_a_damaged_file_is_found_and_mended(
    full: Path, where: Callable[[Path, str], Path], harm: Harm, found: list[str], lost: int
) -> None:
    before = state(full)
    harm(where(full, SHA))
    assert kinds(full) == found
    assert sorted(ailment.kind for ailment in repair(full)) == found
    assert examine(full) == ()
    with open_store(full) as store:
        held = {held.sha256: held for held in texts(store)}
        assert len(held) == len(LAWS) - lost
        for one in held.values():
            assert content(store, one)
        known = visits(store, [LAWS[0][0].held.source])
        assert len(known) == 1 - lost, "a text that is lost is to be read again where it came from"
        if harm is say_otherwise:
            assert held[SHA].iri == iri(9), "what the record says counts"
            assert pending(store) == ((iri(1), "ru"), (iri(9), "ru"))
    if lost:
        assert fill(full, *LAWS) == (True, *[False] * (len(LAWS) - 1))
    if harm is not say_otherwise:
        after = state(full)
        assert after["texts"] == before["texts"]
        assert after["citations"] == before["citations"]
    if harm is damage:
        assert (full / "broken" / TEXT(full, SHA).relative_to(full)).is_file(), "nothing is deleted"


def test_a_text_and_its_record_that_are_gone_leave_the_list(full: Path) -> None:
    TEXT(full, SHA).unlink()
    RECORD(full, SHA).unlink()
    assert kinds(full) == ["row-alone"]
    repair(full)
    assert examine(full) == ()
    with open_store(full) as store:
        assert SHA not in {held.sha256 for held in texts(store)}


def test_what_a_dead_writer_left_is_put_in_order(full: Path) -> None:
    understood, text = law(7)
    records.write_text(full, understood.held.sha256, text)
    assert kinds(full) == ["text-unknown"]
    records.write_record(full, understood.held)
    (full / "texts" / ".new-1-abc").write_bytes(b"half")
    assert kinds(full) == ["row-absent", "stray"]
    repair(full)
    assert examine(full) == ()
    with open_store(full) as store:
        assert list(texts(store, iri(7))) == [understood.held]
        assert pending(store) == ((iri(7), "ru"),)
    unknown = law(8)
    records.write_text(full, unknown[0].held.sha256, unknown[1])
    repair(full)
    assert examine(full) == ()
    assert (full / "broken" / TEXT(full, unknown[0].held.sha256).relative_to(full)).read_bytes() == unknown[1]
    assert fill(full, unknown) == (True,)


def test_an_index_that_is_gone_is_to_be_made_anew(full: Path) -> None:
    (full / "index").rmdir()
    assert kinds(full) == ["index-absent"]
    repair(full)
    assert examine(full) == ()
    with open_store(full) as store:
        assert pending(store) == tuple((iri(number), "ru") for number in range(1, 4))


def test_the_whole_catalogue_is_made_anew_and_is_the_same(full: Path) -> None:
    before = state(full)
    repair(full, anew=True)
    assert examine(full) == ()
    after = state(full)
    names = ("works", "titles", "texts", "citations", "sources")
    assert [after[name] for name in names] == [before[name] for name in names]
    assert len(after["pending"]) == 3, "the index is to be made anew as well"  # type: ignore[arg-type]


def test_a_record_that_is_gone_is_not_lost_when_all_is_made_anew(full: Path) -> None:
    before = state(full)
    RECORD(full, SHA).unlink()
    repair(full, anew=True)
    assert examine(full) == ()
    assert state(full)["texts"] == before["texts"]


def test_it_is_made_anew_by_several_processes(here: Path) -> None:
    fill(here, *(law(number) for number in range(60)))
    before = state(here)
    with by_processes() as mapper:
        repair(here, anew=True, mapper=mapper)
    assert state(here) == before


def header(place: Path) -> None:
    place.write_bytes(b"x" * 4096 + place.read_bytes()[4096:])


def pages(place: Path) -> None:
    """Overwrites all pages but the first."""
    whole = place.read_bytes()
    place.write_bytes(whole[:4096] + os.urandom(len(whole) - 4096))


def cut(place: Path) -> None:
    whole = place.read_bytes()
    place.write_bytes(whole[: len(whole) // 2])


def one_table(place: Path) -> None:
    """Loses rows of texts by a page that is zeroed."""
    import sqlite3

    connection = sqlite3.connect(place)
    root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'texts'").fetchone()[0]
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    whole = bytearray(place.read_bytes())
    whole[(root - 1) * 4096 : root * 4096] = bytes(4096)
    place.write_bytes(whole)


@pytest.mark.parametrize("harm", [header, pages, cut, one_table])
def test_a_damaged_catalogue_is_told_and_made_anew(here: Path, harm: Harm) -> None:
    fill(here, *LAWS)
    before = state(here)
    harm(here / "catalogue.sqlite")
    for ending in ("-wal", "-shm"):
        (here / f"catalogue.sqlite{ending}").unlink(missing_ok=True)
    with pytest.raises(InputError) as refusal, open_store(here) as store:
        list(texts(store))
    assert refusal.value.message == "catalogue-broken"
    assert "saralau doctor --repair" in str(refusal.value)
    with pytest.raises(InputError) as refusal:
        fill(here, *LAWS)
    assert refusal.value.message == "catalogue-broken"
    assert "catalogue-broken" in kinds(here)
    repair(here)
    assert examine(here) == ()
    assert state(here) == before
    assert (here / "broken/catalogue.sqlite").is_file()


def test_a_catalogue_that_is_gone_is_made_anew(here: Path) -> None:
    fill(here, *LAWS)
    before = state(here)
    for place in here.glob("catalogue.sqlite*"):
        place.unlink()
    assert kinds(here) == ["catalogue-absent"]
    assert library(here).edition(iri(1), None) is not None, "records are read as long as there is no catalogue"
    repair(here)
    assert examine(here) == ()
    assert state(here) == before


def test_a_server_that_is_new_is_filled_from_the_folder(
    packaged_server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "library"
    monkeypatch.setenv("SARALAU_DATABASE_URL", database(packaged_server))
    fill(folder, *LAWS)
    before = state(folder)
    monkeypatch.setenv("SARALAU_DATABASE_URL", database(packaged_server))
    assert library(folder).edition(iri(1), None) is None
    assert kinds(folder) == ["catalogue-absent"]
    repair(folder)
    assert examine(folder) == ()
    assert state(folder) == before
    monkeypatch.delenv("SARALAU_DATABASE_URL")
    repair(folder)
    assert state(folder) == before, "and from a server into the folder"


def test_a_library_of_before_is_sound_and_a_damaged_one_is_mended(folder: Path) -> None:
    one, two, three = old(folder, 1, 2, 3)
    assert examine(folder) == ()
    damage(folder / "texts" / two.sha256)
    (folder / "acts" / f"{three.sha256}.json").write_text("[]", "utf-8")
    assert kinds(folder) == ["record-broken", "text-broken"]
    repair(folder)
    assert examine(folder) == ()
    assert [held.sha256 for held in library(folder).held] == [one.sha256]
    kept = sorted(path.name for path in (folder / "broken").rglob("*") if path.is_file())
    assert kept == sorted([two.sha256, f"{two.sha256}.json", three.sha256, f"{three.sha256}.json"])


def test_nobody_examines_what_is_being_written(folder: Path) -> None:
    with open_store(folder, write=True):
        for ask in (examine, repair):
            with pytest.raises(InputError) as refusal:
                ask(folder)
            assert refusal.value.message == "library-busy"


def test_a_name_that_is_no_checksum_leads_nowhere(here: Path) -> None:
    fill(here, law(1))
    for place in (here / "acts" / "...json", here / "acts" / SHA[:2] / "...json"):
        place.parent.mkdir(exist_ok=True)
        place.write_text("{}", "utf-8")
    repair(here)
    assert examine(here) == ()
    assert len(library(here).held) == 1


def test_the_command_says_what_is_wrong_and_mends_it(here: Path) -> None:
    fill(here, *LAWS)
    (here / "index").mkdir()
    run = CliRunner()
    sound = run.invoke(app, ["doctor", "--library", str(here)])
    assert (sound.exit_code, "nothing is wrong" in sound.output) == (0, True)
    damage(TEXT(here, SHA))
    told = run.invoke(app, ["doctor", "--library", str(here), "--json"])
    assert told.exit_code == 1
    ailment = {"schema": "saralau/ailment/1", "kind": "text-broken", "path": str(TEXT(here, SHA)), "why": ""}
    assert [json.loads(line) for line in told.output.splitlines()] == [ailment]
    promised = json.loads((ROOT / "docs/schemas/ailment-1.json").read_text("utf-8"))
    Draft202012Validator(promised).validate(ailment)
    assert all(f"`{kind}`" in (doctor.Ailment.__doc__ or "") for kind in promised["properties"]["kind"]["enum"])
    assert all(say(f"ailment-{kind}", "kk", path="x", why="y") for kind in promised["properties"]["kind"]["enum"])
    mended = run.invoke(app, ["doctor", "--library", str(here), "--repair"])
    assert mended.exit_code == 0
    assert "is not what was added" in mended.output
    assert run.invoke(app, ["doctor", "--library", str(here), "--rebuild", "--json"]).exit_code == 0


# A full disk.


@pytest.mark.parametrize("failing", [errno.ENOSPC, errno.EDQUOT])
def test_a_text_for_which_there_is_no_room(folder: Path, monkeypatch: pytest.MonkeyPatch, failing: int) -> None:
    fill(folder, *LAWS)
    before = state(folder)
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name == law(9)[0].held.sha256:
            raise OSError(failing, os.strerror(failing))
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        with pytest.raises(InputError) as refusal:
            fill(folder, law(8), law(9))
    assert refusal.value.message == "library-disk-full"
    assert state(folder) == before
    assert not list(folder.rglob(".new-*"))
    assert fill(folder, law(8), law(9)) == (True, True)
    assert examine(folder) == ()


def test_a_catalogue_for_which_there_is_no_room(here: Path) -> None:
    fill(here, *LAWS)
    before = state(here)
    with open_store(here, write=True) as store:
        with store.engine.connect() as connection:
            size = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count={size}")
        with pytest.raises(InputError) as refusal, writing(store) as connection:
            put_all(connection, store, [law(number) for number in range(10, 200)])
    assert refusal.value.message == "library-disk-full"
    assert state(here) == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte."""
    place = tmp_path / "disk"
    place.mkdir()
    tried = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], capture_output=True, text=True, check=False
    )
    if tried.returncode:
        pytest.skip(f"no file system of its own: {tried.stderr.strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def test_a_disk_that_is_full_indeed(small_disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SARALAU_DATABASE_URL", raising=False)
    folder = small_disk / "library"
    done: list[str] = []
    with pytest.raises(InputError) as refusal:
        for number in range(400):
            understood = law(number)
            fill(folder, understood)
            done.append(understood[0].held.sha256)
    assert refusal.value.message == "library-disk-full"
    assert len(done) > 5
    with open_store(folder) as store:
        assert {held.sha256 for held in texts(store)} >= set(done)
    moved = small_disk.parent / "moved"
    shutil.copytree(folder, moved)
    repair(moved)
    assert examine(moved) == ()
    assert {held.sha256 for held in library(moved).held} >= set(done)


# A writer that is killed, and copies made while it writes.

WRITER = """
import sys
from pathlib import Path
from saralau.corpus.store.catalogue import open_store, writing
from saralau.corpus.store.putting import put_all
from tests.corpus.laws import law
start = int(sys.argv[2])
laws = [law(number, number % 3) for number in range(start, start + 400)]
print("ready", flush=True)
with open_store(Path(sys.argv[1]), write=True) as store:
    for at in range(0, 400, 5):
        with writing(store) as connection:
            put_all(connection, store, laws[at:at + 5])
        print(" ".join(reading.held.sha256 for reading, _ in laws[at:at + 5]), flush=True)
"""


@contextlib.contextmanager
def writer(folder: Path, start: int) -> Iterator[subprocess.Popen[str]]:
    """A process that writes batches of five and says what it has committed."""
    paths = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), str(start)],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": paths},
    )  # fmt: skip
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def eventually(folder: Path) -> None:
    """Waits until a server has noticed that a writer is gone."""
    for _ in range(100):
        with contextlib.suppress(InputError), open_store(folder, write=True):
            return
        time.sleep(0.1)
    raise AssertionError("the lock of a process that is dead was not given back")


@pytest.mark.parametrize(
    "seed",
    [
        1,
        2,
        pytest.param(3, marks=pytest.mark.long),
        pytest.param(4, marks=pytest.mark.long),
        pytest.param(5, marks=pytest.mark.long),
    ],
)
def test_a_killed_writer_loses_nothing_that_it_committed(folder: Path, seed: int) -> None:
    moments = random.Random(seed)
    committed: set[str] = set()
    for start in (0, 400, 0):
        with writer(folder, start) as process:
            assert process.stdout is not None
            # Now and then at the very start, while tables are made; else between any two steps of a batch.
            lines = [process.stdout.readline() for _ in range(moments.choice((0, 1, 2, moments.randint(3, 60))))]
            time.sleep(moments.uniform(0.0, 0.02 if lines else 0.6))
            process.send_signal(signal.SIGKILL)
            lines += process.stdout.read().splitlines()
        committed |= {sha256 for line in lines for sha256 in line.split() if len(sha256) == 64}
        if not folder.exists():
            continue
        eventually(folder)
        with open_store(folder) as store:
            assert {held.sha256 for held in texts(store)} >= committed
        assert {ailment.kind for ailment in examine(folder)} <= {"stray", "row-absent", "text-unknown"}
        repair(folder)
        assert examine(folder) == ()
        assert {held.sha256 for held in library(folder).held} >= committed
    rest = [law(number, number % 3) for number in range(40)]
    fill(folder, *rest)
    assert {held.sha256 for held in library(folder).held} >= committed | {reading.held.sha256 for reading, _ in rest}


@pytest.mark.parametrize("seed", [1, 2])
def test_a_copy_made_while_somebody_writes_is_a_backup(here: Path, seed: int) -> None:
    fill(here, *(law(number) for number in range(1000, 1020)))
    copied = here.with_name("copy")
    moments = random.Random(seed)
    with writer(here, 0) as process:
        assert process.stdout is not None
        before = {sha for _ in range(moments.randint(2, 30)) for sha in process.stdout.readline().split()}

        def copy(source: str, target: str) -> None:
            with contextlib.suppress(FileNotFoundError):  # moved to its place in the meantime
                shutil.copyfile(source, target)

        shutil.copytree(here, copied, copy_function=copy)
        process.wait(60)
    repair(copied)
    assert examine(copied) == ()
    with open_store(copied) as store:
        held = {held.sha256: held for held in texts(store)}
        assert before <= set(held)
        for one in held.values():
            assert content(store, one)
    assert library(copied).edition(iri(1000), None) is not None
    assert fill(copied, law(5000)) == (True,)
    assert examine(here) == ()
