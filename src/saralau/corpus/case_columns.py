"""The columns of a table of cases as columns of bits: facets, days, sums, means, ages, and whose the losses are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from saralau.cases.columns.model import Act, Bits, Cases
from saralau.cases.vocabulary import terms
from saralau.corpus.case_rows import WHOSE, Numbers, Rows, packed
from saralau.messages import InputError

MONEY = ("damage", "income", "value")
_OLDEST = 130  # years


@dataclass(frozen=True, slots=True)
class Piece:
    """Some cases of a table: how they are called, how their acts are (by place, then by case), and their columns."""

    names: pl.Series
    acts: tuple[pl.Series, ...]
    cases: Cases


def read_columns(lot: Rows) -> Piece:
    """The columns of all acts."""
    asked = lot.asked
    told: list[dict[str, Bits]] = [{} for _ in range(lot.most)]
    for facet in asked.facets:
        if facet in lot.frame.columns:
            for at, found in enumerate(_facet(lot, facet)):
                told[at] |= found
    day = _days(lot)
    sums, amounts = _sums(lot)
    whose = {name: lot.text(name) for name in WHOSE}
    damaged = lot.given("damage")
    unknown, complete = _facets(lot, "unknown"), _facets(lot, "complete")
    over = _over(lot, sums, day)
    comparable = amounts & (day >= asked.index_days[0])
    acts = tuple(
        Act(
            lot.bits(np.ones(lot.frame.height, bool), at),
            told[at],
            unknown[at],
            complete[at],
            means,
            _by_day(lot, day, at),
            lot.bits(amounts, at),
            lot.bits(comparable, at),
            {times: lot.bits(bits, at) for times, bits in over.items()},
            lot.bits(damaged, at),
            lot.bits(damaged & (whose["damage_of"] >= 0), at),
            lot.bits(whose["harm_of"] >= 0, at),
        )
        for at, means in enumerate(_means(lot))
    )
    cases = Cases(asked.jurisdiction, lot.size, _closed(lot), acts, _ages(lot), _losses(lot, damaged, whose))
    return Piece(lot.names, tuple(_names_of_acts(lot, at) for at in range(lot.most)), cases)


def _facet(lot: Rows, facet: str) -> list[dict[str, Bits]]:
    vocabulary = terms()
    known = [term for term, family in vocabulary.facet_of.items() if family == facet]
    rows, codes = lot.coded(facet, known)
    if vocabulary.facets[facet] or any(not pair.isdisjoint(known) for pair in vocabulary.excluded):
        _consistent(lot, facet, rows, codes, known)
    if facet == "conduct" and (silent := np.flatnonzero(np.bincount(rows, minlength=lot.frame.height) == 0)).size:
        lot.asked.refuse("table-without-conduct", row=lot.row(silent[0]))
    return lot.marked(rows, codes, known)


def _consistent(lot: Rows, facet: str, rows: Numbers, codes: Numbers, known: Sequence[str]) -> None:
    """Terms exclude each other, or are two answers to a question that has one, neither the wider term of the other."""
    several = np.bincount(rows, minlength=lot.frame.height)[rows] > 1
    order = np.argsort(rows[several], kind="stable")
    row_of, told_at = rows[several][order], codes[several][order]
    vocabulary = terms()
    wide = vocabulary.wide
    for answers in np.split(np.arange(order.size), np.flatnonzero(np.diff(row_of)) + 1) if order.size else ():
        told = [known[code] for code in told_at[answers]]
        row = lot.row(row_of[answers[0]])
        for pair in vocabulary.excluded:
            if pair <= set(told):
                one, other = sorted(pair)
                lot.asked.refuse("table-contradiction", row=row, column=facet, one=one, other=other)
        if not vocabulary.facets[facet]:
            continue
        longest = max((wide[term] for term in told), key=len)
        if beyond := [term for term in told if term not in longest]:
            one = next(term for term in told if wide[term] == longest)
            lot.asked.refuse("table-contradiction", row=row, column=facet, one=one, other=beyond[0])


def _facets(lot: Rows, column: str) -> list[dict[str, Bits]]:
    if column not in lot.frame.columns:
        return [{} for _ in range(lot.most)]
    known = (*lot.asked.facets, "amount", "means")
    return lot.marked(*lot.coded(column, known), known)


def _days(lot: Rows) -> NDArray[np.datetime64]:
    told = lot.frame["date"]
    days = told.cast(pl.String).str.to_date("%Y-%m-%d", strict=False) if told.dtype != pl.Date else told
    if days.null_count():
        row = int(days.is_null().arg_max() or 0)
        lot.asked.refuse("table-date", row=lot.row(row), typed=told[row])
    day = days.to_numpy().astype("datetime64[D]")
    if lot.asked.on is not None and (late := np.flatnonzero(day > np.datetime64(lot.asked.on))).size:
        case = lot.names[int(lot.run[late[0]])]
        raise InputError("case-judged-before", day=lot.asked.on, deed=case, date=str(day[late[0]]))
    return day


def _by_day(lot: Rows, day: NDArray[np.datetime64], at: int) -> dict[str, Bits]:
    """The cases by the last day before theirs on which any wording can have changed: all after it are as that one."""
    turning = lot.asked.turning
    span = np.searchsorted(turning, day, side="right") - 1
    return {
        str(turning[number]) if number >= 0 else "0001-01-01": lot.bits(span == number, at)
        for number in np.flatnonzero(np.bincount(span[lot.places == at] + 1)) - 1
    }


def _sums(lot: Rows) -> tuple[Numbers, NDArray[np.bool_]]:
    """The greatest sum of each row, and whether there is any."""
    sums = np.full(lot.frame.height, -1, np.int64)
    for column in MONEY:
        if column in lot.frame.columns:
            sums = np.maximum(sums, lot.number(column))
    return sums, sums >= 0


def _over(lot: Rows, sums: Numbers, day: NDArray[np.datetime64]) -> dict[int, NDArray[np.bool_]]:
    """The rows whose sum is more than so many times the index of the day, by that number."""
    asked = lot.asked
    at = np.searchsorted(asked.index_days, day, side="right") - 1
    index = asked.index_values[np.maximum(at, 0)]
    return {times: (at >= 0) & (sums > times * index) for times in asked.figures.limits}


def _losses(lot: Rows, damaged: NDArray[np.bool_], whose: Mapping[str, Numbers]) -> dict[tuple[int, int], Bits]:
    """By places of two acts, the cases in which the damage of the first and the harm of the second are one person's."""
    damage = [lot.spread(np.where(damaged, whose["damage_of"], -1), at) for at in range(lot.most)]
    harm = [lot.spread(whose["harm_of"], at) for at in range(lot.most)]
    return {
        (one, other): packed((damage[one] == harm[other]) & (harm[other] >= 0))
        for one in range(lot.most)
        for other in range(lot.most)
    }


def _means(lot: Rows) -> list[dict[int, Bits]]:
    """By place of the act, the cases by place of an act among its means."""
    if "means" not in lot.frame.columns:
        return [{} for _ in range(lot.most)]
    rows, told = lot.answers("means")
    acts = pl.DataFrame({"run": lot.run, "told": lot.frame["act"].cast(pl.String), "place": lot.places})
    if acts.select(pl.struct("run", "told").is_duplicated().any()).item():
        twice = int(acts.select(pl.struct("run", "told").is_duplicated().arg_max()).item())
        lot.asked.refuse("table-act-twice", row=lot.row(twice), typed=lot.frame["act"][twice])
    named = pl.DataFrame({"run": lot.run[rows], "told": told, "row": rows})
    joined = named.join(acts, on=["run", "told"], how="left", maintain_order="left")
    wrong = joined.filter(pl.col("place").is_null() | (pl.col("place") == pl.Series(lot.places[rows])))
    if wrong.height:
        row = int(wrong["row"][0])
        known = [str(act) for act in lot.frame["act"].filter(pl.Series(lot.run == lot.run[row]))]
        lot.asked.refuse("table-term", row=lot.row(row), column="means", typed=wrong["told"][0], known=", ".join(known))
    known_places = [str(at) for at in range(lot.most)]
    found = lot.marked(rows, joined["place"].to_numpy().astype(np.int64), known_places)
    return [{int(at): bits for at, bits in by_place.items()} for by_place in found]


def _closed(lot: Rows) -> Bits:
    if "closed" not in lot.frame.columns:
        return 0
    runs, told = lot.told_once("closed")
    words = told.cast(pl.String).str.to_lowercase()
    if strange := sorted(set(words.unique()) - {"true", "false"}):
        row = lot.row(int(lot.frame["closed"].cast(pl.String).str.to_lowercase().eq_missing(strange[0]).arg_max() or 0))
        lot.asked.refuse("table-term", row=row, column="closed", typed=strange[0], known="true, false")
    column = np.zeros(lot.size, bool)
    column[runs[(words == "true").to_numpy()]] = True
    return packed(column)


def _ages(lot: Rows) -> dict[int, Bits]:
    if "age" not in lot.frame.columns:
        return {}
    if (old := np.flatnonzero(lot.number("age") > _OLDEST)).size:
        row = lot.row(old[0])
        lot.asked.refuse("table-number", row=row, column="age", typed=lot.frame["age"][int(old[0])])
    runs, told = lot.told_once("age")
    ages = told.cast(pl.Int64).to_numpy()
    found = {}
    for age in np.flatnonzero(np.bincount(ages)) if ages.size else ():
        column = np.zeros(lot.size, bool)
        column[runs[ages == age]] = True
        found[int(age)] = packed(column)
    return found


def _names_of_acts(lot: Rows, at: int) -> pl.Series:
    """How the acts at a place are called, by case: by the table, or by their number."""
    if "act" not in lot.frame.columns:
        return pl.repeat(str(at + 1), lot.size, eager=True)
    here = lot.places == at
    row = np.zeros(lot.size, np.int64)
    row[lot.run[here]] = np.flatnonzero(here)
    there = np.zeros(lot.size, bool)
    there[lot.run[here]] = True
    names = lot.frame["act"].cast(pl.String).gather(row)
    return pl.select(pl.when(pl.Series(there)).then(names).alias("act"))["act"]
