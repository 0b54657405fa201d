"""What `saralau lint` does: look, report, mend; exit codes as linters have them (0 clean, 1 findings, 2 misuse)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from saralau.cli.output import write_file
from saralau.cli.papers import Papers, today, write_papers
from saralau.cli.speech import speak, ui_language
from saralau.messages import InputError

if TYPE_CHECKING:
    from saralau.acts import Act
    from saralau.lint.model import Reported

FORMATS = ("text", "json", "sarif", "html")
_PASSES = 10


def show_lint(
    files: Sequence[Path],
    select: Sequence[str],
    ignore: Sequence[str],
    form: str,
    output: Path | None,
    papers: Papers,
    twin: Path | None,
    fix: bool,
    write_baseline: Path | None,
    lang: str | None,
) -> None:
    """Lints files and reports; with `fix` writes what is safe to mend."""
    from saralau.acts import read_act
    from saralau.lint import chosen
    from saralau.lint.baseline import baseline_of, read_baseline, unknown
    from saralau.lint.configuring import settings_for
    from saralau.lint.halving import lint_halved

    if form not in FORMATS:
        raise InputError("lint-format-unknown", typed=form, known=", ".join(FORMATS))
    found: list[tuple[Reported, Act]] = []
    acts: list[Act] = []
    for path in files:
        settings = settings_for(path)
        rules = chosen(_names(select) or settings.select, _names(ignore) or settings.ignore)
        act = read_act(path, lang)
        other = None if twin is None else read_act(twin)
        if other is not None and other.language is act.language:
            raise InputError("lint-twin-language", file=twin)
        reported = lint_halved(act, rules, other)
        if settings.baseline is not None and write_baseline is None:
            reported = unknown(reported, act, read_baseline(settings.baseline))
        for _ in range(_PASSES if fix else 0):  # a mend can uncover the next
            if not _mend(path, act, reported):
                break
            act = read_act(path, lang)
            reported = lint_halved(act, rules, other)
            if settings.baseline is not None:
                reported = unknown(reported, act, read_baseline(settings.baseline))
        found += [(one, act) for one in reported]
        acts.append(act)
    if write_baseline is not None:
        write_file(write_baseline, baseline_of(found))
        typer.echo(speak("lint-baseline-written", file=write_baseline, n=len(found)), err=True)
        return
    if any(papers):
        from saralau.report.lint_paper import lint_paper

        write_papers(papers, lambda: lint_paper(found, acts, ui_language(), today()))
    if not any(papers) or output is not None or form != "text":
        _print(found, form, output)
    if found:
        raise typer.Exit(1)


def show_rules(select: Sequence[str]) -> None:
    """Prints the rules, what they find and why it matters."""
    from saralau.lint import chosen
    from saralau.report.lint import rule_lines

    for line in rule_lines(chosen(_names(select) or ("all",)), ui_language()):
        typer.echo(line)


def _names(typed: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.strip() for one in typed for name in one.split(",") if name.strip())


def _mend(path: Path, act: Act, reported: tuple[Reported, ...]) -> bool:
    """Writes the fixes of findings into the file; whether there were any."""
    from saralau.documents.decoding import decode
    from saralau.lint.fixing import fixes, mended

    wanted = fixes(reported)
    if wanted:
        source, encoding = decode(path.read_bytes(), path.name)
        write_file(path, mended(source, act.document, wanted).encode(encoding))
        typer.echo(speak("lint-mended", file=path, n=len(wanted)), err=True)
    return bool(wanted)


def _print(found: Sequence[tuple[Reported, Act]], form: str, output: Path | None) -> None:
    from saralau.report.lint import finding_line, finding_record, summary

    code = ui_language()
    if form == "json":
        text = "\n".join(json.dumps(finding_record(one, act, code), ensure_ascii=False) for one, act in found)
    elif form == "text":
        text = "\n".join(finding_line(one, act, code) for one, act in found)
        typer.echo(summary(found, code), err=True)
    elif form == "sarif":
        from saralau.report.sarif import sarif

        text = sarif(found, code)
    else:
        from saralau.report.lint_page import lint_page

        text = lint_page(found, code)
    if output is not None:
        write_file(output, text + "\n" if text and not text.endswith("\n") else text)
        typer.echo(speak("case-page-written", path=output), err=True)
    elif text:
        typer.echo(text)
