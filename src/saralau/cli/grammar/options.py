"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from saralau.cli.speech import hint

File = Annotated[Path, typer.Argument(help=hint("help-file"))]
Files = Annotated[list[Path], typer.Argument(help=hint("help-files"))]
Lang = Annotated[Optional[str], typer.Option("--lang", help=hint("help-lang"))]  # noqa: UP045  # Typer reads Optional
Json = Annotated[bool, typer.Option("--json", help=hint("help-json"))]
Library = Annotated[Optional[Path], typer.Option("--library", help=hint("help-library"))]  # noqa: UP045
Called = Annotated[Optional[str], typer.Option("--as", help=hint("help-as"))]  # noqa: UP045
Csv = Annotated[bool, typer.Option("--csv", help=hint("help-csv"))]
Others = Annotated[Optional[list[Path]], typer.Option("--with", help=hint("help-with"))]  # noqa: UP045
Html = Annotated[Optional[Path], typer.Option("--html", help=hint("help-html"))]  # noqa: UP045
Docx = Annotated[Optional[Path], typer.Option("--docx", help=hint("help-docx"))]  # noqa: UP045
Pdf = Annotated[Optional[Path], typer.Option("--pdf", help=hint("help-pdf"))]  # noqa: UP045
Before = Annotated[Optional[Path], typer.Option("--before", help=hint("help-before"))]  # noqa: UP045
