"""Commands that open doors for others: servers for browsers, programs and assistants."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from saralau.cli.grammar.options import Library
from saralau.cli.speech import hint

app = typer.Typer()


@app.command("serve", help=hint("help-serve"))
def serve(
    library: Library = None,
    host: Annotated[str, typer.Option("--host", help=hint("help-serve-host"))] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help=hint("help-serve-port"))] = 8080,
    names: Annotated[Optional[list[str]], typer.Option("--name", help=hint("help-serve-name"))] = None,  # noqa: UP045
    accounts: Annotated[bool, typer.Option("--accounts", help=hint("help-serve-accounts"))] = False,
    header: Annotated[Optional[str], typer.Option("--identity-header", help=hint("help-serve-header"))] = None,  # noqa: UP045
    proxies: Annotated[Optional[list[str]], typer.Option("--trusted-proxy", help=hint("help-serve-proxy"))] = None,  # noqa: UP045
    open_to_all: Annotated[bool, typer.Option("--open-to-all", help=hint("help-serve-open"))] = False,
) -> None:
    """The web application."""
    from saralau.cli.serve import Asked
    from saralau.cli.serve import serve as listen

    listen(library, Asked(host, port, names or (), accounts, header, proxies or (), open_to_all))


@app.command("mcp", help=hint("help-mcp"))
def mcp(
    library: Library = None,
    http: Annotated[Optional[str], typer.Option("--http", help=hint("help-mcp-http"))] = None,  # noqa: UP045
    names: Annotated[Optional[list[str]], typer.Option("--allow-host", help=hint("help-mcp-allow-host"))] = None,  # noqa: UP045
    proxies: Annotated[Optional[list[str]], typer.Option("--trusted-proxy", help=hint("help-serve-proxy"))] = None,  # noqa: UP045
) -> None:
    """A server for assistants."""
    from saralau.cli.mcp import serve_assistants

    serve_assistants(library, http, names or [], proxies or [])
