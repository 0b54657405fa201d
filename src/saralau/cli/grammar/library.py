"""Commands on the library of acts."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from saralau.cli.grammar.options import Json, Library
from saralau.cli.speech import hint

app = typer.Typer()

Values = Annotated[Optional[list[str]], typer.Option("--facet", help=hint("help-search-facet"))]  # noqa: UP045


@app.command(help=hint("help-search"))
def search(
    words: Annotated[list[str], typer.Argument(help=hint("help-search-words"))],
    lang: Annotated[Optional[str], typer.Option("--lang", help=hint("help-search-lang"))] = None,  # noqa: UP045
    on: Annotated[Optional[str], typer.Option("--on", help=hint("help-search-on"))] = None,  # noqa: UP045
    act: Annotated[Optional[str], typer.Option("--in", help=hint("help-search-in"))] = None,  # noqa: UP045
    field: Annotated[Optional[str], typer.Option("--field", help=hint("help-search-field"))] = None,  # noqa: UP045
    facet: Values = None,
    group: Annotated[Optional[list[str]], typer.Option("--group", help=hint("help-search-group"))] = None,  # noqa: UP045
    feature: Annotated[Optional[list[str]], typer.Option("--feature", help=hint("help-search-feature"))] = None,  # noqa: UP045
    punishment: Annotated[Optional[list[str]], typer.Option("--punishment", help=hint("help-search-punishment"))] = None,  # noqa: UP045
    year: Annotated[Optional[list[str]], typer.Option("--year", help=hint("help-search-year"))] = None,  # noqa: UP045
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help=hint("help-search-limit"))] = 10,
    offset: Annotated[int, typer.Option("--offset", min=0, max=1000, help=hint("help-search-offset"))] = 0,
    library: Library = None,
    as_json: Json = False,
) -> None:
    """Provisions of the library's acts in which something is said, the best first."""
    from saralau.cli.searching import show_found

    only = {"group": group, "feature": feature, "punishment": punishment, "year": year}
    chosen = {name: tuple(values) for name, values in only.items() if values}
    show_found(" ".join(words), lang, on, act, field, tuple(facet or ()), chosen, limit, offset, library, as_json)
