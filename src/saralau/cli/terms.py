"""What the command about the terms of several acts does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from saralau.cli.output import print_json, write_file
from saralau.cli.speech import ui_language


def show_terms(files: Sequence[Path], html: Path | None, picture: Path | None, as_json: bool) -> None:
    """Prints what is wrong with the terms of some acts read together; writes a page and a picture where asked to."""
    from saralau.report.terms import tell_terms

    told = tell_terms(files)
    code = ui_language()
    if html is not None:
        from saralau.report.terms_page import terms_page

        write_file(html, terms_page(told, code))
    if picture is not None:
        from saralau.report.terms_picture import terms_picture

        write_file(picture, terms_picture(told, code))
    if as_json:
        from saralau.report.terms_record import terms_record

        print_json(terms_record(told))
        return
    if html is None and picture is None:
        from saralau.report.terms_told import terms_lines

        for line in terms_lines(told, code):
            typer.echo(line)
    for place in filter(None, (html, picture)):
        typer.echo(str(place.resolve()))
