"""The application: settings, the shelf of acts, pages by subject, what is said of errors."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from saralau.corpus.sandbox import Bounds, BusyError, Sandbox
from saralau.corpus.shelf import Shelf
from saralau.keeping.attempts import Attempts
from saralau.keeping.keeper import Keeper
from saralau.messages import InputError
from saralau.report.asked import is_ours
from saralau.web.identity import Identified
from saralau.web.pages import (
    account,
    acts,
    adding,
    cases,
    change,
    drafts,
    findings,
    home,
    map,
    qualify,
    search,
    terms,
    treaties,
)
from saralau.web.rendering import page, settings_of, ui_of
from saralau.web.security import Refuser
from saralau.web.settings import Identity, Settings
from saralau.web.working import ERRANDS, places

STATIC = Path(__file__).parent / "static"
_STATUSES = {
    "keep-absent": 404,
    "treaty-unknown": 404,
    "keep-overtaken": 409,
    "web-form-old": 403,
    "account-busy": 503,
    "web-file-large": 413,
    "web-act-large": 413,
}
_LOG = logging.getLogger(__name__)
SUBJECTS = (home, adding, acts, map, qualify, treaties, change, findings, terms, drafts, search, cases, account)


def make_app(settings: Settings, refusers: Mapping[str, Refuser] | None = None) -> FastAPI:
    """The application, to be served behind `security.guarded`. Nothing is exposed but its pages. `refusers` say to strangers
    that they are not let in, in the way of the doors that are mounted, by the beginning of their addresses.
    """
    app = FastAPI(title="Saralau", docs_url=None, redoc_url=None, openapi_url=None, lifespan=_open)
    app.state.settings = settings
    app.state.shelf = Shelf(settings.library)
    app.state.keeper = Keeper(settings.library, settings.keys)
    app.state.attempts = Attempts()
    app.state.places = places()
    app.state.sandbox = Sandbox(2, Bounds(seconds=60.0, cpu=50), (ERRANDS,))  # starts with its first task
    app.mount("/static", StaticFiles(directory=STATIC), "static")
    for subject in SUBJECTS:
        app.include_router(subject.router)
    app.add_middleware(Identified, settings=settings, keeper=app.state.keeper, refusers=refusers or {})
    app.add_exception_handler(InputError, _mistaken)
    app.add_exception_handler(RequestValidationError, _misasked)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(Exception, _broken)
    return app


@asynccontextmanager
async def _open(app: FastAPI) -> AsyncIterator[None]:
    """The application while it answers; its workers end with it."""
    yield
    app.state.sandbox.close()


def _mistaken(request: Request, flaw: Exception) -> Response:
    """Input that cannot be used: one sentence, which says what to mend."""
    assert isinstance(flaw, InputError)
    shared = settings_of(request).identity is not Identity.LOCAL
    if shared and is_ours(flaw):  # where something lies is for who looks after the server
        _LOG.error("%s", flaw)
        return page(request, "problem.html", status=503, sentence=None, message="web-broken")
    status = 503 if isinstance(flaw, BusyError) else _STATUSES.get(flaw.message, 422)
    return page(request, "problem.html", status=status, sentence=flaw.told(ui_of(request)))


def _misasked(request: Request, flaw: Exception) -> Response:
    return page(request, "problem.html", status=422, sentence=None, message="web-misasked")


def _refused(request: Request, flaw: Exception) -> Response:
    assert isinstance(flaw, HTTPException)
    known = {404: "web-absent", 405: "web-misasked"}
    return page(
        request, "problem.html", status=flaw.status_code, sentence=None, message=known.get(flaw.status_code, "web-refused")
    )


def _broken(request: Request, flaw: Exception) -> Response:
    """A fault of ours; what it was stays in the server's log."""
    return page(request, "problem.html", status=500, sentence=None, message="web-broken")
