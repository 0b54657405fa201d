"""Adding an act to the library: for editors. Files are read in a worker, from which only what it understood comes back."""

from __future__ import annotations

import re
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import RedirectResponse, Response

from saralau.corpus.library import add_reading
from saralau.corpus.model import Held, Link, Reading, Unit
from saralau.keeping.people import EDITOR
from saralau.messages import InputError
from saralau.web.identity import allowed, note
from saralau.web.rendering import checked, page
from saralau.web.working import errand

router = APIRouter()
Typed = Annotated[str, Form()]
Proof = Annotated[str, Form(alias="token")]  # that the form is one of ours
_LARGEST = 10 << 20  # bytes of an act's file
_FORMATS = (".html", ".htm", ".md", ".txt", ".pdf", ".docx", ".odt", ".xml")
_FEATURES = ("terms", "features", "groups", "punishments")


@router.get("/acts/add")
def form(request: Request) -> Response:
    """The form to add an act."""
    allowed(request, EDITOR)
    return page(request, "adding.html", here="acts", formats=",".join(_FORMATS), most=_LARGEST >> 20)


@router.post("/acts/add")
def add(
    request: Request,
    proof: Proof = "",
    called: Typed = "",
    title: Typed = "",
    file: Annotated[UploadFile | None, File()] = None,
) -> Response:
    """Adds the act in a file that is sent, and shows it."""
    allowed(request, EDITOR)
    checked(request, proof)
    content = file.file.read(_LARGEST + 1) if file else b""
    if file is None or not content:
        raise InputError("web-act-file-absent")
    if len(content) > _LARGEST:
        raise InputError("web-act-large", most=_LARGEST >> 20)
    name = _named(file.filename or "")
    told = errand(request, "act_filed", content, name, " ".join(called.split())[:200], " ".join(title.split())[:300])
    reading = _reading(told)
    held = add_reading(request.app.state.shelf.folder, reading, content, replace=bool(called.strip()))
    _index(request, reading)
    note(request.app.state.keeper, request.scope, "act-added", held.sha256)
    return RedirectResponse(held.iri, 303)


def _named(typed: str) -> str:
    """The name of a file without folders, if its suffix is one that is read."""
    name = re.sub(r"[^\w. -]", "_", typed.replace("\\", "/").rpartition("/")[2])[-120:].lstrip(". ")
    if not name.lower().endswith(_FORMATS):
        raise InputError("web-act-format", known=", ".join(_FORMATS))
    return name


def _reading(told: dict[str, Any]) -> Reading:
    """What a worker has read."""
    units = tuple(Unit(**{**one, **{key: tuple(one[key]) for key in _FEATURES}}) for one in told["units"])
    links = tuple(Link(**one) for one in told["links"])
    return Reading(Held(**told["held"]), units, links, told["kind"], told["date"], told["number"])


def _index(request: Request, reading: Reading) -> None:
    from saralau.corpus.adding import refresh_index
    from saralau.corpus.store.catalogue import open_store

    with open_store(request.app.state.shelf.folder, write=True) as store:
        refresh_index(store, [reading])
