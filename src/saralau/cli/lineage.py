"""What the commands about descent do: an act beside the one that followed it, the line of a provision."""

from __future__ import annotations

from pathlib import Path

import typer

from saralau.cli.output import print_json, write_file
from saralau.cli.speech import speak, ui_language


def show_concordance(older: Path, newer: Path, html: Path | None, as_json: bool) -> None:
    """Prints which article of the newer act carries on which of the older one, or writes it as a page."""
    from saralau.acts import read_act
    from saralau.history import concord
    from saralau.report.concordance import concordance_lines, concordance_record

    found = concord(read_act(older), read_act(newer))
    if html is not None:
        from saralau.report.concordance_page import concordance_page

        write_file(html, concordance_page(found, ui_language()))
        typer.echo(speak("case-page-written", path=html), err=True)
    if as_json:
        print_json(concordance_record(found))
    elif html is None:
        for line in concordance_lines(found, ui_language()):
            typer.echo(line)


def show_lineage(act: str, address: str | None, text: Path | None, jurisdiction: str | None, as_json: bool) -> None:
    """Prints the line of descent of an act or a provision."""
    from saralau.report.lineage import trace
    from saralau.report.lineage_record import lineage_record
    from saralau.report.lineage_told import lineage_lines

    found = trace(act, address, text, jurisdiction)
    if as_json:
        print_json(lineage_record(found))
        return
    for line in lineage_lines(found, ui_language()):
        typer.echo(line)
