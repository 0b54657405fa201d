"""Who asks: found out before any door is reached. Plain ASGI around all pages and the API.

Nobody gets in for whom the server cannot say who they are, save where it is open to all, which keeps nothing for anybody.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from saralau.keeping import log, people, sessions
from saralau.keeping.keeper import Keeper
from saralau.keeping.people import HERSELF, NOBODY, WHO, Person
from saralau.web.bearers import CHALLENGE, by_token, shows_token
from saralau.web.origins import PEER, is_among, is_forwarded, values
from saralau.web.security import Refuser
from saralau.web.settings import Identity, Settings

Scope = MutableMapping[str, Any]
App = Callable[[Scope, Any, Any], Awaitable[None]]

SESSION = "saralau_session"
_FREE = ("/static/", "/healthz")  # for everybody: they tell nothing
_SIGN_IN = "/sign-in"
_LONGEST = 200  # characters of a name
_LONGEST_WAY = 20_000  # characters of the address to which somebody comes back


class StrangerError(Exception):
    """Somebody who is not let in, with the id of a message that says why."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Identified:
    """The application, of which every request has its person."""

    def __init__(self, app: App, settings: Settings, keeper: Keeper, refusers: Mapping[str, Refuser]) -> None:
        self.app, self.settings, self.keeper, self.refusers = app, settings, keeper, refusers

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        if scope["type"] == "websocket":  # there is none; nobody gets around the rest by one
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http" or scope["path"].startswith(_FREE):
            await self.app(scope, receive, send)
            return
        try:
            # Where nothing is looked up, no thread need be waited for.
            quick = self.settings.identity in (Identity.LOCAL, Identity.OPEN)
            scope[WHO] = self._person(scope) if quick else await run_in_threadpool(self._person, scope)
        except StrangerError as stranger:
            await self._refused(scope, stranger)(scope, receive, send)
            return
        shared = self.settings.identity is not Identity.LOCAL
        if shared and scope["method"] == "POST" and scope["path"].startswith(tuple(self.refusers)):
            await run_in_threadpool(note, self.keeper, scope, "uploaded", scope["path"])
        await self.app(scope, receive, send)

    def _person(self, scope: Scope) -> Person:
        """Who asks. StrangerError for who is not let in."""
        match self.settings.identity:
            case Identity.OPEN:
                return NOBODY
            case Identity.LOCAL:
                if is_forwarded(scope):  # or everybody behind the proxy would be who sits at the machine
                    raise StrangerError("web-forwarded")
                return HERSELF
            case Identity.PROXY:
                return self._by_proxy(scope)
            case Identity.ACCOUNTS:
                person = self._by_token(scope) or self._by_session(scope)
                if person is None and scope["path"] != _SIGN_IN:
                    raise StrangerError("web-sign-in-first")
                return person or NOBODY

    def _by_proxy(self, scope: Scope) -> Person:
        if not is_among(scope.get(PEER, ""), self.settings.proxies):
            note(self.keeper, scope, "refused", scope["path"])
            raise StrangerError("web-not-by-proxy")
        named = values(scope, self.settings.header.encode())
        if not named and (person := self._by_token(scope)):
            return person
        name = _read(named[0]) if len(named) == 1 else ""
        if not name:
            note(self.keeper, scope, "refused", scope["path"])
            raise StrangerError("web-unnamed")
        return people.come_through_proxy(self.keeper.if_any(), name)

    def _by_token(self, scope: Scope) -> Person | None:
        """Who has the token that is shown; one that is worth nothing is refused, whatever else is shown."""
        if not shows_token(scope):
            return None
        person = by_token(scope, self.keeper)
        if person is None:
            note(self.keeper, scope, "refused", scope["path"])
            raise StrangerError("web-token-worthless")
        return person

    def _by_session(self, scope: Scope) -> Person | None:
        keeping = self.keeper.if_any()
        cookie = Request(scope).cookies.get(cookie_name(scope), "")
        return sessions.find(keeping, cookie, self.settings.secret) if keeping and cookie else None

    def _refused(self, scope: Scope, stranger: StrangerError) -> Response:
        """What a stranger is told, in the way of the door; who may sign in is led to where."""
        from saralau.web.rendering import page

        request = Request(scope)
        headers = {"www-authenticate": CHALLENGE, "cache-control": "no-store"}
        for prefix, refuser in self.refusers.items():
            if scope["path"].startswith(prefix):
                body, media = refuser(401, request.headers.get("accept-language", ""))
                return Response(body, 401, headers, media)
        if stranger.message == "web-sign-in-first" and scope["method"] in ("GET", "HEAD"):
            query = scope["query_string"].decode("latin-1")
            back = quote(scope["path"] + (f"?{query}" if query else ""), safe="")
            place = _SIGN_IN + (f"?next={back}" if len(back) < _LONGEST_WAY else "")
            return RedirectResponse(place, 303, {"cache-control": "no-store"})
        return page(request, "problem.html", status=401, sentence=None, message=stranger.message)


def who(request: Request) -> Person:
    """Who asks."""
    return request.scope.get(WHO, NOBODY)  # type: ignore[no-any-return]  # set above


def owner(request: Request) -> Person:
    """Who asks, if things can be kept for them; 403 otherwise."""
    if not who(request).owner:
        raise HTTPException(403)
    return who(request)


def allowed(request: Request, role: str) -> Person:
    """Who asks, if their role may do this; 403 otherwise."""
    if not who(request).may(role):
        note(request.app.state.keeper, request.scope, "refused", request.url.path)
        raise HTTPException(403)
    return who(request)


def note(keeper: Keeper, scope: Scope, what: str, of: str = "", name: str = "") -> None:
    """Adds a line to the log: done by who asks, or by who says they are called so."""
    person = scope.get(WHO) or NOBODY
    log.note(keeper.folder, what, name or person.name, scope["client"][0] if scope.get("client") else "", of)


def cookie_name(scope: Scope) -> str:
    """The cookie of sessions: behind HTTPS one that no other host, and no page without HTTPS, can set."""
    return f"__Host-{SESSION}" if scope["scheme"] == "https" else SESSION


def _read(header: str) -> str:
    """A name as a proxy writes it, which may be UTF-8; "" for what is no name."""
    try:
        name = header.encode("latin-1").decode("utf-8").strip()
    except UnicodeDecodeError:
        return ""
    return name if 0 < len(name) <= _LONGEST and name.isprintable() else ""
