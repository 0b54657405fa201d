"""How the server listens: a connection has so long to say what it asks, and each address has so many of them.

The server beneath bounds neither: whoever opened connections without asking anything would keep all others out.
"""

from __future__ import annotations

import resource
from asyncio import TimerHandle, Transport
from collections import Counter
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from saralau.web.origins import is_among, neighbourhood
from saralau.web.settings import Network

HEAD = 20.0  # seconds for the head of a request, from when it may begin
EACH = 256  # connections of an address that is no proxy's: a whole office may come from one
MOST = 2000  # connections in all, fewer where the system allows fewer files
_KEPT = 75  # seconds that a connection is kept between two requests: who reads a page asks for the next after some
_FULL = (
    b"HTTP/1.1 503 Service Unavailable\r\ncontent-type: text/plain; charset=utf-8\r\nretry-after: 5\r\n"
    b"connection: close\r\ncontent-length: 5\r\n\r\nbusy\n"
)


def listen(app: Any, host: str, port: int, proxies: tuple[Network, ...] = ()) -> None:
    """Serves until it is stopped; connections of `proxies` are counted all together alone."""
    # What a proxy says is read by our own guard, which knows whom to trust; the server would believe any on this machine.
    uvicorn.run(
        app, host=host, port=port, log_level="warning", server_header=False, proxy_headers=False,
        timeout_keep_alive=_KEPT, http=counted(proxies), ws="none",
    )  # fmt: skip


def counted(proxies: tuple[Network, ...] = (), head: float = HEAD, each: int = EACH) -> type[H11Protocol]:
    """The protocol of connections, which are counted together."""
    open_now: Counter[str] = Counter()
    most = min(MOST, resource.getrlimit(resource.RLIMIT_NOFILE)[0] * 3 // 4)

    class Counted(H11Protocol):
        """A connection that is closed if it asks for nothing, and refused where there are too many."""

        _whose = ""
        _waiting: TimerHandle | None = None
        _stuck: TimerHandle | None = None

        def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            peer = self.client[0] if self.client else ""
            self._whose = neighbourhood(peer)
            open_now[self._whose] += 1
            crowded = open_now[self._whose] > each and not is_among(peer, proxies)
            if crowded or open_now.total() > most:
                transport.write(_FULL)
                transport.close()
                self.loop.call_later(1.0, transport.abort)
                return
            self._wait()

        def data_received(self, data: bytes) -> None:
            if self.transport.is_closing():
                return
            super().data_received(data)
            if self.cycle is not None and not self.cycle.response_complete:
                self._asked()
            elif self._waiting is None:  # the next request has begun: the time that a connection is kept is no more
                self._wait()

        def pause_writing(self) -> None:
            super().pause_writing()
            self._stuck = self.loop.call_later(head, self.transport.abort)  # who takes nothing in is not waited for

        def resume_writing(self) -> None:
            super().resume_writing()
            self._taken()

        def on_response_complete(self) -> None:
            super().on_response_complete()
            if self.transport.is_closing():  # closed once all is taken in, which may be never
                self.loop.call_later(head, self.transport.abort)

        def connection_lost(self, exc: Exception | None) -> None:
            self._asked()
            self._taken()
            open_now[self._whose] -= 1
            if open_now[self._whose] <= 0:
                del open_now[self._whose]
            super().connection_lost(exc)

        def timeout_keep_alive_handler(self) -> None:
            super().timeout_keep_alive_handler()
            self.loop.call_later(head, self.transport.abort)  # who does not take in an answer is not waited for

        def _wait(self) -> None:
            self._waiting = self.loop.call_later(head, self.transport.abort)

        def _taken(self) -> None:
            if self._stuck is not None:
                self._stuck.cancel()
                self._stuck = None

        def _asked(self) -> None:
            if self._waiting is not None:
                self._waiting.cancel()
                self._waiting = None

    return Counted
