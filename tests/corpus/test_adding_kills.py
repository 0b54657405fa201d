"""A run that is killed at any moment leaves a library that can be read; the next goes on to what an undisturbed run makes."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from saralau.corpus.adding import add_all
from saralau.corpus.store.catalogue import content, open_store, texts

from .lawgit import History, russian
from .test_adding import _env, files_of, folder_of_acts, rows_of

# Batches are small, so that a run has many moments between and inside of them.
SCRIPT = """
import sys
from pathlib import Path
from saralau.corpus.adding import running
if __name__ == "__main__":
    running._BATCH = 8
    running.add_all([Path(path) for path in sys.argv[2:]], Path(sys.argv[1]), jobs=2)
    print("done")
"""


@pytest.fixture(scope="module")
def law(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A folder of acts and a history of one."""
    place = tmp_path_factory.mktemp("law")
    history = History(place / "history")
    for year in range(2030, 2050):
        history.commit(f"{year}-05-03", {"rus/81.md": russian(81, f"Год {year}.", articles=30)})
    history.close()
    return [folder_of_acts(place / "acts", 30, articles=30), place / "history"]


@pytest.fixture(scope="module")
def undisturbed(law: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a run makes that nobody disturbs."""
    library = tmp_path_factory.mktemp("undisturbed") / "library"
    assert add_all(law, library, jobs=2).added == 80
    return library


def killed(script: Path, law: list[Path], library: Path, moment: Callable[[], bool]) -> bool:
    """Runs an adding and kills it at a moment, with nobody to clean up behind it; whether it had not ended before."""
    command = [sys.executable, str(script), str(library), *map(str, law)]
    process = subprocess.Popen(command, env=_env(), stdout=subprocess.PIPE, start_new_session=True)
    while not moment() and process.poll() is None:
        time.sleep(0.002)
    process.send_signal(signal.SIGKILL)
    out, _ = process.communicate(timeout=60)  # ends when the last process that could write has ended, the workers too
    return b"done" not in out


def check_readable(library: Path) -> None:
    """Whatever the catalogue lists can be read."""
    if (library / "catalogue.sqlite").exists():
        try:
            with open_store(library) as store:
                for held in texts(store):
                    assert content(store, held)
        except Exception as flaw:
            assert getattr(flaw, "message", "") == "library-absent", flaw  # killed before the catalogue had its tables


@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(n, marks=pytest.mark.long) for n in range(2, 12))])
def test_killed_at_moments_and_gone_on(seed: int, law: list[Path], undisturbed: Path, tmp_path: Path) -> None:
    script, library = tmp_path / "adds.py", tmp_path / "library"
    script.write_text(SCRIPT, "utf-8")
    drawn = random.Random(seed)
    kills = 0
    for _ in range(4):
        if drawn.random() < 0.5:  # so many files after the beginning
            there = len(files_of(library)) + drawn.randrange(1, 40)
            kills += killed(script, law, library, lambda there=there: len(list(library.glob("*/*/*"))) >= there)  # type: ignore[misc]
        else:
            until = time.monotonic() + drawn.uniform(0.2, 2.0)
            kills += killed(script, law, library, lambda until=until: time.monotonic() > until)  # type: ignore[misc]
        check_readable(library)
    assert kills > 0
    summary = add_all(law, library, jobs=2)
    assert summary.added + summary.known == 80
    assert files_of(library) == files_of(undisturbed)
    assert rows_of(library) == rows_of(undisturbed)


def test_no_process_is_left_behind(law: list[Path], tmp_path: Path) -> None:
    script, library = tmp_path / "adds.py", tmp_path / "library"
    script.write_text(SCRIPT, "utf-8")
    command = [sys.executable, str(script), str(library), *map(str, law)]
    process = subprocess.Popen(command, env=_env(), stdout=subprocess.PIPE, start_new_session=True)
    while not list(library.glob("texts/*/*")):
        time.sleep(0.01)
    group = os.getpgid(process.pid)
    process.kill()
    process.communicate(timeout=60)
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    pytest.fail("a process of the run that was killed goes on")
