"""Around the application: strong tags, answers that nothing has changed, HEAD, and how long answers may be kept.

Plain ASGI. Answers are small and whole, so they are looked at before they are sent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

_VARY = (b"vary", b"accept, accept-language")
_KEEP = (b"cache-control", b"private, no-cache")  # kept by the one who asked, and asked for again with the tag
_FORGET = (b"cache-control", b"no-store")  # facts of somebody's case, errors
_STAYING = frozenset(
    (b"cache-control", b"vary", b"content-language", b"link")
)  # headers of an answer that is not sent again


class Conditional:
    """The application with conditional requests."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        head = scope["method"] == "HEAD"
        started: Message = {}
        pieces: list[bytes] = []

        async def gather(message: Message) -> None:
            if message["type"] == "http.response.start":
                started.update(message)
            else:
                pieces.append(message.get("body", b""))

        try:
            await self.app({**scope, "method": "GET"} if head else scope, receive, gather)
        finally:  # the framework sends what it makes of a fault, then lets the fault go on to the server's log
            if started:
                await _answer(scope, started, b"".join(pieces), head, send)


async def _answer(scope: Scope, started: Message, body: bytes, head: bool, send: Send) -> None:
    status = started["status"]
    reading = status == 200 and (head or scope["method"] == "GET")
    headers = [pair for pair in started["headers"] if pair[0].lower() != b"content-length"]
    told = {name.lower(): value for name, value in headers}
    headers.append(_VARY)
    if b"cache-control" not in told:
        headers.append(_KEEP if reading else _FORGET)
    if reading:
        tag = told.get(b"etag", f'"{hashlib.sha256(body).hexdigest()[:32]}"'.encode()).decode("latin-1")
        if b"etag" not in told:
            headers.append((b"etag", tag.encode()))
        if tag in _asked(scope):
            kept = [pair for pair in headers if pair[0].lower() in _STAYING or pair[0] == b"etag"]
            await send({"type": "http.response.start", "status": 304, "headers": kept})
            await send({"type": "http.response.body", "body": b""})
            return
    if status != 204:
        headers.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if head else body})


def _asked(scope: Scope) -> _Tags:
    """The tags that the one who asks has."""
    value = b",".join(value for name, value in scope["headers"] if name.lower() == b"if-none-match")
    return _Tags(value.decode("latin-1")[:4000])


class _Tags:
    """A list of tags as a header has it; `*` is any. Tags are compared weakly, as RFC 9110 wants for this header."""

    def __init__(self, header: str) -> None:
        self.header = header

    def __contains__(self, tag: object) -> bool:
        return any(one in ("*", tag) for one in self._listed())

    def _listed(self) -> Iterator[str]:
        for piece in self.header.split(","):
            yield piece.strip().removeprefix("W/")
