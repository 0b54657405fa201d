"""What the commands on a whole library do: analyses into tables, questions to these."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

import typer

from saralau.cli.output import print_json
from saralau.cli.speech import speak
from saralau.messages import InputError

_ENGINES = ("local", "ray")
_SHOWN = 100  # rows on a terminal
_WIDEST = 60  # characters of a cell there


def run_analyses(
    name: str,
    engine: str,
    address: str | None,
    shared: bool,
    jobs: int | None,
    library: Path | None,
    output: Path | None,
    as_json: bool,
) -> None:
    """Asks one analysis, or all, of every text of the library; prints what was written."""
    from saralau.corpus import know_own_acts, opened

    if engine not in _ENGINES:
        raise InputError("choose-one", options=", ".join(f"--engine {one}" for one in _ENGINES))
    for option, given in (("--address", address is not None), ("--shared", shared)):
        if given and engine != "ray":
            raise InputError("option-of-ray", option=option)
    try:
        from saralau.corpus.analysis.holdings import texts_of
        from saralau.corpus.analysis.registry import ANALYSES
        from saralau.corpus.analysis.running import run
        from saralau.corpus.analysis.titles import titles_in
    except ModuleNotFoundError:
        raise InputError("tables-absent") from None
    folder = opened(library)
    know_own_acts(folder)
    names = tuple(ANALYSES) if name == "all" else (name,)
    asked, target = _engine(engine, address, shared, jobs), output or folder / "tables"
    with titles_in(folder) as titles:
        done = run(names, texts_of(folder), asked, target, _telling(), titles)
    if as_json:
        told = {"texts": done.texts, "skipped": done.skipped, "tables": dict(done.rows), "folder": done.folder}
        print_json({"schema": "saralau/corpus-run/1", "analyses": list(names), **told})
        return
    for table, rows in done.rows.items():
        typer.echo(speak("corpus-table", table=table, rows=rows))
    typer.echo(speak("corpus-done", texts=done.texts, folder=done.folder))
    if done.skipped:
        typer.echo(speak("corpus-skipped", skipped=done.skipped), err=True)


def _engine(engine: str, address: str | None, shared: bool, jobs: int | None) -> Any:
    if engine == "ray":
        from saralau.corpus.analysis.cluster import ray_cluster

        return ray_cluster(address, shared=shared, jobs=jobs)
    from saralau.corpus.analysis.local import local

    return local(jobs)


def _telling() -> Callable[[Any], None]:
    """Tells on a terminal, and only there, how many texts are done."""
    if not sys.stderr.isatty():
        return lambda done: None
    texts = 0

    def tell(done: Any) -> None:
        nonlocal texts
        texts += len(done.batch.texts)
        typer.echo(speak("corpus-progress", texts=texts), err=True)

    return tell


def ask_tables(
    query: str | None, library: Path | None, tables: Path | None, megabytes: int, seconds: float, as_json: bool, as_csv: bool
) -> None:
    """Prints the answer to a question in SQL; without one, which tables there are."""
    from saralau.corpus import opened

    if as_json and as_csv:
        raise InputError("choose-one", options="--json, --csv")
    try:
        from saralau.corpus.analysis.sql import Limits, answer
    except ModuleNotFoundError:
        raise InputError("tables-absent") from None
    folder = tables or opened(library) / "tables"
    if query is None:
        _show_tables(folder, as_json)
        return
    with answer(folder, query, Limits(megabytes, seconds)) as answered:
        if as_json:
            for row in answered.rows:
                print_json(dict(zip(answered.names, map(_plain, row), strict=True)))
        elif as_csv:
            writer = csv.writer(sys.stdout, lineterminator="\n")
            writer.writerow(answered.names)
            writer.writerows([_cell(value) for value in row] for row in answered.rows)
        else:
            _print_table(answered.names, answered.types, list(islice(answered.rows, _SHOWN + 1)))


def _show_tables(folder: Path, as_json: bool) -> None:
    from saralau.corpus.analysis.sql import tables_of

    for table, columns in tables_of(folder):
        if as_json:
            print_json({"table": table, "columns": [{"name": name, "type": kind} for name, kind in columns]})
        else:
            typer.echo(f"{table}({', '.join(name for name, _ in columns)})")


def _print_table(names: Sequence[str], types: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    shown = [[_shown(value) for value in row] for row in rows[:_SHOWN]]
    widths = [max(map(len, column)) for column in zip(map(_shown, names), *shown, strict=True)]
    numbers = [kind.endswith("INT") or kind.startswith(("DECIMAL", "DOUBLE", "FLOAT")) for kind in types]
    for line in (list(map(_shown, names)), ["-" * width for width in widths], *shown):
        cells = [
            cell.rjust(width) if number else cell.ljust(width)
            for cell, width, number in zip(line, widths, numbers, strict=True)
        ]
        typer.echo("  ".join(cells).rstrip())
    if len(rows) > _SHOWN:
        typer.echo(speak("sql-more", shown=_SHOWN))


def _shown(value: Any) -> str:
    """A cell on a terminal: one line, no sign that would steer it, not too wide."""
    words = "".join(sign if sign.isprintable() else " " for sign in _cell(value))
    return words if len(words) <= _WIDEST else words[: _WIDEST - 1] + "…"


def _cell(value: Any) -> str:
    """A value as a cell: a list joined with "; ", what is unknown empty."""
    import json

    plain = _plain(value)
    if plain is None:
        return ""
    if isinstance(plain, list) and all(one is None or isinstance(one, str | int | float) for one in plain):
        return "; ".join(map(_cell, plain))
    if isinstance(plain, str):
        return plain
    return json.dumps(plain, ensure_ascii=False)


def _plain(value: Any) -> Any:
    """A value as JSON has it; what JSON has no form for as a string."""
    if isinstance(value, float) and value - value != 0:  # no number, or none that is finite
        return None
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(value).hex()
    return str(value)
