"""What `saralau mcp` does: serve assistants over standard input and output, or over HTTP on this machine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from saralau.cli.speech import ui_language
from saralau.messages import InputError


def serve_assistants(library: Path | None, http: str | None, names: Sequence[str]) -> None:
    """Serves until the client leaves, or until it is stopped; one sentence if what it takes is not installed."""
    try:
        from saralau.mcp.serving import listen, serve
    except ModuleNotFoundError as missing:
        raise InputError("mcp-absent", missing=missing.name) from None
    from saralau.corpus import opened

    if http is None:
        serve(opened(library), ui_language())
        return
    host, port = _read(http)
    listen(opened(library), host.strip("[]"), port, names, ui_language())


def _read(typed: str) -> tuple[str, int]:
    """Host and port as they were typed. InputError where they are none."""
    host, _, port = typed.rpartition(":")
    if not host or not port.isascii() or not port.isdecimal() or not 0 < int(port) < 65536:
        raise InputError("mcp-http-typed", typed=typed)
    return host, int(port)
