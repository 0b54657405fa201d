"""Tables of cases: one row an act, read piece by piece as columns of bits.

Parquet or CSV. Polars reads, numpy packs the bits; both come with the extra `tables`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import polars as pl

from saralau.corpus.case_columns import MONEY, Piece, read_columns
from saralau.corpus.case_rows import WHOSE, Asked, Rows, near
from saralau.messages import InputError

_LISTS = ("means", "unknown", "complete")
_PLAIN = ("case", "act", "date", "closed", "age", *WHOSE, *MONEY)
_MOST_ACTS = 8
_PIECE = 1 << 19  # rows read at once, about


def read_pieces(place: Path, jurisdiction: str, on: str | None = None) -> Iterator[Piece]:
    """The cases of a table, piece by piece, none cut in two; rows of one case stand together, acts in their order.

    Columns: `case` and `date`, facets of acts (a term, or several as a list or with "|" between), `act`, `means` (acts of
    that case), `closed`, `age`, `unknown` and `complete` (facets), `damage`, `income`, `value` (whole sums in the
    currency), `damage_of` and `harm_of` (whose). InputError names the column or row and what could be meant.
    """
    table = _scan(place)
    asked = Asked(place, jurisdiction, on)
    _check_columns(asked, table.collect_schema())
    left: pl.DataFrame | None = None
    names: list[pl.Series] = []
    first = 1
    for batch in _batches(table, place):
        rows = batch if left is None else pl.concat([left, batch])
        whole = _last_case(rows)  # the last case may go on in the next batch
        if whole:
            yield _next_piece(asked, rows[:whole], first, names)
        first, left = first + whole, rows[whole:]
    if left is None or not left.height:
        raise InputError("table-empty", name=place)
    yield _next_piece(asked, left, first, names)
    _check_names(asked, pl.concat(names))


def _scan(place: Path) -> pl.LazyFrame:
    if not place.is_file():
        raise InputError("file-absent", name=place)
    kind = place.suffix.lower()
    if kind not in (".parquet", ".csv"):
        raise InputError("table-kind", name=place)
    try:
        table = pl.scan_parquet(place) if kind == ".parquet" else pl.scan_csv(place, infer_schema=False)
        table.collect_schema()
    except (pl.exceptions.PolarsError, OSError) as refusal:
        raise InputError("table-unreadable", name=place, why=str(refusal).splitlines()[0]) from None
    return table


def _batches(table: pl.LazyFrame, place: Path) -> Iterator[pl.DataFrame]:
    try:
        yield from table.collect_batches(chunk_size=_PIECE, maintain_order=True)
    except (pl.exceptions.PolarsError, OSError) as refusal:
        raise InputError("table-unreadable", name=place, why=str(refusal).splitlines()[0]) from None


def _last_case(rows: pl.DataFrame) -> int:
    """The row with which the last case begins."""
    runs = rows["case"].rle_id()
    return int((runs < runs[-1]).sum()) if rows.height else 0


def _check_columns(asked: Asked, schema: pl.Schema) -> None:
    """Columns are all known, since one that is passed over would be a fact that is not judged."""
    known = (*_PLAIN, *_LISTS, *asked.facets)
    for name in schema:
        if name not in known:
            asked.refuse("table-column", typed=name, known=near(name, known))
    for name in ("case", "date", "conduct"):
        if name not in schema:
            asked.refuse("table-without", column=name)
    for name, kind in schema.items():
        if not _may_be(name, kind):
            asked.refuse("table-type", column=name, typed=str(kind))
    if "means" in schema and "act" not in schema:
        asked.refuse("table-without", column="act")


def _next_piece(asked: Asked, rows: pl.DataFrame, first: int, names: list[pl.Series]) -> Piece:
    """The next piece, its names noted; a mistake in it can be that its case has begun in an earlier one."""
    try:
        piece = _piece(asked, rows, first)
    except InputError:
        _check_names(asked, pl.concat([*names, rows["case"].unique()]))
        raise
    names.append(piece.names)
    return piece


def _check_names(asked: Asked, names: pl.Series) -> None:
    """No case stands in two places."""
    if names.n_unique() < names.len():
        asked.refuse("table-case-again", typed=names.filter(names.is_duplicated())[0])


def _piece(asked: Asked, rows: pl.DataFrame, first: int) -> Piece:
    """Rows of whole cases as columns; `first` is the number of the first row in the table."""
    run = rows["case"].rle_id().to_numpy().astype(np.int64)
    starts = np.flatnonzero(np.diff(run, prepend=-1))
    places = np.arange(rows.height) - starts[run]
    names = rows["case"].gather(starts)
    if names.null_count() or (names.dtype == pl.String and (names.str.len_bytes() == 0).any()):
        unnamed = names.is_null() if names.dtype != pl.String else (names.str.len_bytes().fill_null(0) == 0)
        asked.refuse("table-without-case", row=first + int(starts[int(unnamed.arg_max() or 0)]))
    _check_names(asked, names)
    if (most := int(places.max())) >= _MOST_ACTS:
        asked.refuse("table-acts", typed=names[int(run[places.argmax()])], most=_MOST_ACTS)
    return read_columns(Rows(asked, rows, first, run, places, most + 1, names))


def _may_be(name: str, kind: pl.DataType) -> bool:
    """Whether a column can be of a type: words; numbers, days, yes and no where they are meant; of facets lists of words."""
    if kind in (pl.String, pl.Null) or isinstance(kind, pl.Categorical | pl.Enum):
        return True
    if name in ("case", "act", *WHOSE):
        return kind.is_integer()
    if name in ("age", *MONEY):
        return kind.is_integer() or kind.is_float()
    if name == "date":
        return kind == pl.Date
    if name == "closed":
        return kind == pl.Boolean
    return isinstance(kind, pl.List) and kind.inner in (pl.String, pl.Null)
