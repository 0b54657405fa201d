"""What the commands about cases do: qualify one, test a folder of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import typer

from saralau.cli.output import print_json, read_date, write_file
from saralau.cli.papers import Papers, today, write_papers
from saralau.cli.speech import speak, ui_language
from saralau.messages import InputError


def show_qualification(
    file: Path, on: str | None, html: Path | None, papers: Papers, as_json: bool, of_tables: Mapping[str, object]
) -> None:
    """Prints what the facts amount to, as lines or as JSON, or writes a page, a Word document, a PDF.

    `of_tables` are options that need --batch.
    """
    from saralau.cases import qualify, read_case
    from saralau.report.qualification import qualification_lines, qualification_record

    for option, given in of_tables.items():
        if given is not None:
            raise InputError("option-of-tables", option=option)
    found = qualify(read_case(file), None if on is None else read_date(on))
    if html is not None:
        from saralau.report.case_names import for_reading
        from saralau.report.memo import memo

        write_file(html, memo(for_reading(found, ui_language()), ui_language(), today()))
        typer.echo(speak("case-page-written", path=html), err=True)
    if any(papers):
        from saralau.report.case_names import for_reading
        from saralau.report.qualification_paper import qualification_paper

        write_papers(papers, lambda: qualification_paper(for_reading(found, ui_language()), ui_language(), today()))
    if as_json:
        print_json(qualification_record(found))
    if as_json or html is not None or any(papers):
        return
    for line in qualification_lines(found, ui_language()):
        typer.echo(line)


def qualify_table(
    table: Path, to: Path | None, on: str | None, jurisdiction: str | None, as_json: bool, of_cases: Mapping[str, object]
) -> None:
    """Qualifies every case of a table into another, and tells how many; on a terminal also on the way.

    `of_cases` are options that a table cannot have.
    """
    for option, given in of_cases.items():
        if given is not None:
            raise InputError("option-not-of-tables", option=option)
    if to is None:
        raise InputError("table-without-output")
    try:
        from saralau.corpus.answer_tables import qualify_table
    except ModuleNotFoundError:
        raise InputError("tables-absent") from None
    done = qualify_table(table, to, _usual(jurisdiction), None if on is None else read_date(on), _telling())
    if as_json:
        print_json({"schema": "saralau/qualified-table/1", "table": str(table), "answers": str(to), "cases": done})
    else:
        typer.echo(speak("table-qualified", cases=done, path=to))


def _telling() -> Callable[[int], None]:
    """Tells on a terminal, and only there, how many cases are done."""
    if not sys.stderr.isatty():
        return lambda done: None
    return lambda done: typer.echo(speak("table-done", cases=done), err=True)


def _usual(jurisdiction: str | None) -> str:
    from saralau.packs import load

    return jurisdiction or str(load("defaults")["register"]).split("/")[0]


def show_explanation(address: str, jurisdiction: str | None, as_json: bool) -> None:
    """Prints what an encoded provision demands and threatens."""
    from saralau.report.explaining import explanation_lines, explanation_record

    where = _usual(jurisdiction)
    if as_json:
        print_json(explanation_record(address, where))
        return
    for line in explanation_lines(address, where, ui_language()):
        typer.echo(line)


def run_cases(folder: Path, as_json: bool) -> None:
    """Holds every case against what it expects; prints differences and exits with 1 if there are any."""
    from saralau.cases import qualify, read_case
    from saralau.cases.testing import differences

    files = sorted(folder.rglob("*.yaml")) if folder.is_dir() else [folder]
    cases = [(file, case) for file in files if (case := read_case(file)).expected is not None]
    if not cases:
        raise InputError("case-folder-empty", name=folder)
    differing = 0
    for file, case in cases:
        found = differences(qualify(case))
        differing += bool(found)
        if as_json:
            rows = [{"kind": one.kind, "person": one.person, "what": one.what} for one in found]
            print_json({"schema": "saralau/case-test/1", "case": case.id, "file": str(file), "differences": rows})
            continue
        if found:
            typer.echo(str(file))
        for one in found:
            typer.echo("  " + speak(f"case-{one.kind}", person=one.person, what=one.what))
    if not as_json:
        message = "cases-differ" if differing else "cases-passed"
        typer.echo(speak(message, differ=differing, passed=len(cases) - differing, all=len(cases)))
    if differing:
        raise typer.Exit(1)
