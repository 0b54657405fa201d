"""Texts that lie in the folder with their records, taken into the catalogue: old libraries, and what `doctor` finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Protocol

from saralau.corpus.model import Reading
from saralau.corpus.store.catalogue import Store, writing
from saralau.corpus.store.putting import put_all
from saralau.corpus.store.records import old_records, old_text, read_record, record_place
from saralau.corpus.store.rereading import read_again
from saralau.messages import InputError

_BATCH = 100  # texts that are committed together

Read = tuple[Reading, bytes] | tuple[str, dict[str, str]]  # a text understood, or the message that says why not


class Mapper(Protocol):
    """What `map` does, by several processes perhaps; results come in the order of what is given."""

    def __call__(self, function: Callable[[Path], Read], places: Sequence[Path], /) -> Iterable[Read]:
        """The results for all places."""


def adopt(store: Store) -> None:
    """Takes over a library of before. InputError if a text of it is damaged; `doctor` then helps."""
    take_in(store, old_records(store.folder), _refuse)


def _refuse(_: Path, flaw: InputError) -> None:
    raise flaw


def take_in(store: Store, places: Sequence[Path], refused: Callable[[Path, InputError], None], mapper: Mapper = map) -> None:
    """Reads the texts of records again and lists them; one that lies flat is moved to where texts lie now.

    Nothing is deleted before it is elsewhere and committed, so that a process that dies is gone on with. `refused` gets the
    records whose texts cannot be read.
    """
    for start in range(0, len(places), _BATCH):
        some = places[start : start + _BATCH]
        batch: list[tuple[Reading, bytes]] = []
        done: list[Path] = []
        for place, read in zip(some, mapper(partial(_read, store.folder), some), strict=True):
            if isinstance(read[0], Reading):
                batch.append((read[0], bytes(read[1])))
                done.append(place)
            else:
                refused(place, InputError(read[0], **_named(read[1])))
        with writing(store) as connection:
            put_all(connection, store, batch, replace=True)
        for place in done:
            if place != record_place(store.folder, place.stem):
                old_text(store.folder, place.stem).unlink(missing_ok=True)
                place.unlink(missing_ok=True)


@contextmanager
def by_processes() -> Iterator[Mapper]:
    """A `map` that spreads over all cores where there is much to read."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:  # starts none before it is given something

        def mapper(function: Callable[[Path], Read], places: Sequence[Path], /) -> Iterable[Read]:
            return pool.map(function, places, chunksize=4) if len(places) >= _MANY else map(function, places)

        yield mapper


_MANY = 50  # texts, from which it pays to start processes


def _read(folder: Path, place: Path) -> Read:
    """A record and its text, in a process of its own perhaps."""
    try:
        return read_again(folder, read_record(place))
    except InputError as flaw:
        return flaw.message, flaw.arguments


def _named(arguments: Any) -> dict[str, str]:
    return dict(arguments)
