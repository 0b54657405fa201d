"""Saved cases: of whoever asks, and of nobody else; sealed and noted as those of the pages, which show the same."""

from __future__ import annotations

import json
import re
from typing import Annotated, Any, NamedTuple

from fastapi import APIRouter, Depends, Header, Path, Request
from fastapi.responses import Response

from saralau.api.answering import answer, listed, problems
from saralau.api.asking import Cursor, Limit, PostedJson
from saralau.api.models import saved as models
from saralau.api.problems import RefusedError
from saralau.cases import Case
from saralau.keeping import cases, log
from saralau.keeping.connecting import Keeping
from saralau.keeping.keeper import Keeper
from saralau.keeping.packing import packed, taken, written
from saralau.keeping.people import NOBODY, WHO, Person
from saralau.messages import InputError

router = APIRouter(tags=["cases"])
_FORGET = {"cache-control": "no-store"}
_REVISION = re.compile(r'"([0-9]{1,9})"')
_TAG: dict[str, Any] = {"ETag": {"description": "the revision, for `If-Match`", "schema": {"type": "string"}}}
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ToSave"}}},
    }
}
CaseId = Annotated[str, Path(pattern="^[A-Za-z0-9_-]{16}$", description="id of a saved case, as the list gives it")]
IfMatch = Annotated[
    str | None,
    Header(max_length=100, description="the revision that is meant, as `ETag` gave it; `*` for whichever there is"),
]


class Owning(NamedTuple):
    """Who asks, and what is kept for them."""

    person: Person
    keeper: Keeper
    address: str

    @property
    def owner(self) -> str:
        return self.person.owner

    def note(self, what: str, id: str) -> None:
        """Adds a line to the log."""
        log.note(self.keeper.folder, what, self.person.name, self.address, id)

    def if_any(self) -> Keeping:
        """What is kept. InputError where nothing ever was."""
        keeping = self.keeper.if_any()
        if keeping is None:
            raise InputError("keep-absent")
        return keeping


def owning(request: Request) -> Owning:
    """Who asks. A problem (401) where the server does not know."""
    person: Person = request.scope.get(WHO, NOBODY)
    if not person.owner:
        raise RefusedError(401, "api-unidentified", {"www-authenticate": 'Bearer realm="saralau"'})
    return Owning(person, request.app.state.keeper, request.client.host if request.client else "")


Mine = Annotated[Owning, Depends(owning)]


@router.get("/cases/saved", response_model=models.SavedList, responses=problems(401, 422))
def saved_cases(request: Request, mine: Mine, limit: Limit = None, cursor: Cursor = None) -> Response:
    """The saved cases of the one who asks, the one that changed last first."""
    keeping = mine.keeper.if_any()
    rows = cases.listed(keeping, mine.keeper.keys(), mine.owner) if keeping else []
    found = listed(request, rows, "saved", limit, cursor, _place, _row)
    found.headers.update(_FORGET)
    return found


@router.post(
    "/cases/saved",
    status_code=201,
    response_model=models.SavedCase,
    responses={
        **problems(401, 413, 415, 422),
        201: {"headers": {"Location": {"description": "its address", "schema": {"type": "string"}}, **_TAG}},
    },
    openapi_extra=_BODY,
)
def save_case(request: Request, mine: Mine, posted: PostedJson) -> Response:
    """Saves a case under a name, for the one who asks alone."""
    name, case = _sent(posted)
    kept = cases.save(mine.keeper.opened(), mine.keeper.keys(), mine.owner, name, written(case))
    mine.note("case-saved", kept.id)
    place = f"{request.scope.get('root_path', '')}/cases/saved/{kept.id}"
    return _answered(kept, {"location": place}, 201)


@router.get(
    "/cases/saved/{id}",
    response_model=models.SavedCase,
    responses={**problems(401, 404, 422), 200: {"headers": _TAG}},
)
def saved_case(mine: Mine, id: CaseId) -> Response:
    """A saved case of the one who asks."""
    kept = cases.opened(mine.if_any(), mine.keeper.keys(), mine.owner, id)
    mine.note("case-opened", id)
    return _answered(kept)


@router.put(
    "/cases/saved/{id}",
    response_model=models.SavedCase,
    responses={**problems(401, 404, 412, 413, 415, 422, 428), 200: {"headers": _TAG}},
    openapi_extra=_BODY,
)
def replace_case(mine: Mine, id: CaseId, posted: PostedJson, if_match: IfMatch = None) -> Response:
    """Puts a case in the place of what was saved, under the name that is sent; `If-Match` says of which revision."""
    if if_match is None:
        raise RefusedError(428, "api-if-match")
    name, case = _sent(posted)
    keeping, keys = mine.if_any(), mine.keeper.keys()
    revision = _revision(if_match)
    if revision is None:
        revision = cases.opened(keeping, keys, mine.owner, id).revision
    kept = cases.replace(keeping, keys, mine.owner, id, revision, name, written(case))
    mine.note("case-saved", id)
    return _answered(kept)


@router.delete("/cases/saved/{id}", status_code=204, responses=problems(401, 404, 412, 422))
def delete_case(mine: Mine, id: CaseId, if_match: IfMatch = None) -> Response:
    """Deletes a saved case; with `If-Match` only that revision of it."""
    cases.delete(mine.if_any(), mine.owner, id, None if if_match is None else _revision(if_match))
    mine.note("case-deleted", id)
    return Response(status_code=204)


def _sent(posted: bytes) -> tuple[str, Case]:
    """The name and the case that were sent. InputError for what is no case, and for one that no page could open."""
    try:
        data = json.loads(posted)
    except (ValueError, RecursionError) as flaw:
        raise InputError("posted-no-json", why=flaw) from None
    if not isinstance(data, dict) or set(data) != {"name", "case"} or not isinstance(data["name"], str):
        raise InputError("api-to-save")
    try:
        size = len(json.dumps(data["case"], ensure_ascii=False))
        if size > cases.LARGEST:
            raise InputError("keep-case-large", most=cases.LARGEST)
        case = taken(data["case"])
        packed(case)
    except (RecursionError, UnicodeError) as flaw:
        raise InputError("posted-no-json", why=flaw) from None
    return data["name"], case


def _revision(if_match: str) -> int | None:
    """The revision that is meant; None for whichever there is. A tag of another kind is that of no revision."""
    if if_match.strip() == "*":
        return None
    found = _REVISION.fullmatch(if_match.strip())
    return int(found[1]) if found else 0


def _answered(kept: cases.Kept, headers: dict[str, str] | None = None, status: int = 200) -> Response:
    record = {**_row(kept), "case": json.loads(kept.text)}
    return answer(record, {"etag": f'"{kept.revision}"', **_FORGET, **(headers or {})}, status)


def _row(kept: cases.Kept) -> dict[str, Any]:
    return {"id": kept.id, "name": kept.name, "revision": kept.revision, "changed": kept.changed}


def _place(kept: cases.Kept) -> str:
    """Where a case stands in the list, as text that grows; seconds of some thousand years have twelve digits."""
    return f"{10**12 - kept.changed:012d}.{kept.id}"
