"""Search in the acts in hand."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import StringConstraints

from saralau.api.answering import FORMATS, TABLE, answer, problems, table_file
from saralau.api.asking import Cursor, Form, InLang, Library, work_at
from saralau.api.models import searching as models
from saralau.api.negotiating import CSV, JSON, XLSX, media
from saralau.api.paging import cursor_page, start_of
from saralau.api.routes.acts import root_of
from saralau.api.working import Working, key_of
from saralau.messages import InputError
from saralau.report.asked import Day

router = APIRouter(tags=["search"])
_COLUMNS = (
    "act", "act_title", "article", "address", "language", "since", "until", "title", "snippet", "note", "excluded", "also",
    "href",
)  # fmt: skip
_OFFERED = (JSON, CSV, XLSX)
_USUAL, _MOST = 10, 100
Groups = Annotated[list[Literal["I", "II", "III"]] | None, Query(max_length=3, description="any of these groups")]
Codes = Annotated[
    list[Annotated[str, StringConstraints(pattern="^[a-z_]{1,60}$")]] | None,
    Query(max_length=20, description="any of these codes"),
]
Years = Annotated[
    list[Annotated[str, StringConstraints(pattern="^[0-9]{4}$")]] | None,
    Query(max_length=20, description="acts of any of these years"),
]


@router.get("/search", response_model=models.FoundRows, responses={**TABLE, **problems(404, 422, 503)})
def search(
    request: Request,
    library: Library,
    q: Annotated[
        str,
        Query(
            min_length=1, max_length=400, description='words, "a phrase", begin*, misspelt~, -without',
            openapi_examples={"words": {"value": "unlawful access"}},
        ),
    ],
    lang: InLang = None,
    on: Annotated[Day | None, Query(description="wordings of this day; the current ones unless told")] = None,
    act: Annotated[str | None, Query(pattern=r"^[^/?#\s\x00-\x1f]{1,200}$", description="only in this act")] = None,
    field: Annotated[Literal["title", "text", "term", "note"] | None, Query(description="only here")] = None,
    group: Groups = None,
    feature: Codes = None,
    punishment: Codes = None,
    year: Years = None,
    facets: Annotated[
        list[Literal["act", "year", "group", "feature", "punishment"]] | None,
        Query(max_length=5, description="to be counted"),
    ] = None,
    limit: Annotated[int | None, Query(ge=1, le=_MOST, description="articles of a page; 10 unless told")] = None,
    cursor: Cursor = None,
    form: Form = None,
) -> Response:  # fmt: skip
    """Articles of the acts in hand, the best first, whatever language they are in, with what was found marked."""
    index = library.index()
    from saralau.corpus.searching import Query as Asked
    from saralau.corpus.searching import search as look
    from saralau.report.found import found_record

    if lang is not None and lang not in index.languages:
        raise InputError("search-language", given=lang, known=", ".join(index.languages))
    iri = work_at(library, act).iri if act else ""
    only = {"group": group, "feature": feature, "punishment": punishment, "year": year}
    offset = start_of(cursor, "search")
    query = Asked(
        q, lang or "", on or "", iri, field or "", {name: tuple(values) for name, values in only.items() if values},
        tuple(dict.fromkeys(facets or ())), limit or _USUAL, offset,
    )  # fmt: skip
    found = look(index, query)
    record = found_record(found, query)
    root = root_of(request)
    rows = [_hit(library, hit, root) for hit in record["hits"]]
    page = cursor_page(request, rows, found.total, "search", offset)
    headers = {**page.headers, "server-timing": f"search;dur={record['milliseconds']}"}
    wanted = FORMATS[form] if form else media(request.headers.get("accept", ""), _OFFERED)
    if wanted != JSON:
        return table_file(map(_row, rows), _COLUMNS, wanted, "search", headers)
    told = {key: record[key] for key in ("all_words", "read_as", "cut", "facets")}
    return answer({"items": rows, "total": found.total, "next": page.next, **told}, headers)


def _hit(library: Working, hit: dict[str, Any], root: str) -> dict[str, Any]:
    """A hit whose `href` leads to just the text in which it was found, whatever was law on a day."""
    key = key_of(hit["iri"])
    work = library.shelf.work(hit["iri"])
    edition = (
        next((one.edition for one in work.texts if one.sha256 == hit["sha256"]), hit["since"]) if work else hit["since"]
    )
    place = f"{root}/acts/{quote(key, safe=':')}/provisions/{quote(hit['address'])}"
    kept = {name: value for name, value in hit.items() if name != "iri"}
    return {"act": key, **kept, "href": f"{place}?edition={edition}&lang={hit['language']}"}


def _row(hit: dict[str, Any]) -> dict[str, Any]:
    told = {"title": hit["title"]["text"], "snippet": hit["snippet"]["text"], "note": hit["snippet"]["note"]}
    return {**hit, **told}
