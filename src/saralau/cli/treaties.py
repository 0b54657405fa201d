"""What the commands about treaties do: run one against codes, tell which bear on a provision."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from saralau.cli.output import print_json, read_date, write_file
from saralau.cli.papers import Papers, today, write_papers
from saralau.cli.speech import speak, ui_language
from saralau.messages import InputError


def show_coverage(
    name: str, codes: Sequence[str], on: Sequence[str], html: Path | None, papers: Papers, as_json: bool
) -> None:
    """Prints what a treaty finds punished in each code, or writes them side by side as a page, a Word document, a PDF."""
    from saralau.packs import load
    from saralau.report.coverage import coverage_lines, coverage_record
    from saralau.report.coverage_compared import compared_lines
    from saralau.treaties import cover, treaty

    where = list(dict.fromkeys(code.lower() for code in codes)) or [str(load("defaults")["register"]).split("/")[0]]
    days: list[str | None] = [read_date(one) for one in on] or [None]
    found = [cover(treaty(name.lower()), one, day) for one in where for day in days]
    if html is not None:
        from saralau.report.coverage_page import coverage_page

        write_file(html, coverage_page(found, ui_language()))
        typer.echo(speak("case-page-written", path=html), err=True)
    if any(papers):
        from saralau.report.coverage_paper import coverage_paper

        write_papers(papers, lambda: coverage_paper(found, ui_language(), today()))
    written = html is not None or any(papers)
    for one in found:
        if as_json:
            print_json(coverage_record(one))
        elif not written:
            for line in coverage_lines(one, ui_language()):
                typer.echo(line)
    if not as_json and not written:
        for line in compared_lines(found, ui_language()):
            typer.echo(line)


def show_relevance(address: str, jurisdiction: str | None, as_json: bool) -> None:
    """Prints which obligations of which treaties a provision meets, wholly or under further facts."""
    from saralau.packs import load
    from saralau.report.coverage import relevance_lines, relevance_records

    where = jurisdiction or str(load("defaults")["register"]).split("/")[0]
    if as_json:
        for record in relevance_records(where, address):
            print_json(record)
        return
    lines = list(relevance_lines(where, address, ui_language()))
    for line in lines or [speak("cover-bears-nothing", what=address)]:
        typer.echo(line)


def show_instruments(jurisdiction: str, as_json: bool) -> None:
    """Prints how a state stands to each international instrument, as of when and by which source."""
    from saralau.packs import load, names
    from saralau.treaties import treaty, treaty_names

    name = f"{jurisdiction.lower()}/instruments"
    if name not in names():
        known = sorted(one.partition("/")[0] for one in names() if one.endswith("/instruments"))
        raise InputError("instruments-unknown", typed=jurisdiction, known=", ".join(known) or "–")
    pack, code = load(name), ui_language()
    for row in pack["instruments"]:
        if as_json:
            print_json({**row, "schema": "saralau/instrument/1", "jurisdiction": jurisdiction, "as_of": pack["as_of"]})
            continue
        title = treaty(row["treaty"]).titles[code] if row["treaty"] in treaty_names() else row["treaty"]
        typer.echo(speak("instrument", title=title, adopted=row["adopted"], place=row["place"][code]))
        status = speak("instrument-" + row["status"].replace("_", "-"))
        since = speak("instrument-since", day=row.get("since") or speak("instrument-since-untold"))
        told = {"status": status + (f"; {since}" if row["status"] in ("party", "signed") else ""), "as_of": pack["as_of"]}
        typer.echo("  " + speak("instrument-status", **told))
        if row.get("in_force"):
            typer.echo("  " + speak("instrument-in-force", day=row["in_force"]))
        typer.echo("  " + speak("instrument-source-" + row["source"]))
