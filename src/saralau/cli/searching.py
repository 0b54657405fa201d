"""What `saralau search` does."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import typer

from saralau.cli.output import print_json, read_date
from saralau.cli.speech import ui_language
from saralau.messages import InputError


def show_found(
    text: str,
    lang: str | None,
    on: str | None,
    act: str | None,
    field: str | None,
    facets: Sequence[str],
    only: Mapping[str, tuple[str, ...]],
    limit: int,
    offset: int,
    library: Path | None,
    as_json: bool,
) -> None:
    """Prints what was found: a JSON line, or lines for reading with what was found in bold."""
    try:
        import tantivy  # noqa: F401
    except ModuleNotFoundError:
        raise InputError("search-absent") from None
    from saralau.corpus import opened
    from saralau.corpus.searching import FACETS, FIELDS, Query, act_called, index_of, search
    from saralau.report.found import BOLD, found_lines, found_record

    if field is not None and field not in FIELDS:
        raise InputError("search-field", given=field, known=", ".join(FIELDS))
    counted: list[str] = []
    chosen = {name: list(values) for name, values in only.items()}
    for told in facets:
        name, equals, value = told.partition("=")
        if name not in FACETS:
            raise InputError("search-facet-unknown", given=name, known=", ".join(FACETS))
        if equals:
            chosen.setdefault(name, []).append(value)
        else:
            counted.append(name)
    index = index_of(opened(library))
    if lang is not None and lang not in index.languages:
        raise InputError("search-language", given=lang, known=", ".join(index.languages))
    query = Query(
        text,
        lang or "",
        read_date(on) if on else "",
        act_called(index, act) if act else "",
        field or "",
        {name: tuple(values) for name, values in chosen.items()},
        tuple(dict.fromkeys(counted)),
        limit,
        offset,
    )
    found = search(index, query)
    if as_json:
        print_json(found_record(found, query))
        return
    marks = BOLD if sys.stdout.isatty() and not os.environ.get("NO_COLOR") else ("", "")
    for line in found_lines(found, query, ui_language(), marks):
        typer.echo(line)
