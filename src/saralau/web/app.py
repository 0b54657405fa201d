"""The application: settings, the shelf of acts, pages by subject, what is said of errors."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from saralau.corpus.sandbox import Bounds, Sandbox
from saralau.corpus.shelf import Shelf
from saralau.messages import InputError
from saralau.web.pages import acts, change, drafts, findings, home, map, qualify, search, terms, treaties
from saralau.web.rendering import page, ui_of
from saralau.web.settings import Settings
from saralau.web.working import ERRANDS, places

STATIC = Path(__file__).parent / "static"
SUBJECTS = (home, acts, map, qualify, treaties, change, findings, terms, drafts, search)


def make_app(settings: Settings) -> FastAPI:
    """The application, to be served behind `security.guarded`. Nothing is exposed but its pages."""
    app = FastAPI(title="Saralau", docs_url=None, redoc_url=None, openapi_url=None, lifespan=_open)
    app.state.settings = settings
    app.state.shelf = Shelf(settings.library)
    app.state.places = places()
    app.state.sandbox = Sandbox(2, Bounds(seconds=60.0, cpu=50), (ERRANDS,))  # starts with its first task
    app.mount("/static", StaticFiles(directory=STATIC), "static")
    for subject in SUBJECTS:
        app.include_router(subject.router)
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
    return page(request, "problem.html", status=422, sentence=flaw.told(ui_of(request)))


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
