"""Tables as CSV and XLSX for people who open them in a spreadsheet: what would be taken for a formula is written as text."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n")
_WIDEST = 60  # characters of a column
_CELL = 32_767  # characters that a cell of XLSX holds
_MADE = datetime.datetime(2000, 1, 1)  # the same table is the same file


def csv_table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """UTF-8 with a mark of its encoding, as spreadsheets want it. Text that begins like a formula gets an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_harmless(_cell(row.get(column))) for column in columns])
    return out.getvalue().encode("utf-8-sig")


def xlsx_table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]], name: str) -> bytes:
    """A workbook with one sheet; its first row stays in view. Needs the extra `tables`."""
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"created": _MADE})
    sheet = book.add_worksheet(name[:31])
    head = book.add_format({"bold": True})
    widths = [len(column) for column in columns]
    for number, column in enumerate(columns):
        sheet.write_string(0, number, column, head)
    at = 0
    for at, row in enumerate(rows, 1):
        for number, column in enumerate(columns):
            value = _cell(row.get(column))
            if isinstance(value, bool):
                sheet.write_boolean(at, number, value)
            elif isinstance(value, int | float):
                sheet.write_number(at, number, value)
            elif value:
                sheet.write_string(at, number, value[:_CELL])
            widths[number] = max(widths[number], min(len(str(value)), _WIDEST))
    for number, width in enumerate(widths):
        sheet.set_column(number, number, width + 1)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(at, 1), max(len(columns) - 1, 0))
    book.close()
    return out.getvalue()


def _cell(value: Any) -> Any:
    """What stands in a cell: numbers as they are, lists joined, nothing for what is not known."""
    if value is None:
        return ""
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    return str(value)


def _harmless(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULAS) else value
