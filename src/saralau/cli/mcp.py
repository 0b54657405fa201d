"""What `saralau mcp` does: serve assistants over standard input and output, or over HTTP behind the guards of the web."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from saralau.cli.speech import speak, ui_language
from saralau.messages import InputError

if TYPE_CHECKING:
    from saralau.keeping.keeper import Keeper
    from saralau.mcp.limits import Limits
    from saralau.report.working import Working
    from saralau.web.security import App
    from saralau.web.settings import Network, Settings

_OFTEN = 20.0  # calls a second of one address: a model that works through a list asks faster than people


def serve_assistants(library: Path | None, http: str | None, names: Sequence[str] = (), proxies: Sequence[str] = ()) -> None:
    """Serves until the client leaves, or until it is stopped; one sentence if what it takes is not installed."""
    try:
        from saralau.mcp.serving import serve
    except ModuleNotFoundError as missing:
        raise InputError("mcp-absent", missing=missing.name) from None
    from saralau.cli.serve import networks
    from saralau.corpus import opened

    if http is None:
        serve(opened(library), ui_language())
        return
    host, port = _read(http)
    listen(opened(library), host.strip("[]"), port, names, networks(proxies))


def listen(
    library: Path, host: str, port: int, names: Sequence[str] = (), proxies: tuple[Network, ...] = (), code: str = ""
) -> None:
    """Serves over HTTP until it is stopped. InputError for a host that others can reach without `names` to be reached by,
    and where nobody has the token that others must show.
    """
    from saralau.mcp.limits import Limits
    from saralau.mcp.serving import PATH, is_local
    from saralau.web.listening import listen as listening
    from saralau.web.settings import Identity

    limits = Limits()
    settings = settings_for(library, host, names, proxies, limits, code or ui_language())
    shown = f"[{host}]" if ":" in host else host
    typer.echo(speak("mcp-serving", address=f"http://{shown}:{port}{PATH}"), err=True)
    if settings.identity is Identity.ACCOUNTS and not proxies and not is_local(host):
        typer.echo(speak("serve-plain"), err=True)
    app, close = guarded_app(settings, names, limits)
    try:
        listening(app, host, port, proxies)
    finally:
        close()


def settings_for(
    library: Path, host: str, names: Sequence[str], proxies: tuple[Network, ...], limits: Limits, code: str
) -> Settings:
    """The settings of the guards: tokens are asked for as soon as others could reach the server. InputError as `listen`."""
    from saralau.mcp.serving import is_local
    from saralau.web.settings import LOCAL, Identity, Settings

    if not names and not is_local(host):
        raise InputError("mcp-not-local", host=host)
    shared = bool(names) or not is_local(host)
    if shared and not _have_tokens(library):
        raise InputError("mcp-no-tokens", host=names[0])
    return Settings(
        library, (*LOCAL, *(name.lower() for name in names)), code, largest=limits.body, pages=_OFTEN, computations=_OFTEN,
        identity=Identity.ACCOUNTS if shared else Identity.LOCAL, proxies=proxies,
    )  # fmt: skip


def guarded_app(settings: Settings, names: Sequence[str], limits: Limits) -> tuple[App, partial[None]]:
    """The application behind host, size, rate, origin and who asks; and what ends its workers."""
    from saralau.keeping.keeper import Keeper
    from saralau.mcp.serving import PATH, make_app, refusal, working_for
    from saralau.web.bearers import Bearers
    from saralau.web.security import guarded

    working = working_for(settings.library, limits)
    keeper, refuser = Keeper(settings.library), partial(refusal, code=settings.language)
    inner = Bearers(make_app(working, names, settings.language, limits), settings, keeper, refuser)
    return guarded(inner, settings, {PATH: refuser}), partial(_closed, working, keeper)


def _closed(working: Working, keeper: Keeper) -> None:
    working.sandbox.close()
    keeper.close()


def _have_tokens(library: Path) -> bool:
    from saralau.keeping.connecting import have_keeping, now, open_keeping
    from saralau.keeping.tokens import tokens

    if not have_keeping(library):
        return False
    keeping = open_keeping(library)
    try:
        return any(one.until > now() for one in tokens(keeping))
    finally:
        keeping.engine.dispose()


def _read(typed: str) -> tuple[str, int]:
    """Host and port as they were typed. InputError where they are none."""
    host, _, port = typed.rpartition(":")
    if not host or not port.isascii() or not port.isdecimal() or not 0 < int(port) < 65536:
        raise InputError("mcp-http-typed", typed=typed)
    return host, int(port)
