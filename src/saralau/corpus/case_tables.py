"""Tables of cases: one row an act, read piece by piece as columns of bits.

Parquet or CSV. Polars reads, numpy packs the bits; both come with the extra `tables`.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import numpy as np
import polars as pl
from numpy.typing import NDArray

from saralau.cases.columns.charging import turning_days
from saralau.cases.columns.model import Act, Bits, Cases
from saralau.cases.encoding import encoding
from saralau.cases.vocabulary import terms
from saralau.cases.weighing import rules
from saralau.messages import InputError

_MONEY = ("damage", "income", "value")
_WHOSE = ("damage_of", "harm_of")
_LISTS = ("means", "unknown", "complete")
_PLAIN = ("case", "act", "date", "closed", "age", *_WHOSE, *_MONEY)
_MOST_ACTS = 8
_OLDEST = 130
_PIECE = 1 << 19  # rows read at once, about
_SEPARATOR = "|"
_Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some cases of a table: how they are called, how their acts are (by place, then by case), and their columns."""

    names: pl.Series
    acts: tuple[pl.Series, ...]
    cases: Cases


def read_pieces(place: Path, jurisdiction: str, on: str | None = None) -> Iterator[Piece]:
    """The cases of a table, piece by piece, none cut in two; rows of one case stand together, acts in their order.

    Columns: `case` and `date`, facets of acts (a term, or several as a list or with "|" between), `act`, `means` (acts of
    that case), `closed`, `age`, `unknown` and `complete` (facets), `damage`, `income`, `value` (whole sums in the
    currency), `damage_of` and `harm_of` (whose). InputError names the column or row and what could be meant.
    """
    table = _scan(place)
    reading = _Reading(place, jurisdiction, on)
    reading.check_columns(table.collect_schema())
    left: pl.DataFrame | None = None
    names: list[pl.Series] = []
    first = 1
    for batch in _batches(table, place):
        rows = batch if left is None else pl.concat([left, batch])
        whole = _last_case(rows)  # the last case may go on in the next batch
        if whole:
            yield reading.next_piece(rows[:whole], first, names)
        first, left = first + whole, rows[whole:]
    if left is None or not left.height:
        raise InputError("table-empty", name=place)
    yield reading.next_piece(left, first, names)
    reading.check_names(pl.concat(names))


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


class _Reading:
    """One table being read: where it is, what its columns may be called, which days and sums matter."""

    def __init__(self, place: Path, jurisdiction: str, on: str | None) -> None:
        self.place, self.jurisdiction, self.on = place, jurisdiction, on
        vocabulary = terms()
        self.facets = [facet for facet in vocabulary.facets_of("act") if facet not in vocabulary.untold]
        self.figures = rules(jurisdiction)
        self.turning = np.array(turning_days(encoding(jurisdiction)), dtype="datetime64[D]")
        self.index_days = np.array([row["from"] for row in self.figures.data["index"]], dtype="datetime64[D]")
        self.index_values = np.array([row["value"] for row in self.figures.data["index"]], dtype=np.int64)

    def refuse(self, message: str, **told: object) -> NoReturn:
        raise InputError(message, name=self.place, **told)

    def check_columns(self, schema: pl.Schema) -> None:
        """Columns are all known, since one that is passed over would be a fact that is not judged."""
        known = (*_PLAIN, *_LISTS, *self.facets)
        for name in schema:
            if name not in known:
                self.refuse("table-column", typed=name, known=_near(name, known))
        for name in ("case", "date", "conduct"):
            if name not in schema:
                self.refuse("table-without", column=name)
        for name, kind in schema.items():
            if not _may_be(name, kind):
                self.refuse("table-type", column=name, typed=str(kind))
        if "means" in schema and "act" not in schema:
            self.refuse("table-without", column="act")

    def next_piece(self, rows: pl.DataFrame, first: int, names: list[pl.Series]) -> Piece:
        """The next piece, its names noted; a mistake in it can be that its case has begun in an earlier one."""
        try:
            piece = self.piece(rows, first)
        except InputError:
            self.check_names(pl.concat([*names, rows["case"].unique()]))
            raise
        names.append(piece.names)
        return piece

    def check_names(self, names: pl.Series) -> None:
        """No case stands in two places."""
        if names.n_unique() < names.len():
            self.refuse("table-case-again", typed=names.filter(names.is_duplicated())[0])

    def piece(self, rows: pl.DataFrame, first: int) -> Piece:
        """Rows of whole cases as columns; `first` is the number of the first row in the table."""
        run = rows["case"].rle_id().to_numpy().astype(np.int64)
        starts = np.flatnonzero(np.diff(run, prepend=-1))
        places = np.arange(rows.height) - starts[run]
        names = rows["case"].gather(starts)
        if names.null_count() or (names.dtype == pl.String and (names.str.len_bytes() == 0).any()):
            unnamed = names.is_null() if names.dtype != pl.String else (names.str.len_bytes().fill_null(0) == 0)
            self.refuse("table-without-case", row=first + int(starts[int(unnamed.arg_max() or 0)]))
        self.check_names(names)
        if (most := int(places.max())) >= _MOST_ACTS:
            self.refuse("table-acts", typed=names[int(run[places.argmax()])], most=_MOST_ACTS)
        return _Piece(self, rows, first, run, places, most + 1, names).read()


class _Piece:
    """Some rows while they become columns."""

    def __init__(
        self, reading: _Reading, rows: pl.DataFrame, first: int, run: _Rows, places: _Rows, most: int, names: pl.Series
    ) -> None:
        self.reading, self.rows, self.first, self.names = reading, rows, first, names
        self.run, self.places, self.most = run, places, most
        self.size = names.len()

    def read(self) -> Piece:
        """The columns of all acts."""
        reading = self.reading
        told: list[dict[str, Bits]] = [{} for _ in range(self.most)]
        for facet in reading.facets:
            if facet in self.rows.columns:
                for at, found in enumerate(self._facet(facet)):
                    told[at] |= found
        day = self._days()
        sums, amounts = self._sums()
        whose = {name: self._text(name) for name in _WHOSE}
        damaged = self._given("damage")
        unknown, complete = self._facets("unknown"), self._facets("complete")
        over = self._over(sums, day)
        comparable = amounts & (day >= reading.index_days[0])
        acts = tuple(
            Act(
                self._bits(np.ones(self.rows.height, bool), at),
                told[at],
                unknown[at],
                complete[at],
                means,
                self._by_day(day, at),
                self._bits(amounts, at),
                self._bits(comparable, at),
                {times: self._bits(bits, at) for times, bits in over.items()},
                self._bits(damaged, at),
                self._bits(damaged & (whose["damage_of"] >= 0), at),
                self._bits(whose["harm_of"] >= 0, at),
            )
            for at, means in enumerate(self._means())
        )
        cases = Cases(reading.jurisdiction, self.size, self._closed(), acts, self._ages(), self._losses(damaged, whose))
        return Piece(self.names, tuple(self._names_of_acts(at) for at in range(self.most)), cases)

    def _row(self, index: int) -> int:
        return self.first + int(index)

    def _bits(self, marked: NDArray[np.bool_], at: int) -> Bits:
        """The cases whose act at that place is marked."""
        column = np.zeros(self.size, bool)
        column[self.run[marked & (self.places == at)]] = True
        return _packed(column)

    def _answers(self, column: str) -> tuple[_Rows, pl.Series]:
        """Every answer of a column with the row that gives it."""
        told = self.rows[column]
        if not told.dtype.is_nested():
            told = told.cast(pl.String)
            if not told.str.contains(_SEPARATOR, literal=True).any():
                rows = np.flatnonzero((told.str.len_bytes() > 0).fill_null(False).to_numpy())
                return rows, told.gather(rows)
            told = told.str.split(_SEPARATOR)
        several = told.list.len().fill_null(0)
        rows = np.repeat(np.arange(self.rows.height), several.to_numpy())
        answers = told.filter(several > 0).explode().cast(pl.String)
        given = (answers.str.len_bytes() > 0).fill_null(False)
        return (rows, answers) if given.all() else (rows[given.to_numpy()], answers.filter(given))

    def _coded(self, column: str, known: Sequence[str]) -> tuple[_Rows, _Rows]:
        """The answers of a column as numbers of known words; InputError for a word that is not known."""
        rows, told = self._answers(column)
        coded = told.cast(pl.Enum(known), strict=False)
        if coded.null_count():
            coded = (told := told.str.strip_chars()).cast(pl.Enum(known), strict=False)
        if coded.null_count():
            at = int(coded.is_null().arg_max() or 0)
            told_here = {"typed": told[at], "known": _near(told[at], known)}
            self.reading.refuse("table-term", row=self._row(rows[at]), column=column, **told_here)
        return rows, coded.to_physical().to_numpy().astype(np.int64)

    def _marked(self, rows: _Rows, codes: _Rows, known: Sequence[str]) -> list[dict[str, Bits]]:
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

    def _facet(self, facet: str) -> list[dict[str, Bits]]:
        vocabulary = terms()
        known = [term for term, family in vocabulary.facet_of.items() if family == facet]
        rows, codes = self._coded(facet, known)
        if vocabulary.facets[facet] or any(not pair.isdisjoint(known) for pair in vocabulary.excluded):
            self._consistent(facet, rows, codes, known)
        if facet == "conduct" and (silent := np.flatnonzero(np.bincount(rows, minlength=self.rows.height) == 0)).size:
            self.reading.refuse("table-without-conduct", row=self._row(silent[0]))
        return self._marked(rows, codes, known)

    def _consistent(self, facet: str, rows: _Rows, codes: _Rows, known: Sequence[str]) -> None:
        """Terms exclude each other, or are two answers to a question that has one, neither the wider term of the other."""
        several = np.bincount(rows, minlength=self.rows.height)[rows] > 1
        order = np.argsort(rows[several], kind="stable")
        row_of, told_at = rows[several][order], codes[several][order]
        vocabulary = terms()
        wide = vocabulary.wide
        for answers in np.split(np.arange(order.size), np.flatnonzero(np.diff(row_of)) + 1) if order.size else ():
            told = [known[code] for code in told_at[answers]]
            row = self._row(row_of[answers[0]])
            for pair in vocabulary.excluded:
                if pair <= set(told):
                    one, other = sorted(pair)
                    self.reading.refuse("table-contradiction", row=row, column=facet, one=one, other=other)
            if not vocabulary.facets[facet]:
                continue
            longest = max((wide[term] for term in told), key=len)
            if beyond := [term for term in told if term not in longest]:
                one = next(term for term in told if wide[term] == longest)
                self.reading.refuse("table-contradiction", row=row, column=facet, one=one, other=beyond[0])

    def _facets(self, column: str) -> list[dict[str, Bits]]:
        if column not in self.rows.columns:
            return [{} for _ in range(self.most)]
        known = (*self.reading.facets, "amount", "means")
        return self._marked(*self._coded(column, known), known)

    def _days(self) -> NDArray[np.datetime64]:
        told = self.rows["date"]
        days = told.cast(pl.String).str.to_date("%Y-%m-%d", strict=False) if told.dtype != pl.Date else told
        if days.null_count():
            row = int(days.is_null().arg_max() or 0)
            self.reading.refuse("table-date", row=self._row(row), typed=told[row])
        day = days.to_numpy().astype("datetime64[D]")
        if self.reading.on is not None and (late := np.flatnonzero(day > np.datetime64(self.reading.on))).size:
            case = self.names[int(self.run[late[0]])]
            raise InputError("case-judged-before", day=self.reading.on, deed=case, date=str(day[late[0]]))
        return day

    def _by_day(self, day: NDArray[np.datetime64], at: int) -> dict[str, Bits]:
        """The cases by the last day before theirs on which any wording can have changed: all after it are as that one."""
        turning = self.reading.turning
        span = np.searchsorted(turning, day, side="right") - 1
        return {
            str(turning[number]) if number >= 0 else "0001-01-01": self._bits(span == number, at)
            for number in np.flatnonzero(np.bincount(span[self.places == at] + 1)) - 1
        }

    def _given(self, column: str) -> NDArray[np.bool_]:
        if column not in self.rows.columns:
            return np.zeros(self.rows.height, bool)
        return self.rows[column].is_not_null().to_numpy()

    def _number(self, column: str) -> _Rows:
        told = self.rows[column]
        numbers = told.cast(pl.Int64, strict=False)
        wrong = (numbers.is_null() & told.is_not_null()) | (numbers < 0)
        if told.dtype.is_float():
            wrong |= numbers.cast(pl.Float64) != told
        if wrong.any():
            row = int(wrong.arg_max() or 0)
            self.reading.refuse("table-number", row=self._row(row), column=column, typed=told[row])
        return numbers.fill_null(-1).to_numpy()

    def _sums(self) -> tuple[_Rows, NDArray[np.bool_]]:
        """The greatest sum of each row, and whether there is any."""
        sums = np.full(self.rows.height, -1, np.int64)
        for column in _MONEY:
            if column in self.rows.columns:
                sums = np.maximum(sums, self._number(column))
        return sums, sums >= 0

    def _over(self, sums: _Rows, day: NDArray[np.datetime64]) -> dict[int, NDArray[np.bool_]]:
        """The rows whose sum is more than so many times the index of the day, by that number."""
        reading = self.reading
        at = np.searchsorted(reading.index_days, day, side="right") - 1
        index = reading.index_values[np.maximum(at, 0)]
        return {times: (at >= 0) & (sums > times * index) for times in reading.figures.limits}

    def _text(self, column: str) -> _Rows:
        """A column of names as numbers that are equal where the names are; -1 where none is told."""
        if column not in self.rows.columns:
            return np.full(self.rows.height, -1, np.int64)
        told = pl.concat([self.rows[name].cast(pl.String) for name in _WHOSE if name in self.rows.columns])
        known = told.drop_nulls().unique(maintain_order=True)
        codes = self.rows[column].cast(pl.String).cast(pl.Enum(known)).to_physical().cast(pl.Int64)
        return codes.fill_null(-1).to_numpy()

    def _losses(self, damaged: NDArray[np.bool_], whose: Mapping[str, _Rows]) -> dict[tuple[int, int], Bits]:
        """By places of two acts, the cases in which the damage of the first and the harm of the second are one person's."""
        damage = [self._spread(np.where(damaged, whose["damage_of"], -1), at) for at in range(self.most)]
        harm = [self._spread(whose["harm_of"], at) for at in range(self.most)]
        return {
            (one, other): _packed((damage[one] == harm[other]) & (harm[other] >= 0))
            for one in range(self.most)
            for other in range(self.most)
        }

    def _spread(self, values: _Rows, at: int) -> _Rows:
        """The values of the acts at a place by case."""
        column = np.full(self.size, -1, np.int64)
        here = self.places == at
        column[self.run[here]] = values[here]
        return column

    def _means(self) -> list[dict[int, Bits]]:
        """By place of the act, the cases by place of an act among its means."""
        if "means" not in self.rows.columns:
            return [{} for _ in range(self.most)]
        rows, told = self._answers("means")
        acts = pl.DataFrame({"run": self.run, "told": self.rows["act"].cast(pl.String), "place": self.places})
        if acts.select(pl.struct("run", "told").is_duplicated().any()).item():
            twice = int(acts.select(pl.struct("run", "told").is_duplicated().arg_max()).item())
            self.reading.refuse("table-act-twice", row=self._row(twice), typed=self.rows["act"][twice])
        named = pl.DataFrame({"run": self.run[rows], "told": told, "row": rows})
        joined = named.join(acts, on=["run", "told"], how="left", maintain_order="left")
        wrong = joined.filter(pl.col("place").is_null() | (pl.col("place") == pl.Series(self.places[rows])))
        if wrong.height:
            row = int(wrong["row"][0])
            known = [str(act) for act in self.rows["act"].filter(pl.Series(self.run == self.run[row]))]
            self.reading.refuse(
                "table-term", row=self._row(row), column="means", typed=wrong["told"][0], known=", ".join(known)
            )
        known_places = [str(at) for at in range(self.most)]
        found = self._marked(rows, joined["place"].to_numpy().astype(np.int64), known_places)
        return [{int(at): bits for at, bits in by_place.items()} for by_place in found]

    def _first(self, column: str) -> tuple[_Rows, pl.Series]:
        """What a case tells once: its first row that tells it; InputError where two rows tell different things."""
        told = pl.DataFrame({"run": self.run, "row": np.arange(self.rows.height), "told": self.rows[column]}).drop_nulls(
            "told"
        )
        differing = told.filter(pl.col("told").n_unique().over("run") > 1)
        if differing.height:
            row = self._row(differing["row"][0])
            self.reading.refuse("table-differs", row=row, column=column, typed=self.names[int(differing["run"][0])])
        once = told.unique("run", keep="first", maintain_order=True)
        return once["run"].to_numpy(), once["told"]

    def _closed(self) -> Bits:
        if "closed" not in self.rows.columns:
            return 0
        runs, told = self._first("closed")
        words = told.cast(pl.String).str.to_lowercase()
        if strange := sorted(set(words.unique()) - {"true", "false"}):
            row = self._row(
                int(self.rows["closed"].cast(pl.String).str.to_lowercase().eq_missing(strange[0]).arg_max() or 0)
            )
            self.reading.refuse("table-term", row=row, column="closed", typed=strange[0], known="true, false")
        column = np.zeros(self.size, bool)
        column[runs[(words == "true").to_numpy()]] = True
        return _packed(column)

    def _ages(self) -> dict[int, Bits]:
        if "age" not in self.rows.columns:
            return {}
        if (old := np.flatnonzero(self._number("age") > _OLDEST)).size:
            row = self._row(old[0])
            self.reading.refuse("table-number", row=row, column="age", typed=self.rows["age"][int(old[0])])
        runs, told = self._first("age")
        ages = told.cast(pl.Int64).to_numpy()
        found = {}
        for age in np.flatnonzero(np.bincount(ages)) if ages.size else ():
            column = np.zeros(self.size, bool)
            column[runs[ages == age]] = True
            found[int(age)] = _packed(column)
        return found

    def _names_of_acts(self, at: int) -> pl.Series:
        """How the acts at a place are called, by case: by the table, or by their number."""
        if "act" not in self.rows.columns:
            return pl.repeat(str(at + 1), self.size, eager=True)
        here = self.places == at
        row = np.zeros(self.size, np.int64)
        row[self.run[here]] = np.flatnonzero(here)
        there = np.zeros(self.size, bool)
        there[self.run[here]] = True
        names = self.rows["act"].cast(pl.String).gather(row)
        return pl.select(pl.when(pl.Series(there)).then(names).alias("act"))["act"]


def _may_be(name: str, kind: pl.DataType) -> bool:
    """Whether a column can be of a type: words; numbers, days, yes and no where they are meant; of facets lists of words."""
    if kind in (pl.String, pl.Null) or isinstance(kind, pl.Categorical | pl.Enum):
        return True
    if name in ("case", "act", *_WHOSE):
        return kind.is_integer()
    if name in ("age", *_MONEY):
        return kind.is_integer() or kind.is_float()
    if name == "date":
        return kind == pl.Date
    if name == "closed":
        return kind == pl.Boolean
    return isinstance(kind, pl.List) and kind.inner in (pl.String, pl.Null)


def _packed(column: NDArray[np.bool_]) -> Bits:
    return int.from_bytes(np.packbits(column, bitorder="little").tobytes(), "little")


def _near(typed: str, known: Sequence[str]) -> str:
    return ", ".join(difflib.get_close_matches(typed, known, 4, 0.5) or sorted(known)[:12])
