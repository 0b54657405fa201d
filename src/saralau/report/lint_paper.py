"""Findings of the linter as a report for the files: how many of which rule, then each with the words around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from saralau.acts import Act
from saralau.lint.model import Reported, Rule
from saralau.messages import say
from saralau.report.lint import message
from saralau.report.lint_page import words_around
from saralau.report.paper import Basis, Block, Column, Heading, Paper, Paragraph, Row, Run, table
from saralau.report.paper_basis import editions_of, states_of, texts_of, title_of


def lint_paper(found: Sequence[tuple[Reported, Act]], acts: Sequence[Act], code: str, day: str) -> Paper:
    """The report on `acts` in the language `code`, made on `day` (ISO)."""
    rules: dict[Rule, list[tuple[Reported, Act]]] = {}
    for one, act in sorted(found, key=lambda pair: pair[0].rule.code):
        rules.setdefault(one.rule, []).append((one, act))
    fixable = sum(one.finding.fix is not None for one, _ in found)
    total = say("paper-lint-total", code, n=len(found), fixable=fixable) if found else say("paper-lint-none", code)
    blocks: list[Block] = [Heading(1, say("paper-summary", code)), Paragraph(total)]
    if rules:
        blocks.append(_counted(rules, code))
    for rule, rows in rules.items():
        blocks += [Heading(1, f"{rule.code} {rule.name}"), Paragraph(say(f"lint-{rule.name}-why", code), leads=True)]
        blocks.append(_findings(rule, rows, several=len(acts) > 1, code=code))
    blocks += [Heading(1, say("paper-limits", code)), Paragraph(say("paper-lint-limits", code), leads=True)]
    files = ", ".join(act.document.source.name for act in acts)
    basis = Basis(
        day,
        tuple(title_of(act, code) for act in acts),
        editions_of(acts),
        states=states_of(acts, code),
        texts=texts_of(acts, code),
    )
    return Paper(code, say("paper-kind-lint", code), say("paper-lint-title", code, files=files), basis, tuple(blocks))


def _counted(rules: dict[Rule, list[tuple[Reported, Act]]], code: str) -> Block:
    names = {"rule": 0.6, "name": 3, "count": 0.8, "fixable": 0.8}
    columns = [Column(say(f"paper-lint-{name}", code), share, name in ("count", "fixable")) for name, share in names.items()]
    rows: list[Row] = []
    every: Counter[str] = Counter()
    for rule, found in rules.items():
        fixable = sum(one.finding.fix is not None for one, _ in found)
        every.update(count=len(found), fixable=fixable)
        rows.append((rule.code, say(f"lint-{rule.name}-why", code), str(len(found)), str(fixable)))
    rows.append((say("paper-lint-all", code), "", str(every["count"]), str(every["fixable"])))
    return table(say("paper-lint-rules", code), columns, rows)


def _findings(rule: Rule, found: Sequence[tuple[Reported, Act]], *, several: bool, code: str) -> Block:
    shares = {"place": 0.8, "message": 1.4, "words": 2.2}
    columns = [Column(say(f"paper-lint-{name}", code), share) for name, share in shares.items()]
    rows: list[Row] = [(_place(one, act, several, code), message(one, code), tuple(_words(one, act))) for one, act in found]
    return table(say("paper-lint-findings", code, rule=rule.code), columns, rows)


def _place(one: Reported, act: Act, several: bool, code: str) -> str:
    line = say("paper-lint-line", code, line=str(act.document.position(one.finding.span.start).line))
    parts = [one.finding.address.printed if one.finding.address else "", line, act.document.source.name if several else ""]
    return ", ".join(filter(None, parts))


def _words(one: Reported, act: Act) -> Iterator[Run]:
    """The words of the law, in their own language, those objected to marked."""
    before, objected, after = words_around(one, act)
    for words, marked in ((before, False), (objected, True), (after, False)):
        yield Run(words, act.language.code, marked=marked)
