"""Commands on references between acts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from saralau.cli.grammar.options import Called, File, Json, Lang, Library
from saralau.cli.speech import hint
from saralau.messages import InputError

app = typer.Typer()


@app.command(help=hint("help-cite"))
def cite(
    file: File,
    annotate: Annotated[bool, typer.Option("--annotate", help=hint("help-annotate"))] = False,
    akn: Annotated[bool, typer.Option("--akn", help=hint("help-cite-akn"))] = False,
    output: Annotated[Optional[Path], typer.Option("-o", "--output", help=hint("help-cite-output"))] = None,  # noqa: UP045
    on: Annotated[Optional[str], typer.Option("--on", help=hint("help-on"))] = None,  # noqa: UP045
    called: Called = None,
    library: Library = None,
    as_json: Json = False,
    lang: Lang = None,
) -> None:
    """Every reference in a text."""
    from saralau.cli.references import show_citations, write_akn_with_references, write_annotated

    if output is not None and not (annotate or akn):
        raise InputError("output-of-what")
    if annotate + akn + as_json > 1:
        raise InputError("choose-one", options="--annotate, --akn, --json")
    if annotate:
        write_annotated(file, output, on, called, library, lang)
    elif akn:
        write_akn_with_references(file, output, on, called, library, lang)
    else:
        show_citations(file, as_json, on, called, library, lang)


@app.command(help=hint("help-graph"))
def graph(
    files: Annotated[list[Path], typer.Argument(help=hint("help-graph-files"))],
    output: Annotated[Optional[Path], typer.Option("-o", "--output", help=hint("help-graph-output"))] = None,  # noqa: UP045
    picture: Annotated[Optional[Path], typer.Option("--picture", help=hint("help-graph-picture"))] = None,  # noqa: UP045
    notes: Annotated[bool, typer.Option("--notes", help=hint("help-graph-notes"))] = False,
    library: Library = None,
    as_json: Json = False,
) -> None:
    """Who refers to whom in one act or several."""
    from saralau.cli.references import show_graph

    show_graph(files, output, picture, notes, library, as_json)


@app.command(help=hint("help-audit"))
def audit(
    paper: Annotated[Path, typer.Argument(help=hint("help-audit-paper"))],
    against: Annotated[Path, typer.Option("--against", help=hint("help-against"))],
    since: Annotated[Optional[str], typer.Option("--since", help=hint("help-since"))] = None,  # noqa: UP045
    before: Annotated[Optional[Path], typer.Option("--before", help=hint("help-audit-before"))] = None,  # noqa: UP045
    as_json: Json = False,
) -> None:
    """The references of a text to an act, with what stands there."""
    from saralau.cli.references import show_audit

    show_audit(paper, against, since, before, as_json)
