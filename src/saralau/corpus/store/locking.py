"""One writer at a time: a lock on the folder, and one on the server where the catalogue lies on a server.

The system takes a lock back from a process that ends, however it ends. The file says who holds it; that it is there means
nothing.
"""

from __future__ import annotations

import fcntl
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from saralau.corpus.store.records import refused
from saralau.messages import InputError

if TYPE_CHECKING:
    from sqlalchemy import Engine

_KEY = 0x5A7A1A  # of the advisory lock on a server


@contextmanager
def folder_lock(folder: Path) -> Iterator[None]:
    """Holds the lock of a folder, which is made if it is not there. InputError if another process has it."""
    place = folder / "lock"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(place, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as refusal:
        raise refused(place, refusal) from None
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            holder = os.read(handle, 200).decode("utf-8", "replace").strip()
            raise InputError("library-busy", name=folder, process=holder or "?") from None
        try:
            os.ftruncate(handle, 0)
            os.write(handle, f"{me()}\n".encode())
        except OSError as refusal:
            raise refused(place, refusal) from None
        yield
    finally:
        os.close(handle)


@contextmanager
def server_lock(engine: Engine) -> Iterator[None]:
    """Holds the lock of the catalogue on a server, for as long as the connection that holds it lives."""
    from sqlalchemy import text

    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if not connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": _KEY}):
            holder = connection.scalar(
                text(
                    "SELECT application_name FROM pg_stat_activity JOIN pg_locks USING (pid) WHERE locktype = 'advisory'"
                    " AND granted AND objid = :key AND pg_locks.database = (SELECT oid FROM pg_database"
                    " WHERE datname = current_database())"
                ),
                {"key": _KEY},
            )
            shown = engine.url.render_as_string(hide_password=True)
            raise InputError("library-busy", name=shown, process=str(holder or "?").removeprefix("saralau "))
        try:
            yield
        finally:
            if not connection.invalidated:
                connection.scalar(text("SELECT pg_advisory_unlock(:key)"), {"key": _KEY})


def me() -> str:
    """This process, as others are told of it: its number and its machine."""
    return f"{os.getpid()} ({socket.gethostname()})"
