"""Errors as problem details (RFC 9457), in the language of the one who asks. No inner word leaves the server."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.routing import Match, Route

from saralau.api.negotiating import tongue
from saralau.corpus.sandbox import BusyError
from saralau.messages import InputError, say
from saralau.messages.refusals import REFUSALS
from saralau.report.asked import is_ours
from saralau.report.working import NoIndexError

MEDIA = "application/problem+json"
_ABSENT = frozenset(("shelf-work-absent", "explain-unencoded", "no-such-article", "lineage-unknown-act", "keep-absent"))
_LOG = logging.getLogger(__name__)


class RefusedError(Exception):
    """A request that is refused with a status and a message."""

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None, **arguments: object) -> None:
        super().__init__(status, message)
        self.status, self.message, self.headers, self.arguments = status, message, headers or {}, arguments


def problem(
    status: int,
    message: str | None,
    code: str,
    arguments: Mapping[str, object] | None = None,
    headers: Mapping[str, str] | None = None,
    more: Mapping[str, Any] | None = None,
) -> Response:
    """A problem with a message and what fills it, or one that says no more than its status; `more` are further members."""
    body = problem_body(status, message, code, arguments or {}, more or {})
    return Response(body, status, {**(headers or {}), "content-language": code}, media_type=MEDIA)


def problem_body(
    status: int, message: str | None, code: str, arguments: Mapping[str, object], more: Mapping[str, Any]
) -> bytes:
    """The body of a problem: its type is the id of the message, which stays, whatever the words."""
    told: dict[str, Any] = {
        "type": f"urn:saralau:problem:{message}" if message else "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": say(message or "api-other", code, **arguments),
    }
    return json.dumps({**told, **more}, ensure_ascii=False).encode()


def refusal(status: int, accepted: str) -> tuple[bytes, str]:
    """Body and media type of what a guard before the application refuses; `accepted` is the Accept-Language header."""
    return problem_body(status, REFUSALS.get(status), tongue(accepted), {}, {}), MEDIA


def add_handlers(app: FastAPI) -> None:
    """Makes every error of the application a problem."""
    app.add_exception_handler(InputError, _mistaken)
    app.add_exception_handler(RefusedError, _refused)
    app.add_exception_handler(RequestValidationError, _misasked)
    app.add_exception_handler(HTTPException, _other)
    app.add_exception_handler(Exception, _broken)


def _mistaken(request: Request, flaw: Exception) -> Response:
    assert isinstance(flaw, InputError)
    code = tongue(request.headers.get("accept-language", ""))
    if is_ours(flaw):
        _LOG.error("%s", flaw)
        return problem(500, "api-broken", code)
    if isinstance(flaw, NoIndexError) or flaw.message == "survival-absent":  # what this server was set up without
        return problem(503, flaw.message, code)
    if isinstance(flaw, BusyError):
        return problem(503, flaw.message, code, flaw.arguments, {"retry-after": "5"})
    if flaw.message == "keep-overtaken":
        return problem(412, flaw.message, code)
    status = 404 if flaw.message in _ABSENT else 500 if flaw.message == "sandbox-failed" else 422
    return problem(status, flaw.message, code, flaw.arguments)


def _refused(request: Request, flaw: Exception) -> Response:
    assert isinstance(flaw, RefusedError)
    code = tongue(request.headers.get("accept-language", ""))
    return problem(flaw.status, flaw.message, code, flaw.arguments, flaw.headers)


def _misasked(request: Request, flaw: Exception) -> Response:
    """Parameters that are not what the description says: which, and by which rule."""
    assert isinstance(flaw, RequestValidationError)
    rows = [
        {"in": str(one["loc"][0]), "name": ".".join(map(str, one["loc"][1:])), "rule": one["type"]} for one in flaw.errors()
    ]
    code = tongue(request.headers.get("accept-language", ""))
    names = ", ".join(dict.fromkeys(row["name"] or row["in"] for row in rows))
    return problem(422, "api-parameters", code, {"names": names}, more={"errors": rows})


def _other(request: Request, flaw: Exception) -> Response:
    assert isinstance(flaw, HTTPException)
    code = tongue(request.headers.get("accept-language", ""))
    headers = {name.lower(): value for name, value in (flaw.headers or {}).items()}
    if flaw.status_code == 405:
        headers["allow"] = ", ".join(_allowed(request, headers.get("allow", "")))
    known = {404: "api-absent", 405: "api-method"}
    return problem(flaw.status_code, known.get(flaw.status_code), code, headers=headers)


def _allowed(request: Request, first: str) -> list[str]:
    """The methods that the address takes, by all of its routes; the framework names those of the `first`."""
    found = {one for one in first.split(", ") if one}
    for route in request.app.state.routes:
        if isinstance(route, Route) and route.matches(request.scope)[0] is not Match.NONE:
            found |= route.methods or set()
    return sorted(found | {"HEAD"} if "GET" in found else found)


def _broken(request: Request, flaw: Exception) -> Response:
    """A fault of ours; what it was stays in the log."""
    return problem(500, "api-broken", tongue(request.headers.get("accept-language", "")))
