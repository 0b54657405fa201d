"""The first page: what one can ask, and which acts are in hand."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from saralau.web.asking import shelf_of, title_of
from saralau.web.rendering import page

router = APIRouter()


@router.get("/")
def home(request: Request) -> Response:
    """What Saralau does, and the acts of the library."""
    return page(request, "home.html", here="home", works=shelf_of(request).works(), title_of=title_of)


@router.get("/healthz")
def health() -> dict[str, str]:
    """For who watches over servers: that this one answers."""
    return {"status": "ok"}
