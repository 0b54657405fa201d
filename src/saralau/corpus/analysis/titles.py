"""Titles of a library for the processes that read its texts: a file that each of them asks, so that none holds them all."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from saralau.citations import Work
from saralau.corpus.store.catalogue import each_title, open_store
from saralau.corpus.titles import ByTitle, called, plain, work_at

_TABLE = "CREATE TABLE titles (language TEXT, words TEXT, iri TEXT, id TEXT)"
_INDEX = "CREATE INDEX by_words ON titles (language, words)"


@dataclass(frozen=True, slots=True)
class TitleFile:
    """The titles in a file of SQLite (`citations.works.Titles`); it travels as its path."""

    place: Path

    def __call__(self, language: str, kind: str, title: str) -> Work | None:
        return _found(_opened(self.place), language, kind, title)

    def content(self) -> bytes:
        """The file itself, for who does not see it."""
        return self.place.read_bytes()


@dataclass(frozen=True, slots=True)
class TitleBytes:
    """The same for a machine that does not see the file: its content."""

    content: bytes

    def __call__(self, language: str, kind: str, title: str) -> Work | None:
        return _found(_unpacked(self.content), language, kind, title)


@contextmanager
def titles_in(folder: Path) -> Iterator[TitleFile]:
    """The titles of a library at this moment, in a file that lives as long as it is needed. InputError without a library."""
    with tempfile.TemporaryDirectory(prefix="saralau-titles-") as room:
        place = Path(room) / "titles.sqlite"
        made = sqlite3.connect(place, isolation_level=None)
        try:
            made.execute("PRAGMA synchronous=OFF")  # a file that is thrown away
            made.execute(_TABLE)
            made.execute("BEGIN")
            with open_store(folder) as store:
                rows = (
                    (code, words, iri, name) for iri, name, code, title in each_title(store) for words in called(code, title)
                )
                made.executemany("INSERT INTO titles VALUES (?, ?, ?, ?)", rows)
            made.execute("COMMIT")
            made.execute(_INDEX)
        finally:
            made.close()
        yield TitleFile(place)


@lru_cache(maxsize=1)
def _opened(place: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{place.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


@lru_cache(maxsize=1)
def _unpacked(content: bytes) -> sqlite3.Connection:
    made = sqlite3.connect(":memory:", check_same_thread=False)
    made.deserialize(content)
    return made


def _found(titles: sqlite3.Connection, language: str, kind: str, title: str) -> Work | None:
    words = plain(title)
    rows = titles.execute("SELECT DISTINCT iri, id FROM titles WHERE language = ? AND words = ?", (language, words))
    return ByTitle({(language, words): [work_at(iri, name) for iri, name in rows]}).find(language, kind, title)
