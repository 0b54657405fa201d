"""Treaties against codes: the matrix, each cell opening to its reasons; codes and days side by side."""

from __future__ import annotations

import datetime
from functools import lru_cache

from fastapi import APIRouter, Request
from fastapi.responses import Response

from saralau.messages import InputError
from saralau.packs import load, names
from saralau.report.coverage_page import Shown, coverage_view
from saralau.treaties import cover, treaty, treaty_names
from saralau.web.rendering import page, ui_of

router = APIRouter()
_MOST = 4  # columns


@router.get("/treaties")
def treaties(request: Request) -> Response:
    """The treaties in hand."""
    code = ui_of(request)
    rows = [(name, treaty(name).titles[code], treaty(name).verified) for name in treaty_names()]
    return page(request, "treaties.html", here="treaties", rows=rows, codes=_codes(code))


@router.get("/treaties/{name}")
def treaty_page(request: Request, name: str, code: list[str] | None = None, on: str = "", before: str = "") -> Response:
    """A treaty against the codes that are asked for, on a day, or on two."""
    chosen = request.query_params.getlist("code")[:_MOST] or [str(load("defaults")["register"]).split("/")[0]]
    days = tuple(dict.fromkeys(_day(day) for day in (before, on) if day)) or (None,)
    shown = _shown(name, tuple(chosen), days, ui_of(request))
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
    )


@lru_cache(maxsize=64)
def _shown(name: str, codes: tuple[str, ...], days: tuple[str | None, ...], language: str) -> Shown:
    return coverage_view([cover(treaty(name), code, day) for code in codes for day in days], language)


def _codes(language: str) -> list[tuple[str, str]]:
    """Jurisdictions whose offences are encoded, with their names."""
    encoded = sorted({name.split("/")[0] for name in names() if name.endswith(".elements")})
    return [(code, load(f"{code}/jurisdiction")["titles"][language]) for code in encoded]


def _day(typed: str) -> str:
    try:
        return datetime.date.fromisoformat(typed).isoformat()
    except ValueError:
        raise InputError("date-unreadable", typed=typed[:40]) from None
