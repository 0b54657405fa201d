"""The shelf under several threads: nobody waits for what somebody else works out, unless it is the same; nobody for ever."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from saralau.corpus.model import Held
from saralau.corpus.shelf import Shelf

_SOON = 10  # seconds after which a thread is taken to hang
A, B = (Held("/akn/alt/act/code/2020-02-28/17", "", "2020-02-28", "ru", name, name, name, "") for name in ("a.md", "b.md"))


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


def both(one: Callable[[], Any], other: Callable[[], Any]) -> tuple[Future[Any], Future[Any]]:
    pool = ThreadPoolExecutor(2)
    futures = pool.submit(one), pool.submit(other)
    pool.shutdown(wait=False)
    return futures


def test_who_reads_a_kept_text_does_not_wait_for_a_long_work(shelf: Shelf) -> None:
    assert shelf.kept(B, "act", lambda: "b") == "b"
    begun, go = threading.Event(), threading.Event()

    def long() -> str:
        begun.set()
        assert go.wait(_SOON)
        return "a"

    slow, quick = both(lambda: shelf.kept(A, "act", long), lambda: begun.wait(_SOON) and shelf.kept(B, "act", lambda: "?"))
    assert quick.result(_SOON) == "b"
    assert not slow.done()
    assert shelf.kept(A, "tree", lambda: "other work on the same text") == "other work on the same text"
    go.set()
    assert slow.result(_SOON) == "a"


def test_what_two_want_is_made_once(shelf: Shelf) -> None:
    begun, made = threading.Event(), []

    def make() -> str:
        begun.set()
        made.append(threading.get_ident())
        return "a"

    one, other = both(lambda: shelf.kept(A, "act", make), lambda: begun.wait(_SOON) and shelf.kept(A, "act", make))
    assert (one.result(_SOON), other.result(_SOON), len(made)) == ("a", "a", 1)


def test_texts_that_need_each_other_do_not_lock(shelf: Shelf) -> None:
    """Each thread holds its own text when it asks for the other's: with a lock for each text both would wait for ever."""
    meet = threading.Barrier(2, timeout=_SOON)

    def understood(own: Held, other: Held) -> str:
        def make() -> str:
            meet.wait()
            return shelf.kept(own, "act", lambda: own.name) + shelf.kept(other, "act", lambda: other.name)

        return shelf.kept(own, "understood", make)

    one, other = both(lambda: understood(A, B), lambda: understood(B, A))
    assert (one.result(_SOON), other.result(_SOON)) == ("a.mdb.md", "b.mda.md")


def test_what_needs_itself_is_told_and_does_not_hang(shelf: Shelf) -> None:
    with pytest.raises(RuntimeError, match="of itself"):
        shelf.kept(A, "act", lambda: shelf.kept(A, "act", lambda: "a"))
    meet = threading.Barrier(2, timeout=_SOON)

    def circle(own: Held, other: Held) -> object:
        def make() -> object:
            meet.wait()
            return shelf.kept(other, "act", lambda: "never")

        return shelf.kept(own, "act", make)

    futures = both(lambda: circle(A, B), lambda: circle(B, A))
    assert any(isinstance(one.exception(_SOON), RuntimeError) for one in futures)
    assert shelf.kept(A, "later", lambda: "still answers") == "still answers"


def test_a_failure_is_not_kept(shelf: Shelf) -> None:
    def fails() -> str:
        raise ValueError("once")

    with pytest.raises(ValueError, match="once"):
        shelf.kept(A, "act", fails)
    assert shelf.kept(A, "act", lambda: "a") == "a"


def test_the_library_as_a_whole_is_read_once(shelf: Shelf) -> None:
    made: list[int] = []
    for _ in range(2):
        shelf.lasting("terms", lambda: made.append(1))
    assert made == [1]


def test_of_the_library_as_a_whole_only_so_much_is_kept(shelf: Shelf) -> None:
    made: list[str] = []
    for name in (*map(str, range(30)), "29", "0"):
        shelf.lasting(name, lambda name=name: made.append(name))
    assert made == [*map(str, range(30)), "0"]
