"""The command line: no logic of its own. Rooms are imported inside commands, so that `--help` answers at once."""

from __future__ import annotations

import gc
import sys
from typing import Annotated, Optional

import typer

from saralau.cli.grammar import accounts, acts, cases, corpus, doors, drafting, history, library, references, treaties
from saralau.cli.speech import hint, ui_language
from saralau.messages import InputError
from saralau.version import __version__

app = typer.Typer(
    name="saralau",
    help=hint("help-app"),
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
)
for _subject in (acts, references, library, corpus, cases, treaties, history, drafting, doors, accounts):
    app.add_typer(_subject.app)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"saralau {__version__}")
        raise typer.Exit


@app.callback()
def options(
    ui: Annotated[Optional[str], typer.Option("--ui", help=hint("help-ui"), envvar="SARALAU_LANG")] = None,  # noqa: UP045
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help=hint("help-version"))] = False,
) -> None:
    """Settings for every command."""
    if ui:
        ui_language(ui)


def run() -> None:
    """The console script: one clear sentence and exit code 2 for input that cannot be used."""
    # What is understood of an act is many small records that live until the end: looking for garbage among them every few
    # hundred is a tenth of the time of most commands.
    gc.set_threshold(50_000, 20, 50)
    try:
        app()
    except InputError as flaw:
        typer.echo(f"saralau: {flaw.told(ui_language())}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)


if __name__ == "__main__":
    run()
