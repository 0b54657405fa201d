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
    request: Request, rows: Sequence[Any], of: str, limit: int | None, cursor: str | None,
    key: Callable[[Any], str] | None = None,
) -> Page:  # fmt: skip
    """A page of `rows`. `of` tells what list it is: a cursor of another is refused.

    Rows with a `key`, by which they are sorted, may come and go between two pages; others are those of a text that stays.
    """
    start = 0
    if cursor is not None:
        behind = _read(cursor, of, str if key else int)
        start = sum(key(row) <= behind for row in rows) if key else behind
    end = len(rows) if limit is None else start + limit
    last = rows[end - 1] if start < end < len(rows) else None
    links = {"first": _address(request, None)}
    if last is not None:
        links["next"] = _address(request, _written(of, key(last) if key else end))
    header = ", ".join(f'<{address}>; rel="{rel}"' for rel, address in links.items())
    return Page(rows[start:end], len(rows), links.get("next"), {"link": header})


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
