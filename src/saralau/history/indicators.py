"""Dated indicators of a state: from its pack, and from a table (CSV) that a user adds."""

from __future__ import annotations

import csv
import datetime
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from saralau.history.lifespans import first_day
from saralau.messages import InputError, languages

COLUMNS = ("id", "date", "value", "unit", "scale_max", "rank", "of", "title_kk", "title_ru", "title_en", "source")
_NEEDED = ("id", "date", "value", "source")
_LARGEST = 8 * 2**20  # bytes; a table of indicators is far smaller
_GREATEST = 1e15  # up to here a number is told in all its digits


@dataclass(frozen=True, slots=True)
class Indicator:
    """A value on a day (ISO: a year, a month or a day), on a scale from 0 to `scale_max`, with a rank among `of`.

    `source` is text, paper or knowledge for what a pack tells, the user's own words for what a table does (`added`).
    """

    id: str
    titles: Mapping[str, str]
    date: str
    value: float
    unit: str
    scale_max: float | None
    rank: int | None
    of: int | None
    source: str
    verified: bool = False
    added: bool = False


def indicator(row: Mapping[str, Any]) -> Indicator:
    """An indicator of a pack."""
    told = (row["id"], row["titles"], row["date"], float(row["value"]), row.get("unit", ""))
    return Indicator(*told, row.get("scale_max"), row.get("rank"), row.get("of"), row["source"], row["verified"])


def read_indicators(path: Path, known: Sequence[Indicator] = ()) -> tuple[Indicator, ...]:
    """The indicators of a table with the columns COLUMNS, after those already known; an `id` that stands there continues it.

    InputError with the line for a table that cannot be used: a column absent or unknown, a number or a date that is none,
    an indicator without a title, a value told twice for one date.
    """
    found = list(known)
    titles = {one.id: one.titles for one in known}
    told = {(one.id, one.date) for one in known}
    for line, row in _rows(path):
        named = {code: row[f"title_{code}"] for code in languages() if row.get(f"title_{code}")} or titles.get(row["id"])
        if not named:
            raise InputError("timeline-csv-untitled", name=path, line=line, id=row["id"])
        if (row["id"], row["date"]) in told:
            raise InputError("timeline-csv-twice", name=path, line=line, id=row["id"], date=row["date"])
        told.add((row["id"], row["date"]))
        titles.setdefault(row["id"], named)
        found.append(_added(row, titles[row["id"]], path, line))
    return tuple(found)


def _added(row: Mapping[str, str], titles: Mapping[str, str], path: Path, line: int) -> Indicator:
    value, scale_max = (_number(row, column, path, line) for column in ("value", "scale_max"))
    rank, of = (_count(row, column, path, line) for column in ("rank", "of"))
    if value is None:
        raise InputError("timeline-csv-empty", name=path, line=line, column="value")
    if not _is_date(row["date"]):
        raise InputError("timeline-csv-date", name=path, line=line, typed=row["date"])
    if scale_max is not None and not 0 <= value <= scale_max:
        raise InputError("timeline-csv-scale", name=path, line=line, typed=row["value"], scale=row["scale_max"])
    if rank is not None and of is not None and rank > of:
        raise InputError("timeline-csv-rank", name=path, line=line, typed=rank, of=of)
    unit = row.get("unit", "")
    return Indicator(row["id"], titles, row["date"], value, unit, scale_max, rank, of, row["source"], added=True)


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row by column, without the blanks around, with the line on which it ends."""
    reader = csv.reader(_text(path).splitlines(keepends=True), strict=True)
    try:
        head = [name.strip() for name in next(reader, [])]
        if absent := [name for name in _NEEDED if name not in head]:
            raise InputError("timeline-csv-column", name=path, column=absent[0], known=",".join(COLUMNS))
        if strange := [name for name in head if name not in COLUMNS or head.count(name) > 1]:
            raise InputError("timeline-csv-column-unknown", name=path, column=strange[0], known=",".join(COLUMNS))
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(head):
                raise InputError("timeline-csv-cells", name=path, line=reader.line_num, cells=len(cells), head=len(head))
            row = dict(zip(head, (cell.strip() for cell in cells), strict=True))
            if empty := [name for name in _NEEDED if not row[name]]:
                raise InputError("timeline-csv-empty", name=path, line=reader.line_num, column=empty[0])
            yield reader.line_num, row
    except csv.Error as flaw:
        raise InputError("timeline-csv-broken", name=path, line=reader.line_num, why=flaw) from None


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError("timeline-csv-large", name=path, limit=_LARGEST // 2**20)
        raw = path.read_bytes()
    except FileNotFoundError:
        raise InputError("file-absent", name=path) from None
    except OSError as refusal:
        raise InputError("file-refused", name=path, why=refusal.strerror or refusal) from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as flaw:
        line, byte = raw.count(b"\n", 0, flaw.start) + 1, f"{raw[flaw.start]:#04x}"
        raise InputError("encoding-wrong", name=path, line=line, byte=byte, encoding="UTF-8") from None


def _number(row: Mapping[str, str], column: str, path: Path, line: int) -> float | None:
    typed = row.get(column, "")
    try:
        number = float(typed) if typed else None
    except ValueError:
        number = math.nan
    if number is not None and not abs(number) < _GREATEST:
        raise InputError("timeline-csv-number", name=path, line=line, column=column, typed=typed)
    return number


def _count(row: Mapping[str, str], column: str, path: Path, line: int) -> int | None:
    typed = row.get(column, "")
    if typed and not (typed.isascii() and typed.isdigit() and 0 < len(typed) <= 9 and int(typed) > 0):
        raise InputError("timeline-csv-count", name=path, line=line, column=column, typed=typed)
    return int(typed) if typed else None


def _is_date(typed: str) -> bool:
    if len(typed) not in (4, 7, 10) or not typed.isascii():
        return False
    try:
        return datetime.date.fromisoformat(first_day(typed)).isoformat() == first_day(typed)
    except ValueError:
        return False
