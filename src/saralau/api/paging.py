"""Pages of long lists: a limit, a cursor that goes on behind the last row, links in the header."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import Request

from saralau.messages import InputError

USUAL = 50


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of a list, how many there are in all, and the address of the next page."""

    rows: Sequence[Any]
    total: int
    next: str | None
    headers: Mapping[str, str]


def page_of(
    request: Request,
    rows: Sequence[Any],
    of: str,
    limit: int | None,
    cursor: str | None,
    key: Callable[[Any], str] | None = None,
) -> Page:
    """A page of `rows`. `of` tells what list it is: a cursor of another is refused.

    Rows with a `key`, by which they are sorted, may come and go between two pages; others are those of a text that stays.
    """
    if key is None:
        start = start_of(cursor, of)
    else:
        behind = "" if cursor is None else _read(cursor, of, str)
        start = sum(key(row) <= behind for row in rows)
    end = len(rows) if limit is None else start + limit
    last = rows[end - 1] if start < end < len(rows) else None
    behind_last = None if last is None else _written(of, key(last) if key else end)
    return _page(request, rows[start:end], len(rows), behind_last)


def start_of(cursor: str | None, of: str) -> int:
    """How many rows of a list are before the page that a cursor asks for."""
    return 0 if cursor is None else int(_read(cursor, of, int))


def cursor_page(request: Request, rows: Sequence[Any], total: int, of: str, start: int) -> Page:
    """A page whose rows were cut out already."""
    end = start + len(rows)
    return _page(request, rows, total, _written(of, end) if rows and end < total else None)


def _page(request: Request, rows: Sequence[Any], total: int, behind: str | None) -> Page:
    links = {"first": _address(request, None)}
    if behind is not None:
        links["next"] = _address(request, behind)
    header = ", ".join(f'<{address}>; rel="{rel}"' for rel, address in links.items())
    return Page(rows, total, links.get("next"), {"link": header})


def _address(request: Request, cursor: str | None) -> str:
    """The address that was asked for, with another cursor."""
    url = request.url.remove_query_params("cursor")
    if cursor is not None:
        url = url.include_query_params(cursor=cursor)
    return url.path + (f"?{url.query}" if url.query else "")


def _written(of: str, behind: str | int) -> str:
    return base64.urlsafe_b64encode(json.dumps([of, behind]).encode()).decode().rstrip("=")


def _read(cursor: str, of: str, kind: type) -> Any:
    try:
        told = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except ValueError:
        told = None
    if not isinstance(told, list) or len(told) != 2 or told[0] != of or type(told[1]) is not kind:
        raise InputError("api-cursor")
    if isinstance(told[1], int) and told[1] < 0:
        raise InputError("api-cursor")
    return told[1]
