"""The command line: no logic of its own. Rooms are imported inside commands, so that `--help` answers at once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Optional

import typer

from saralau.cli.speech import hint, ui_language
from saralau.messages import InputError
from saralau.version import __version__

app = typer.Typer(
    name="saralau",
    help=hint("help-app"),
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
)

File = Annotated[Path, typer.Argument(help=hint("help-file"))]
Files = Annotated[list[Path], typer.Argument(help=hint("help-files"))]
Lang = Annotated[Optional[str], typer.Option("--lang", help=hint("help-lang"))]  # noqa: UP045  # Typer reads Optional
Json = Annotated[bool, typer.Option("--json", help=hint("help-json"))]
Library = Annotated[Optional[Path], typer.Option("--library", help=hint("help-library"))]  # noqa: UP045
Called = Annotated[Optional[str], typer.Option("--as", help=hint("help-as"))]  # noqa: UP045
Csv = Annotated[bool, typer.Option("--csv", help=hint("help-csv"))]
Others = Annotated[Optional[list[Path]], typer.Option("--with", help=hint("help-with"))]  # noqa: UP045
Html = Annotated[Optional[Path], typer.Option("--html", help=hint("help-html"))]  # noqa: UP045
Before = Annotated[Optional[Path], typer.Option("--before", help=hint("help-before"))]  # noqa: UP045


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"saralau {__version__}")
        raise typer.Exit


@app.callback()
def options(
    ui: Annotated[Optional[str], typer.Option("--ui", help=hint("help-ui"), envvar="SARALAU_LANG")] = None,  # noqa: UP045
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help=hint("help-version"))] = False,
) -> None:
    """Settings for every command."""
    if ui:
        ui_language(ui)


@app.command(help=hint("help-report"))
def report(
    file: Annotated[Optional[Path], typer.Argument(help=hint("help-report-file"))] = None,  # noqa: UP045
    output: Annotated[Path, typer.Option("-o", "--output", help=hint("help-output"))] = Path("report/index.html"),
    before: Before = None,
    lang: Lang = None,
    edition: Annotated[Optional[str], typer.Option("--register", help=hint("help-register-id"))] = None,  # noqa: UP045
    as_json: Json = False,
) -> None:
    """The page: the map of an act's cybercrime law."""
    from saralau.cli.commands import write_report

    write_report(file, output, before, lang, edition, as_json)


@app.command(help=hint("help-parse"))
def parse(
    file: File,
    form: Annotated[str, typer.Option("--format", help=hint("help-parse-format"))] = "tree",
    as_json: Json = False,
    lang: Lang = None,
) -> None:
    """The structure of an act, with addresses."""
    from saralau.cli.commands import show_structure

    if as_json and form not in ("tree", "json"):
        raise InputError("format-twice", given=form)
    show_structure(file, "json" if as_json else form, lang)


@app.command(help=hint("help-offences"))
def offences(file: File, as_json: Json = False, as_csv: Csv = False, lang: Lang = None) -> None:
    """Every offence of an act."""
    from saralau.cli.commands import show_offences

    show_offences(file, as_json, as_csv, lang)


@app.command(help=hint("help-classify"))
def classify(
    file: File,
    against: Annotated[Optional[Path], typer.Option("--compare", help=hint("help-compare"))] = None,  # noqa: UP045
    written: Annotated[str, typer.Option("--written", help=hint("help-written"))] = "2024-06-30",
    as_json: Json = False,
    as_csv: Csv = False,
    lang: Lang = None,
) -> None:
    """The three groups, with evidence and reasons."""
    from saralau.cli.commands import show_groups

    show_groups(file, against, written, as_json, as_csv, lang)


@app.command(help=hint("help-cite"))
def cite(
    file: File,
    annotate: Annotated[bool, typer.Option("--annotate", help=hint("help-annotate"))] = False,
    akn: Annotated[bool, typer.Option("--akn", help=hint("help-cite-akn"))] = False,
    output: Annotated[Optional[Path], typer.Option("-o", "--output", help=hint("help-cite-output"))] = None,  # noqa: UP045
    on: Annotated[Optional[str], typer.Option("--on", help=hint("help-on"))] = None,  # noqa: UP045
    called: Called = None,
    library: Library = None,
    as_json: Json = False,
    lang: Lang = None,
) -> None:
    """Every reference in a text."""
    from saralau.cli.references import show_citations, write_akn_with_references, write_annotated

    if output is not None and not (annotate or akn):
        raise InputError("output-of-what")
    if annotate + akn + as_json > 1:
        raise InputError("choose-one", options="--annotate, --akn, --json")
    if annotate:
        write_annotated(file, output, on, called, library, lang)
    elif akn:
        write_akn_with_references(file, output, on, called, library, lang)
    else:
        show_citations(file, as_json, on, called, library, lang)


@app.command(help=hint("help-graph"))
def graph(
    files: Annotated[list[Path], typer.Argument(help=hint("help-graph-files"))],
    output: Annotated[Optional[Path], typer.Option("-o", "--output", help=hint("help-graph-output"))] = None,  # noqa: UP045
    picture: Annotated[Optional[Path], typer.Option("--picture", help=hint("help-graph-picture"))] = None,  # noqa: UP045
    notes: Annotated[bool, typer.Option("--notes", help=hint("help-graph-notes"))] = False,
    library: Library = None,
    as_json: Json = False,
) -> None:
    """Who refers to whom in one act or several."""
    from saralau.cli.references import show_graph

    show_graph(files, output, picture, notes, library, as_json)


@app.command(help=hint("help-add"))
def add(
    files: Annotated[list[Path], typer.Argument(help=hint("help-add-files"))],
    called: Called = None,
    title: Annotated[Optional[str], typer.Option("--title", help=hint("help-add-title"))] = None,  # noqa: UP045
    library: Library = None,
    lang: Lang = None,
    as_json: Json = False,
) -> None:
    """Acts into the library, so that references to them are resolved."""
    from saralau.cli.references import add_files

    add_files(files, called, title, library, lang, as_json)


@app.command(help=hint("help-audit"))
def audit(
    paper: Annotated[Path, typer.Argument(help=hint("help-audit-paper"))],
    against: Annotated[Path, typer.Option("--against", help=hint("help-against"))],
    since: Annotated[Optional[str], typer.Option("--since", help=hint("help-since"))] = None,  # noqa: UP045
    before: Annotated[Optional[Path], typer.Option("--before", help=hint("help-audit-before"))] = None,  # noqa: UP045
    as_json: Json = False,
) -> None:
    """The references of a text to an act, with what stands there."""
    from saralau.cli.references import show_audit

    show_audit(paper, against, since, before, as_json)


@app.command(help=hint("help-align"))
def align(
    one: Annotated[Path, typer.Argument(help=hint("help-align-one"))],
    other: Annotated[Path, typer.Argument(help=hint("help-align-other"))],
    every: Annotated[bool, typer.Option("--all", help=hint("help-align-all"))] = False,
    as_json: Json = False,
) -> None:
    """Two editions or languages of one act, article by article."""
    from saralau.cli.commands import show_alignment

    show_alignment(one, other, every, as_json)


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


@app.command(help=hint("help-causes"))
def causes(
    files: Annotated[list[Path], typer.Argument(help=hint("help-causes-files"))],
    against: Annotated[Optional[Path], typer.Option("--against", help=hint("help-causes-against"))] = None,  # noqa: UP045
    as_json: Json = False,
) -> None:
    """Why acts do not stand still: an indicator for each cause."""
    from saralau.cli.causes import show_causes

    show_causes(files, against, as_json)


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


@app.command(help=hint("help-qualify"))
def qualify(
    file: Annotated[Path, typer.Argument(help=hint("help-case"))],
    on: Annotated[Optional[str], typer.Option("--on", help=hint("help-qualify-on"))] = None,  # noqa: UP045
    html: Annotated[Optional[Path], typer.Option("--html", help=hint("help-qualify-html"))] = None,  # noqa: UP045
    batch: Annotated[bool, typer.Option("--batch", help=hint("help-qualify-batch"))] = False,
    output: Annotated[Optional[Path], typer.Option("-o", "--output", help=hint("help-qualify-output"))] = None,  # noqa: UP045
    jurisdiction: Annotated[Optional[str], typer.Option("--jurisdiction", help=hint("help-jurisdiction"))] = None,  # noqa: UP045
    as_json: Json = False,
) -> None:
    """What the facts of a case amount to, or those of every case of a table."""
    from saralau.cli.cases import qualify_table, show_qualification

    if batch:
        qualify_table(file, output, on, jurisdiction, as_json, html)
    else:
        show_qualification(file, on, html, as_json, {"-o": output, "--jurisdiction": jurisdiction})


@app.command(help=hint("help-cover"))
def cover(
    treaty: Annotated[str, typer.Argument(help=hint("help-treaty"))],
    codes: Annotated[Optional[list[str]], typer.Argument(help=hint("help-codes"))] = None,  # noqa: UP045
    compare: Annotated[bool, typer.Option("--compare", help=hint("help-cover-compare"))] = False,
    on: Annotated[Optional[list[str]], typer.Option("--on", help=hint("help-cover-on"))] = None,  # noqa: UP045
    html: Annotated[Optional[Path], typer.Option("--html", help=hint("help-cover-html"))] = None,  # noqa: UP045
    docx: Annotated[Optional[Path], typer.Option("--docx", help=hint("help-cover-docx"))] = None,  # noqa: UP045
    as_json: Json = False,
) -> None:
    """A treaty as a test suite of a code, or of several side by side."""
    from saralau.cli.treaties import show_coverage

    show_coverage(treaty, codes or [], on or [], html, docx, as_json)


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
    as_json: Json = False,
    lang: Lang = None,
) -> None:
    """How long the wordings of acts last."""
    from saralau.cli.history import show_stability

    show_stability(files, by, adopted, html, as_json, lang)


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


@app.command(help=hint("help-lint"))
def lint(
    files: Annotated[Optional[list[Path]], typer.Argument(help=hint("help-lint-files"))] = None,  # noqa: UP045
    select: Annotated[Optional[list[str]], typer.Option("--select", help=hint("help-lint-select"))] = None,  # noqa: UP045
    ignore: Annotated[Optional[list[str]], typer.Option("--ignore", help=hint("help-lint-ignore"))] = None,  # noqa: UP045
    form: Annotated[str, typer.Option("--format", help=hint("help-lint-format"))] = "text",
    output: Annotated[Optional[Path], typer.Option("-o", "--output", help=hint("help-lint-output"))] = None,  # noqa: UP045
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
    show_lint(files, select or [], ignore or [], form, output, twin, fix, write_baseline, lang)


@app.command(help=hint("help-lsp"))
def lsp() -> None:
    """A language server for drafts."""
    from saralau.cli.lsp import serve_editor

    serve_editor()


@app.command(help=hint("help-instruments"))
def instruments(
    jurisdiction: Annotated[str, typer.Argument(help=hint("help-jurisdiction"))],
    as_json: Json = False,
) -> None:
    """How a state stands to international instruments."""
    from saralau.cli.treaties import show_instruments

    show_instruments(jurisdiction, as_json)


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


@app.command(help=hint("help-relevance"))
def relevance(
    address: Annotated[str, typer.Argument(help=hint("help-explain-address"))],
    jurisdiction: Annotated[Optional[str], typer.Option("--jurisdiction", help=hint("help-jurisdiction"))] = None,  # noqa: UP045
    as_json: Json = False,
) -> None:
    """Which treaties bear on a provision."""
    from saralau.cli.treaties import show_relevance

    show_relevance(address, jurisdiction, as_json)


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
    docx: Annotated[Optional[Path], typer.Option("--docx", help=hint("help-draft-docx"))] = None,  # noqa: UP045
    markdown: Annotated[Optional[Path], typer.Option("--markdown", help=hint("help-draft-markdown"))] = None,  # noqa: UP045
    no_words: Annotated[bool, typer.Option("--no-words", help=hint("help-draft-no-words"))] = False,
    as_json: Json = False,
    lang: Lang = None,
) -> None:
    """What a draft does."""
    from saralau.cli.drafts import show_impact

    show_impact(act, draft, patch, cases, (html, docx, markdown), not no_words, as_json, lang)


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


@app.command(help=hint("help-register"))
def register(
    file: File,
    pack: Annotated[Path, typer.Option("--pack", help=hint("help-pack"))] = Path("packs"),
    as_json: Json = False,
    lang: Lang = None,
) -> None:
    """Generates the register of an act for a pack."""
    from saralau.cli.commands import write_register

    write_register(file, pack, lang, as_json)


def run() -> None:
    """The console script: one clear sentence and exit code 2 for input that cannot be used."""
    try:
        app()
    except InputError as flaw:
        typer.echo(f"saralau: {flaw.told(ui_language())}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)


if __name__ == "__main__":
    run()
