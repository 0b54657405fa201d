"""Whatever paths hold into a library: only what changed is read, by many processes, batch by batch.

Batches are committed in the order in which their texts were found. So a run that ended anywhere left what a shorter run
would have, and the next goes on from there to the same library.
"""

from __future__ import annotations

import hashlib
import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple

from saralau.corpus.model import Held, Reading
from saralau.corpus.sources import Aside, Item, Skipped, Walked, items
from saralau.corpus.sources.kept import sources_open
from saralau.corpus.store.catalogue import Store, open_store, writing
from saralau.corpus.store.catalogue import reading as looking
from saralau.corpus.store.progress import Visit, note_visits, pending, visits
from saralau.corpus.store.putting import lots, put_all
from saralau.corpus.store.records import read_record, record_place, text_place
from saralau.corpus.units import Hints, read_text
from saralau.corpus.workers import Failure, Limits, Lost, Settled, in_order, within
from saralau.version import __version__

_BATCH = 256  # texts
_WEIGHT = 16 * 2**20  # bytes of texts
_INDEXED = 2048  # texts between two goings to the index
_HEAVY = 64 * 2**20  # bytes of them, with what was understood
_PAUSE = 3.0  # seconds after which a batch is committed however small it is
_LISTED = 10_000  # skipped paths that are named one by one
_WINDOW = 2000  # visits looked up at once
_LIMITS = Limits()
_NO_STATE = "/akn/un/"  # addresses of acts of which nothing tells whose they are
_CURABLE = frozenset(
    {"pdf-reader-absent", "git-reader-absent", "file-refused"}
)  # what may be mended without touching a file


@dataclass(slots=True)
class Summary:
    """What came of an adding: texts added, texts that were in hand, what was skipped (all counted by reason, the first ones
    named), files aside that are no documents, seconds; whether it was stopped before its end.
    """

    added: int = 0
    known: int = 0
    aside: int = 0
    bytes: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    skipped: list[Skipped] = field(default_factory=list)
    seconds: float = 0.0
    stopped: bool = False
    unindexed: int = 0

    @property
    def skips(self) -> int:
        """How many paths were skipped."""
        return self.reasons.total()

    def skip(self, path: str, reason: str, details: Mapping[str, str]) -> None:
        """Counts a path that was skipped, and names it while there are not too many."""
        self.reasons[reason] += 1
        if len(self.skipped) < _LISTED:
            self.skipped.append(Skipped(path, reason, tuple(details.items())))


Told = Callable[[Summary, str], None]


class _Task(NamedTuple):
    """A text to be read for a library; `anew` tells that a record of it is not to be trusted."""

    item: Item
    folder: str
    anew: bool = False


class _Understood(NamedTuple):
    """What was read: a text with what was understood of it, or the record of one that is in hand."""

    reading: Reading | None
    held: Held | None
    content: bytes


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
        past = _Past(store, again, lang, state)
        found = _tasks(items(paths, past.known), past, str(store.folder))
        first = list(islice(found, 2))
        results: Iterator[Any]
        if len(first) < 2:  # one file is read before another process has begun
            results = (one.value if isinstance(one, Settled) else _answer(limits, one) for one in first)
        else:
            work = partial(_answer, limits)
            results = in_order(work, chain(first, found), jobs or _cores(), limits, _weight, lambda: summary.stopped)
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


# --- what is to be done


class _Unchanged(NamedTuple):
    """A path that was visited before and has not changed since."""

    visit: Visit


@dataclass(slots=True)
class _Past:
    """What is known of paths from earlier runs; read in stretches, as paths come in their order."""

    store: Store
    again: bool
    lang: str
    state: str = ""
    begin: str = ""
    end: str = ""
    seen: dict[str, Visit] = field(default_factory=dict)

    def stamp(self, stamp: str) -> str:
        """A stamp with what else decides about the result."""
        told = (("lang", self.lang), ("state", self.state))
        return " ".join((stamp, *(f"--{name}={value}" for name, value in told if value)))

    def known(self, path: str, stamp: str) -> bool:
        """Whether a path was visited with this stamp, so that it need not be looked into."""
        return self.visit(path, self.stamp(stamp)) is not None

    def visit(self, path: str, stamp: str) -> Visit | None:
        """The earlier visit to a path that has not changed. What was skipped is tried again by a newer Saralau."""
        found = self._find(path)
        if found is None:
            return None
        if found.outcome in ("skipped", "walked"):
            same = found.stamp == versioned(stamp) and not self.again and found.reason not in _CURABLE
        else:
            same = found.stamp == stamp
        return found if same else None

    def _find(self, path: str) -> Visit | None:
        if not self.begin <= path <= self.end:
            self._look_up(path)
        return self.seen.get(path)

    def _look_up(self, path: str) -> None:
        from sqlalchemy import select

        from saralau.corpus.store.tables import sources

        query = select(sources.c.path).where(sources.c.path >= path).order_by(sources.c.path).limit(_WINDOW)
        with looking(self.store) as connection:
            paths = list(connection.scalars(query))
        self.seen = dict(visits(self.store, paths))
        self.begin = path
        self.end = paths[-1] if len(paths) == _WINDOW else "\U0010ffff"

    def below(self, path: str) -> Iterator[Visit]:
        """Visits to what is in an archive or a history."""
        from sqlalchemy import or_, select

        from saralau.corpus.store.tables import sources as s

        ranges = [(s.c.path > path + mark) & (s.c.path < path + mark + "\U0010ffff") for mark in "!#:"]
        with looking(self.store) as connection:
            paths = list(connection.scalars(select(s.c.path).where(or_(*ranges)).order_by(s.c.path)))
        for some in lots(paths):
            yield from visits(self.store, some).values()


def versioned(stamp: str) -> str:
    """The stamp of what was not read: another version may read it."""
    return f"{stamp} {__version__}"


def _tasks(found: Iterator[Any], past: _Past, folder: str) -> Iterator[_Task | Settled]:
    """What has to be read, and in its place among it what need not be."""
    for one in found:
        if not isinstance(one, Item):
            yield Settled(replace(one, stamp=past.stamp(one.stamp)) if isinstance(one, Walked) else one)
            continue
        stamp = past.stamp(one.stamp)
        visit = past.visit(one.path, stamp)
        if visit is not None:
            yield Settled(_Unchanged(visit))
        else:
            yield _Task(replace(one, stamp=stamp, hints=_hinted(one.hints, past)), folder)


def _hinted(hints: Hints, past: _Past) -> Hints:
    """What is known of a text, with what the user says of all of them."""
    if past.state and hints.called.startswith(_NO_STATE):
        hints = replace(hints, called=f"/akn/{past.state}/{hints.called.removeprefix(_NO_STATE)}")
    return replace(hints, language=past.lang or hints.language, state=past.state)


class _Answer(NamedTuple):
    """A task with what came of it, without what was only needed to do it."""

    item: Item
    result: _Understood | Failure


def _weight(answer: Any) -> int:
    return len(answer.result.content) * 6 if isinstance(answer, _Answer) and isinstance(answer.result, _Understood) else 0


def _answer(limits: Limits, task: _Task) -> _Answer:
    """Reads a text, in whichever process."""
    return _Answer(replace(task.item, read=bytes), within(_understand, task, limits))


def _understand(task: _Task) -> _Understood:
    item = task.item
    content = item.read()
    sha256 = hashlib.sha256(content).hexdigest()
    folder = Path(task.folder)
    record = record_place(folder, sha256)
    if not task.anew and record.is_file() and text_place(folder, sha256).is_file():
        return _Understood(None, read_record(record), content)
    return _Understood(_cut(read_text(content, item.name, item.hints, item.source or item.path)), None, content)


def _cut(reading: Reading) -> Reading:
    """A reading with its words cut for the index, where the extra `search` is."""
    try:
        from saralau.corpus.searching.index import cuts_of
    except ModuleNotFoundError as absent:
        if absent.name != "tantivy":
            raise
        return reading
    return replace(reading, cuts=cuts_of(reading))


# --- what came of it


def _take(store: Store, results: Iterator[Any], summary: Summary, past: _Past, told: Told) -> None:
    """Puts results into the library, batch by batch, and into the index, some batches at a time."""
    batch: list[Any] = []
    weight, since = 0, time.monotonic()
    waiting: list[Reading] = []  # what the index does not have yet
    heavy = 0
    for result in results:
        one = _Answer(result.task.item, result.failure) if isinstance(result, Lost) else result
        batch.append(one)
        weight += _weight(one)
        path = _take_note(one, summary, past)
        if len(batch) >= _BATCH or weight >= _WEIGHT or time.monotonic() - since > _PAUSE or summary.stopped:
            waiting += _commit(store, batch, summary)
            heavy += weight
            batch, weight, since = [], 0, time.monotonic()
            if len(waiting) >= _INDEXED or heavy >= _HEAVY:
                refresh_index(store, waiting)
                waiting, heavy = [], 0
        told(summary, path)
    waiting += _commit(store, batch, summary)
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


def _take_note(one: Any, summary: Summary, past: _Past) -> str:
    """Counts what is not to be put anywhere; the path that it was."""
    if isinstance(one, _Answer):
        return one.item.path
    if isinstance(one, Aside):
        summary.aside += 1
    elif isinstance(one, Skipped):
        summary.skip(one.path, one.reason, dict(one.details))
    elif isinstance(one, _Unchanged):
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


def _commit(store: Store, batch: Sequence[Any], summary: Summary) -> list[Reading]:
    """One transaction: the texts of a batch, and what came of each of its paths. What was read of the texts."""
    answers = _listed(store, [one for one in batch if isinstance(one, _Answer)])
    readings = [_reading(one) for one in answers]
    held = _held(store, [reading.held.sha256 for reading in readings if reading is not None])
    noted: list[Visit] = []
    fresh: list[tuple[Reading, bytes]] = []
    for given in answers:
        one = _at_its_edition(store, given, held)
        reading = _reading(one)
        visit = _visit(one, held)
        noted.append(visit)
        if visit.outcome == "skipped":
            summary.skip(visit.path, visit.reason, dict(visit.details or {}))
            continue
        summary.known += visit.outcome == "known"
        if reading is not None and isinstance(one.result, _Understood):
            fresh.append((reading, one.result.content))
            if visit.outcome == "added":
                held[reading.held.sha256] = reading.held
                summary.added += 1
                summary.bytes += len(one.result.content)
    for one in batch:
        if isinstance(one, Skipped):
            noted.append(Visit(one.path, "", None, "skipped", one.reason, dict(one.details)))
        elif isinstance(one, Walked) and not one.known:
            noted.append(Visit(one.path, versioned(one.stamp), None, "walked"))
    if noted:
        with writing(store) as connection:
            put_all(connection, store, fresh)
            note_visits(connection, noted)
    return [reading for reading, _ in fresh]


def _at_its_edition(store: Store, one: _Answer, held: dict[str, Held]) -> _Answer:
    """The answer; a text whose bytes are in hand as another edition of its act is kept with one line end more for each, as
    what returns in a history is. Packed files, which end where they end, are not.
    """
    result, said = one.result, one.item.hints
    while isinstance(result, _Understood) and said.edition and not result.content.startswith(b"PK"):
        sha256 = hashlib.sha256(result.content).hexdigest()
        if sha256 not in held:
            held |= _held(store, [sha256])
        there = held.get(sha256) or result.held
        if there is None or there.edition == said.edition or _differs(there, replace(said, edition="")):
            break
        content = result.content + b"\n"
        task = _Task(replace(one.item, read=partial(bytes, content)), str(store.folder))
        result = _answer(_LIMITS, task).result
    return one._replace(result=result)


def _reading(one: _Answer) -> Reading | None:
    return one.result.reading if isinstance(one.result, _Understood) else None


def _listed(store: Store, answers: Sequence[_Answer]) -> list[_Answer]:
    """The answers; a text that has a record but is not in the catalogue, for its run was cut off, is read here."""
    recorded = [one.result.held.sha256 for one in answers if isinstance(one.result, _Understood) and one.result.held]
    listed = _held(store, recorded)
    found: list[_Answer] = []
    for one in answers:
        result = one.result
        if isinstance(result, _Understood) and result.held is not None and result.held.sha256 not in listed:
            read = partial(bytes, result.content)
            item = replace(one.item, read=read)
            found.append(_answer(_LIMITS, _Task(item, str(store.folder), anew=True)))
        elif isinstance(result, _Understood) and result.held is not None:
            found.append(one._replace(result=result._replace(held=listed[result.held.sha256])))
        else:
            found.append(one)
    return found


def _held(store: Store, checksums: Sequence[str]) -> dict[str, Held]:
    """Texts of the catalogue, by checksum."""
    from saralau.corpus.store.catalogue import held_query
    from saralau.corpus.store.tables import texts

    found: dict[str, Held] = {}
    if checksums:
        with looking(store) as connection:
            for some in lots(list(checksums)):
                rows = connection.execute(held_query().where(texts.c.sha256.in_(some)))
                found |= {row.sha256: Held(*row) for row in rows}
    return found


def _visit(one: _Answer, held: Mapping[str, Held]) -> Visit:
    """What came of a path. A text in hand that is said to be another act or edition here is skipped and said so."""
    item, result = one.item, one.result
    if isinstance(result, Failure):
        details = dict(result.details)
        if details.get("name", item.name) == item.name:  # among many files a name alone says too little
            details["name"] = item.path
        return Visit(item.path, versioned(item.stamp), None, "skipped", result.reason, details)
    if result.reading is None:
        assert result.held is not None  # one of the two is there
        there, said = result.held, item.hints
        sha256, outcome = there.sha256, "known"
        differs = _differs(there, said)
    else:
        sha256 = result.reading.held.sha256
        other = held.get(sha256)
        outcome = "added" if other is None else "known"
        there, differs = other or result.reading.held, other is not None and _differs(other, item.hints)
    if differs:
        details = {"name": item.path, "act": there.id or there.iri, "edition": there.edition}
        return Visit(item.path, versioned(item.stamp), sha256, "skipped", "add-held-otherwise", details)
    return Visit(item.path, item.stamp, sha256, outcome)


def _differs(held: Held, hints: Hints) -> bool:
    """Whether what lies beside a text says that it is something else than it is held to be."""
    return bool(
        (hints.called and hints.called not in (held.iri, held.id))
        or (hints.edition and hints.edition != held.edition)
        or (hints.language and hints.language != held.language)
    )
