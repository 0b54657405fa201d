"""How the catalogue is reached: SQLite in the folder, or a server; its schema's version; what to say when it fails."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from saralau.corpus.store.locking import me
from saralau.corpus.store.sqlite import sqlite_engine
from saralau.messages import InputError

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

CATALOGUE = "catalogue.sqlite"
SCRIPTS = "saralau.corpus.store:migrations"
_WRITING = ("journal_mode=WAL", "synchronous=NORMAL", "cache_size=-65536")
_BUSY = 30.0  # seconds to wait for a process that puts the catalogue in order after a crash


def server_url() -> str:
    """The address of the server on which catalogues lie, "" if they lie in their folders."""
    return os.environ.get("SARALAU_DATABASE_URL", "")


def have_catalogue(folder: Path) -> bool:
    """Whether there may be a catalogue: its file, or a server."""
    return bool(server_url()) or (folder / CATALOGUE).is_file()


def engine_of(folder: Path, write: bool) -> Engine:
    """What makes connections. InputError without the extra, or if the server's address is none that can be used."""
    need_sqlalchemy()
    return _server(server_url(), write) if server_url() else _file(folder / CATALOGUE, write)


def need_sqlalchemy() -> None:
    """InputError without the extra that brings what the catalogue needs."""
    try:
        import alembic  # noqa: F401
        import sqlalchemy  # noqa: F401
    except ModuleNotFoundError:
        raise InputError("search-absent") from None


def _server(url: str, write: bool) -> Engine:
    from sqlalchemy import create_engine
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        address = make_url(url)
    except ArgumentError:
        raise InputError("database-url") from None
    if address.drivername not in ("postgresql", "postgresql+psycopg"):
        raise InputError("database-url")
    address = address.set(drivername="postgresql+psycopg")
    try:
        engine = create_engine(address, connect_args={"application_name": f"saralau {me()}"})
    except ModuleNotFoundError:
        raise InputError("postgres-absent") from None
    if write:
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _file(place: Path, write: bool) -> Engine:
    def address() -> str:
        mode = "rwc" if write else _mode(place)
        return f"file:{quote(str(place.absolute()))}?{'immutable=1&mode=ro' if mode == 'immutable' else f'mode={mode}'}"

    return sqlite_engine(address, ("foreign_keys=ON", *(_WRITING if write else ())), _BUSY)


def _mode(place: Path) -> str:
    """To read beside a writer SQLite needs a file for what they share, which it cannot make where nothing can be written;
    there nobody else writes either, unless the file is there.
    """
    shared = place.with_name(place.name + "-shm")
    return "ro" if shared.exists() or os.access(place.parent, os.W_OK) else "immutable"


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Says in one sentence what a database that fails inside means for the user."""
    from sqlalchemy.exc import DBAPIError

    try:
        yield
    except (DBAPIError, sqlite3.Error) as failure:
        raise _meaning(folder, failure) from failure


def _meaning(folder: Path, failure: Exception) -> InputError:
    cause = getattr(failure, "orig", None) or failure
    why = " ".join(str(cause).split())
    if server_url():
        return InputError("database-failed", why=why.partition(" SQL")[0])
    place = folder / CATALOGUE
    if "disk is full" in why:
        return InputError("library-disk-full", name=place)
    if any(sign in why for sign in ("malformed", "not a database", "no such table", "no such column", "corrupt")):
        return InputError("catalogue-broken", name=place, why=why)
    return InputError("catalogue-refused", name=place, why=why)


def version_of(connection: Connection) -> str:
    """The version of the schema that the catalogue has, "" if it has none yet."""
    from sqlalchemy import Column, MetaData, Table, inspect, select

    from saralau.corpus.store.tables import PLAIN, VERSION_TABLE

    if not inspect(connection).has_table(VERSION_TABLE):
        return ""
    table = Table(VERSION_TABLE, MetaData(), Column("version_num", PLAIN))
    return str(connection.scalar(select(table.c.version_num)) or "")


def check_version(found: str, folder: Path) -> bool:
    """Whether the schema is the one of this Saralau. InputError if it is of a newer one."""
    from saralau.corpus.store.tables import VERSIONS

    if found and found not in VERSIONS:
        raise InputError("catalogue-newer", name=shown(folder), version=found)
    return found == VERSIONS[-1]


def can_read(found: str) -> bool:
    """Whether a catalogue of this version of the schema can be read as it is."""
    from saralau.corpus.store.tables import READABLE

    return found in READABLE


def shown(folder: Path) -> str:
    """The catalogue as a sentence names it, without passwords."""
    if not server_url():
        return str(folder / CATALOGUE)
    from sqlalchemy.engine import make_url

    return make_url(server_url()).render_as_string(hide_password=True)
