"""The application: the library, the routes by subject, what is said of errors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.responses import Response

from saralau.api.answering import answer
from saralau.api.conditional import Conditional
from saralau.api.describing import describe
from saralau.api.limits import Limits
from saralau.api.models.cases import Case
from saralau.api.models.common import Problem
from saralau.api.models.offences import Lists
from saralau.api.models.saved import ToSave
from saralau.api.problems import add_handlers
from saralau.api.routes import (
    about,
    acts,
    cases,
    citations,
    descent,
    drafting,
    history,
    lasting,
    offences,
    saved,
    searching,
    treaties,
)
from saralau.api.working import Working
from saralau.keeping.keeper import Keeper
from saralau.version import __version__

SUBJECTS = (about, acts, searching, citations, offences, history, lasting, descent, cases, treaties, drafting)
_TAGS = {
    "about": "What answers, and what packs have.",
    "acts": "Acts in hand and their provisions.",
    "search": "Search in the acts in hand.",
    "references": "References and what stands there.",
    "offences": "Offences and the groups of cybercrime.",
    "history": "Amendments, days, editions; how long wordings last, and what a new edition makes stale.",
    "descent": "Texts of an act side by side, and what carries on what.",
    "cases": "What facts amount to.",
    "treaties": "Treaties as test suites of codes.",
    "drafting": "The linter, terms, drafts.",
}
_DESCRIPTION = """Cybercrime legislation that a machine can read. Acts are those of the server's library; registers, encoded
offences and treaties come from packs and need no text. Answers of GET have strong tags; lists have `limit`, `cursor` and
links; errors are problem details (RFC 9457) in the language of Accept-Language (kk, ru, en). An aid, not legal advice."""


def make_api(library: Path, limits: Limits | None = None, keeper: Keeper | None = None) -> FastAPI:
    """The API over the library in a folder, to be mounted at `/api/v1` behind a guard that finds out who asks.

    Nothing that is sent is kept, save cases where a `keeper` is given, for whoever saves them.
    """
    subjects = SUBJECTS if keeper is None else (*SUBJECTS, saved)
    app = FastAPI(
        title="Saralau",
        summary="Cybercrime legislation as data",
        description=_DESCRIPTION,
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        generate_unique_id_function=lambda route: route.name,
        openapi_tags=[{"name": name, "description": words} for name, words in _TAGS.items()],
    )
    app.state.working = Working(library, limits or Limits())
    app.state.keeper = keeper
    app.state.routes = [route for subject in subjects for route in subject.router.routes]
    for subject in subjects:
        app.include_router(subject.router)

    @app.get("/openapi.json", include_in_schema=False)
    def description() -> Response:
        """This description."""
        return answer(app.openapi())

    def openapi() -> dict[str, Any]:
        return describe(app, Problem, Case, Lists, *([ToSave] if keeper else []))

    app.openapi = openapi  # type: ignore[method-assign]  # the framework's own way to describe
    app.add_middleware(Conditional)
    add_handlers(app)
    return app
