"""Acts: the shelf, the tree of an act, an article with what was understood of it. Addresses are those of Akoma Ntoso:

`/akn/kz/act/code/2014-07-03/226-v` is a work in its newest edition, `.../rus@2025-07-16` an edition in a language, and
behind `/~` stands a provision (`art_205__para_1`). Addresses with a day and a language stay what they are.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from saralau.acts import Address
from saralau.corpus.model import Held
from saralau.corpus.shelf import Shelf, Shelved
from saralau.languages import available, language
from saralau.report.act_view import Link, Understanding, article_at, blocks, events_of, neighbours, tree, understand
from saralau.web.rendering import page, ui_of

router = APIRouter()
_EXPRESSION = re.compile(
    r"(?P<iri>/akn(?:/[^/@~]+){4,6}?)(?:/(?P<lang>[a-z]{3})@(?P<on>[0-9-]{4,10}))?(?:/~(?P<eid>[\w.-]+))?/?"
)


class Asked(NamedTuple):
    """What an address names: a work and one of its texts, and in it a provision, if any."""

    work: Shelved
    held: Held
    eid: str
    exact: bool  # language and day stand in the address


@router.get("/acts")
def shelf(request: Request) -> Response:
    """All acts in hand."""
    return page(request, "acts.html", here="acts", works=request.app.state.shelf.works(), address=address_of)


@router.get("/akn/{rest:path}")
def act(request: Request, rest: str, on: str = "", lang: str = "") -> Response:
    """An act, or a provision of it."""
    asked = _asked(request, f"/akn/{rest}", on, lang)
    if not asked.exact or on or lang:
        return RedirectResponse(address_of(asked.work, asked.held, asked.eid), 303)
    told = understanding(request.app.state.shelf, asked.held)
    code = ui_of(request)
    context: dict[str, Any] = {
        "work": asked.work,
        "held": asked.held,
        "title": asked.work.titles.get(asked.held.language, asked.held.name),
        "address": address_of,
        "language": language,
        "official": language(asked.held.language).code,
    }
    at = _address(asked.eid)
    if at is None:
        return page(request, "act.html", here="acts", tree=_tree(request.app.state.shelf, asked.held, told), **context)
    article = article_at(told, at)
    if article is None:
        raise HTTPException(404)
    link = _linker(request.app.state.shelf, asked)
    before, behind = neighbours(told, article)
    return page(
        request,
        "article.html",
        here="acts",
        article=article,
        focus=asked.eid,
        blocks=list(blocks(told, article, link, code)),
        events=events_of(told, at, code),
        before=before,
        behind=behind,
        others=[one for one in asked.work.texts if one is not asked.held],
        **context,
    )


def understanding(shelf: Shelf, held: Held) -> Understanding:
    """What is understood of a text; worked out once."""
    return shelf.kept(held, "understood", lambda: understand(shelf.act(held), shelf.contents(held), shelf))


def _tree(shelf: Shelf, held: Held, told: Understanding) -> object:
    return shelf.kept(held, "tree", lambda: tree(told))


def address_of(work: Shelved, held: Held, eid: str = "") -> str:
    """The permanent address of a text, or of a provision in it."""
    place = f"/~{quote(eid)}" if eid else ""
    return f"{quote(work.iri)}/{language(held.language).iso3}@{held.edition}{place}"


def _asked(request: Request, path: str, on: str, lang: str) -> Asked:
    found = _EXPRESSION.fullmatch(path)
    work = request.app.state.shelf.work(found["iri"]) if found else None
    if found is None or work is None:
        raise HTTPException(404)
    codes = {language(code).iso3: code for code in available()}
    wanted = lang if lang in available() else codes.get(found["lang"] or "", "")
    if found["lang"] and not on and not lang:
        held = next((h for h in work.texts if h.language == wanted and h.edition == found["on"]), None)
        if held is None:
            raise HTTPException(404)
        return Asked(work, held, found["eid"] or "", exact=True)
    held = work.text(wanted or ui_of(request), on or None)
    if held is None:
        raise HTTPException(404)
    return Asked(work, held, found["eid"] or "", exact=False)


def _address(eid: str) -> Address | None:
    return Address.of_eid(eid) if eid else None


def _linker(shelf: Shelf, asked: Asked) -> Link:
    """Where references lead: in the same text, in the text of another act in hand, else nowhere here."""

    def link(iri: str, eid: str) -> str:
        if not iri or iri == asked.work.iri:
            return f"{address_of(asked.work, asked.held, eid)}" + (f"#{eid}" if "__" in eid else "")
        other = shelf.work(iri)
        held = other.text(asked.held.language) if other else None
        return address_of(other, held, eid) if other and held else ""

    return link
