"""How a server is set up: from the command line and the environment; secrets from the environment alone."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from enum import Enum
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path

from saralau.keeping.keys import Keys

LOCAL = ("localhost", "127.0.0.1", "[::1]")
Network = IPv4Network | IPv6Network


class Identity(Enum):
    """How a server knows who asks: it is who sits at the machine; a proxy says so; people sign in; or it does not know."""

    LOCAL = "local"
    PROXY = "proxy"
    ACCOUNTS = "accounts"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Settings:
    """`library` is the folder with the acts. `hosts` are the names under which the server answers: a request for another
    name is refused, so that no page of another site can reach it by giving its own name our address. `language` is the one
    of the pages for who has not chosen one and whose browser asks for none of ours. Limits are for each client's address:
    pages a second, and computations a second.

    `header` is the one in which a proxy names who asks, in small letters; `proxies` are the addresses of proxies, which
    alone are believed. `keys` are those of saved cases: a server without them makes its own beside the library when a case
    is first saved. `secret` signs what browsers are given.
    """

    library: Path
    hosts: tuple[str, ...] = LOCAL
    language: str = "en"
    largest: int = 12 << 20  # bytes of a request
    pages: float = 40.0
    computations: float = 5.0
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    identity: Identity = Identity.LOCAL
    header: str = ""
    proxies: tuple[Network, ...] = ()
    keys: Keys | None = None
