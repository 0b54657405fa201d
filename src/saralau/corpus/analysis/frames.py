"""Rows as Parquet. Polars is here only; it comes with the extra `tables`."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

import polars as pl

from saralau.corpus.analysis.model import Column, Row, Table

_TYPES: dict[str, Any] = {
    "VARCHAR": pl.String,
    "BIGINT": pl.Int64,
    "BOOLEAN": pl.Boolean,
    "VARCHAR[]": pl.List(pl.String),
}


def parquet(table: Table, rows: Iterable[Row]) -> tuple[bytes, int]:
    """A Parquet file of rows, and how many there are. Rows hold a value for every column of the table."""
    gathered = list(rows)
    columns = {column.name: [row[column.name] for row in gathered] for column in table.columns}
    frame = pl.DataFrame(columns, schema={column.name: _type(column) for column in table.columns})
    out = io.BytesIO()
    frame.write_parquet(out, compression="zstd")
    return out.getvalue(), frame.height


def _type(column: Column) -> Any:
    if isinstance(column.type, str):
        return _TYPES[column.type]
    return pl.List(pl.Struct({field.name: _type(field) for field in column.type}))
