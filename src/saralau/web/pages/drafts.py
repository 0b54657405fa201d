"""Drafts: what a text that is pasted or sent does to an act. A worker reads it, within limits; nothing of it is kept."""

from __future__ import annotations

import base64
import datetime
from pathlib import PurePath
from typing import Any, NamedTuple

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from saralau.corpus.model import Held
from saralau.corpus.sandbox import BusyError
from saralau.languages import language
from saralau.messages import InputError, say
from saralau.packs import load
from saralau.web.asking import Asked, address_of, asked_of, expression, shelf_of, text_titled, title_of
from saralau.web.pages.qualify import example_files
from saralau.web.rendering import checked, page, ui_of
from saralau.web.working import errand

router = APIRouter()
LARGEST, LARGEST_PATCH = 2 << 20, 256 << 10  # bytes
_FORMS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
_SUFFIXES = (".txt", ".md", ".html", ".htm", ".docx", ".odt", ".pdf")


class Sent(NamedTuple):
    """What the form sent: the draft with a name, a patch with its name, the form of the answer."""

    content: bytes
    name: str
    patch: tuple[str, bytes] | None
    form: str


@router.get("/drafts")
def form(request: Request, act: str = "") -> Response:
    """The form; `act` is the address of the text that is to be amended, the usual code unless told."""
    return _form(request, act or _usual(request), "")


def _usual(request: Request) -> str:
    name = str(load("defaults")["register"]).partition("@")[0].partition("/")[2]
    work = shelf_of(request).work(name)
    held = next((one for one in work.texts if _drafted(one)), None) if work else None
    return f"{work.iri}/{expression(held)}" if work and held else ""


@router.post("/drafts")
async def weigh(request: Request) -> Response:
    """The consequences of what was sent."""
    async with request.form(max_files=2, max_fields=6, max_part_size=LARGEST) as sent:
        checked(request, _field(sent, "token"))
        act, words = _field(sent, "act"), _field(sent, "text")
        try:
            asked, draft = _asked(request, act), await _sent(sent, words, ui_of(request))
            told = await run_in_threadpool(_weighed, request, asked, draft)
        except InputError as flaw:
            return _form(request, act, words, flaw)
    if "paper" in told:
        name = {"content-disposition": f'attachment; filename="draft-impact.{draft.form}"', "cache-control": "no-store"}
        return Response(base64.b64decode(told["paper"]), media_type=_FORMS[draft.form], headers=name)
    return page(
        request,
        "impact.html",
        here="drafts",
        private=True,
        told=told,
        work=asked.work,
        held=asked.held,
        address=address_of,
        act=title_of(asked.work, ui_of(request)),
        official=language(told["language"]).code,
    )


def _form(request: Request, act: str, words: str, problem: InputError | None = None) -> Response:
    code = ui_of(request)
    status = 200 if problem is None else 503 if isinstance(problem, BusyError) else 422
    offered = [
        (f"{work.iri}/{expression(held)}", text_titled(work, held, code))
        for work in shelf_of(request).works()
        for held in work.texts
        if _drafted(held)
    ]
    return page(
        request, "drafts.html", status=status, here="drafts", offered=offered, act=act, words=words,
        problem=problem.told(code) if problem else "", megabytes=LARGEST >> 20,
    )  # fmt: skip


def _drafted(held: Held) -> bool:
    """Whether the formulas of amending acts are known in the language of a text."""
    return language(held.language).drafting is not None


def _asked(request: Request, act: str) -> Asked:
    try:
        return asked_of(request, act.removeprefix("/akn/"))
    except HTTPException:
        raise InputError("web-draft-act-absent", typed=act[:80] or "–") from None


def _weighed(request: Request, asked: Asked, draft: Sent) -> Any:
    cases = tuple(example_files().values()) if draft.patch else ()
    day = datetime.date.today().isoformat()
    return errand(
        request, "weigh_told", draft.content, draft.name, shelf_of(request).folder, asked.held, draft.patch,
        cases, ui_of(request), draft.form, day,
    )  # fmt: skip


def _field(sent: FormData, name: str) -> str:
    value = sent.get(name)
    return value if isinstance(value, str) else ""


async def _sent(sent: FormData, words: str, code: str) -> Sent:
    """What was sent, within its limits. InputError tells what is missing or too large."""
    content, name = await _file(sent, "file", LARGEST)
    if not content and words.strip():
        content, name = words.encode(), say("web-drafts-pasted", code)
    if not content.strip():
        raise InputError("web-draft-nothing")
    patch = await _file(sent, "patch", LARGEST_PATCH)
    asked = _field(sent, "as")
    return Sent(content, name, (patch[1], patch[0]) if patch[0] else None, asked if asked in _FORMS else "page")


async def _file(sent: FormData, field: str, largest: int) -> tuple[bytes, str]:
    """A file that was sent: its bytes, and its own name as far as it is harmless; the bytes tell what it is."""
    upload = sent.get(field)
    if not isinstance(upload, UploadFile):
        return b"", ""
    content = await upload.read(largest + 1)
    if len(content) > largest:
        raise InputError("web-draft-large", most=largest >> 10)
    given = PurePath((upload.filename or "").replace("\\", "/")).name
    clean = "".join(char for char in given if char.isprintable())[-80:]
    if field == "file" and PurePath(clean).suffix.lower() not in _SUFFIXES:
        clean = PurePath(clean).stem  # without a suffix the bytes alone decide
    return content, clean or field
