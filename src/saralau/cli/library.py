"""The command that looks after a library of acts."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import typer

from saralau.cli.output import print_json
from saralau.cli.speech import speak


def examine_library(library: Path | None, mend: bool, anew: bool, as_json: bool) -> None:
    """Prints what is wrong with the library, after mending it if that is asked for; exit code 1 if anything is."""
    from saralau.corpus import opened
    from saralau.corpus.store.adopting import by_processes
    from saralau.corpus.store.doctor import examine, repair

    folder = opened(library)
    if mend or anew:
        with by_processes() as mapper:
            mended = repair(folder, anew=anew, mapper=mapper)
        for ailment in () if as_json else mended:
            typer.echo(speak(f"ailment-{ailment.kind}", path=ailment.path, why=ailment.why or "–"), err=True)
        if mended and not as_json:
            typer.echo(speak("library-mended", n=len(mended)), err=True)
    found = examine(folder)
    for ailment in found:
        if as_json:
            print_json({"schema": "saralau/ailment/1", **asdict(ailment)})
        else:
            typer.echo(speak(f"ailment-{ailment.kind}", path=ailment.path, why=ailment.why or "–"))
    if found:
        raise typer.Exit(1)
    if not as_json:
        typer.echo(speak("library-sound", folder=str(folder)))
