"""Commands for those who draft: terms, rules, draft amendments."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from saralau.cli.grammar.options import Docx, Json, Lang, Pdf
from saralau.cli.speech import hint

app = typer.Typer()


@app.command(help=hint("help-definitions"))
def definitions(
    files: Annotated[list[Path], typer.Argument(help=hint("help-definitions-files"))],
    as_json: Json = False,
) -> None:
    """What acts define."""
    from saralau.cli.causes import show_definitions

    show_definitions(files, as_json)


@app.command(help=hint("help-terms"))
def terms(
    files: Annotated[list[Path], typer.Argument(help=hint("help-terms-files"))],
    html: Annotated[Optional[Path], typer.Option("--html", help=hint("help-terms-html"))] = None,  # noqa: UP045
    picture: Annotated[Optional[Path], typer.Option("--picture", help=hint("help-terms-picture"))] = None,  # noqa: UP045
    as_json: Json = False,
) -> None:
    """How acts use what they and each other define."""
    from saralau.cli.terms import show_terms

    show_terms(files, html, picture, as_json)


@app.command(help=hint("help-lint"))
def lint(
    files: Annotated[Optional[list[Path]], typer.Argument(help=hint("help-lint-files"))] = None,  # noqa: UP045
    select: Annotated[Optional[list[str]], typer.Option("--select", help=hint("help-lint-select"))] = None,  # noqa: UP045
    ignore: Annotated[Optional[list[str]], typer.Option("--ignore", help=hint("help-lint-ignore"))] = None,  # noqa: UP045
    form: Annotated[str, typer.Option("--format", help=hint("help-lint-format"))] = "text",
    output: Annotated[Optional[Path], typer.Option("-o", "--output", help=hint("help-lint-output"))] = None,  # noqa: UP045
    docx: Docx = None,
    pdf: Pdf = None,
    twin: Annotated[Optional[Path], typer.Option("--parallel", help=hint("help-lint-twin"))] = None,  # noqa: UP045
    fix: Annotated[bool, typer.Option("--fix", help=hint("help-lint-fix"))] = False,
    write_baseline: Annotated[Optional[Path], typer.Option("--write-baseline", help=hint("help-lint-baseline"))] = None,  # noqa: UP045
    rules: Annotated[bool, typer.Option("--rules", help=hint("help-lint-rules"))] = False,
    lang: Lang = None,
) -> None:
    """What is wrong with the text."""
    from saralau.cli.lint import show_lint, show_rules

    if rules or not files:
        show_rules(select or [])
        return
    show_lint(files, select or [], ignore or [], form, output, (docx, pdf), twin, fix, write_baseline, lang)


@app.command(help=hint("help-lsp"))
def lsp() -> None:
    """A language server for drafts."""
    from saralau.cli.lsp import serve_editor

    serve_editor()


drafts = typer.Typer(help=hint("help-draft"), no_args_is_help=True, rich_markup_mode=None)
app.add_typer(drafts, name="draft")
Standing = Annotated[Path, typer.Argument(help=hint("help-draft-act"))]
Drafted = Annotated[Path, typer.Argument(help=hint("help-draft-draft"))]


@drafts.command("read", help=hint("help-draft-read"))
def draft_read(act: Standing, draft: Drafted, as_json: Json = False, lang: Lang = None) -> None:
    """What a draft says."""
    from saralau.cli.drafts import show_draft

    show_draft(act, draft, lang, as_json)


@drafts.command("apply", help=hint("help-draft-apply"))
def draft_apply(
    act: Standing,
    draft: Drafted,
    output: Annotated[Optional[Path], typer.Option("-o", "--output", help=hint("help-draft-output"))] = None,  # noqa: UP045
    partial: Annotated[bool, typer.Option("--partial", help=hint("help-draft-partial"))] = False,
    lang: Lang = None,
) -> None:
    """The edition that a draft makes."""
    from saralau.cli.drafts import write_edition

    write_edition(act, draft, output, partial, lang)


@drafts.command("impact", help=hint("help-draft-impact"))
def draft_impact(
    act: Standing,
    draft: Drafted,
    patch: Annotated[Optional[Path], typer.Option("--patch", help=hint("help-draft-patch"))] = None,  # noqa: UP045
    cases: Annotated[Optional[Path], typer.Option("--cases", help=hint("help-draft-cases"))] = None,  # noqa: UP045
    html: Annotated[Optional[Path], typer.Option("--html", help=hint("help-draft-html"))] = None,  # noqa: UP045
    docx: Docx = None,
    pdf: Pdf = None,
    markdown: Annotated[Optional[Path], typer.Option("--markdown", help=hint("help-draft-markdown"))] = None,  # noqa: UP045
    no_words: Annotated[bool, typer.Option("--no-words", help=hint("help-draft-no-words"))] = False,
    as_json: Json = False,
    lang: Lang = None,
) -> None:
    """What a draft does."""
    from saralau.cli.drafts import show_impact

    show_impact(act, draft, patch, cases, (html, markdown), (docx, pdf), not no_words, as_json, lang)
