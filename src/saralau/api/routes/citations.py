"""References: of a provision in hand, and of a text that is sent."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from saralau.api.answering import WHOLE_TABLE, answer, listed, problems, recorded, whole
from saralau.api.asking import (
    ActKey,
    Acts,
    Cursor,
    Form,
    InLang,
    Library,
    Limit,
    OnDay,
    Place,
    PostedText,
    Spoken,
    address_at,
    text_at,
    texts_at,
    work_at,
)
from saralau.api.models import citations as models
from saralau.api.routes.acts import known_article, linker, root_of, status_of
from saralau.api.sending import takes_text
from saralau.report.act_view import blocks
from saralau.report.asked import Day
from saralau.report.flat import AUDIT_COLUMNS, EDGE_COLUMNS, audit_rows, edge_rows

router = APIRouter(tags=["references"])
_EXAMPLE = "Hacking is punished by article 205 of the Criminal Code."


@router.get(
    "/acts/{act}/provisions/{place}/citations",
    response_model=models.CitedRows,
    responses=problems(404, 422),
)
def citations_of(
    request: Request, library: Library, code: Spoken, act: ActKey, place: Place, on: OnDay = None, lang: InLang = None,
    limit: Limit = None, cursor: Cursor = None,
) -> Response:  # fmt: skip
    """The references in a provision, each with what stands there."""
    work = work_at(library, act)
    held = text_at(work, lang, on)
    told, at = library.understanding(held), address_at(place)
    article = known_article(told, at)
    rows = []
    for block in blocks(told, article, linker(library, root_of(request), work, held), code):
        begun = block.eid
        for eid, pieces in block.lines:
            begun = eid or begun
            if not _inside(begun, at.eid):
                continue
            rows += [
                {
                    "eid": begun or None,
                    "words": one.text,
                    "href": one.href or None,
                    "told": one.told,
                    "status": status_of(one),
                }
                for one in pieces
                if one.status
            ]
    return listed(request, rows, f"citations:{held.sha256[:12]}:{at.short}", limit, cursor)


def _inside(eid: str, whole: str) -> bool:
    return eid == whole or eid.startswith(f"{whole}__") or (not eid and "__" not in whole)


@takes_text(router, "/citations", models.Citations, _EXAMPLE)
def citations_in(library: Library, posted: PostedText, on: OnDay = None, lang: InLang = None) -> Response:
    """The references in a text that is sent, each with what stands there in the acts in hand, on a day."""
    found = library.errand("cite_posted", posted.content, posted.name, lang, on, library.shelf.folder, library.shelf.works())
    return answer(whole(found))


@router.get("/graph", response_model=models.Graph, responses={**WHOLE_TABLE, **problems(404, 422, 503)})
def graph(
    request: Request,
    library: Library,
    act: Acts,
    notes: Annotated[bool, Query(description="count the references of editors' notes too")] = False,
    on: OnDay = None,
    lang: InLang = None,
    form: Form = None,
) -> Response:
    """Who refers to whom: articles of one act or of several, and references that lead nowhere. A table has the edges."""
    held = texts_at(library, act, lang, on)
    key = f"api-graph {notes} {' '.join(one.sha256 for one in held)}"
    shelf = library.shelf
    record = shelf.lasting(key, lambda: library.errand("beside.graph_held", shelf.folder, shelf.works(), held, notes))
    return recorded(request, record, form, EDGE_COLUMNS, edge_rows, "graph")


@takes_text(router, "/acts/{act}/audit", models.Audit, _EXAMPLE, table=True)
def audit(
    request: Request,
    library: Library,
    act: ActKey,
    posted: PostedText,
    since: Annotated[Day | None, Query(description="the day the text was written: later amendments are told")] = None,
    before: Annotated[
        Day | None,
        Query(description="an earlier day: what stood elsewhere in its text is told to be renumbered"),
    ] = None,
    on: OnDay = None,
    lang: InLang = None,
    form: Form = None,
) -> Response:
    """The references of an article, a thesis, a judgment that is sent, held against an act in hand: what stands there, and
    what became of it since.
    """
    work = work_at(library, act)
    held = text_at(work, lang, on)
    earlier = text_at(work, held.language, before) if before else None
    told = library.shelf.folder, library.shelf.works(), held, earlier
    record = library.errand("sent.audit_posted", posted.content, posted.name, since, *told)
    return recorded(request, record, form, AUDIT_COLUMNS, audit_rows, "audit")
