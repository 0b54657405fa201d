"""Adding whatever paths hold: only what changed is read, in order, by processes that may die; the same library each time."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from saralau.corpus.adding import Summary, add_all, planning, running, understanding
from saralau.corpus.store.catalogue import open_store, texts
from saralau.corpus.workers import Failure, Limits, Lost, Settled, in_order, within
from saralau.messages import InputError

from ..conftest import ROOT
from .lawgit import History, kazakh, meta, russian


def folder_of_acts(place: Path, count: int, articles: int = 3) -> Path:
    """Acts in two languages, each in a folder of its own."""
    for number in range(1, count + 1):
        folder = place / f"03-laws/2030/0503-o-sadakh-{number}"
        folder.mkdir(parents=True)
        (folder / "meta.yaml").write_text(meta(number), "utf-8")
        (folder / "rus.md").write_text(russian(number, articles=articles), "utf-8")
        (folder / "kaz.md").write_text(kazakh(number), "utf-8")
    return place


def files_of(library: Path) -> Mapping[str, bytes]:
    """Texts and records of a library, by path; not what a writer that died had only begun, which `doctor` takes away."""
    places = [path for part in ("texts", "acts") for path in (library / part).glob("??/[!.]*")]
    return {str(path.relative_to(library)): path.read_bytes() for path in places}


def rows_of(library: Path) -> Mapping[str, list[tuple[Any, ...]]]:
    """All rows of a catalogue, but for the times in them and for numbers of rows."""
    from saralau.corpus.store.catalogue import reading
    from saralau.corpus.store.tables import metadata

    aside = {"added", "seen", "row"}
    found = {}
    with open_store(library) as store, reading(store) as connection:
        for table in metadata.sorted_tables:
            columns = [column for column in table.columns if column.name not in aside]
            found[table.name] = sorted(map(repr, connection.execute(table.select().with_only_columns(*columns))))
    return found  # type: ignore[return-value]


def counts(summary: Summary) -> tuple[int, int, int]:
    return summary.added, summary.known, summary.skips


def test_a_folder_is_added_and_adding_it_again_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    law, library = folder_of_acts(tmp_path / "law", 6), tmp_path / "library"
    (law / "note.md").write_text("# Заметка\n\nНе акт.\n", "utf-8")
    first = add_all([law], library, jobs=2)
    assert counts(first) == (12, 0, 1)
    assert [(one.reason, one.path) for one in first.skipped] == [("act-without-articles", str(law / "note.md"))]
    with open_store(library) as store:
        held = list(texts(store))
    assert {(one.iri, one.language) for one in held} == {
        (f"/akn/kz/act/law/2030-05-03/{number}-x", code) for number in range(1, 7) for code in ("kk", "ru")
    }
    before = files_of(library), rows_of(library)
    times = {path: path.stat().st_mtime_ns for path in library.rglob("*") if path.is_file() and "texts" in path.parts}
    monkeypatch.setattr(understanding, "_understand", None)  # nothing is read
    again = add_all([law], library, jobs=2)
    assert counts(again) == (0, 12, 1)
    assert [one.reason for one in again.skipped] == ["act-without-articles"]
    assert (files_of(library), rows_of(library)) == before
    assert {path: path.stat().st_mtime_ns for path in times} == times


def test_only_what_changed_is_read(tmp_path: Path) -> None:
    law, library = folder_of_acts(tmp_path / "law", 3), tmp_path / "library"
    add_all([law], library, jobs=1)
    changed = law / "03-laws/2030/0503-o-sadakh-2/rus.md"
    changed.write_text(russian(2, "Сады поливают дважды."), "utf-8")
    assert counts(add_all([law], library, jobs=1)) == (1, 5, 0)
    os.utime(changed)  # another time, the same bytes
    assert counts(add_all([law], library, jobs=1)) == (0, 6, 0)


def test_the_same_texts_elsewhere_are_known(tmp_path: Path) -> None:
    law, library = folder_of_acts(tmp_path / "law", 3), tmp_path / "library"
    packed = tmp_path / "law.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(law.rglob("*.*")):
            archive.write(path, path.relative_to(law))
    add_all([law], library, jobs=2)
    before = files_of(library)
    assert counts(add_all([packed], library, jobs=2)) == (0, 6, 0)
    assert counts(add_all([packed, law], library, jobs=2)) == (0, 12, 0)  # the archive is not gone through
    assert files_of(library) == before


def test_a_text_that_is_said_to_be_another_act_is_told(tmp_path: Path) -> None:
    library = tmp_path / "library"
    for number, day in ((1, "2030-05-03"), (2, "2031-05-03")):
        folder = tmp_path / f"law/0503-{number}"
        folder.mkdir(parents=True)
        (folder / "rus.md").write_text(russian(1), "utf-8")
        (folder / "meta.yaml").write_text(meta(number, day).replace("3 мая 2030", f"3 мая {day[:4]}"), "utf-8")
    for _ in range(2):
        summary = add_all([tmp_path / "law"], library, jobs=2)
        [one] = summary.skipped
        assert one.reason == "add-held-otherwise"
        assert dict(one.details)["act"] == "/akn/kz/act/law/2030-05-03/1-x"


def test_editions_of_a_history(tmp_path: Path) -> None:
    law, library = History(tmp_path / "law"), tmp_path / "library"
    for year in range(2030, 2034):
        law.commit(
            f"{year}-05-03", {"rus/81.md": russian(81, f"Год {year}.")} | ({"kaz/81.md": kazakh(81)} if year == 2030 else {})
        )
    assert counts(add_all([law.path], library, jobs=2)) == (5, 0, 0)
    before = files_of(library), rows_of(library)
    assert counts(add_all([law.path], library, jobs=2)) == (0, 5, 0)
    assert (files_of(library), rows_of(library)) == before
    law.commit("2034-05-03", {"rus/81.md": russian(81, "Год 2034.")})
    assert counts(add_all([law.path], library, jobs=2)) == (1, 5, 0)
    with open_store(library) as store:
        held = list(texts(store, "/akn/kz/act/act/2030-05-03/81", "ru"))
    assert [one.edition for one in held] == [f"{year}-05-03" for year in range(2030, 2035)]
    assert all(one.source.startswith(f"{law.path}#") and one.source.endswith(":rus/81.md") for one in held)
    law.close()


def test_what_was_skipped_is_tried_again_when_asked_or_by_another_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    law, library = tmp_path / "law", tmp_path / "library"
    law.mkdir()
    for name in ("a.md", "b.md"):
        (law / name).write_text(f"# Заметка {name}\n", "utf-8")
    tried: list[str] = []
    real = understanding._understand

    def watched(task: Any) -> Any:
        tried.append(Path(task.item.path).name)
        return real(task)

    def here(work: Any, tasks: Iterator[Any], *rest: object) -> Iterator[Any]:
        return (task.value if isinstance(task, Settled) else work(task) for task in tasks)

    monkeypatch.setattr(understanding, "_understand", watched)
    monkeypatch.setattr(running, "in_order", here)
    for again, version, expected in (
        (False, "1", ["a.md", "b.md"]),
        (False, "1", []),
        (True, "1", ["a.md", "b.md"]),
        (False, "2", ["a.md", "b.md"]),
        (False, "2", []),
    ):
        monkeypatch.setattr(planning, "__version__", version)
        tried.clear()
        assert counts(add_all([law], library, again=again)) == (0, 0, 2)
        assert tried == expected


def test_the_language_of_all_texts_can_be_said(tmp_path: Path) -> None:
    law, library = folder_of_acts(tmp_path / "law", 1), tmp_path / "library"
    add_all([law / "03-laws"], library, lang="kk", jobs=1)
    with open_store(library) as store:
        assert {one.language for one in texts(store)} == {"kk"}
    assert counts(add_all([law / "03-laws"], library, lang="kk", jobs=1))[0] == 0


def test_one_process_and_two_make_the_same_library(tmp_path: Path) -> None:
    law = folder_of_acts(tmp_path / "law", 8)
    for jobs in (1, 2):
        add_all([law], tmp_path / f"library{jobs}", jobs=jobs)
    assert files_of(tmp_path / "library1") == files_of(tmp_path / "library2")
    assert rows_of(tmp_path / "library1") == rows_of(tmp_path / "library2")


def test_a_library_that_somebody_else_writes(tmp_path: Path) -> None:
    law, library = folder_of_acts(tmp_path / "law", 1), tmp_path / "library"
    script = f"from saralau.corpus.adding import add_all; from pathlib import Path; add_all([Path({str(law)!r})], Path({str(library)!r}))"
    with open_store(library, write=True):
        done = subprocess.run([sys.executable, "-c", script], env=_env(), capture_output=True, text=True, check=False)
    assert "library-busy" in done.stderr or str(os.getpid()) in done.stderr


# --- processes


def _odd(limits: Limits, task: int) -> tuple[int, object]:
    if task == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    if task == 17:
        time.sleep(60)
    return task, within(_work, task, limits)


def _work(task: int) -> int:
    if task == 5:
        while True:
            pass
    if task == 6:
        return len(bytearray(3 << 30))
    if task == 7:
        raise InputError("file-absent", name="x")
    if task == 8:
        raise ZeroDivisionError
    return task * task


def test_results_come_in_order_and_a_bad_task_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    from saralau.corpus import workers

    monkeypatch.setattr(workers, "_PATIENCE", 1.0)
    limits = Limits(seconds=1.0, memory=2 << 30)
    tasks: list[Any] = [Settled("first"), *range(20), Settled("last")]
    found = list(in_order(partial(_odd, limits), iter(tasks), 2, limits))
    assert (found[0], found[-1]) == ("first", "last")
    bad = {
        5: Failure("add-too-long", {"limit": "1"}),
        6: Failure("add-too-much-memory", {"limit": "2048"}),
        7: Failure("file-absent", {"name": "x"}),
        8: Failure("add-failed", {"why": "ZeroDivisionError: "}),
    }
    dead = {13: Lost(13, Failure("add-crashed", {"limit": "1"})), 17: Lost(17, Failure("add-too-long", {"limit": "1"}))}
    assert found[1:-1] == [dead.get(task, (task, bad.get(task, task * task))) for task in range(20)]


def test_no_more_is_taken_than_can_be_kept() -> None:
    """While the first task takes its time, others are begun, but not all of a long row."""
    taken: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(10_000):
            taken.append(number)
            yield number

    results = in_order(_slow_first, tasks(), 2, Limits())
    assert next(results) == 0
    assert len(taken) < 400
    results.close()


def _slow_first(task: int) -> int:
    time.sleep(1.0 if task == 0 else 0)
    return task


# --- the command


def _env(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SARALAU_")}
    return kept | {"PYTHONPATH": str(ROOT / "src"), "SARALAU_LANG": "en"} | more


def run(*arguments: object, **options: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "saralau.cli.main", *map(str, arguments)]
    return subprocess.run(command, env=_env(), capture_output=True, text=True, check=False, **options)


def test_the_command_says_what_it_did(tmp_path: Path) -> None:
    law, library = folder_of_acts(tmp_path / "law", 2), tmp_path / "library"
    (law / "note.md").write_text("# Заметка\n", "utf-8")
    done = run("add", law, "--library", library, "--jobs", 2)
    assert done.returncode == 0
    assert done.stdout == f"Added: 4. In hand before: 0. Skipped: 1. Other files: 2. Library: {library}\n"
    assert done.stderr.startswith(f"{law / 'note.md'}: neither an article")
    told = json.loads(run("add", law, "--library", library, "--json").stdout)
    schema = json.loads((ROOT / "docs/schemas/added-1.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(told)
    assert (told["schema"], told["added"], told["known"], told["skipped"]) == ("saralau/added/1", 0, 4, 1)
    assert told["reasons"] == {"act-without-articles": 1}
    assert [(one["path"], one["reason"]) for one in told["paths"]] == [(str(law / "note.md"), "act-without-articles")]
    assert run("add", law, "--library", library, "--strict").returncode == 1


def test_the_command_with_nothing_to_add(tmp_path: Path) -> None:
    law, library = tmp_path / "law", tmp_path / "library"
    law.mkdir()
    nothing = run("add", law, "--library", library)
    assert (nothing.returncode, nothing.stderr) == (2, f"saralau: {law}: nothing here that could be an act\n")
    (law / "note.md").write_text("# Заметка\n", "utf-8")
    assert run("add", law, tmp_path / "absent", "--library", library).returncode == 2
    assert run("add", law, "--as", "criminal-code", "--library", library).returncode == 2


def test_an_interrupt_keeps_what_was_done_and_says_how_to_go_on(tmp_path: Path) -> None:
    law, library = folder_of_acts(tmp_path / "law", 150, articles=60), tmp_path / "library"
    command = [sys.executable, "-m", "saralau.cli.main", "add", str(law), "--library", str(library), "--jobs", "2"]
    process = subprocess.Popen(command, env=_env(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while not list(library.glob("texts/*/*")) and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert "the same command goes on" in err
    assert "Traceback" not in err
    done = json.loads(run("add", law, "--library", library, "--json").stdout)
    assert done["known"] > 0
    assert done["added"] + done["known"] == 300, out
