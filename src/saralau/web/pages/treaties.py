"""Treaties against codes: the matrix, each cell opening to its reasons; codes and days side by side."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import Response

from saralau.messages import InputError, say
from saralau.packs import load, names
from saralau.report.coverage import coverage_record
from saralau.report.coverage_page import Shown, coverage_view
from saralau.report.coverage_paper import coverage_paper
from saralau.treaties import Coverage, cover, treaty, treaty_names
from saralau.web.rendering import page, ui_of

router = APIRouter()
_MOST = 4  # columns
_MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


@router.get("/treaties")
def treaties(request: Request) -> Response:
    """The treaties in hand."""
    code = ui_of(request)
    rows = [(name, treaty(name).titles[code], treaty(name).verified) for name in treaty_names()]
    return page(request, "treaties.html", here="treaties", rows=rows, codes=_codes(code))


@router.get("/treaties/{name}")
def treaty_page(request: Request, name: str, code: list[str] | None = None, on: str = "", before: str = "") -> Response:
    """A treaty against the codes that are asked for, on a day, or on two."""
    chosen = _chosen(request)
    shown = _shown(name, chosen, _days(on, before), ui_of(request))
    return page(
        request,
        "treaty.html",
        here="treaties",
        shown=shown,
        name=name,
        codes=_codes(ui_of(request)),
        chosen=chosen,
        on=on,
        before=before,
        exports=[(form, f"/treaties/{name}/export.{form}?{_query(chosen, on, before)}") for form in _MEDIA],
    )


def _query(chosen: Sequence[str], on: str, before: str) -> str:
    return urlencode(
        [*(("code", one) for one in chosen), *((key, day) for key, day in (("on", on), ("before", before)) if day)]
    )


@router.get("/treaties/{name}/export.{form}")
def export(
    request: Request, name: str, form: Literal["docx", "pdf", "csv", "xlsx", "json"], on: str = "", before: str = ""
) -> Response:
    """The same as a document, a table or data."""
    chosen, days, code = _chosen(request), _days(on, before), ui_of(request)
    if form in ("csv", "xlsx"):
        content: bytes = _table(_shown(name, chosen, days, code), form, code)
    else:
        covered = _covered(name, chosen, days)
        content = _data(covered) if form == "json" else _paper(covered, code, form)
    headers = {"content-disposition": f'attachment; filename="{treaty(name).id}.{form}"'}
    return Response(content, media_type=_MEDIA[form], headers=headers)


def _chosen(request: Request) -> tuple[str, ...]:
    usual = str(load("defaults")["register"]).split("/")[0]
    return tuple(request.query_params.getlist("code")[:_MOST]) or (usual,)


def _days(on: str, before: str) -> tuple[str | None, ...]:
    return tuple(dict.fromkeys(_day(day) for day in (before, on) if day)) or (None,)


def _table(shown: Shown, form: str, code: str) -> bytes:
    """Scenarios as rows, a column for each code; headed in the language of the page."""
    from saralau.report.spreadsheets import csv_table, xlsx_table

    first, second = (say(f"cover-column-{one}", code) for one in ("obligation", "scenario"))
    heads = [head.name for head in shown.heads]
    rows: list[dict[str, str]] = []
    obligation = ""
    for row in shown.rows:
        obligation = row.obligation or obligation
        cells = dict(zip(heads, (cell.words for cell in row.cells), strict=True))
        rows.append({first: obligation, second: row.scenario, **cells})
    columns = (first, second, *heads)
    return csv_table(columns, rows) if form == "csv" else xlsx_table(columns, rows, "coverage")


def _data(covered: Sequence[Coverage]) -> bytes:
    return json.dumps([coverage_record(one) for one in covered], ensure_ascii=False, indent=1).encode()


def _paper(covered: Sequence[Coverage], code: str, form: str) -> bytes:
    try:
        if form == "docx":
            from saralau.report.paper_docx import docx as write
        else:
            from saralau.report.paper_pdf import pdf as write
    except ModuleNotFoundError:
        raise InputError("docs-absent") from None
    return write(coverage_paper(covered, code, datetime.date.today().isoformat()))


@lru_cache(maxsize=64)
def _shown(name: str, codes: tuple[str, ...], days: tuple[str | None, ...], language: str) -> Shown:
    return coverage_view(_covered(name, codes, days), language)


@lru_cache(maxsize=16)
def _covered(name: str, codes: tuple[str, ...], days: tuple[str | None, ...]) -> tuple[Coverage, ...]:
    return tuple(cover(treaty(name), code, day) for code in codes for day in days)


def _codes(language: str) -> list[tuple[str, str]]:
    """Jurisdictions whose offences are encoded, with their names."""
    encoded = sorted({name.split("/")[0] for name in names() if name.endswith(".elements")})
    return [(code, load(f"{code}/jurisdiction")["titles"][language]) for code in encoded]


def _day(typed: str) -> str:
    try:
        return datetime.date.fromisoformat(typed).isoformat()
    except ValueError:
        raise InputError("date-unreadable", typed=typed[:40]) from None
