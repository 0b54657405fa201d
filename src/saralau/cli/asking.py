"""The interview on the terminal: one question after another, and what the case amounts to so far."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import typer

from saralau.cli.output import read_date, write_file
from saralau.cli.speech import speak, ui_language


def interview(file: Path, output: Path | None, on: str | None) -> None:
    """Asks until nothing is open or the person stops; then prints the whole answer and saves the case if asked to."""
    from saralau.cases import qualify, read_case
    from saralau.cases.asking import Question, answered, answered_whose, next_question
    from saralau.cases.model import Amount, Case
    from saralau.cases.writing import case_text
    from saralau.report.findings import term
    from saralau.report.qualification import brief, qualification_lines, question_line

    code, day = ui_language(), None if on is None else read_date(on)

    def put(question: Question, case: Case, currency: str) -> Case | str:
        """The case with the answer, or "?" or "q"."""
        choices = question.sufferers if question.whose else tuple(term(one, code) for one in question.terms)
        if question.facet not in ("amount", "means"):
            for number, one in enumerate(choices, 1):
                typer.echo(f"  {number}  {one}")
            for choice in ("ask-none", "ask-skip", "ask-stop"):
                typer.echo("  " + speak(choice))
        asked = {"amount": speak("ask-amount", currency=currency), "means": speak("ask-means")}
        while True:
            try:
                typed = typer.prompt(asked.get(question.facet, speak("ask-prompt"))).strip()
            except (typer.Abort, UnicodeDecodeError):  # the end of what is typed: what was answered is kept
                return "q"
            if typed in ("?", "q"):
                return str(typed)
            if question.facet == "amount" and re.fullmatch(r"[0-9][0-9_ ]*", typed):
                value = int(re.sub("[_ ]", "", typed))
                return answered(case, question, (), Amount("damage", value, currency) if value else None)
            chosen = [part.strip() for part in typed.split(",")]
            if question.whose and len(chosen) == 1 and chosen[0].isdecimal() and int(chosen[0]) <= len(choices):
                return answered_whose(case, question, choices[int(chosen[0]) - 1] if int(chosen[0]) else "somebody_else")
            if chosen == ["0"]:
                return answered(case, question, ())
            if question.facet not in ("amount", "means") and all(
                part.isdecimal() and 1 <= int(part) <= len(question.terms) for part in chosen
            ):
                return answered(case, question, [question.terms[int(part) - 1] for part in chosen])
            typer.echo(speak("ask-wrong"))

    case, skipped = read_case(file), frozenset[tuple[str, str]]()
    while True:
        found = qualify(case, day)
        typer.echo(brief(found, code))
        question = next_question(found, skipped)
        if question is None:
            typer.echo(speak("ask-done"))
            break
        typer.echo("")
        typer.echo(question_line(question, code))
        told = put(question, case, found.rules.data["currency"])
        if told == "q":
            break
        if isinstance(told, str):
            skipped |= {(question.of, question.facet)}
        else:
            case = told
    typer.echo("")
    for line in qualification_lines(found, code):
        typer.echo(line)
    if output is not None:
        write_file(output, case_text(replace(case, expected=None)))  # what it expected was of other facts
        typer.echo(speak("ask-saved", path=output))
