"""How the server is reached: over standard input and output, or over HTTP on this machine."""

from __future__ import annotations

import ipaddress
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from saralau.mcp.limits import Limits
from saralau.mcp.server import make_server
from saralau.messages import languages, say
from saralau.messages.refusals import REFUSALS
from saralau.report.working import Working

PATH = "/mcp"
_LOCAL = ("127.0.0.1", "localhost", "[::1]")


def working_for(library: Path, limits: Limits) -> Working:
    """The library of a server with its workers; who makes it closes its sandbox."""
    return Working(library, limits.workers, limits.bounds, limits.kept)


def serve(library: Path, code: str = "en", limits: Limits | None = None) -> None:
    """Serves over standard input and output until the client leaves. Nothing but the protocol is written there."""
    import anyio

    limits = limits or Limits()
    working = working_for(library, limits)
    try:
        anyio.run(_over_pipes, working, code, limits)
    finally:
        working.sandbox.close()


async def _over_pipes(working: Working, code: str, limits: Limits) -> None:
    import anyio
    from mcp.server.stdio import stdio_server

    server = make_server(working, code, limits)
    pipe: Any = _Lines(sys.stdin.buffer, limits.line)
    lines = anyio.wrap_file(pipe)
    async with stdio_server(stdin=lines) as (reading, writing):
        await server.run(reading, writing, server.create_initialization_options())


class _Lines:
    """Lines of a stream; one that is longer than it may be is passed over and comes as a line that is no message."""

    def __init__(self, stream: Any, longest: int) -> None:
        self._stream, self._longest = stream, longest

    def readline(self) -> str:
        """The next line; "" at the end."""
        line: bytes = self._stream.readline(self._longest)
        if len(line) < self._longest or line.endswith(b"\n"):
            return line.decode("utf-8", "replace")
        while line and not line.endswith(b"\n"):
            line = self._stream.readline(self._longest)
        return "too long\n"

    def close(self) -> None:
        """Nothing: the stream is not ours to close."""


def is_local(host: str) -> bool:
    """Whether only this machine can reach a host."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def make_app(working: Working, names: Sequence[str], code: str, limits: Limits) -> Any:
    """The ASGI application: answers at `/mcp` for these hosts and from pages of these alone, and keeps no sessions."""
    from mcp.server.transport_security import TransportSecuritySettings

    hosts = (*_LOCAL, *(name.lower() for name in names))
    security = TransportSecuritySettings(
        enable_dns_rebinding_protection=True,
        allowed_hosts=[one for host in hosts for one in (host, f"{host}:*")],
        allowed_origins=[
            f"{scheme}://{one}" for scheme in ("http", "https") for host in hosts for one in (host, f"{host}:*")
        ],
    )
    return make_server(working, code, limits).streamable_http_app(
        streamable_http_path=PATH, json_response=True, stateless_http=True, max_request_body_size=limits.body,
        transport_security=security,
    )  # fmt: skip


def refusal(status: int, accepted: str, code: str = "en") -> tuple[bytes, str]:
    """What a guard before the application says no with, as the protocol has errors; `code` where Accept-Language names no
    language of ours.
    """
    wanted = re.findall(r"\b[a-z]{2}\b", accepted[:200].lower())
    words = say(REFUSALS[status], next((one for one in wanted if one in languages()), code))
    error = {"jsonrpc": "2.0", "id": None, "error": {"code": -32600, "message": words}}
    return json.dumps(error, ensure_ascii=False).encode(), "application/json"
