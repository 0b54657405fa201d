"""References: of a provision in hand, and of a text that is sent."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from saralau.api.answering import answer, listed, problems
from saralau.api.asking import (
    ActKey,
    Cursor,
    InLang,
    Library,
    Limit,
    OnDay,
    Place,
    PostedText,
    Spoken,
    address_at,
    text_at,
    text_body,
    work_at,
)
from saralau.api.models import citations as models
from saralau.api.routes.acts import known_article, linker, root_of, status_of
from saralau.report.act_view import blocks

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


@router.post(
    "/citations",
    response_model=models.Citations,
    responses=problems(413, 415, 422, 503),
    openapi_extra=text_body(_EXAMPLE),
)
def citations_in(library: Library, posted: PostedText, on: OnDay = None, lang: InLang = None) -> Response:
    """The references in a text that is sent, each with what stands there in the acts in hand, on a day."""
    found = library.errand("cite_posted", posted.content, posted.name, lang, on, library.shelf.folder, library.shelf.works())
    return answer({"items": found, "total": len(found), "next": None})
