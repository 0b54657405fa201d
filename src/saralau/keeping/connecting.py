"""How the kept things are reached: a database of their own in the folder of the library, which only its owner can read."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from saralau.corpus.store.migrating import upgrade
from saralau.corpus.store.sqlite import READING, sqlite_engine
from saralau.messages import InputError

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

FILE = "keeping.sqlite"
_SETTINGS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON", "trusted_schema=OFF")
_BUSY = 10.0  # seconds to wait for another process that writes


@dataclass(frozen=True, slots=True)
class Keeping:
    """What is kept in a folder, open: people, sessions, tokens, cases."""

    folder: Path
    engine: Engine


def have_keeping(folder: Path) -> bool:
    """Whether anything was ever kept in a folder."""
    return (folder / FILE).is_file()


def open_keeping(folder: Path) -> Keeping:
    """What is kept in a folder; made if there is nothing yet. Keeps connections until its engine is disposed of.

    InputError without SQLAlchemy, if the folder cannot be written, or if a newer Saralau made the database.
    """
    try:
        import alembic  # noqa: F401
        import sqlalchemy  # noqa: F401
    except ModuleNotFoundError as missing:
        raise InputError("web-absent-extra", missing=missing.name) from None
    place = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # Made before SQLite does it, whose files would be for everybody to read; what it lays beside takes over the mode.
        os.close(os.open(place, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as refusal:
        raise InputError("output-refused", name=place, why=refusal.strerror or refusal) from None
    keeping = Keeping(folder, _engine(place))
    try:
        _bring_up_to_date(keeping)
    except BaseException:
        keeping.engine.dispose()
        raise
    return keeping


@contextmanager
def writing(keeping: Keeping) -> Iterator[Connection]:
    """One transaction: all of it is on the disk afterwards, or nothing."""
    with _told(keeping), keeping.engine.begin() as connection:
        yield connection


@contextmanager
def reading(keeping: Keeping) -> Iterator[Connection]:
    """One view, which does not change while it is open and waits for nobody."""
    with _told(keeping), keeping.engine.connect().execution_options(**READING) as connection:
        yield connection


def now() -> int:
    """This moment, as tables have it."""
    return int(time.time())


def _engine(place: Path) -> Engine:
    return sqlite_engine(lambda: f"file:{quote(str(place.absolute()))}?mode=rw", _SETTINGS, _BUSY)


def _bring_up_to_date(keeping: Keeping) -> None:
    from sqlalchemy import Column, MetaData, Table, Text, inspect, select

    from saralau.keeping.tables import VERSION_TABLE, VERSIONS

    table = Table(VERSION_TABLE, MetaData(), Column("version_num", Text))
    with reading(keeping) as connection:
        known = inspect(connection).has_table(VERSION_TABLE)
        found = str(connection.scalar(select(table.c.version_num)) or "") if known else ""
    if found and found not in VERSIONS:
        raise InputError("keep-newer", name=keeping.folder / FILE, version=found)
    if found != VERSIONS[-1]:
        with writing(keeping) as connection:
            upgrade(connection, "saralau.keeping:migrations")


@contextmanager
def _told(keeping: Keeping) -> Iterator[None]:
    """Says in one sentence what a database that fails inside means for the user."""
    from sqlalchemy.exc import DBAPIError

    try:
        yield
    except (DBAPIError, sqlite3.Error) as failure:
        place, why = keeping.folder / FILE, " ".join(str(getattr(failure, "orig", None) or failure).split())
        if "disk is full" in why:
            raise InputError("library-disk-full", name=place) from failure
        raise InputError("keep-failed", name=place, why=why) from failure
