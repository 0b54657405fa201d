"""What the cases of a table amount to, as a table: one row for each charge and for each relation between charges."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from saralau.acts import Address
from saralau.cases.columns.model import Answers, Bits, ChargeColumn
from saralau.cases.columns.qualifying import qualify_all
from saralau.corpus.case_columns import Piece
from saralau.corpus.case_tables import read_pieces
from saralau.messages import InputError

_LISTS = ("points", "features", "acts")
_SAID: dict[str, Any] = {
    "kind": pl.String,  # charge, absorbed, open, displaced, hanging, none
    "article": pl.String,
    "part": pl.String,
    "points": pl.List(pl.String),
    "features": pl.List(pl.String),
    "by": pl.String,
    "edition": pl.String,
    "assumed": pl.Boolean,
    "category": pl.String,
    "liable": pl.Boolean,
}
_KINDS = (".parquet", ".csv")
_Numbers = NDArray[np.int64]


def qualify_table(
    place: Path, to: Path, jurisdiction: str, on: str | None = None, told: Callable[[int], None] = lambda _cases: None
) -> int:
    """Qualifies every case of a table and writes what they amount to; gives the number of cases.

    The result appears whole or not at all. `told` hears how many cases are done. InputError for what cannot be read or
    written.
    """
    if to.suffix.lower() not in _KINDS:
        raise InputError("table-kind", name=to)
    if to.exists() and place.exists() and to.samefile(place):
        raise InputError("table-onto-itself", name=to)
    done = 0
    try:
        with tempfile.TemporaryDirectory(dir=to.parent, prefix=f".{to.name}.") as folder:
            parts: list[Path] = []
            for piece in read_pieces(place, jurisdiction, on):
                parts.append(Path(folder) / f"{len(parts):06}.arrow")
                answer_rows(piece, qualify_all(piece.cases, on)).write_ipc(parts[-1])
                told(done := done + piece.cases.size)
            whole, rows = Path(folder) / "whole", pl.scan_ipc(parts)
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
    rows = _Rows(piece.cases.size)
    for charge in answers.charges:
        rows.add_charge(charge)
    left = piece.cases.all
    for charge in answers.charges:
        left &= ~charge.cases
    rows.add(left, {}, kind="none")  # a case of which nothing is charged is not lost
    for kind, pairs in (("absorbed", answers.absorbed), ("open", answers.open)):
        for (what, by), bits in pairs.items():
            rows.add(bits, {}, kind=kind, article=what.article, part=what.part, by=by.short)
    for (what, by, act), bits in answers.displaced.items():
        rows.add(bits, {act: bits}, kind="displaced", article=what.article, part=what.part, by=by.short)
    for (what, act), bits in answers.hanging.items():
        rows.add(bits, {act: bits}, kind="hanging", article=what.article, part=what.part)
    return rows.frame(piece)


@dataclass(slots=True)
class _Rows:
    """Rows while they are gathered: by row the case, what is said of it as a number, its acts as a set of bits."""

    size: int
    cases: list[_Numbers] = field(default_factory=list)
    said: list[_Numbers] = field(default_factory=list)
    acts: list[_Numbers] = field(default_factory=list)
    sayings: list[dict[str, Any]] = field(default_factory=list)

    def add(self, bits: Bits, acts: Mapping[int, Bits], **saying: Any) -> None:
        """One row for each case of a set, which all say the same but for the acts."""
        cases = _numbers(bits, self.size)
        self._add(cases, np.full(cases.size, len(self.sayings)), acts)
        self.sayings.append(saying)

    def add_charge(self, one: ChargeColumn) -> None:
        """One row for each case of a charge; cases with the same points, features and liability say the same."""
        cases = _numbers(one.cases, self.size)
        columns = [*sorted(one.points.items()), *((at.short, bits) for at, bits in _by_address(one.features))]
        marks = [_marked(bits, cases, self.size) for _, bits in columns]
        marks += [_marked(bits, cases, self.size) for bits in (one.liable, one.too_young, one.assumed)]
        kinds, which = np.unique(_weighed(marks, cases.size), return_inverse=True)
        self._add(cases, which + len(self.sayings), dict(enumerate(one.acts)))
        names, points = [name for name, _ in columns], len(one.points)
        for kind in map(int, kinds):
            told = [bool(kind >> at & 1) for at in range(len(marks))]
            self.sayings.append(
                {
                    "kind": "charge",
                    "article": one.address.article,
                    "part": one.address.part,
                    "points": [name for name, so in zip(names[:points], told, strict=False) if so],
                    "features": [name for name, so in zip(names[points:], told[points:], strict=False) if so],
                    "edition": one.edition,
                    "category": one.category,
                    "assumed": told[-1],
                    "liable": True if told[-3] else False if told[-2] else None,
                }
            )

    def _add(self, cases: _Numbers, said: _Numbers, acts: Mapping[int, Bits]) -> None:
        self.cases.append(cases)
        self.said.append(said)
        found = np.zeros(cases.size, np.int64)
        for act, bits in acts.items():
            found |= _marked(bits, cases, self.size).astype(np.int64) << act
        self.acts.append(found)

    def frame(self, piece: Piece) -> pl.DataFrame:
        """All rows, in the order of their cases."""
        if not self.cases:
            return pl.DataFrame(schema={"case": piece.names.dtype, **_SAID, "acts": pl.List(pl.String)})
        cases, said, acts = (np.concatenate(one) for one in (self.cases, self.said, self.acts))
        order = np.argsort(cases, kind="stable")
        cases, said, acts = cases[order], said[order], acts[order]
        sayings = pl.DataFrame([{name: one.get(name) for name in _SAID} for one in self.sayings], schema=_SAID)
        empty = pl.lit([], dtype=pl.List(pl.String))
        sayings = sayings.with_columns(pl.col("points").fill_null(empty), pl.col("features").fill_null(empty))
        named = _named(cases, acts, piece).alias("acts")
        return sayings[said].select(piece.names.gather(cases).alias("case"), *_SAID).with_columns(named)


def _named(cases: _Numbers, acts: _Numbers, piece: Piece) -> pl.Series:
    """The names of the acts of each row, as lists; `acts` are sets of bits by row."""
    told = [acts >> at & 1 == 1 for at in range(len(piece.acts))]
    several = np.flatnonzero(np.sum(told, axis=0) > 1)  # few rows: lists of more than one are dear to make
    one = piece.acts[0].clear().extend_constant(None, cases.size)
    for mark, column in zip(told, piece.acts, strict=True):
        one = pl.select(pl.when(pl.Series(mark)).then(column.gather(cases)).otherwise(one).alias("act"))["act"]
    lists = pl.select(pl.concat_list(one).list.drop_nulls().alias("acts"))["acts"]
    if several.size:
        names = [
            pl.when(pl.Series(mark[several])).then(column.gather(cases[several])).alias(str(at))
            for at, (mark, column) in enumerate(zip(told, piece.acts, strict=True))
        ]
        longer = pl.select(pl.concat_list(names).list.drop_nulls().alias("acts"))["acts"]
        which = np.arange(cases.size)
        which[several] = cases.size + np.arange(several.size)
        return pl.concat([lists, longer]).gather(which)
    return lists


def _by_address(columns: Mapping[Address, Bits]) -> Iterable[tuple[Address, Bits]]:
    return sorted(columns.items(), key=lambda column: column[0].short)


def _weighed(marks: list[NDArray[np.bool_]], size: int) -> _Numbers:
    """By row the set of marks as a number."""
    found = np.zeros(size, np.int64)
    for at, mark in enumerate(marks):
        found |= mark.astype(np.int64) << at
    return found


def _numbers(bits: Bits, size: int) -> _Numbers:
    """The numbers of the cases in a set."""
    packed = np.frombuffer(bits.to_bytes((size + 7) // 8, "little"), np.uint8)
    some = np.flatnonzero(packed)  # most sets are sparse: only bytes that hold something are taken apart
    row, place = np.nonzero(np.unpackbits(packed[some, None], axis=1, bitorder="little"))
    return (some[row] << 3) + place


def _marked(bits: Bits, cases: _Numbers, size: int) -> NDArray[np.bool_]:
    """Which of some cases are in a set."""
    packed = np.frombuffer(bits.to_bytes((size + 7) // 8, "little"), np.uint8)
    marked: NDArray[np.bool_] = (packed[cases >> 3] >> (cases & 7) & 1).astype(bool)
    return marked
