"""Commands on cases and on the encoded law they are held against."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from saralau.cli.grammar.options import Docx, Json, Pdf
from saralau.cli.speech import hint

app = typer.Typer()


@app.command(help=hint("help-qualify"))
def qualify(
    file: Annotated[Path, typer.Argument(help=hint("help-case"))],
    on: Annotated[Optional[str], typer.Option("--on", help=hint("help-qualify-on"))] = None,  # noqa: UP045
    html: Annotated[Optional[Path], typer.Option("--html", help=hint("help-qualify-html"))] = None,  # noqa: UP045
    docx: Docx = None,
    pdf: Pdf = None,
    batch: Annotated[bool, typer.Option("--batch", help=hint("help-qualify-batch"))] = False,
    output: Annotated[Optional[Path], typer.Option("-o", "--output", help=hint("help-qualify-output"))] = None,  # noqa: UP045
    jurisdiction: Annotated[Optional[str], typer.Option("--jurisdiction", help=hint("help-jurisdiction"))] = None,  # noqa: UP045
    as_json: Json = False,
) -> None:
    """What the facts of a case amount to, or those of every case of a table."""
    from saralau.cli.cases import qualify_table, show_qualification

    if batch:
        qualify_table(file, output, on, jurisdiction, as_json, {"--html": html, "--docx": docx, "--pdf": pdf})
    else:
        show_qualification(file, on, html, (docx, pdf), as_json, {"-o": output, "--jurisdiction": jurisdiction})


@app.command(help=hint("help-ask"))
def ask(
    file: Annotated[Path, typer.Argument(help=hint("help-case"))],
    output: Annotated[Optional[Path], typer.Option("-o", "--output", help=hint("help-ask-output"))] = None,  # noqa: UP045
    on: Annotated[Optional[str], typer.Option("--on", help=hint("help-qualify-on"))] = None,  # noqa: UP045
) -> None:
    """An interview about a case."""
    from saralau.cli.asking import interview

    interview(file, output, on)


@app.command(help=hint("help-test"))
def test(folder: Annotated[Path, typer.Argument(help=hint("help-cases"))], as_json: Json = False) -> None:
    """Cases that say what they expect, as a test suite."""
    from saralau.cli.cases import run_cases

    run_cases(folder, as_json)


@app.command(help=hint("help-explain"))
def explain(
    address: Annotated[str, typer.Argument(help=hint("help-explain-address"))],
    jurisdiction: Annotated[Optional[str], typer.Option("--jurisdiction", help=hint("help-jurisdiction"))] = None,  # noqa: UP045
    as_json: Json = False,
) -> None:
    """An encoded provision in words."""
    from saralau.cli.cases import show_explanation

    show_explanation(address, jurisdiction, as_json)


packs = typer.Typer(help=hint("help-packs"), no_args_is_help=True, rich_markup_mode=None)
app.add_typer(packs, name="pack")


@packs.command("new", help=hint("help-pack-new"))
def pack_new(
    register: Annotated[str, typer.Argument(help=hint("help-pack-register"))],
    articles: Annotated[list[str], typer.Argument(help=hint("help-pack-articles"))],
    output: Annotated[Optional[Path], typer.Option("-o", "--output", help=hint("help-pack-output"))] = None,  # noqa: UP045
) -> None:
    """A pack of elements to be filled in."""
    from saralau.cli.packs import start_pack

    start_pack(register, articles, output)


@packs.command("check", help=hint("help-pack-check"))
def pack_check(folder: Annotated[Path, typer.Argument(help=hint("help-pack-folder"))], as_json: Json = False) -> None:
    """Every pack of a folder, and encodings against their registers."""
    from saralau.cli.packs import check_packs

    check_packs(folder, as_json)
