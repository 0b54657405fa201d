"""Files of SQLite as the catalogue and the kept things are opened: whoever writes says so when the transaction begins."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

READING = {"saralau_reads": True}  # what a connection is told that only reads


def sqlite_engine(address: Callable[[], str], settings: Sequence[str], patience: float) -> Engine:
    """What makes connections to the file at an address (a URI, asked anew each time), each with these settings (`PRAGMA`);
    they wait so many seconds for another process that writes.
    """
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import QueuePool

    def connect() -> sqlite3.Connection:
        # Transactions are begun below; the driver's own way would leave reading and changes of the schema outside them.
        made = sqlite3.connect(address(), uri=True, isolation_level=None, timeout=patience, check_same_thread=False)
        try:
            for setting in settings:
                made.execute(f"PRAGMA {setting}")
        except sqlite3.Error:
            made.close()
            raise
        return made

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """A writer says at once that it is one: who only reads first could find things changed when it comes to write."""
    reads = READING.items() <= connection.get_execution_options().items()
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
