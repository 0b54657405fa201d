"""Commands on a whole library: analyses into tables, questions to these in SQL."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from saralau.cli.grammar.options import Csv, Json, Library
from saralau.cli.speech import hint

app = typer.Typer()
corpus = typer.Typer(help=hint("help-corpus"), no_args_is_help=True, rich_markup_mode=None)
app.add_typer(corpus, name="corpus")

Engine = Annotated[str, typer.Option("--engine", help=hint("help-corpus-engine"))]
Address = Annotated[Optional[str], typer.Option("--address", help=hint("help-corpus-address"))]  # noqa: UP045
Shared = Annotated[bool, typer.Option("--shared", help=hint("help-corpus-shared"))]
Jobs = Annotated[Optional[int], typer.Option("--jobs", min=1, help=hint("help-corpus-jobs"))]  # noqa: UP045
Output = Annotated[Optional[Path], typer.Option("-o", "--output", help=hint("help-corpus-output"))]  # noqa: UP045


def _register(name: str) -> None:
    """A command for an analysis; all take the same."""

    @corpus.command(name, help=hint(f"help-corpus-{name}"))
    def run(
        engine: Engine = "local",
        address: Address = None,
        shared: Shared = False,
        jobs: Jobs = None,
        library: Library = None,
        output: Output = None,
        as_json: Json = False,
    ) -> None:
        from saralau.cli.corpus import run_analyses

        run_analyses(name, engine, address, shared, jobs, library, output, as_json)


for _name in ("stats", "cite-graph", "offences", "terms", "stability", "all"):
    _register(_name)


@app.command("sql", help=hint("help-sql"))
def sql(
    query: Annotated[Optional[str], typer.Argument(help=hint("help-sql-query"))] = None,  # noqa: UP045
    library: Library = None,
    tables: Annotated[Optional[Path], typer.Option("--tables", help=hint("help-sql-tables"))] = None,  # noqa: UP045
    megabytes: Annotated[int, typer.Option("--memory", min=16, help=hint("help-sql-memory"))] = 1024,
    seconds: Annotated[float, typer.Option("--seconds", min=0.01, help=hint("help-sql-seconds"))] = 60,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """A question to the tables."""
    from saralau.cli.corpus import ask_tables

    ask_tables(query, library, tables, megabytes, seconds, as_json, as_csv)
