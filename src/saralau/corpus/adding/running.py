"""A run from its paths to its end: many processes read, this one writes, batch by batch."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any

from saralau.corpus.adding.committing import commit
from saralau.corpus.adding.planning import Past, Unchanged, tasks
from saralau.corpus.adding.summary import Summary
from saralau.corpus.adding.understanding import Answer, answer, weight_of
from saralau.corpus.model import Reading
from saralau.corpus.sources import Aside, Skipped, Walked, items
from saralau.corpus.sources.kept import sources_open
from saralau.corpus.store.catalogue import Store, open_store
from saralau.corpus.store.progress import Visit, pending
from saralau.corpus.workers import Limits, Lost, Settled, in_order

_BATCH = 256  # texts
_WEIGHT = 16 * 2**20  # bytes of texts
_INDEXED = 2048  # texts between two goings to the index
_HEAVY = 64 * 2**20  # bytes of them, with what was understood
_PAUSE = 3.0  # seconds after which a batch is committed however small it is
_LIMITS = Limits()

Told = Callable[[Summary, str], None]


def add_all(
    paths: Sequence[Path],
    folder: Path,
    *,
    jobs: int = 0,
    lang: str = "",
    state: str = "",
    again: bool = False,
    limits: Limits = _LIMITS,
    told: Told = lambda summary, path: None,
) -> Summary:
    """Adds what the paths hold to the library in a folder, by `jobs` processes (as many as there are cores, if 0).

    Paths that did not change since they were read are not read; with `again`, those that were skipped are. `lang` is the
    language of all texts, if it is known; `state` whose acts they are (ISO 3166, small letters) where they do not
    tell. `told` hears of each path. An interrupt (Ctrl-C) ends the run after the batch in hand; a second one at once.
    InputError if the library cannot be written.
    """
    summary, begun = Summary(), time.monotonic()
    with sources_open(), open_store(folder, write=True) as store, _interrupts(summary):
        past = Past(store, again, lang, state)
        found = tasks(items(paths, past.known), past, str(store.folder))
        first = list(islice(found, 2))
        results: Iterator[Any]
        if len(first) < 2:  # one file is read before another process has begun
            results = (one.value if isinstance(one, Settled) else answer(limits, one) for one in first)
        else:
            work = partial(answer, limits)
            results = in_order(work, chain(first, found), jobs or _cores(), limits, weight_of, lambda: summary.stopped)
        _take(store, results, summary, past, told)
        summary.unindexed = len(pending(store))
    summary.seconds = time.monotonic() - begun
    return summary


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _interrupts(summary: Summary) -> Iterator[None]:
    """The first interrupt only says that the run is to stop, so that no transaction is cut in two."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: object) -> None:
        if summary.stopped:
            raise KeyboardInterrupt
        summary.stopped = True

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _take(store: Store, results: Iterator[Any], summary: Summary, past: Past, told: Told) -> None:
    """Puts results into the library, batch by batch, and into the index, some batches at a time."""
    batch: list[Any] = []
    weight, since = 0, time.monotonic()
    waiting: list[Reading] = []  # what the index does not have yet
    heavy = 0
    for result in results:
        one = Answer(result.task.item, result.failure) if isinstance(result, Lost) else result
        batch.append(one)
        weight += weight_of(one)
        path = _take_note(one, summary, past)
        if len(batch) >= _BATCH or weight >= _WEIGHT or time.monotonic() - since > _PAUSE or summary.stopped:
            waiting += commit(store, batch, summary)
            heavy += weight
            batch, weight, since = [], 0, time.monotonic()
            if len(waiting) >= _INDEXED or heavy >= _HEAVY:
                refresh_index(store, waiting)
                waiting, heavy = [], 0
        told(summary, path)
    waiting += commit(store, batch, summary)
    if not summary.stopped:  # what is pending waits for the next run
        refresh_index(store, waiting)
    told(summary, "")


def refresh_index(store: Store, readings: Sequence[Reading] = ()) -> None:
    """Brings the index up to what the catalogue has; without the extra `search` what it lacks stays pending."""
    try:
        from saralau.corpus.searching.refreshing import refresh
    except ModuleNotFoundError as absent:
        if absent.name != "tantivy":
            raise
        return
    refresh(store, readings)


def _take_note(one: Any, summary: Summary, past: Past) -> str:
    """Counts what is not to be put anywhere; the path that it was."""
    if isinstance(one, Answer):
        return one.item.path
    if isinstance(one, Aside):
        summary.aside += 1
    elif isinstance(one, Skipped):
        summary.skip(one.path, one.reason, dict(one.details))
    elif isinstance(one, Unchanged):
        _count(one.visit, summary)
        return one.visit.path
    elif isinstance(one, Walked) and one.known:
        for visit in past.below(one.path):
            _count(visit, summary)
    return str(one.path)


def _count(visit: Visit, summary: Summary) -> None:
    if visit.outcome == "skipped":
        summary.skip(visit.path, visit.reason, dict(visit.details or {}))
    elif visit.outcome != "walked":
        summary.known += 1
