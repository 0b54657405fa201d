"""Saved cases: a person's own, by name. What is saved is a case as it stands in an address; sharing stays by link."""

from __future__ import annotations

import datetime
import json
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import RedirectResponse, Response

from saralau.cases import Case
from saralau.cases.writing import case_text
from saralau.keeping import cases
from saralau.keeping.keeper import Keeper
from saralau.keeping.packing import packed, taken, unpacked, written
from saralau.messages import InputError
from saralau.web.identity import note, owner
from saralau.web.rendering import checked, page
from saralau.web.working import errand

router = APIRouter()
Typed = Annotated[str, Form()]
Proof = Annotated[str, Form(alias="token")]  # that the form is one of ours
_LARGEST = 64 << 10  # bytes of a case's file


@router.get("/cases")
def saved(request: Request) -> Response:
    """What the one who asks has saved."""
    person, keeper = owner(request), _keeper(request)
    keeping = keeper.if_any()
    rows = cases.listed(keeping, keeper.keys(), person.owner) if keeping else []
    return page(request, "cases.html", here="cases", private=True, rows=rows, day=_day, most=_LARGEST >> 10)


@router.post("/cases")
def save(
    request: Request, proof: Proof = "", c: Typed = "", s: Typed = "", k: Typed = "", name: Typed = "", do: Typed = ""
) -> Response:
    """Saves a case: anew, or in the place of the one that was opened."""
    person, keeper = owner(request), _keeper(request)
    checked(request, proof)
    case = unpacked(c)
    id, _, revision = k.partition(".")
    if do == "over" and id and revision.isdecimal():
        kept = cases.replace(keeper.opened(), keeper.keys(), person.owner, id, int(revision[:9]), name, written(case))
    else:
        kept = cases.save(keeper.opened(), keeper.keys(), person.owner, name, written(case))
    note(keeper, request.scope, "case-saved", kept.id)
    return RedirectResponse(form_address(case, kept, s), 303)


@router.post("/cases/import")
def take(
    request: Request, proof: Proof = "", name: Typed = "", file: Annotated[UploadFile | None, File()] = None
) -> Response:
    """Saves the case in a file that is sent, and opens it."""
    person, keeper = owner(request), _keeper(request)
    checked(request, proof)
    content = file.file.read(_LARGEST + 1) if file else b""
    if file is None or not content:
        raise InputError("web-file-absent")
    if len(content) > _LARGEST:
        raise InputError("web-file-large", most=_LARGEST >> 10)
    called = (file.filename or "case.yaml").replace("\\", "/").rpartition("/")[2][:80] or "case.yaml"
    case = taken(errand(request, "case_filed", content, called))
    packed(case)  # what does not fit in an address could be kept but not opened
    kept = cases.save(keeper.opened(), keeper.keys(), person.owner, name.strip() or called, written(case))
    note(keeper, request.scope, "case-saved", kept.id)
    return RedirectResponse(form_address(case, kept), 303)


@router.get("/cases/{id}")
def show(request: Request, id: str) -> Response:
    """A saved case, in the form."""
    kept, case = _opened(request, id)
    note(_keeper(request), request.scope, "case-opened", id)
    return RedirectResponse(form_address(case, kept), 303, {"cache-control": "no-store"})


@router.get("/cases/{id}/case.yaml")
def as_file(request: Request, id: str) -> Response:
    """A saved case as a file, which `saralau qualify` reads."""
    kept, case = _opened(request, id)
    note(_keeper(request), request.scope, "case-exported", id)
    headers = {
        "content-disposition": f"attachment; filename=\"case.yaml\"; filename*=UTF-8''{quote(kept.name, safe='')}.yaml",
        "cache-control": "no-store",
    }
    return Response(case_text(case), headers=headers, media_type="application/yaml")


@router.post("/cases/{id}/rename")
def rename(request: Request, id: str, proof: Proof = "", name: Typed = "") -> Response:
    """Gives a saved case another name."""
    person, keeper = owner(request), _keeper(request)
    checked(request, proof)
    cases.rename(keeper.opened(), keeper.keys(), person.owner, id, name)
    note(keeper, request.scope, "case-renamed", id)
    return RedirectResponse("/cases", 303)


@router.post("/cases/{id}/delete")
def delete(request: Request, id: str, proof: Proof = "") -> Response:
    """Deletes a saved case."""
    person, keeper = owner(request), _keeper(request)
    checked(request, proof)
    cases.delete(keeper.opened(), person.owner, id)
    note(keeper, request.scope, "case-deleted", id)
    return RedirectResponse("/cases", 303)


def form_address(case: Case, kept: cases.Kept, s: str = "") -> str:
    """The form with a saved case."""
    told = {"c": packed(case), "k": f"{kept.id}.{kept.revision}"}
    return "/qualify?" + urlencode(told | ({"s": s[:2000]} if s else {}))


def kept_at(request: Request, k: str) -> cases.Kept | None:
    """The saved case that an address names; None where it names none of who asks, as in a link from others."""
    id, _, revision = k.partition(".")
    keeping = _keeper(request).if_any() if id and revision.isdecimal() else None
    if keeping is None:
        return None
    try:
        return cases.opened(keeping, _keeper(request).keys(), owner(request).owner, id)
    except InputError:
        return None


def _opened(request: Request, id: str) -> tuple[cases.Kept, Case]:
    person, keeper = owner(request), _keeper(request)
    keeping = keeper.if_any()
    if keeping is None:
        raise InputError("keep-absent")
    kept = cases.opened(keeping, keeper.keys(), person.owner, id)
    return kept, taken(json.loads(kept.text))


def _keeper(request: Request) -> Keeper:
    return request.app.state.keeper  # type: ignore[no-any-return]  # set by `make_app`


def _day(moment: int) -> Any:
    """A moment for people, in the server's time."""
    return datetime.datetime.fromtimestamp(moment).astimezone()
