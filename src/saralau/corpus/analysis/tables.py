"""The folder of tables: `<name>/*.parquet` beside `<name>/_schema.json`. A table is replaced whole, in one moment.

A run writes into a folder of its own, which takes the table's place when it is complete. One run at a time writes tables
into a folder.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from saralau.corpus.analysis.frames import parquet
from saralau.corpus.analysis.model import Column, Table
from saralau.messages import InputError
from saralau.version import __version__

SCHEMA_FILE = "_schema.json"
_RUN = ".run-"


@contextmanager
def writing(folder: Path) -> Iterator[Path]:
    """A folder in which a run makes its tables; it is gone afterwards. InputError if another run writes there."""
    with refusals(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / ".lock").open("a+")
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            lock.seek(0)
            raise InputError("tables-busy", name=folder, process=lock.read().strip() or "?") from None
        with refusals(folder):
            lock.truncate(0)
            lock.write(str(os.getpid()))
            lock.flush()
            for left in folder.glob(f"{_RUN}*"):  # of a run that was killed
                shutil.rmtree(left)
            run = Path(tempfile.mkdtemp(dir=folder, prefix=_RUN))
            run.chmod(0o755)
        try:
            yield run
        finally:
            shutil.rmtree(run, ignore_errors=True)


@contextmanager
def refusals(place: Path) -> Iterator[None]:
    """Whatever the system refuses to write (a full disk) as one sentence."""
    try:
        yield
    except OSError as refusal:
        raise InputError("output-refused", name=place, why=refusal.strerror or refusal) from None


def write_part(run: Path, table: str, name: str, content: bytes) -> None:
    """One Parquet file of a table, whole or not at all."""
    place = run / table / f"{name}.parquet"
    place.parent.mkdir(exist_ok=True)
    beside = place.with_suffix(".new")
    beside.write_bytes(content)
    beside.replace(place)


def finish(run: Path, folder: Path, table: Table, told: Mapping[str, Any]) -> None:
    """Describes a table and puts it in its place. `told` is what the description says besides the columns."""
    made = run / table.name
    made.mkdir(exist_ok=True)
    if next(made.glob("*.parquet"), None) is None:  # a table without rows has its columns nevertheless
        write_part(run, table.name, "000000", parquet(table, ())[0])
    (made / SCHEMA_FILE).write_text(json.dumps({**description(table), **told}, ensure_ascii=False, indent=1) + "\n", "utf-8")
    place = folder / table.name
    if not place.exists():
        made.replace(place)
    elif not _exchange(made, place):  # the older one is now in the run's folder and goes with it
        place.replace(run / f"{table.name}.old")
        made.replace(place)


def description(table: Table) -> dict[str, Any]:
    """A table as JSON (`saralau/table/1`)."""
    return {
        "schema": "saralau/table/1",
        "version": __version__,
        "table": table.name,
        "meaning": table.meaning,
        "columns": [_described(column) for column in table.columns],
    }


def _described(column: Column) -> dict[str, Any]:
    plain = {"name": column.name, "type": column.sql, "meaning": column.meaning}
    return plain if isinstance(column.type, str) else plain | {"fields": [_described(field) for field in column.type]}


def _exchange(one: Path, other: Path) -> bool:
    """Lets two folders change places in one moment, where the system can (Linux)."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    if (number := ctypes.get_errno()) in (errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP):
        return False
    raise OSError(number, os.strerror(number))


_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # of linux/fcntl.h and linux/fs.h
