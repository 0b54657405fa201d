"""What `add` does: one text, or whatever paths hold, with progress and with what was skipped and why."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from saralau.cli.output import print_json
from saralau.cli.references import holdings
from saralau.cli.speech import speak, ui_language
from saralau.messages import InputError, say

if TYPE_CHECKING:
    from saralau.corpus.adding import Summary

_EACH = 5  # paths that are named for a reason
_FEW = 20  # skipped paths that are all named
_OFTEN = 0.2  # seconds between two looks at the progress, on a terminal
_SELDOM = 10.0  # elsewhere


def is_one_text(paths: Sequence[Path]) -> bool:
    """Whether the paths are one file that is no archive of several."""
    from saralau.corpus.sources.paths import holds_several

    return len(paths) == 1 and not holds_several(paths[0])


def add_one(
    file: Path,
    called: str | None,
    title: str | None,
    library: Path | None,
    lang: str | None,
    state: str | None,
    as_json: bool,
) -> None:
    """Puts an act into the library and its index, and prints what it is."""
    from saralau.citations.works import is_placed
    from saralau.corpus import add, opened
    from saralau.corpus.adding import refresh_index
    from saralau.corpus.library import held_record
    from saralau.corpus.store.catalogue import open_store

    folder = opened(library)
    holdings(library)
    held = add(file, folder, called, title, lang, _state(state))
    with open_store(folder, write=True) as store:
        refresh_index(store)
    if not is_placed(held.iri):
        typer.echo(speak("add-untold", name=str(file), iri=held.iri), err=True)
    if as_json:
        print_json(held_record(held))
    else:
        typer.echo(speak("library-added", act=held.id or held.iri, edition=held.edition, folder=str(folder)))


def add_paths(
    paths: Sequence[Path],
    library: Path | None,
    lang: str | None,
    state: str | None,
    jobs: int,
    strict: bool,
    again: bool,
    as_json: bool,
) -> None:
    """Adds what paths hold; ends with 130 if it was stopped, with 1 if `strict` and anything was skipped."""
    from saralau.corpus import know_own_acts, opened
    from saralau.corpus.adding import add_all

    folder, whose = opened(library), _state(state)
    know_own_acts(folder)
    with _progress(as_json) as told:
        summary = add_all(paths, folder, jobs=jobs, lang=lang or "", state=whose, again=again, told=told)
    if as_json:
        print_json(_record(summary, folder))
    else:
        _tell(summary, folder)
    if summary.stopped:
        typer.echo(speak("add-stopped"), err=True)
        raise typer.Exit(130)
    if not summary.added and not summary.known:
        if summary.skips:
            raise InputError("add-nothing", skipped=summary.skips)
        raise InputError("add-found-nothing", name=", ".join(map(str, paths)))
    if strict and summary.skips:
        typer.echo("saralau: " + speak("add-strict", skipped=str(summary.skips)), err=True)
        raise typer.Exit(1)


def _state(typed: str | None) -> str:
    """A state as it stands in addresses; "" if none is told."""
    state = (typed or "").lower()
    if state and not re.fullmatch("[a-z]{2}", state):
        raise InputError("state-unreadable", typed=state)
    return state


def _tell(summary: Summary, folder: Path) -> None:
    """What was skipped, by reason, and acts of no known state, on the second stream; on the first what came of it all."""
    by_reason: dict[str, list[str]] = {}
    for one in summary.skipped:
        sentences = by_reason.setdefault(one.reason, [])
        if len(sentences) < (_FEW if summary.skips <= _FEW else _EACH):
            sentences.append(say(one.reason, ui_language(), **dict(one.details)))
    for reason, sentences in by_reason.items():
        for sentence in sentences:
            typer.echo(sentence, err=True)
        if more := summary.reasons[reason] - len(sentences):
            typer.echo(speak("add-more", n=more), err=True)
    named = summary.unplaced[: _FEW if summary.untold <= _FEW else _EACH]
    for path, iri in named:
        typer.echo(speak("add-untold", name=path, iri=iri), err=True)
    if more := summary.untold - len(named):
        typer.echo(speak("add-more", n=more), err=True)
    counts = {"added": summary.added, "known": summary.known, "skipped": summary.skips, "aside": summary.aside}
    typer.echo(speak("add-summary", folder=str(folder), **{name: str(count) for name, count in counts.items()}))


def _record(summary: Summary, folder: Path) -> dict[str, object]:
    """What came of an adding, as JSON (`saralau/added/1`)."""
    return {
        "schema": "saralau/added/1",
        "library": str(folder),
        "added": summary.added,
        "known": summary.known,
        "skipped": summary.skips,
        "aside": summary.aside,
        "bytes": summary.bytes,
        "seconds": round(summary.seconds, 3),
        "stopped": summary.stopped,
        "unindexed": summary.unindexed,
        "untold": [{"path": path, "iri": iri} for path, iri in summary.unplaced],
        "reasons": dict(sorted(summary.reasons.items())),
        "paths": [
            {"path": one.path, "reason": one.reason, "told": say(one.reason, ui_language(), **dict(one.details))}
            for one in summary.skipped
        ],
    }


@contextmanager
def _progress(silent: bool) -> Iterator[Callable[[Summary, str], None]]:
    """How far it is: a line that changes on a terminal, a line now and then elsewhere, nothing beside JSON elsewhere."""
    terminal = sys.stderr.isatty()
    if silent and not terminal:
        yield lambda summary, path: None
        return
    begun = last = time.monotonic()

    def line(summary: Summary) -> str:
        done = summary.added + summary.known + summary.skips
        rate = done / max(time.monotonic() - begun, 0.001)
        return speak("add-progress", done=str(done), rate=f"{rate:.1f}", skipped=str(summary.skips))

    if not terminal:

        def plain(summary: Summary, path: str) -> None:
            nonlocal last
            if time.monotonic() - last > _SELDOM:
                last = time.monotonic()
                typer.echo(line(summary), err=True)

        yield plain
        return
    from rich.console import Console
    from rich.markup import escape

    console = Console(stderr=True, highlight=False)
    with console.status("") as status:

        def lively(summary: Summary, path: str) -> None:
            nonlocal last
            if time.monotonic() - last > _OFTEN:
                last = time.monotonic()
                status.update(escape(f"{line(summary)}  {path[-60:]}"))

        yield lively
