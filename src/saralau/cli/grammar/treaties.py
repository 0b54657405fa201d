"""Commands on treaties."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from saralau.cli.grammar.options import Docx, Json, Pdf
from saralau.cli.speech import hint

app = typer.Typer()


@app.command(help=hint("help-cover"))
def cover(
    treaty: Annotated[str, typer.Argument(help=hint("help-treaty"))],
    codes: Annotated[Optional[list[str]], typer.Argument(help=hint("help-codes"))] = None,  # noqa: UP045
    compare: Annotated[bool, typer.Option("--compare", help=hint("help-cover-compare"))] = False,
    on: Annotated[Optional[list[str]], typer.Option("--on", help=hint("help-cover-on"))] = None,  # noqa: UP045
    html: Annotated[Optional[Path], typer.Option("--html", help=hint("help-cover-html"))] = None,  # noqa: UP045
    docx: Docx = None,
    pdf: Pdf = None,
    as_json: Json = False,
) -> None:
    """A treaty as a test suite of a code, or of several side by side."""
    from saralau.cli.treaties import show_coverage

    show_coverage(treaty, codes or [], on or [], html, (docx, pdf), as_json)


@app.command(help=hint("help-instruments"))
def instruments(
    jurisdiction: Annotated[str, typer.Argument(help=hint("help-jurisdiction"))],
    as_json: Json = False,
) -> None:
    """How a state stands to international instruments."""
    from saralau.cli.treaties import show_instruments

    show_instruments(jurisdiction, as_json)


@app.command(help=hint("help-relevance"))
def relevance(
    address: Annotated[str, typer.Argument(help=hint("help-explain-address"))],
    jurisdiction: Annotated[Optional[str], typer.Option("--jurisdiction", help=hint("help-jurisdiction"))] = None,  # noqa: UP045
    as_json: Json = False,
) -> None:
    """Which treaties bear on a provision."""
    from saralau.cli.treaties import show_relevance

    show_relevance(address, jurisdiction, as_json)
