"""What `saralau serve` does: puts the doors together and listens, on this machine alone unless it knows who asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from saralau.cli.speech import speak, ui_language
from saralau.messages import InputError

if TYPE_CHECKING:
    from saralau.web.settings import Identity, Network, Settings

API = "/api/v1"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for: where to listen, under which names, and how to know who asks."""

    host: str = "127.0.0.1"
    port: int = 8080
    names: Sequence[str] = ()
    accounts: bool = False
    header: str | None = None
    proxies: Sequence[str] = ()
    open_to_all: bool = False


def serve(library: Path | None, asked: Asked) -> None:
    """Serves until it is stopped."""
    try:
        from saralau.api.app import make_api
        from saralau.api.problems import refusal
        from saralau.web.app import make_app
        from saralau.web.listening import listen
        from saralau.web.security import guarded
        from saralau.web.settings import Identity
    except ModuleNotFoundError as missing:
        raise InputError("web-absent-extra", missing=missing.name) from None
    from saralau.corpus import know_own_acts, opened

    know_own_acts(opened(library))
    settings = settings_for(opened(library), asked)
    typer.echo(speak("web-serving", address=f"http://{asked.host}:{asked.port}/"), err=True)
    if settings.identity is Identity.ACCOUNTS and not settings.proxies and not _is_here(asked.host):
        typer.echo(speak("serve-plain"), err=True)
    app = make_app(settings, {f"{API}/": refusal})
    keeper = None if settings.identity is Identity.OPEN else app.state.keeper
    app.mount(API, make_api(settings.library, keeper=keeper))
    listen(guarded(app, settings, {f"{API}/": refusal}), asked.host, asked.port, settings.proxies)


def settings_for(folder: Path, asked: Asked) -> Settings:
    """The settings of a server. InputError where it would be open to people of whom it does not know who they are."""
    from dataclasses import replace

    from saralau.keeping.keys import VARIABLE, VARIABLE_FILE, keys_of, secrets_given
    from saralau.web.settings import LOCAL, Identity, Settings

    identity, proxies = _identity(asked), networks(asked.proxies)
    if identity is Identity.LOCAL and (asked.names or not _is_here(asked.host)):
        raise InputError("serve-for-whom", host=asked.names[0] if asked.names else asked.host)
    if identity is Identity.PROXY and not proxies:
        raise InputError("serve-proxy-untold")
    shared = identity in (Identity.PROXY, Identity.ACCOUNTS)
    if shared and not secrets_given():
        raise InputError("serve-no-secret", variable=VARIABLE, other=VARIABLE_FILE)
    if identity is Identity.ACCOUNTS and not _have_accounts(folder):
        raise InputError("serve-no-accounts")
    hosts = (*LOCAL, *(name.lower() for name in asked.names))
    keys, header = keys_of(folder), (asked.header or "").lower()
    settings = Settings(folder, hosts, ui_language(), identity=identity, header=header, proxies=proxies, keys=keys)
    return replace(settings, secret=keys.forms) if keys else settings


def _identity(asked: Asked) -> Identity:
    from saralau.web.settings import Identity

    ways = {
        "--accounts": (asked.accounts, Identity.ACCOUNTS),
        "--identity-header": (bool(asked.header), Identity.PROXY),
        "--open-to-all": (asked.open_to_all, Identity.OPEN),
    }
    chosen = [(option, identity) for option, (told, identity) in ways.items() if told]
    if len(chosen) > 1:
        raise InputError("choose-one", options=", ".join(option for option, _ in chosen))
    return chosen[0][1] if chosen else Identity.LOCAL


def networks(typed: Sequence[str]) -> tuple[Network, ...]:
    """The addresses of proxies, as they were typed. InputError for what is none, and for every address."""
    try:
        found = tuple(ip_network(one, strict=False) for one in typed)
    except ValueError as flaw:
        raise InputError("serve-proxy-unreadable", why=flaw) from None
    if everybody := next((one for one in found if one.prefixlen == 0), None):
        raise InputError("serve-proxy-everybody", typed=everybody)
    return found


def _is_here(host: str) -> bool:
    """Whether only this machine can reach a server that listens there."""
    try:
        return host == "localhost" or ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False  # a name, which may be that of any address


def _have_accounts(folder: Path) -> bool:
    from saralau.keeping.connecting import have_keeping, open_keeping
    from saralau.keeping.people import accounts

    if not have_keeping(folder):
        return False
    keeping = open_keeping(folder)
    try:
        return any(one.password for one in accounts(keeping))
    finally:
        keeping.engine.dispose()
