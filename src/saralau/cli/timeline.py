"""What the command about a state's timeline does: print it, write it as a page or a picture."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import typer

from saralau.cli.output import print_json, read_date, write_file
from saralau.cli.speech import speak, ui_language


def show_timeline(
    jurisdiction: str, indicators: Path | None, on: str | None, html: Path | None, picture: Path | None, as_json: bool
) -> None:
    """Prints what regulates a state's digital environment and what became of it by a day, or writes a page or a picture."""
    from saralau.history.chronicle import timeline
    from saralau.history.indicators import read_indicators

    known = timeline(jurisdiction)
    if indicators is not None:
        known = replace(known, indicators=read_indicators(indicators, known.indicators))
    day = read_date(on) if on else known.as_of
    if html is not None:
        from saralau.report.timeline_page import timeline_page

        write_file(html, timeline_page(known, day, ui_language()))
        typer.echo(speak("case-page-written", path=html), err=True)
    if picture is not None:
        from saralau.report.charts import svg
        from saralau.report.timeline_chart import timeline_chart

        write_file(picture, svg(timeline_chart(known, day, ui_language(), alone=True)))
        typer.echo(speak("case-page-written", path=picture), err=True)
    if as_json:
        from saralau.report.timeline_record import timeline_record

        print_json(timeline_record(known, day))
    elif html is None and picture is None:
        from saralau.report.timeline import timeline_lines

        for line in timeline_lines(known, day, ui_language()):
            typer.echo(line)
