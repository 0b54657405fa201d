"""Pages from templates: in the reader's language, with everything escaped, answered by a tag where nothing has changed."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined

from saralau.keeping.people import NOBODY
from saralau.messages import InputError, languages, say
from saralau.report.numbers import number
from saralau.report.written import page_in_words
from saralau.version import __version__
from saralau.web.identity import cookie_name, note, who
from saralau.web.security import form_token, is_form_token, new_visitor
from saralau.web.settings import Identity, Settings

LANGUAGE, VISITOR = "saralau_ui", "saralau_visitor"
_YEAR = 365 * 24 * 3600
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # signs that turn the direction of what stands beside them


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


def page(
    request: Request, template: str, *, status: int = 200, here: str = "", private: bool = False, **context: Any
) -> Response:
    """A page of a template. `here` names its place in the navigation; one that is `private` is kept nowhere."""
    code = ui_of(request)
    person, settings = who(request), settings_of(request)
    browser = _browser(request) or new_visitor()
    body = page_in_words(
        environment()
        .get_template(template)
        .render(
            code=code,
            here=here,
            path=request.url.path,
            languages=[(one, _switched(request, one)) for one in languages()],
            say=_speaker(code),
            token=form_token(settings.secret, _given_to(request, browser)),
            tongue=lambda one: tongue(one, code),
            figure=lambda value, places=0: number(value, code, places),
            person=person,
            named=settings.identity in (Identity.PROXY, Identity.ACCOUNTS) and person.name != NOBODY.name,
            version=__version__,
            q=context.pop("q", request.query_params.get("q", "")[:400]),
            **context,
        ),
        code,
    ).encode()
    tag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
    # What one person keeps stays in no cache, where the next at the same screen would find it with the browser's "back".
    headers = {"etag": tag, "cache-control": "private, no-cache", "vary": "cookie, accept-language"}
    if private:
        headers = {"cache-control": "no-store"}
    if (
        status == 200
        and request.method in ("GET", "HEAD")
        and not private
        and tag in request.headers.get("if-none-match", "")
    ):
        return Response(status_code=304, headers=headers)
    response = HTMLResponse(body, status, headers)
    if request.query_params.get("ui") in languages():
        response.set_cookie(LANGUAGE, code, max_age=_YEAR, samesite="strict", httponly=True)
    if not (person.session or _browser(request)) and b'name="token"' in body:
        response.set_cookie(_cookie(request), browser, samesite="lax", httponly=True, secure=is_secure(request))
    return response


def tongue(spoken: str, code: str) -> str:
    """What a language of texts is called in the reader's."""
    return say(f"web-tongue-{spoken}", code) if spoken in ("kk", "ru", "en", "de") else spoken


def checked(request: Request, proof: str) -> None:
    """InputError for a form that this server has not given to this visitor."""
    if not is_form_token(settings_of(request).secret, _given_to(request, _browser(request)), proof):
        note(request.app.state.keeper, request.scope, "refused", request.url.path)
        raise InputError("web-form-old")


def is_secure(request: Request) -> bool:
    """Whether cookies need HTTPS: they do if they are set by HTTPS."""
    return cookie_name(request.scope).startswith("__Host-")


def _cookie(request: Request) -> str:
    """The cookie of browsers: behind HTTPS one that no other host of the same domain can set."""
    return f"__Host-{VISITOR}" if is_secure(request) else VISITOR


def _browser(request: Request) -> str:
    return request.cookies.get(_cookie(request), "")


def _given_to(request: Request, browser: str) -> str:
    """To whom forms are given: a session, else a browser and whom a proxy says is at it."""
    person = who(request)
    return person.session or (f"{browser}\n{person.owner}" if browser else "")


def _switched(request: Request, code: str) -> str:
    return "?" + request.url.include_query_params(ui=code).query


@cache
def _speaker(code: str) -> Any:
    return lambda message, **arguments: say(message, code, **arguments)


def _straight(value: Any) -> Any:
    """Words of acts, files and cases without signs that would let a page show them, or what follows, in another order."""
    if isinstance(value, str) and not value.isascii() and _TURNING.search(value):
        return type(value)(_TURNING.sub("", value))
    return value


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
        finalize=_straight,
    )
    made.filters["tongue"] = tongue
    made.filters["id"] = lambda code: str(code).replace("_", "-")
    return made
