"""What `saralau serve` does: puts the doors together and listens, on this machine alone unless told otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from saralau.cli.speech import speak, ui_language
from saralau.messages import InputError

API = "/api/v1"


def serve(library: Path | None, host: str, port: int, names: Sequence[str]) -> None:
    """Serves until it is stopped."""
    try:
        import uvicorn

        from saralau.api.app import make_api
        from saralau.api.problems import refusal
        from saralau.web.app import make_app
        from saralau.web.security import guarded
        from saralau.web.settings import LOCAL, Settings
    except ModuleNotFoundError as missing:
        raise InputError("web-absent-extra", missing=missing.name) from None
    from saralau.corpus import know_own_acts, opened

    know_own_acts(opened(library))
    settings = Settings(opened(library), (*LOCAL, *(name.lower() for name in names)), ui_language())
    typer.echo(speak("web-serving", address=f"http://{host}:{port}/"), err=True)
    app = make_app(settings)
    app.mount(API, make_api(settings.library))
    guard = guarded(app, settings, {f"{API}/": refusal})
    uvicorn.run(guard, host=host, port=port, log_level="warning", server_header=False)
