"""Tables that are made when all texts are read: SQL over the rows that the texts gave, in bounded memory.

DuckDB comes with the extra `tables`; what does not fit into its memory goes into files beside the tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import duckdb

from saralau.corpus.analysis.frames import parquet
from saralau.corpus.analysis.model import Analysis, Table
from saralau.messages import InputError

_MEMORY = "256MB"
_PAGE = 50_000  # rows of a row group


def join(run: Path, analysis: Analysis, table: Table) -> int:
    """Makes a table from the rows in the run's folder; gives the number of its rows. Same rows, same order, always."""
    pieces: dict[str, Sequence[Path]] = {piece.name: _files(run, piece) for piece in analysis.gathered}
    for name, query in table.steps:
        place = run / ".steps" / table.name / f"{name}.parquet"
        place.parent.mkdir(parents=True, exist_ok=True)
        _copy(run, query, place, pieces)
        pieces[name] = [place]
    columns = ", ".join(f"{named(column.name)}::{column.sql} AS {named(column.name)}" for column in table.columns)
    (run / table.name).mkdir(exist_ok=True)
    # Ours, no word of it is anybody else's.
    return _copy(run, f"SELECT {columns} FROM ({table.joined})", run / table.name / "000000.parquet", pieces)  # noqa: S608  # nosec B608


def gather(run: Path, table: Table) -> None:
    """Puts the files of many batches together, so many at a time, in their order: a library's tables are few files."""
    parts = sorted((run / table.name).glob("*.parquet"))
    for number, start in enumerate(range(0, len(parts), _TOGETHER)):
        some = parts[start : start + _TOGETHER]
        beside = run / table.name / f".{number:06}"
        _copy(run, reading(some), beside, {})
        for part in some:
            part.unlink()
        beside.replace(run / table.name / f"{number:06}.parquet")


_TOGETHER = 1000


def _copy(run: Path, query: str, place: Path, pieces: Mapping[str, Sequence[Path]]) -> int:
    """Writes what a query gives, in its order; `pieces` are files under the names of tables."""
    try:
        with duckdb.connect(":memory:", config={"memory_limit": _MEMORY, "threads": "2"}) as base:
            base.execute(f"SET temp_directory = {quoted(str(run / '.spill'))}")
            for name, files in pieces.items():
                base.execute(f"CREATE VIEW {named(name)} AS {reading(files)}")
            form = f"FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_PAGE}"
            counted = base.execute(f"COPY ({query}) TO {quoted(str(place))} ({form})").fetchone()
    except duckdb.Error as flaw:  # a full disk, too little memory even with files
        raise InputError("output-refused", name=place.parent.name, why=str(flaw).strip().partition("\n")[0]) from None
    return int(counted[0]) if counted else 0


def _files(run: Path, piece: Table) -> list[Path]:
    folder = run / piece.name
    files = sorted(folder.glob("*.parquet"))
    if not files:
        folder.mkdir(exist_ok=True)
        files = [folder / "none.parquet"]
        files[0].write_bytes(parquet(piece, ())[0])
    return files


def reading(files: Iterable[Path]) -> str:
    """A query that reads Parquet files, in this order."""
    return f"SELECT * FROM read_parquet([{', '.join(quoted(str(file)) for file in files)}])"  # noqa: S608  # nosec B608  # quoted


def quoted(words: str) -> str:
    """A string as SQL writes it."""
    return "'" + words.replace("'", "''") + "'"


def named(name: str) -> str:
    """A name as SQL writes it, whatever letters it has."""
    return '"' + name.replace('"', '""') + '"'
