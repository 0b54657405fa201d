"""What the commands about definitions and causes of instability do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from saralau.cli.output import print_json
from saralau.cli.speech import ui_language


def show_definitions(files: Sequence[Path], as_json: bool) -> None:
    """Prints what each act defines, and whether each term is one of technology or of law."""
    from saralau.report.definitions import define, definition_lines, definition_records

    for file in files:
        defined = define(file)
        if as_json:
            for record in definition_records(defined):
                print_json(record)
            continue
        for line in definition_lines(defined, ui_language()):
            typer.echo(line)


def show_causes(files: Sequence[Path], against: Path | None, as_json: bool) -> None:
    """Prints the indicators of each act, and what they say beside another act's."""
    from saralau.report.causes import causes_lines, causes_record, compared_lines, limits_line, measure_files

    measured, reference = measure_files(files, against)
    code = ui_language()
    for one in measured:
        if as_json:
            print_json(causes_record(one, reference))
            continue
        for line in causes_lines(one, code):
            typer.echo(line)
        for line in compared_lines(one, reference, code) if reference is not None else ():
            typer.echo(line)
    if not as_json:
        typer.echo(limits_line(code))
