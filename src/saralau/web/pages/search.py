"""Search in the library from every page: provisions, the best first, with what was found marked and facets to narrow it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import Response

from saralau.acts import Address
from saralau.corpus.searching import FACETS, FIELDS, Hit, Opened, Query, Snippet, index_of, search
from saralau.corpus.shelf import Shelf
from saralau.messages import InputError
from saralau.report.found import act_name, facet_value, printed
from saralau.report.working import key_of
from saralau.web.asking import act_titled, address_of, title_of
from saralau.web.rendering import page, ui_of
from saralau.web.tables import files

router = APIRouter()
_PAGE = 20
_TABLE = 100  # rows of a table
_MOST = 12  # values of a facet
_DAY = re.compile("[0-9]{4}(-[0-9]{2}){0,2}")


class Piece(NamedTuple):
    """Words of a snippet, marked or not."""

    text: str
    marked: bool


class Shown(NamedTuple):
    """A provision that was found: its page, its name, its act, the snippet."""

    href: str
    address: str
    act: str
    heading: tuple[Piece, ...]
    snippet: tuple[Piece, ...]
    also: tuple[str, ...]
    hit: Hit


@router.get("/search")
def search_page(
    request: Request, q: str = "", lang: str = "", field: str = "", on: str = "", act: str = "", start: int = 0
) -> Response:
    """What was found; without words, the form alone."""
    shelf, code = request.app.state.shelf, ui_of(request)
    only = {name: tuple(values) for name in FACETS if (values := request.query_params.getlist(name)) and name != "act"}
    context: dict[str, Any] = {
        "lang": lang, "field": field if field in FIELDS else "", "on": on, "act": act, "only": only, "fields": FIELDS,
        "works": shelf.works(), "act_titled": act_titled, "q": q[:400], "start": max(start, 0),
    }  # fmt: skip
    if on and not _DAY.fullmatch(on):
        raise InputError("date-unreadable", typed=on[:40])
    if not q.strip():
        return page(request, "search.html", here="search", found=None, **context)
    query = Query(
        q, lang, on, act, context["field"], only, ("group", "feature", "punishment", "act"), _PAGE, context["start"]
    )
    found = search(_opened(shelf), query)
    return page(
        request,
        "search.html",
        here="search",
        found=found,
        shown=[_shown(shelf, hit, code) for hit in found.hits],
        facets=list(_facets(request, found.facets, code)),
        files=files(request, "/search", *_asked(query)),
        before=_again(request, start=str(max(query.offset - _PAGE, 0))) if query.offset else "",
        behind=_again(request, start=str(query.offset + _PAGE)) if query.offset + _PAGE < found.total else "",
        **context,
    )


def _asked(query: Query) -> Iterator[tuple[str, str | int]]:
    """The same question as the API takes it; a table has the first hundred."""
    yield from (("q", query.text), ("lang", query.language), ("field", query.field), ("on", query.on))
    yield "act", key_of(query.act) if query.act else ""
    for name, values in query.only.items():
        yield from ((name, value) for value in values)
    yield "limit", _TABLE


def _opened(shelf: Shelf) -> Opened:
    """The index as it is now; opened anew only after something was added."""
    try:
        index: Opened = shelf.lasting("index", lambda: index_of(shelf.folder))
    except InputError:  # it names a folder of the server and commands, which are not the reader's
        raise InputError("web-search-unready") from None
    return index


def _shown(shelf: Shelf, hit: Hit, code: str) -> Shown:
    work = shelf.work(hit.iri)
    held = next((one for one in work.texts if one.sha256 == hit.sha256), None) if work else None
    address, eid = hit.address, ""
    try:
        at = Address.read(hit.address)
        address, eid = at.printed, at.eid
    except InputError:
        pass  # an article without a number of the usual kind: its act is what can be opened
    href = address_of(work, held, eid) if work and held else ""
    name = _act(shelf, hit.iri, code) or hit.act_title or hit.iri
    also = tuple(map(printed, hit.also))
    return Shown(href, address, name, tuple(_pieces(hit.heading)), tuple(_pieces(hit.snippet)), also, hit)


def _act(shelf: Shelf, iri: str, code: str) -> str:
    """What an act is called: in the reader's language, else as packs call it, else in a language in hand."""
    work = shelf.work(iri)
    return title_of(work, code) if work else act_name(iri, code) or iri


def _pieces(snippet: Snippet) -> Iterator[Piece]:
    at = 0
    if snippet.before:
        yield Piece("… ", marked=False)
    for start, end in snippet.marks:
        yield Piece(snippet.text[at:start], marked=False)
        yield Piece(snippet.text[start:end], marked=True)
        at = end
    yield Piece(snippet.text[at:], marked=False)
    if snippet.after:
        yield Piece(" …", marked=False)


def _facets(
    request: Request, counted: Mapping[str, Sequence[tuple[str, int]]], code: str
) -> Iterator[tuple[str, list[tuple[str, int, str, bool]]]]:
    """By facet its values: in words, how many, the address that narrows to it or takes that back, whether it is chosen."""
    for name, values in counted.items():
        chosen = request.query_params.getlist(name)
        rows = []
        for value, number in values[:_MOST]:
            known = _act(request.app.state.shelf, value, code) if name == "act" else facet_value(name, value, code)
            words = known.partition("  ")[2] or known  # the value's own code says nothing to a reader
            href = _again(request, **{name: "" if value in chosen else value, "start": ""})
            rows.append((words, number, href, value in chosen))
        if rows:
            yield name, rows


def _again(request: Request, **changes: str) -> str:
    """The same question with some of it changed."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name not in changes and name != "ui"]
    return "/search?" + urlencode([*kept, *((name, value) for name, value in changes.items() if value)])
