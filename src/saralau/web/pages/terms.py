"""Terms: what acts define, where their definitions clash, how they share terms; and the definitions of one act."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from markupsafe import Markup

from saralau.corpus.model import Held
from saralau.corpus.sandbox import BusyError, OverrunError
from saralau.corpus.shelf import Shelf, Shelved
from saralau.languages import language
from saralau.messages import InputError, say
from saralau.report.charts import inline
from saralau.report.terms_view import uncertain
from saralau.web.asking import address_of, asked_of, expression, shelf_of, text_titled, there, told_of
from saralau.web.rendering import page, ui_of
from saralau.web.tables import files_of
from saralau.web.working import errand

router = APIRouter()
_MOST = 12  # acts that are read together
Text = tuple[Shelved, Held]


@router.get("/terms")
def terms(request: Request) -> Response:
    """Acts read together; those that are asked for, else the newest text of each."""
    shelf, code = shelf_of(request), ui_of(request)
    every = [(work, held) for work in shelf.works() for held in work.texts if language(held.language).defining is not None]
    named = request.query_params.getlist("act")
    chosen = [pair for pair in every if _name(pair) in named][:_MOST] if named else _newest(every)
    told = _told(request, shelf, chosen)[code] if chosen else None
    return page(
        request,
        "terms.html",
        here="terms",
        told=told,
        picture=_picture(told, code) if told else None,
        every=[(_name(pair), text_titled(*pair, code)) for pair in every],
        chosen=[_name(pair) for pair in chosen],
        texts=chosen,
        most=_MOST,
        address=address_of,
        language=language,
        limits=uncertain(code),
    )


@router.get("/terms/akn/{rest:path}")
def definitions(request: Request, rest: str, kind: str = "") -> Response:
    """What one act defines."""
    asked = asked_of(request, rest)
    if not asked.exact:
        return there(request, "terms", asked)
    shelf, problem, told = shelf_of(request), "", None
    try:
        told = shelf.kept(
            asked.held,
            "definitions",
            lambda: errand(request, "definitions_told_held", shelf.folder, asked.held),
        )[ui_of(request)]
    except (BusyError, OverrunError):
        raise
    except InputError as flaw:
        problem = flaw.told(ui_of(request))
    return page(
        request, "definitions.html", here="terms", told=told, kind=kind, problem=problem, texts=[(asked.work, asked.held)],
        files=files_of(request, asked.held, "definitions"), **told_of(asked, "terms", ui_of(request)),
    )  # fmt: skip


def _name(text: Text) -> str:
    work, held = text
    return f"{work.iri}/{expression(held)}"


def _newest(every: list[Text]) -> list[Text]:
    """The newest text of each work, in the language in which most are."""
    found: dict[str, Text] = {}
    spoken = [held.language for _, held in every]
    usual = max(dict.fromkeys(spoken), key=spoken.count, default="")
    for work, held in every:
        if work.iri not in found or (found[work.iri][1].language != usual and held.language == usual):
            found[work.iri] = (work, held)
    return list(found.values())[:_MOST]


def _told(request: Request, shelf: Shelf, chosen: list[Text]) -> Any:
    held = tuple(one for _, one in chosen)
    name = "terms " + " ".join(one.sha256[:16] for one in held)
    return shelf.lasting(name, lambda: errand(request, "terms_told_held", shelf.folder, held))


def _picture(told: Any, code: str) -> Markup | None:
    if not told["picture"]:
        return None
    return Markup(inline(told["picture"], say("usage-network", code)))  # noqa: S704  # drawn by us, its words escaped
