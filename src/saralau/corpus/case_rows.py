"""Rows of a table of cases, and what a column of them says: words as marks of cases, numbers, names."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import numpy as np
import polars as pl
from numpy.typing import NDArray

from saralau.cases.columns.charging import turning_days
from saralau.cases.columns.model import Bits
from saralau.cases.encoding import encoding
from saralau.cases.vocabulary import terms
from saralau.cases.weighing import rules
from saralau.messages import InputError

WHOSE = ("damage_of", "harm_of")
_SEPARATOR = "|"
Numbers = NDArray[np.int64]


class Asked:
    """A table that is read: where it is, what its columns may be called, which days and sums matter."""

    def __init__(self, place: Path, jurisdiction: str, on: str | None) -> None:
        self.place, self.jurisdiction, self.on = place, jurisdiction, on
        vocabulary = terms()
        self.facets = [facet for facet in vocabulary.facets_of("act") if facet not in vocabulary.untold]
        self.figures = rules(jurisdiction)
        self.turning = np.array(turning_days(encoding(jurisdiction)), dtype="datetime64[D]")
        self.index_days = np.array([row["from"] for row in self.figures.data["index"]], dtype="datetime64[D]")
        self.index_values = np.array([row["value"] for row in self.figures.data["index"]], dtype=np.int64)

    def refuse(self, message: str, **told: object) -> NoReturn:
        """InputError that names the table."""
        raise InputError(message, name=self.place, **told)


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of whole cases: `run` is by row the case, `places` which act of it, `most` how many acts a case has at most.

    `first` is the number of the first row in the table, `names` how the cases are called.
    """

    asked: Asked
    frame: pl.DataFrame
    first: int
    run: Numbers
    places: Numbers
    most: int
    names: pl.Series

    @property
    def size(self) -> int:
        """How many cases there are."""
        return self.names.len()

    def row(self, index: int) -> int:
        """The number of a row in the table."""
        return self.first + int(index)

    def bits(self, marked: NDArray[np.bool_], at: int) -> Bits:
        """The cases whose act at that place is marked."""
        column = np.zeros(self.size, bool)
        column[self.run[marked & (self.places == at)]] = True
        return packed(column)

    def answers(self, column: str) -> tuple[Numbers, pl.Series]:
        """Every answer of a column with the row that gives it."""
        told = self.frame[column]
        if not told.dtype.is_nested():
            told = told.cast(pl.String)
            if not told.str.contains(_SEPARATOR, literal=True).any():
                rows = np.flatnonzero((told.str.len_bytes() > 0).fill_null(False).to_numpy())
                return rows, told.gather(rows)
            told = told.str.split(_SEPARATOR)
        several = told.list.len().fill_null(0)
        rows = np.repeat(np.arange(self.frame.height), several.to_numpy())
        answers = told.filter(several > 0).explode().cast(pl.String)
        given = (answers.str.len_bytes() > 0).fill_null(False)
        return (rows, answers) if given.all() else (rows[given.to_numpy()], answers.filter(given))

    def coded(self, column: str, known: Sequence[str]) -> tuple[Numbers, Numbers]:
        """The answers of a column as numbers of known words; InputError for a word that is not known."""
        rows, told = self.answers(column)
        coded = told.cast(pl.Enum(known), strict=False)
        if coded.null_count():
            coded = (told := told.str.strip_chars()).cast(pl.Enum(known), strict=False)
        if coded.null_count():
            at = int(coded.is_null().arg_max() or 0)
            told_here = {"typed": told[at], "known": near(told[at], known)}
            self.asked.refuse("table-term", row=self.row(rows[at]), column=column, **told_here)
        return rows, coded.to_physical().to_numpy().astype(np.int64)

    def marked(self, rows: Numbers, codes: Numbers, known: Sequence[str]) -> list[dict[str, Bits]]:
        """By place of the act, the cases by word."""
        found: list[dict[str, Bits]] = []
        for at in range(self.most):
            here = self.places[rows] == at
            marks = np.zeros((len(known), self.size), bool)
            marks[codes[here], self.run[rows[here]]] = True
            packed = np.packbits(marks, axis=1, bitorder="little")
            present = np.flatnonzero(packed.any(axis=1))
            found.append({known[code]: int.from_bytes(packed[code].tobytes(), "little") for code in map(int, present)})
        return found

    def given(self, column: str) -> NDArray[np.bool_]:
        """The rows that tell a column."""
        if column not in self.frame.columns:
            return np.zeros(self.frame.height, bool)
        return self.frame[column].is_not_null().to_numpy()

    def number(self, column: str) -> Numbers:
        """A column of whole numbers, -1 where none is told; InputError for what is none."""
        told = self.frame[column]
        numbers = told.cast(pl.Int64, strict=False)
        wrong = (numbers.is_null() & told.is_not_null()) | (numbers < 0)
        if told.dtype.is_float():
            wrong |= numbers.cast(pl.Float64) != told
        if wrong.any():
            row = int(wrong.arg_max() or 0)
            self.asked.refuse("table-number", row=self.row(row), column=column, typed=told[row])
        return numbers.fill_null(-1).to_numpy()

    def text(self, column: str) -> Numbers:
        """A column of names as numbers that are equal where the names are; -1 where none is told."""
        if column not in self.frame.columns:
            return np.full(self.frame.height, -1, np.int64)
        told = pl.concat([self.frame[name].cast(pl.String) for name in WHOSE if name in self.frame.columns])
        known = told.drop_nulls().unique(maintain_order=True)
        codes = self.frame[column].cast(pl.String).cast(pl.Enum(known)).to_physical().cast(pl.Int64)
        return codes.fill_null(-1).to_numpy()

    def spread(self, values: Numbers, at: int) -> Numbers:
        """The values of the acts at a place by case."""
        column = np.full(self.size, -1, np.int64)
        here = self.places == at
        column[self.run[here]] = values[here]
        return column

    def told_once(self, column: str) -> tuple[Numbers, pl.Series]:
        """What a case tells once: its first row that tells it; InputError where two rows tell different things."""
        told = pl.DataFrame({"run": self.run, "row": np.arange(self.frame.height), "told": self.frame[column]}).drop_nulls(
            "told"
        )
        differing = told.filter(pl.col("told").n_unique().over("run") > 1)
        if differing.height:
            row = self.row(differing["row"][0])
            self.asked.refuse("table-differs", row=row, column=column, typed=self.names[int(differing["run"][0])])
        once = told.unique("run", keep="first", maintain_order=True)
        return once["run"].to_numpy(), once["told"]


def packed(column: NDArray[np.bool_]) -> Bits:
    """The marked cases as a set of bits."""
    return int.from_bytes(np.packbits(column, bitorder="little").tobytes(), "little")


def near(typed: str, known: Sequence[str]) -> str:
    """What may have been meant by a word that is not known."""
    return ", ".join(difflib.get_close_matches(typed, known, 4, 0.5) or sorted(known)[:12])
