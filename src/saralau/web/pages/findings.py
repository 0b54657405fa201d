"""Findings of the linter at their places in an act, or in an article of it; told apart by family and rule."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from saralau.corpus.shelf import Shelf
from saralau.lint import lint
from saralau.lint.model import Reported
from saralau.report.lint_view import counted, places
from saralau.web.asking import Asked, address_of, asked_of, shelf_of, there, title_of, told_of
from saralau.web.rendering import page, ui_of
from saralau.web.tables import files_of

router = APIRouter()
_PAGE = 30  # articles on a page


@router.get("/findings")
def choose(request: Request) -> Response:
    """The acts that can be looked through."""
    works = shelf_of(request).works()
    return page(request, "choose.html", here="findings", tab="findings", works=works, title_of=title_of, address=address_of)


@router.get("/findings/akn/{rest:path}")
def findings(request: Request, rest: str, family: str = "", rule: str = "", start: int = 0) -> Response:
    """What the linter finds in an act; with an article in the address the whole of that, with its findings."""
    asked = asked_of(request, rest)
    if not asked.exact:
        return there(request, "findings", asked)
    shelf, code = shelf_of(request), ui_of(request)
    act, found = shelf.act(asked.held), linted(shelf, asked)
    chosen = [
        (number, one)
        for number, one in enumerate(found, 1)
        if family in ("", one.rule.family) and rule.upper() in ("", one.rule.code)
    ]
    article = asked.address.main if asked.address else None
    shown = places(act, chosen, code, whole=article.eid if article else None)
    if article is not None and not shown:
        raise HTTPException(404)
    start = max(start, 0)
    return page(
        request,
        "findings.html",
        here="findings",
        number=len(chosen) if article is None else sum(len(one.notes) for one in shown),
        total=len(found),
        families=counted(found, code),
        family=family,
        rule=rule.upper(),
        article=shown[0].number if article and shown else None,
        places=shown[start : start + _PAGE],
        many=len(shown),
        start=start,
        step=_PAGE,
        focus=asked.eid,
        files=files_of(request, asked.held, "findings", ("select", rule.upper() or family)),
        **told_of(asked, "findings", ui_of(request)),
    )


def linted(shelf: Shelf, asked: Asked) -> tuple[Reported, ...]:
    """What the rules that are on find in a text; looked for once."""
    return shelf.kept(asked.held, "lint", lambda: lint(shelf.act(asked.held)))
