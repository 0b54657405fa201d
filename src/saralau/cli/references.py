"""What the commands about references do: cite, audit, graph."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typer

from saralau.cli.output import print_json, read_date, write_file
from saralau.cli.speech import ui_language


def show_citations(
    file: Path, as_json: bool, on: str | None, called: str | None, library: Path | None, lang: str | None
) -> None:
    """Prints every reference: JSON lines, or a line for reading."""
    from saralau.report.citing import citation_lines, citation_record

    cited = _cited(file, on, called, library, lang)
    if as_json:
        for citation, resolution in cited.found:
            print_json(citation_record(citation, resolution, cited.document))
        return
    for line in citation_lines(cited, ui_language()):
        typer.echo(line)


def write_annotated(
    file: Path, output: Path | None, on: str | None, called: str | None, library: Path | None, lang: str | None
) -> None:
    """Writes the text with its references as links, or prints it."""
    from saralau.report.annotated import annotated

    _put(annotated(_cited(file, on, called, library, lang), ui_language()), output)


def write_akn_with_references(
    file: Path, output: Path | None, on: str | None, called: str | None, library: Path | None, lang: str | None
) -> None:
    """Writes the act as Akoma Ntoso with every reference as a link, or prints it."""
    from saralau.report.citing import citations_akn

    _put(citations_akn(_cited(file, on, called, library, lang)), output)


def _put(text: str, output: Path | None) -> None:
    if output is None:
        typer.echo(text, nl=False)
        return
    write_file(output, text)
    typer.echo(str(output.resolve()))


def show_audit(paper: Path, against: Path, since: str | None, before: Path | None, as_json: bool) -> None:
    """Prints the references of a text to an act, each with what stands there."""
    from saralau.report.citing import audit, audit_lines, audit_record

    audited = audit(paper, against, read_date(since) if since else None, before)
    if as_json:
        print_json(audit_record(audited))
        return
    for line in audit_lines(audited, ui_language()):
        typer.echo(line)


def show_graph(
    files: Sequence[Path], output: Path | None, picture: Path | None, notes: bool, library: Path | None, as_json: bool
) -> None:
    """Prints who refers to whom; writes GraphML and a picture where asked to."""
    from saralau.report.graph import graph_lines, graph_of_files, graph_picture, graph_record, graph_xml

    drawn = graph_of_files(files, holdings(library), notes=notes)
    if output is not None:
        write_file(output, graph_xml(drawn))
    if picture is not None:
        write_file(picture, graph_picture(drawn, ui_language()))
    if as_json:
        print_json(graph_record(drawn))
        return
    for line in graph_lines(drawn, ui_language()):
        typer.echo(line)
    for place in filter(None, (output, picture)):
        typer.echo(str(place.resolve()))


def _cited(file: Path, on: str | None, called: str | None, library: Path | None, lang: str | None) -> Any:
    from saralau.report.citing import cite

    return cite(file, lang, holdings(library), read_date(on) if on else None, called)


def holdings(folder: Path | None) -> Any:
    """The user's library; the acts that only it knows become known to this run."""
    from saralau.corpus import know_own_acts, library, opened

    place = opened(folder)
    know_own_acts(place)
    return library(place)
