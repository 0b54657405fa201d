"""What `saralau lsp` does: serve an editor over standard input and output."""

from __future__ import annotations

from saralau.cli.speech import ui_language
from saralau.messages import InputError


def serve_editor() -> None:
    """Serves until the editor leaves; one sentence if what it takes is not installed."""
    try:
        from saralau.lsp import serve
    except ModuleNotFoundError:
        raise InputError("lsp-absent") from None
    serve(ui_language())
