"""Writing a report as a Word document and as PDF, for the commands that offer both."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import typer

from saralau.cli.output import write_file
from saralau.cli.speech import speak
from saralau.messages import InputError

if TYPE_CHECKING:
    from saralau.report.paper import Paper

Papers: TypeAlias = "tuple[Path | None, Path | None]"  # the files for DOCX and for PDF


def today() -> str:
    """The day on which a paper is made (ISO)."""
    return datetime.date.today().isoformat()


def write_papers(places: Papers, make: Callable[[], Paper]) -> None:
    """Writes the files that are asked for and tells where they are. InputError at once without the extra."""
    docx, pdf = places
    writers: list[tuple[Path, Callable[[Paper], bytes]]] = []
    try:
        if docx is not None:
            from saralau.report.paper_docx import docx as as_docx

            writers.append((docx, as_docx))
        if pdf is not None:
            from saralau.report.paper_pdf import pdf as as_pdf

            writers.append((pdf, as_pdf))
    except ModuleNotFoundError:
        raise InputError("docs-absent") from None
    paper = make()
    for place, write in writers:
        write_file(place, write(paper))
        typer.echo(speak("case-page-written", path=place), err=True)
