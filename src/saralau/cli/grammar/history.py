"""Commands on how acts change, and whence they come."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from saralau.cli.grammar.options import Docx, File, Files, Html, Json, Lang, Others, Pdf
from saralau.cli.speech import hint

app = typer.Typer()


@app.command(help=hint("help-history"))
def history(
    file: File,
    address: Annotated[Optional[str], typer.Argument(help=hint("help-address"))] = None,  # noqa: UP045
    others: Others = None,
    html: Html = None,
    as_json: Json = False,
    lang: Lang = None,
) -> None:
    """The life of an act or of a provision."""
    from saralau.cli.history import show_history

    show_history(file, address, others or [], html, as_json, lang)


@app.command(help=hint("help-diff"))
def diff(
    old: Annotated[Path, typer.Argument(help=hint("help-diff-old"))],
    new: Annotated[Path, typer.Argument(help=hint("help-diff-new"))],
    html: Html = None,
    as_json: Json = False,
    lang: Lang = None,
) -> None:
    """Two editions side by side."""
    from saralau.cli.history import show_diff

    show_diff(old, new, html, as_json, lang)


@app.command("as-of", help=hint("help-as-of"))
def as_of(
    file: File,
    day: Annotated[str, typer.Argument(help=hint("help-day"))],
    address: Annotated[Optional[str], typer.Argument(help=hint("help-address"))] = None,  # noqa: UP045
    others: Others = None,
    as_json: Json = False,
    lang: Lang = None,
) -> None:
    """What is known of an act on a day."""
    from saralau.cli.history import show_standing

    show_standing(file, day, others or [], address, as_json, lang)


@app.command(help=hint("help-stability"))
def stability(
    files: Files,
    by: Annotated[str, typer.Option("--by", help=hint("help-stability-by"))] = "act",
    adopted: Annotated[Optional[str], typer.Option("--adopted", help=hint("help-adopted"))] = None,  # noqa: UP045
    html: Html = None,
    docx: Docx = None,
    pdf: Pdf = None,
    as_json: Json = False,
    lang: Lang = None,
) -> None:
    """How long the wordings of acts last."""
    from saralau.cli.history import show_stability

    show_stability(files, by, adopted, html, (docx, pdf), as_json, lang)


@app.command(help=hint("help-stale"))
def stale(
    file: File,
    cases: Annotated[Optional[Path], typer.Option("--cases", help=hint("help-stale-cases"))] = None,  # noqa: UP045
    against: Annotated[Optional[str], typer.Option("--register", help=hint("help-stale-register"))] = None,  # noqa: UP045
    as_json: Json = False,
    lang: Lang = None,
) -> None:
    """What a new edition makes stale."""
    from saralau.cli.history import show_stale

    show_stale(file, cases, against, as_json, lang)


@app.command(help=hint("help-causes"))
def causes(
    files: Annotated[list[Path], typer.Argument(help=hint("help-causes-files"))],
    against: Annotated[Optional[Path], typer.Option("--against", help=hint("help-causes-against"))] = None,  # noqa: UP045
    as_json: Json = False,
) -> None:
    """Why acts do not stand still: an indicator for each cause."""
    from saralau.cli.causes import show_causes

    show_causes(files, against, as_json)


@app.command(help=hint("help-timeline"))
def timeline(
    jurisdiction: Annotated[str, typer.Argument(help=hint("help-timeline-state"))],
    indicators: Annotated[Optional[Path], typer.Option("--indicators", help=hint("help-timeline-indicators"))] = None,  # noqa: UP045
    on: Annotated[Optional[str], typer.Option("--on", help=hint("help-timeline-on"))] = None,  # noqa: UP045
    html: Annotated[Optional[Path], typer.Option("--html", help=hint("help-timeline-html"))] = None,  # noqa: UP045
    picture: Annotated[Optional[Path], typer.Option("--svg", help=hint("help-timeline-svg"))] = None,  # noqa: UP045
    as_json: Json = False,
) -> None:
    """What regulates a state's digital environment, since when, until when."""
    from saralau.cli.timeline import show_timeline

    show_timeline(jurisdiction, indicators, on, html, picture, as_json)


@app.command(help=hint("help-lineage"))
def lineage(
    act: Annotated[str, typer.Argument(help=hint("help-lineage-act"))],
    address: Annotated[Optional[str], typer.Argument(help=hint("help-lineage-address"))] = None,  # noqa: UP045
    text: Annotated[Optional[Path], typer.Option("--text", help=hint("help-lineage-text"))] = None,  # noqa: UP045
    jurisdiction: Annotated[Optional[str], typer.Option("--jurisdiction", help=hint("help-jurisdiction"))] = None,  # noqa: UP045
    as_json: Json = False,
) -> None:
    """The line of descent of an act or a provision."""
    from saralau.cli.lineage import show_lineage

    show_lineage(act, address, text, jurisdiction, as_json)


@app.command(help=hint("help-concordance"))
def concordance(
    older: Annotated[Path, typer.Argument(help=hint("help-concordance-older"))],
    newer: Annotated[Path, typer.Argument(help=hint("help-concordance-newer"))],
    html: Annotated[Optional[Path], typer.Option("--html", help=hint("help-concordance-html"))] = None,  # noqa: UP045
    as_json: Json = False,
) -> None:
    """Which article of a newer act carries on which of an older one."""
    from saralau.cli.lineage import show_concordance

    show_concordance(older, newer, html, as_json)
