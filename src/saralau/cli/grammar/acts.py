"""Commands that read acts: their structure, their offences, their registers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from saralau.cli.grammar.options import Before, Called, Csv, File, Json, Lang, Library
from saralau.cli.speech import hint
from saralau.messages import InputError

app = typer.Typer()


@app.command(help=hint("help-report"))
def report(
    file: Annotated[Optional[Path], typer.Argument(help=hint("help-report-file"))] = None,  # noqa: UP045
    output: Annotated[Path, typer.Option("-o", "--output", help=hint("help-output"))] = Path("report/index.html"),
    before: Before = None,
    lang: Lang = None,
    edition: Annotated[Optional[str], typer.Option("--register", help=hint("help-register-id"))] = None,  # noqa: UP045
    as_json: Json = False,
) -> None:
    """The page: the map of an act's cybercrime law."""
    from saralau.cli.commands import write_report

    write_report(file, output, before, lang, edition, as_json)


@app.command(help=hint("help-parse"))
def parse(
    file: File,
    form: Annotated[str, typer.Option("--format", help=hint("help-parse-format"))] = "tree",
    as_json: Json = False,
    lang: Lang = None,
) -> None:
    """The structure of an act, with addresses."""
    from saralau.cli.commands import show_structure

    if as_json and form not in ("tree", "json"):
        raise InputError("format-twice", given=form)
    show_structure(file, "json" if as_json else form, lang)


@app.command(help=hint("help-offences"))
def offences(file: File, as_json: Json = False, as_csv: Csv = False, lang: Lang = None) -> None:
    """Every offence of an act."""
    from saralau.cli.commands import show_offences

    show_offences(file, as_json, as_csv, lang)


@app.command(help=hint("help-classify"))
def classify(
    file: File,
    against: Annotated[Optional[Path], typer.Option("--compare", help=hint("help-compare"))] = None,  # noqa: UP045
    written: Annotated[str, typer.Option("--written", help=hint("help-written"))] = "2024-06-30",
    as_json: Json = False,
    as_csv: Csv = False,
    lang: Lang = None,
) -> None:
    """The three groups, with evidence and reasons."""
    from saralau.cli.commands import show_groups

    show_groups(file, against, written, as_json, as_csv, lang)


@app.command(help=hint("help-align"))
def align(
    one: Annotated[Path, typer.Argument(help=hint("help-align-one"))],
    other: Annotated[Path, typer.Argument(help=hint("help-align-other"))],
    every: Annotated[bool, typer.Option("--all", help=hint("help-align-all"))] = False,
    as_json: Json = False,
) -> None:
    """Two editions or languages of one act, article by article."""
    from saralau.cli.commands import show_alignment

    show_alignment(one, other, every, as_json)


@app.command(help=hint("help-register"))
def register(
    file: File,
    pack: Annotated[Path, typer.Option("--pack", help=hint("help-pack"))] = Path("packs"),
    as_json: Json = False,
    lang: Lang = None,
) -> None:
    """Generates the register of an act for a pack."""
    from saralau.cli.commands import write_register

    write_register(file, pack, lang, as_json)


@app.command(help=hint("help-add"))
def add(
    paths: Annotated[list[Path], typer.Argument(help=hint("help-add-files"))],
    called: Called = None,
    title: Annotated[Optional[str], typer.Option("--title", help=hint("help-add-title"))] = None,  # noqa: UP045
    library: Library = None,
    lang: Lang = None,
    state: Annotated[Optional[str], typer.Option("--state", help=hint("help-state"))] = None,  # noqa: UP045
    jobs: Annotated[int, typer.Option("--jobs", min=0, help=hint("help-jobs"))] = 0,
    strict: Annotated[bool, typer.Option("--strict", help=hint("help-strict"))] = False,
    again: Annotated[bool, typer.Option("--again", help=hint("help-again"))] = False,
    as_json: Json = False,
) -> None:
    """Acts into the library, so that references to them are resolved."""
    from saralau.cli.adding import add_one, add_paths, is_one_text

    if is_one_text(paths):
        add_one(paths[0], called, title, library, lang, state, as_json)
    elif called is not None or title is not None:
        raise InputError("choose-one", options=", ".join(map(str, paths)))
    else:
        add_paths(paths, library, lang, state, jobs, strict, again, as_json)


@app.command(help=hint("help-doctor"))
def doctor(
    repair: Annotated[bool, typer.Option("--repair", help=hint("help-repair"))] = False,
    rebuild: Annotated[bool, typer.Option("--rebuild", help=hint("help-rebuild"))] = False,
    library: Library = None,
    as_json: Json = False,
) -> None:
    """What is wrong with the library, and its repair."""
    from saralau.cli.library import examine_library

    examine_library(library, repair, rebuild, as_json)
