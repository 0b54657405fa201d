"""What the cases of a table amount to, as a table: one row for each charge and for each relation between charges."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from saralau.acts import Address
from saralau.cases.columns.model import Answers, Bits
from saralau.cases.columns.qualifying import qualify_all
from saralau.corpus.case_tables import Piece, read_pieces
from saralau.messages import InputError

_LISTS = ("points", "features", "acts")
_SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "kind": pl.String,  # charge, absorbed, open, displaced, hanging
    "article": pl.String,
    "part": pl.String,
    "points": pl.List(pl.String),
    "features": pl.List(pl.String),
    "acts": pl.List(pl.String),
    "by": pl.String,
    "edition": pl.String,
    "category": pl.String,
    "liable": pl.Boolean,
}
_KINDS = (".parquet", ".csv")


def qualify_table(
    place: Path, to: Path, jurisdiction: str, on: str | None = None, told: Callable[[int], None] = lambda _cases: None
) -> int:
    """Qualifies every case of a table and writes what they amount to; gives the number of cases.

    The result appears whole or not at all. `told` hears how many cases are done. InputError for what cannot be read or
    written.
    """
    if to.suffix.lower() not in _KINDS:
        raise InputError("table-kind", name=to)
    done = 0
    try:
        with tempfile.TemporaryDirectory(dir=to.parent, prefix=f".{to.name}.") as folder:
            parts: list[Path] = []
            for piece in read_pieces(place, jurisdiction, on):
                parts.append(Path(folder) / f"{len(parts):06}.parquet")
                answer_rows(piece, qualify_all(piece.cases, on)).write_parquet(parts[-1])
                told(done := done + piece.cases.size)
            whole, rows = Path(folder) / "whole", pl.scan_parquet(parts)
            if to.suffix.lower() == ".parquet":
                rows.sink_parquet(whole, maintain_order=True)
            else:
                rows.with_columns(pl.col(name).list.join("|") for name in _LISTS).sink_csv(whole, maintain_order=True)
            whole.chmod(0o644)
            whole.replace(to)
    except OSError as refusal:
        raise InputError("output-refused", name=to, why=refusal.strerror or refusal) from None
    return done


def answer_rows(piece: Piece, answers: Answers) -> pl.DataFrame:
    """The rows of a piece in the order of its cases, charges first."""
    frames = [*_charges(piece, answers), *_relations(piece, answers)]
    schema: dict[str, pl.DataType | type[pl.DataType]] = {"case": piece.names.dtype, **_SCHEMA}
    if not frames:
        return pl.DataFrame(schema=schema)
    rows = pl.concat(frames).sort("at", maintain_order=True)
    return rows.with_columns(piece.names.gather(rows["at"]).alias("case")).select(*schema)


def _charges(piece: Piece, answers: Answers) -> Iterator[pl.DataFrame]:
    size = piece.cases.size
    for one in answers.charges:
        cases = _set(one.cases, size)
        facts = {
            "kind": "charge",
            "article": one.address.article,
            "part": one.address.part,
            "by": None,
            "edition": one.edition,
            "category": one.category,
        }
        young, liable = _marked(one.too_young, cases), _marked(one.liable, cases)
        lists = {
            "points": _lists(one.points, cases),
            "features": _lists({address.short: bits for address, bits in one.features.items()}, cases),
            "acts": _acts(dict(enumerate(one.acts)), cases, piece),
        }
        frame = pl.DataFrame({"at": cases, **lists, "liable": liable})
        frame = frame.with_columns(pl.when(pl.Series(liable | young)).then(pl.col("liable")).alias("liable"))
        yield _framed(frame, facts)


def _relations(piece: Piece, answers: Answers) -> Iterator[pl.DataFrame]:
    for kind, pairs in (("absorbed", answers.absorbed), ("open", answers.open)):
        for (what, by), bits in pairs.items():
            yield _relation(piece, kind, what, by, bits, {})
    for (what, by, act), bits in answers.displaced.items():
        yield _relation(piece, "displaced", what, by, bits, {act: bits})
    for (what, act), bits in answers.hanging.items():
        yield _relation(piece, "hanging", what, None, bits, {act: bits})


def _relation(
    piece: Piece, kind: str, what: Address, by: Address | None, bits: Bits, acts: Mapping[int, Bits]
) -> pl.DataFrame:
    cases = _set(bits, piece.cases.size)
    facts = {"kind": kind, "article": what.article, "part": what.part, "by": by.short if by else None}
    empty = _lists({}, cases)
    lists = {"points": empty, "features": empty, "acts": _acts(acts, cases, piece)}
    return _framed(pl.DataFrame({"at": cases, **lists}), facts)


def _framed(frame: pl.DataFrame, facts: Mapping[str, Any]) -> pl.DataFrame:
    missing = [name for name in _SCHEMA if name not in frame.columns]
    frame = frame.with_columns(pl.lit(facts.get(name), dtype=_SCHEMA[name]).alias(name) for name in missing)
    return frame.select("at", *_SCHEMA)


def _set(bits: Bits, size: int) -> NDArray[np.int64]:
    """The numbers of the cases in a set."""
    packed = np.frombuffer(bits.to_bytes((size + 7) // 8, "little"), np.uint8)
    return np.flatnonzero(np.unpackbits(packed, count=size, bitorder="little"))


def _marked(bits: Bits, cases: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of some cases are in a set."""
    size = int(cases[-1]) + 1 if cases.size else 0
    packed = np.frombuffer((bits & ((1 << size) - 1)).to_bytes((size + 7) // 8, "little"), np.uint8)
    marked: NDArray[np.bool_] = (packed[cases >> 3] >> (cases & 7) & 1).astype(bool)
    return marked


def _lists(columns: Mapping[str, Bits], cases: NDArray[np.int64]) -> pl.Series:
    """By case the names of the columns in which it is, in order."""
    if not columns:
        return pl.Series([[]], dtype=pl.List(pl.String)).gather(np.zeros(cases.size, np.int64))
    names = sorted(columns)
    marks = np.stack([_marked(columns[name], cases) for name in names])
    weights = np.left_shift(1, np.arange(len(names), dtype=np.int64))
    kinds, which = np.unique(weights @ marks.astype(np.int64), return_inverse=True)
    lists = [[name for name, weight in zip(names, weights, strict=True) if kind & weight] for kind in kinds]
    return pl.Series(lists, dtype=pl.List(pl.String)).gather(which)


def _acts(acts: Mapping[int, Bits], cases: NDArray[np.int64], piece: Piece) -> pl.Series:
    """By case the names of the acts at which it stands, in their order."""
    named = {str(act): pl.Series(_marked(bits, cases)) for act, bits in acts.items()}
    frame = pl.DataFrame({act: piece.acts[int(act)].gather(cases) for act in named}) if named else pl.DataFrame()
    if not named:
        return _lists({}, cases)
    told = frame.with_columns(pl.when(bits).then(pl.col(act)).alias(act) for act, bits in named.items())
    return told.select(pl.concat_list(pl.all()).list.drop_nulls().alias("acts"))["acts"]
