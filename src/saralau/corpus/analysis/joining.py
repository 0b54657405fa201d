"""Tables that are made when all texts are read: SQL over the rows that the texts gave, in bounded memory.

DuckDB comes with the extra `tables`; what does not fit into its memory goes into files beside the tables.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import duckdb

from saralau.corpus.analysis.frames import parquet
from saralau.corpus.analysis.model import Analysis, Table
from saralau.messages import InputError

_MEMORY = "512MB"
_PAGE = 50_000  # rows of a row group


def join(run: Path, analysis: Analysis, table: Table) -> int:
    """Makes a table from the rows in the run's folder; gives the number of its rows. Same rows, same order, always."""
    (run / table.name).mkdir(exist_ok=True)
    place = run / table.name / "000000.parquet"
    try:
        with duckdb.connect(":memory:", config={"memory_limit": _MEMORY, "threads": "2"}) as base:
            base.execute(f"SET temp_directory = {quoted(str(run / '.spill'))}")
            for piece in analysis.gathered:
                base.execute(f"CREATE VIEW {piece.name} AS {reading(_files(run, piece))}")
            columns = ", ".join(f"{named(column.name)}::{column.sql} AS {named(column.name)}" for column in table.columns)
            query = f"SELECT {columns} FROM ({table.joined})"  # noqa: S608  # ours, no word of it is anybody else's
            form = f"FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_PAGE}"
            counted = base.execute(f"COPY ({query}) TO {quoted(str(place))} ({form})").fetchone()
    except duckdb.Error as flaw:  # a full disk, too little memory even with files
        raise InputError("output-refused", name=table.name, why=str(flaw).strip().partition("\n")[0]) from None
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
    return f"SELECT * FROM read_parquet([{', '.join(quoted(str(file)) for file in files)}])"  # noqa: S608  # quoted


def quoted(words: str) -> str:
    """A string as SQL writes it."""
    return "'" + words.replace("'", "''") + "'"


def named(name: str) -> str:
    """A name as SQL writes it, whatever letters it has."""
    return '"' + name.replace('"', '""') + '"'
