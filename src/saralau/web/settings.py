"""How a server is set up: from the command line and the environment; secrets from the environment alone."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

LOCAL = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Settings:
    """`library` is the folder with the acts. `hosts` are the names under which the server answers: a request for another
    name is refused, so that no page of another site can reach it by giving its own name our address. `language` is the one
    of the pages for who has not chosen one and whose browser asks for none of ours. Limits are for each client's address:
    pages a second, and computations a second.
    """

    library: Path
    hosts: tuple[str, ...] = LOCAL
    language: str = "en"
    largest: int = 12 << 20  # bytes of a request
    pages: float = 40.0
    computations: float = 5.0
    secret: bytes = field(default_factory=lambda: os.environ.get("SARALAU_SECRET", "").encode() or secrets.token_bytes(32))
