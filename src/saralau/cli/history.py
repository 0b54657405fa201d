"""What the commands about time do: the life of an act, two editions side by side, an act on a day."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from saralau.cli.output import print_json, read_date, write_file
from saralau.cli.papers import Papers, today, write_papers
from saralau.cli.speech import speak, ui_language
from saralau.messages import InputError

if TYPE_CHECKING:
    from saralau.acts import Act, Address
    from saralau.history.life import Life


def show_history(
    file: Path, address: str | None, others: Sequence[Path], html: Path | None, as_json: bool, lang: str | None
) -> None:
    """Prints the events in the life of an act or of a provision."""
    from saralau.acts import Address, read_act
    from saralau.history.life import life
    from saralau.report.history import event_record, life_lines

    acts = [read_act(path, lang) for path in (file, *others)]
    told = life(acts)
    at = None if address is None else known_article(Address.read(address), acts, told)
    events = told.events if at is None else told.of(at)
    if html is not None:
        from saralau.report.history_page import history_page

        write_file(html, history_page(told, events, acts, ui_language()))
        typer.echo(speak("case-page-written", path=html), err=True)
        return
    if as_json:
        for event in events:
            print_json(event_record(event, acts))
        return
    for line in life_lines(told, events, ui_language()):
        typer.echo(line)


def known_article(address: Address, acts: Sequence[Act], told: Life) -> Address:
    """The address, if a text has its article or a note tells of it; InputError otherwise."""
    from saralau.acts import Address

    if any(one.number == address.article for act in acts for one in act.articles()) or told.of(Address(address.article)):
        return address
    raise InputError("history-no-article", address=address.printed, file=acts[0].document.source.name)


def show_diff(old: Path, new: Path, html: Path | None, as_json: bool, lang: str | None) -> None:
    """Prints what differs between two editions, or writes it side by side."""
    from saralau.report.editions import diff_files, diff_lines, diff_record

    told = diff_files(old, new, lang)
    if html is not None:
        from saralau.report.editions_page import editions_page

        write_file(html, editions_page(told, ui_language()))
        typer.echo(speak("case-page-written", path=html), err=True)
        return
    if as_json:
        print_json(diff_record(told))
        return
    for line in diff_lines(told, ui_language()):
        typer.echo(line)


def show_standing(
    file: Path, day: str, others: Sequence[Path], address: str | None, as_json: bool, lang: str | None
) -> None:
    """Prints what is known of an act on a day."""
    from saralau.acts import Address, read_act
    from saralau.history.standing import standing_on
    from saralau.report.history import standing_lines, standing_record

    acts = [read_act(path, lang) for path in (file, *others)]
    told = standing_on(acts, read_date(day))
    at = None if address is None else known_article(Address.read(address), acts, told.life)
    if as_json:
        for row in told.articles:
            if at is None or at.holds(row.address) or row.address.holds(at):
                print_json(standing_record(row, told, acts))
        return
    for line in standing_lines(told, acts, ui_language(), at):
        typer.echo(line)


def show_stability(
    files: Sequence[Path],
    by: str,
    adopted: str | None,
    html: Path | None,
    papers: Papers,
    as_json: bool,
    lang: str | None,
) -> None:
    """Prints how long the wordings of acts last, or draws it."""
    if by not in _BY:
        raise InputError("stability-by-unknown", typed=by, known=", ".join(_BY))
    try:
        import lifelines  # noqa: F401
    except ModuleNotFoundError:
        raise InputError("survival-absent") from None
    from saralau.report.stability import measure_files, stability_lines, stability_record

    told = measure_files(files, by, None if adopted is None else read_date(adopted), lang)
    if html is not None:
        from saralau.report.stability_page import stability_page

        write_file(html, stability_page(told, ui_language()))
        typer.echo(speak("case-page-written", path=html), err=True)
    if any(papers):
        from saralau.report.stability_paper import stability_paper

        write_papers(papers, lambda: stability_paper(told, ui_language(), today()))
    if as_json and html is None:
        print_json(stability_record(told))
    elif html is None and not any(papers):
        for line in stability_lines(told, ui_language()):
            typer.echo(line)


def show_stale(file: Path, cases: Path | None, against: str | None, as_json: bool, lang: str | None) -> None:
    """Prints what a new edition makes stale."""
    from saralau.acts import read_act
    from saralau.corpus.staleness import find_stale
    from saralau.report.staleness import stale_lines, stale_record

    if cases is not None and not cases.is_dir():
        raise InputError("cases-folder-absent", name=cases)
    paths = sorted(cases.rglob("*.yaml")) if cases is not None else []
    told = find_stale(read_act(file, lang), paths, against)
    if as_json:
        print_json(stale_record(told))
        return
    for line in stale_lines(told, ui_language()):
        typer.echo(line)


_BY = ("act", "chapter", "year")
