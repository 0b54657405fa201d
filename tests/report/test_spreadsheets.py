"""Tables for spreadsheets: no cell becomes a formula, the same table is the same file."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest

from saralau.report.spreadsheets import csv_table, xlsx_table

ROWS = [
    {"a": "=1+1", "b": 2, "c": None},
    {"a": "+7", "b": -1.5, "c": ["x", "y"]},
    {"a": "-x", "b": True},
    {"a": "@f", "b": "\t="},
]


def test_csv_has_no_formula_and_keeps_numbers() -> None:
    rows = list(csv.reader(io.StringIO(csv_table(("a", "b", "c"), ROWS).decode("utf-8-sig"))))
    assert rows[0] == ["a", "b", "c"]
    assert [row[0] for row in rows[1:]] == ["'=1+1", "'+7", "'-x", "'@f"]
    assert rows[2][1:] == ["-1.5", "x; y"]
    assert rows[4][1] == "'\t="


def test_xlsx_writes_words_as_words() -> None:
    pytest.importorskip("xlsxwriter", reason="needs the extra `tables`")
    made = xlsx_table(("a", "b", "c"), ROWS, "offences")
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        strings = parts.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert "<t>=1+1</t>" in strings
    assert "<v>-1.5</v>" in sheet
    assert made == xlsx_table(("a", "b", "c"), ROWS, "offences")


def test_a_cell_too_long_for_a_sheet_is_cut_there_alone() -> None:
    pytest.importorskip("xlsxwriter", reason="needs the extra `tables`")
    long = "я" * 40_000
    assert long in csv_table(("a",), [{"a": long}]).decode("utf-8-sig")
    assert len(xlsx_table(("a",), [{"a": long}], "t")) > 0
