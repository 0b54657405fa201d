"""Programs that show a token of an account; and a door for which nothing else counts. Plain ASGI, without the framework."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

from saralau.keeping import log, tokens
from saralau.keeping.keeper import Keeper
from saralau.keeping.people import WHO, Person
from saralau.web.origins import is_forwarded, values
from saralau.web.security import App, Refuser
from saralau.web.settings import Identity, Settings

Scope = MutableMapping[str, Any]
CHALLENGE = 'Bearer realm="saralau"'


def shows_token(scope: Scope) -> bool:
    """Whether a request tries to tell by the header for it who asks."""
    return bool(values(scope, b"authorization"))


def by_token(scope: Scope, keeper: Keeper) -> Person | None:
    """Who has the token that is shown; None for one that is worth nothing, and for several."""
    shown = values(scope, b"authorization")
    if len(shown) != 1:
        return None
    kind, _, token = shown[0].partition(" ")
    keeping = keeper.if_any()
    return tokens.find(keeping, token.strip()) if keeping and kind.lower() == "bearer" else None


class Bearers:
    """An application that answers who sits at the machine, or, on a shared server, who shows a token, and nobody else."""

    def __init__(self, app: App, settings: Settings, keeper: Keeper, refuser: Refuser) -> None:
        self.app, self.settings, self.keeper, self.refuser = app, settings, keeper, refuser

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        if scope["type"] == "websocket":  # there is none; nobody gets around the rest by one
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http" or await self._known(scope):
            await self.app(scope, receive, send)
            return
        accepted = next(iter(values(scope, b"accept-language")), "")
        body, media = self.refuser(401, accepted)
        head = {"content-type": media, "content-length": str(len(body)), "cache-control": "no-store"}
        headers = [(name.encode(), told.encode()) for name, told in {**head, "www-authenticate": CHALLENGE}.items()]
        await send({"type": "http.response.start", "status": 401, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    async def _known(self, scope: Scope) -> bool:
        if self.settings.identity is Identity.LOCAL:
            return not is_forwarded(scope)  # or everybody behind the proxy would be who sits at the machine
        import anyio.to_thread

        return await anyio.to_thread.run_sync(self._by_token, scope)

    def _by_token(self, scope: Scope) -> bool:
        person = by_token(scope, self.keeper)
        if person is None:
            log.note(self.keeper.folder, "refused", "-", scope["client"][0] if scope.get("client") else "", scope["path"])
            return False
        scope[WHO] = person
        return True
