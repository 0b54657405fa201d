"""Questions in SQL to the tables of a library. Nothing can be written, and no file read but those of the tables.

DuckDB comes with the extra `tables`. One SELECT is let through, in bounded memory and time; settings are locked before it.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from saralau.corpus.analysis.joining import named, quoted, reading
from saralau.messages import InputError

_PAGE = 1000  # rows fetched at a time
_CLOSED: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "allow_unsigned_extensions": "false",
    "python_enable_replacements": "false",
}


class Limits(NamedTuple):
    """How much a question may take: memory in megabytes, ten times as much in temporary files, time in seconds."""

    megabytes: int = 1024
    seconds: float = 60.0


_USUAL = Limits()


@dataclass(frozen=True, slots=True)
class Answer:
    """The columns of an answer by name and type, and its rows, which come while they are read."""

    names: tuple[str, ...]
    types: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


def tables_of(folder: Path) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """The tables in a folder with the names and types of their columns. InputError if there is none."""
    with _opened(folder, _USUAL) as base:
        told = base.execute("SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal "
                            "ORDER BY table_name, column_index").fetchall()  # fmt: skip
    columns: dict[str, list[tuple[str, str]]] = {}
    for table, column, kind in told:
        columns.setdefault(table, []).append((column, kind))
    return tuple((table, tuple(found)) for table, found in columns.items())


@contextmanager
def answer(folder: Path, query: str, limits: Limits = _USUAL) -> Iterator[Answer]:
    """Asks the tables in a folder. InputError, with one sentence, for what is no single SELECT, for what is wrong with it,
    for a file that is none of the tables', for one that takes more than its limits.
    """
    with _opened(folder, limits) as base, _sentences(limits):
        statements = base.extract_statements(query)
        if len(statements) != 1 or statements[0].type is not duckdb.StatementType.SELECT:
            raise InputError("sql-only-select")
        clock = threading.Timer(limits.seconds, base.interrupt)
        clock.daemon = True
        clock.start()
        try:
            told = base.execute(statements[0]).description or []
            names, types = [str(one[0]) for one in told], [str(one[1]) for one in told]
            yield Answer(tuple(_apart(names)), tuple(types), _rows(base, limits))
        finally:
            clock.cancel()


def _apart(names: Iterable[str]) -> Iterator[str]:
    """Names of columns, no two the same."""
    seen: set[str] = set()
    for name in names:
        free = next(one for one in chain((name,), (f"{name}_{number}" for number in count(1))) if one not in seen)
        seen.add(free)
        yield free


def _rows(base: duckdb.DuckDBPyConnection, limits: Limits) -> Iterator[tuple[Any, ...]]:
    with _sentences(limits):
        while page := base.fetchmany(_PAGE):
            yield from page


@contextmanager
def _opened(folder: Path, limits: Limits) -> Iterator[duckdb.DuckDBPyConnection]:
    """A data base in memory with a view for each table, behind which everything is closed."""
    tables = {
        place.name: files
        for place in sorted(folder.glob("[!.]*"))
        if place.is_dir() and (files := sorted(place.glob("*.parquet")))
    }
    if not tables:
        raise InputError("sql-no-tables", name=folder)
    with tempfile.TemporaryDirectory(prefix="saralau-sql-") as beside, duckdb.connect(":memory:", config=_CLOSED) as base:
        try:
            for name, files in tables.items():
                base.execute(f"CREATE VIEW {named(name)} AS {reading(files)}")
        except duckdb.Error as flaw:
            raise InputError("sql-table-broken", name=folder, why=_first_line(flaw)) from None
        allowed = ", ".join(quoted(str(file)) for files in tables.values() for file in files)
        for setting in (
            f"temp_directory = {quoted(beside)}",
            f"max_temp_directory_size = '{10 * limits.megabytes}MB'",
            f"memory_limit = '{limits.megabytes}MB'",
            f"allowed_paths = [{allowed}]",
            "enable_external_access = false",
            "lock_configuration = true",
        ):
            base.execute(f"SET {setting}")
        yield base


@contextmanager
def _sentences(limits: Limits) -> Iterator[None]:
    """Whatever the data base refuses as one sentence."""
    try:
        yield
    except duckdb.InterruptException:
        raise InputError("sql-too-long", seconds=f"{limits.seconds:g}") from None
    except duckdb.OutOfMemoryException:
        raise InputError("sql-too-large", megabytes=limits.megabytes) from None
    except duckdb.PermissionException:
        raise InputError("sql-outside") from None
    except (duckdb.Error, RuntimeError) as flaw:
        raise InputError("sql-wrong", why=_first_line(flaw)) from None


def _first_line(flaw: BaseException) -> str:
    return str(flaw).strip().partition("\n")[0]
