"""Answers: JSON, tables in three formats, and what the description says of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from fastapi import Request
from fastapi.responses import Response

from saralau.api.negotiating import CSV, JSON, XLSX, media
from saralau.api.paging import USUAL, page_of

FORMATS = {"json": JSON, "csv": CSV, "xlsx": XLSX}
_TABLES = (JSON, CSV, XLSX)


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Descriptions of the errors that a route can answer with; every route can refuse, break, and be asked too often."""
    shape = {"schema": {"$ref": "#/components/schemas/Problem"}}
    return {
        status: {"description": _WHY[status], "content": {"application/problem+json": shape}}
        for status in sorted({429, 500, *statuses})
    }


_WHY = {
    400: "The body could not be read.",
    401: "The server knows people, and this request shows no token or session of one.",
    404: "There is no such thing in hand.",
    412: "There is another revision than `If-Match` names.",
    413: "What was sent is too large.",
    415: "What was sent is of another kind.",
    422: "What was asked or sent cannot be used; the detail says what to mend.",
    428: "`If-Match` has to say which revision is meant.",
    429: "Asked too often.",
    500: "A fault of the server.",
    503: "The server is busy; ask again.",
}
TABLE: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {CSV: {"schema": {"type": "string"}}, XLSX: {"schema": {"type": "string", "format": "binary"}}},
        "headers": {"Link": {"description": "addresses of the first and the next page", "schema": {"type": "string"}}},
    }
}


WHOLE_TABLE: dict[int | str, dict[str, Any]] = {
    200: {"content": {CSV: {"schema": {"type": "string"}}, XLSX: {"schema": {"type": "string", "format": "binary"}}}}
}


def answer(record: Any, headers: Mapping[str, str] | None = None, status: int = 200) -> Response:
    """A record as JSON."""
    return Response(json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode(), status, headers, JSON)


def listed(
    request: Request,
    rows: Sequence[Any],
    of: str,
    limit: int | None,
    cursor: str | None,
    key: Callable[[Any], str] | None = None,
    show: Callable[[Any], Any] = lambda row: row,
) -> Response:
    """A page of a list as JSON."""
    page = page_of(request, rows, of, USUAL if limit is None else limit, cursor, key)
    record = {"items": [show(row) for row in page.rows], "total": page.total, "next": page.next}
    return answer(record, page.headers)


def tabled(
    request: Request,
    rows: Sequence[Any],
    of: str,
    limit: int | None,
    cursor: str | None,
    form: str | None,
    columns: Sequence[str],
    flat: Callable[[Any], Mapping[str, Any]],
) -> Response:
    """A page of a list as JSON; as CSV or XLSX the whole list, or a page of it if a limit is given."""
    wanted = wanted_of(request, form)
    if wanted == JSON:
        return listed(request, rows, of, limit, cursor)
    page = page_of(request, rows, of, limit, cursor)
    return table_file(map(flat, page.rows), columns, wanted, of.partition(":")[0], page.headers)


def wanted_of(request: Request, form: str | None) -> str:
    """The media type in which a table or its record is wanted."""
    return FORMATS[form] if form else media(request.headers.get("accept", ""), _TABLES)


def recorded(
    request: Request,
    record: Any,
    form: str | None,
    columns: Sequence[str],
    rows: Callable[[Any], Iterable[Mapping[str, Any]]],
    name: str,
) -> Response:
    """A record as JSON; as CSV or XLSX the rows of it that a table has."""
    wanted = wanted_of(request, form)
    return answer(record) if wanted == JSON else table_file(rows(record), columns, wanted, name, {})


def whole(found: Sequence[Any]) -> dict[str, Any]:
    """A list that comes in one piece, as what was sent had only so many."""
    return {"items": found, "total": len(found), "next": None}


def table_file(
    rows: Iterable[Mapping[str, Any]], columns: Sequence[str], wanted: str, name: str, headers: Mapping[str, str]
) -> Response:
    """A table as a file to be saved."""
    from saralau.report.spreadsheets import csv_table, xlsx_table

    if wanted == CSV:
        body, suffix, kind = csv_table(columns, rows), "csv", f"{CSV}; charset=utf-8"
    else:
        body, suffix, kind = xlsx_table(columns, rows, name), "xlsx", XLSX
    named = {"content-disposition": f'attachment; filename="{name}.{suffix}"'}
    return Response(body, 200, {**headers, **named}, kind)
