"""Work in bounded processes: what comes back, what is stopped, and that the next task finds a worker."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from saralau.corpus.sandbox import Bounds, BusyError, OverrunError, Sandbox
from saralau.messages import InputError

TASKS = """
import os, sys, time
from saralau.messages import InputError

def echo(*given): return list(given)
def pid(): return os.getpid()
def sleep(seconds): time.sleep(seconds)
def spin():
    while True: pass
def eat(): return len(b"x" * (8 << 30))
def deep(n=0): return deep(n + 1)
def die(): os._exit(7)
def refuse(): raise InputError("work-unknown", typed="a", known="b")
def fail(): raise KeyError("inner")
def secret(): return [os.environ.get("SARALAU_SECRET"), os.environ.get("SARALAU_DATABASE_URL")]
def write(place):
    with open(place, "wb") as out: out.write(b"x")
def talk():
    print("said aloud")
    return 1
def large(): return "x" * (65 << 20)
"""


@pytest.fixture
def box(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    """A sandbox with one worker that has the tasks above, as a module of the package."""
    package = tmp_path / "more"
    package.mkdir()
    (package / "tasks_in_sandbox.py").write_text(TASKS, "utf-8")
    (package / "sitecustomize.py").write_text(
        "import saralau\nimport pathlib\nsaralau.__path__.append(str(pathlib.Path(__file__).parent))\n", "utf-8"
    )
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(package), *os.environ.get("PYTHONPATH", "src").split(os.pathsep)]))
    made = Sandbox(1, Bounds(seconds=2.0, cpu=1, memory=1 << 30, patience=0.3))
    yield made
    made.close()


def task(name: str) -> str:
    return f"saralau.tasks_in_sandbox:{name}"


def test_answers_come_back_as_json_and_the_worker_is_used_again(box: Sandbox) -> None:
    assert box.run(task("echo"), "ә", 1, None, (2, 3)) == ["ә", 1, None, [2, 3]]
    assert box.run(task("pid")) == box.run(task("pid")) != os.getpid()


def test_what_is_printed_is_no_answer(box: Sandbox) -> None:
    assert box.run(task("talk")) == 1


def test_a_refusal_keeps_its_sentence_in_every_language(box: Sandbox) -> None:
    with pytest.raises(InputError) as flaw:
        box.run(task("refuse"))
    assert flaw.value.told("ru") == InputError("work-unknown", typed="a", known="b").told("ru")


@pytest.mark.parametrize(
    ("name", "message"),
    [("die", "sandbox-died"), ("deep", "sandbox-deep"), ("fail", "sandbox-failed"), ("eat", "sandbox-memory"),
     ("large", "sandbox-answer-large")],
)  # fmt: skip
def test_what_overruns_is_stopped_and_the_next_task_runs(box: Sandbox, name: str, message: str) -> None:
    patient = Sandbox(1, Bounds(seconds=120.0, cpu=60, memory=1 << 30))  # so that a busy machine is no reason to stop
    with pytest.raises(OverrunError) as flaw:
        patient.run(task(name))
    assert flaw.value.message == message
    assert patient.run(task("echo"), 5) == [5]
    patient.close()


def test_what_takes_too_long_is_stopped_and_the_next_task_runs(box: Sandbox) -> None:
    begun = time.monotonic()
    with pytest.raises(OverrunError) as flaw:
        box.run(task("sleep"), 600)
    assert flaw.value.message == "sandbox-time"
    assert time.monotonic() - begun < 300  # stopped, not waited for
    assert box.run(task("echo"), 5) == [5]


def test_the_processor_is_bounded_apart_from_the_clock(tmp_path: Path, box: Sandbox) -> None:
    patient = Sandbox(1, Bounds(seconds=30, cpu=1))
    with pytest.raises(OverrunError) as flaw:
        patient.run(task("spin"))
    assert flaw.value.message == "sandbox-time"
    patient.close()


def test_a_worker_writes_nothing_and_has_no_secrets(box: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SARALAU_SECRET", "s")
    monkeypatch.setenv("SARALAU_DATABASE_URL", "postgresql://u:p@h/d")
    assert box.run(task("secret")) == [None, None]
    with pytest.raises(OverrunError):
        box.run(task("write"), str(tmp_path / "made"))
    assert not (tmp_path / "made").exists() or not (tmp_path / "made").read_bytes()


def test_who_waits_too_long_is_told_so(box: Sandbox) -> None:
    from threading import Thread

    def sleeping() -> None:
        with pytest.raises(OverrunError):
            box.run(task("sleep"), 60)

    slow = Thread(target=sleeping)
    slow.start()
    time.sleep(0.2)
    with pytest.raises(BusyError):
        box.run(task("echo"), 1)
    slow.join()


def test_only_functions_of_the_package_are_run() -> None:
    with pytest.raises(ValueError, match="no function of this package"):
        Sandbox().run("os:system", "true")


def test_a_worker_whose_server_is_gone_ends(box: Sandbox) -> None:
    pid = box.run(task("pid"))
    worker = box._free.get_nowait()
    assert worker is not None
    assert worker.process.stdin is not None
    worker.process.stdin.close()
    assert worker.process.wait(5) == 0
    assert pid == worker.process.pid
    box._free.put(worker)
