"""What stands between a request and the pages: whose name it asks for, how large and how often, from where it was sent.

Plain ASGI, outside the framework, so that nothing is parsed before it was looked at.
"""

from __future__ import annotations

import asyncio
import hmac
import re
import secrets
import time
from base64 import b64encode
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable, Mapping, MutableMapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from saralau.messages import languages, say
from saralau.messages.refusals import REFUSALS
from saralau.web.origins import came_from, neighbourhood
from saralau.web.settings import Identity, Settings

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_HEADERS = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
_SIGN_IN = 64 << 10  # bytes of a form to sign in, with the address to go on to
_DEAR = 4.0  # pages that a page costs which answers a whole case, on a server that several share
_CLIENTS = 10_000  # of whom it is remembered how often they asked
_PATIENCE = 30.0  # seconds for a body, and what comes a second beyond them
_PACE = 32 << 10  # bytes
_CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE"})


Refuser = Callable[[int, str], tuple[bytes, str]]  # from a status and Accept-Language to a body and its media type


def guarded(app: App, settings: Settings, refusers: Mapping[str, Refuser] | None = None) -> App:
    """The application behind all guards. `refusers` say no in the way of a door, by the beginning of its addresses."""
    reading, computing = Buckets(settings.pages), Buckets(settings.computations)

    async def guard(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        scope = came_from(scope, settings.proxies)
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        status = _refusal(scope, headers, settings, reading, computing)
        if status is not None:
            await _refuse(scope, headers, settings, send, refusers or {}, status)
            return
        body = _Body(receive, _largest(scope, settings))
        answer = _Answer(send, body)
        try:
            await app(scope, body.receive, answer.send)
        except Exception:
            if body.refused is None and not body.left:
                raise
            # Who left in the midst of a body, or was cut off, is no fault of the application: nothing for its log.
        if body.refused is not None and not answer.begun:
            await _refuse(scope, headers, settings, send, refusers or {}, body.refused)

    return guard


async def _refuse(
    scope: Scope,
    headers: Mapping[str, str],
    settings: Settings,
    send: Send,
    refusers: Mapping[str, Refuser],
    status: int,
) -> None:
    """Says no, in the way of the door."""
    accepted = headers.get("accept-language", "")
    body, media = _sentence(status, accepted, settings.language), "text/plain; charset=utf-8"
    for prefix, refuser in refusers.items():
        if scope["path"].startswith(prefix):
            body, media = refuser(status, accepted)
    more = [(b"retry-after", b"1")] if status == 429 else [(b"connection", b"close")] if status == 408 else []
    await _plain(send, status, body, media, more)


def _refusal(
    scope: Scope, headers: MutableMapping[str, str], settings: Settings, reading: Buckets, computing: Buckets
) -> int | None:
    """A status if a request is not to be answered."""
    host = re.sub(r":[0-9]+$", "", headers.get("host", ""))
    if host.lower() not in settings.hosts:
        return 421
    length = headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > _largest(scope, settings):
        return 413
    changing = scope["method"] in _CHANGING
    if changing and not _from_here(headers):
        return 403
    client = neighbourhood(scope["client"][0] if scope.get("client") else "")
    dear = settings.identity is not Identity.LOCAL and scope["path"].startswith("/qualify")
    if not (computing if changing else reading).take(client, cost=_DEAR if dear else 1.0):
        return 429
    return None


def _sentence(status: int, accepted: str, otherwise: str) -> bytes:
    """What a page says that is none: a sentence in the language that the browser wants."""
    wanted = re.findall(r"\b[a-z]{2}\b", accepted[:200].lower())
    return say(REFUSALS[status], next((code for code in wanted if code in languages()), otherwise)).encode()


def _largest(scope: Scope, settings: Settings) -> int:
    """Bytes that a request may have: few where strangers are let in to say who they are."""
    return min(_SIGN_IN, settings.largest) if scope["path"] == "/sign-in" else settings.largest


def _from_here(headers: MutableMapping[str, str]) -> bool:
    """Whether a form was sent from a page of this server, as browsers tell; programs, which tell nothing, have no cookies
    that could be misused.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        return site in ("same-origin", "none")
    if origin is None:
        return True
    try:
        return urlsplit(origin).netloc.lower() == headers.get("host", "").lower()
    except ValueError:  # no address at all
        return False


class Buckets:
    """How often each client may ask: a bucket that fills by `rate` a second and holds five seconds' worth."""

    def __init__(self, rate: float) -> None:
        self.rate, self.most = rate, rate * 5
        self.left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, client: str, now: float | None = None, cost: float = 1.0) -> bool:
        """Takes what a request costs from a client's bucket, if there is as much."""
        now = time.monotonic() if now is None else now
        left, before = self.left.pop(client, (self.most, now))
        left = min(self.most, left + max(now - before, 0.0) * self.rate)
        self.left[client] = (left - cost if left >= cost else left, now)
        if len(self.left) > _CLIENTS:
            self.left.popitem(last=False)
        return left >= cost


@dataclass(slots=True)
class _Body:
    """A body as the application gets it: cut off where it gets too large, or comes too slowly to be waited for.

    `refused` is the status that tells why; `left` whether the client is gone.
    """

    incoming: Receive
    largest: int
    reached: int = 0
    waited: float = 0.0  # seconds, for the client alone: what the application takes is not its fault
    whole: bool = False
    refused: int | None = None
    left: bool = False

    async def receive(self) -> Message:
        """The next piece; that the client is gone, where nothing more is taken from it."""
        if self.whole:
            return await self.incoming()  # that it leaves may take as long as it likes
        if self.refused is not None:
            return {"type": "http.disconnect"}
        begun = time.monotonic()
        try:
            message = await asyncio.wait_for(self.incoming(), _PATIENCE + self.reached / _PACE - self.waited)
        except TimeoutError:
            self.refused = 408
            return {"type": "http.disconnect"}
        self.waited += time.monotonic() - begun
        if message["type"] == "http.disconnect":
            self.left = True
        elif message["type"] == "http.request":
            self.reached += len(message.get("body", b""))
            self.whole = not message.get("more_body", False)
            if self.reached > self.largest:
                self.refused = 413
                return {"type": "http.disconnect"}
        return message


@dataclass(slots=True)
class _Answer:
    """An answer, which gets the headers that it has not; what the application says of a body that was cut off is dropped.

    `begun` tells whether there is an answer already.
    """

    outgoing: Send
    body: _Body
    begun: bool = False

    async def send(self, message: Message) -> None:
        """Passes a piece on."""
        if self.body.refused is not None and not self.begun:
            return
        if message["type"] == "http.response.start":
            self.begun = True
            present = {name.lower() for name, _ in message["headers"]}
            message["headers"] = [*message["headers"], *(pair for pair in _HEADERS if pair[0] not in present)]
        await self.outgoing(message)


async def _plain(send: Send, status: int, body: bytes, media: str, headers: Iterable[tuple[bytes, bytes]]) -> None:
    head = [
        (b"content-type", media.encode()),
        (b"content-length", str(len(body)).encode()),
        *_HEADERS,
        *headers,
    ]
    await send({"type": "http.response.start", "status": status, "headers": head})
    await send({"type": "http.response.body", "body": body})


def policy_of(sheet: str) -> str:
    """The policy for a page that carries its own style, as those do that are kept or printed: that style and no other."""
    hashes = (b64encode(sha256(style.encode()).digest()).decode() for style in _STYLE.findall(sheet))
    return POLICY.replace("style-src 'self'", " ".join(["style-src 'self'", *(f"'sha256-{one}'" for one in hashes)]))


def form_token(secret: bytes, visitor: str) -> str:
    """What a form must carry that is shown to a visitor: no other site can know it."""
    return hmac.new(secret, visitor.encode(), "sha256").hexdigest()


def is_form_token(secret: bytes, visitor: str, token: str) -> bool:
    """Whether a form carries what it was given."""
    return bool(visitor) and hmac.compare_digest(form_token(secret, visitor).encode(), token.encode())


def new_visitor() -> str:
    """A name for a browser, which tells nothing of it."""
    return secrets.token_urlsafe(18)
