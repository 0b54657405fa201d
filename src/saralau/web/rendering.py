"""Pages from templates: in the reader's language, with everything escaped, answered by a tag where nothing has changed."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined

from saralau.messages import languages, say
from saralau.version import __version__
from saralau.web.security import form_token, new_visitor
from saralau.web.settings import Settings

LANGUAGE, VISITOR = "saralau_ui", "saralau_visitor"
_YEAR = 365 * 24 * 3600


def ui_of(request: Request) -> str:
    """The language of a page: asked for in the address, chosen before, wanted by the browser, else the server's."""
    known = languages()
    for wanted in (request.query_params.get("ui"), request.cookies.get(LANGUAGE)):
        if wanted in known:
            return str(wanted)
    accepted = re.findall(r"\b([a-z]{2})(?:-[A-Za-z]+)?", request.headers.get("accept-language", "")[:200])
    return next((code for code in accepted if code in known), settings_of(request).language)


def settings_of(request: Request) -> Settings:
    """The server's settings."""
    return request.app.state.settings  # type: ignore[no-any-return]  # set by `make_app`


def page(request: Request, template: str, *, status: int = 200, here: str = "", **context: Any) -> Response:
    """A page of a template. `here` names its place in the navigation."""
    code = ui_of(request)
    visitor = request.cookies.get(VISITOR, "") or new_visitor()
    body = (
        environment()
        .get_template(template)
        .render(
            code=code,
            here=here,
            path=request.url.path,
            languages=[(one, _switched(request, one)) for one in languages()],
            say=_speaker(code),
            token=form_token(settings_of(request).secret, visitor),
            version=__version__,
            q=context.pop("q", request.query_params.get("q", "")[:400]),
            **context,
        )
        .encode()
    )
    tag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
    headers = {"etag": tag, "cache-control": "private, no-cache", "vary": "cookie, accept-language"}
    if status == 200 and request.method in ("GET", "HEAD") and tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    response = HTMLResponse(body, status, headers)
    if request.query_params.get("ui") in languages():
        response.set_cookie(LANGUAGE, code, max_age=_YEAR, samesite="strict", httponly=True)
    if VISITOR not in request.cookies and b'name="token"' in body:
        response.set_cookie(VISITOR, visitor, samesite="strict", httponly=True)
    return response


def _switched(request: Request, code: str) -> str:
    return "?" + request.url.include_query_params(ui=code).query


@cache
def _speaker(code: str) -> Any:
    return lambda message, **arguments: say(message, code, **arguments)


@cache
def environment() -> Environment:
    """Templates of the pages; every value is escaped."""
    made = Environment(
        loader=PackageLoader("saralau.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["id"] = lambda code: str(code).replace("_", "-")
    return made
