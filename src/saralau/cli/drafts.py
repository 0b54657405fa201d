"""What the commands about drafts do: read one, write the edition that it makes, tell what it does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from saralau.cli.output import print_json, write_file
from saralau.cli.papers import Papers, today, write_papers
from saralau.cli.speech import speak, ui_language
from saralau.messages import InputError

if TYPE_CHECKING:
    from saralau.acts import Act
    from saralau.drafts import Draft


def show_draft(act: Path, draft: Path, lang: str | None, as_json: bool) -> None:
    """Prints what a draft says; exits with 1 where something of it cannot be followed."""
    from saralau.report.draft_record import draft_record
    from saralau.report.draft_told import draft_lines

    _, read = _read(act, draft, lang)
    if as_json:
        print_json(draft_record(read))
    else:
        for line in draft_lines(read, ui_language()):
            typer.echo(line)
    if read.refused or read.rest:
        raise typer.Exit(1)


def write_edition(act: Path, draft: Path, output: Path | None, partial: bool, lang: str | None) -> None:
    """Writes or prints the new edition; what was not understood goes to the other channel, and stops it unless `partial`."""
    from saralau.drafts import apply
    from saralau.report.draft_told import unfollowed

    standing, read = _read(act, draft, lang)
    for line in unfollowed(read, ui_language()):
        typer.echo(line, err=True)
    if read.refused:
        raise typer.Exit(2)
    if read.rest and not partial:
        raise InputError("draft-partly", count=len(read.rest))
    text = apply(standing, read)
    if output is None:
        typer.echo(text, nl=False)
    else:
        write_file(output, text)
        typer.echo(speak("draft-written", path=output), err=True)


def show_impact(
    act: Path,
    draft: Path,
    patch: Path | None,
    cases: Path | None,
    pages: tuple[Path | None, Path | None],
    papers: Papers,
    words: bool,
    as_json: bool,
    lang: str | None,
) -> None:
    """Prints what a draft does, or writes it; `pages` are the files for HTML and Markdown."""
    from saralau.drafts.impact import weigh
    from saralau.lint import chosen
    from saralau.lint.configuring import settings_for
    from saralau.report.draft_findings import linted
    from saralau.report.draft_record import impact_record
    from saralau.report.draft_told import impact_lines, impact_markdown

    html, markdown = pages
    standing, read = _read(act, draft, lang)
    if cases is not None and not cases.is_dir():
        raise InputError("file-absent", name=cases)
    told = weigh(standing, read, patch, sorted(cases.rglob("*.yaml")) if cases is not None else ())
    settings = settings_for(act)
    found = linted(told, chosen(settings.select, settings.ignore))
    if html is not None:
        from saralau.report.draft_page import impact_page

        write_file(html, impact_page(told, found, ui_language()))
    if markdown is not None:
        write_file(markdown, impact_markdown(told, found, ui_language(), quoting=words))
    for place in filter(None, pages):
        typer.echo(speak("draft-written", path=place), err=True)
    if any(papers):
        from saralau.report.impact_paper import impact_paper

        write_papers(papers, lambda: impact_paper(told, found, ui_language(), today()))
    if as_json:
        print_json(impact_record(told, found))
    elif not any((*pages, *papers)):
        for line in impact_lines(told, found, ui_language()):
            typer.echo(line)


def _read(act: Path, draft: Path, lang: str | None) -> tuple[Act, Draft]:
    from saralau.acts import read_act
    from saralau.documents import read
    from saralau.drafts import read_draft

    standing = read_act(act, lang)
    return standing, read_draft(read(draft), standing)
