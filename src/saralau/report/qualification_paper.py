"""A qualification as a memorandum for the files: what is charged, the facts, the assessment, what fulfils each element."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saralau.cases.qualifying import Qualification
from saralau.messages import say
from saralau.packs import load
from saralau.report.case_basis import case_basis
from saralau.report.case_reservations import reservations, run_out
from saralau.report.memo import Branch, charged_elements, told_facts, tree
from saralau.report.paper import (
    Block,
    Bullets,
    Column,
    Heading,
    Item,
    Note,
    Paper,
    Paragraph,
    Row,
    Run,
    table,
)
from saralau.report.qualification import qualification_lines
from saralau.report.sentences import gravest
from saralau.report.titles import titles_for


def qualification_paper(found: Qualification, code: str, day: str) -> Paper:
    """The memorandum in the language `code`, made on `day` (ISO)."""
    heading, *branches = tree(list(qualification_lines(found, code)))
    persons, rest = branches[: len(found.answers)], branches[len(found.answers) : -1]  # the last line tells the limits
    basis = case_basis(found, code, day)
    first = list(reservations(found, code))  # the first lines below the heading
    serious = [Note(one, serious=True) for one in (*first, *run_out(found, code, day))]
    blocks: list[Block] = [Heading(1, say("paper-summary", code)), *serious, *_summary(found, code)]
    if below := heading.below[len(first) :]:
        blocks += [Heading(2, say("paper-reservations", code)), *(Note(one.text) for one in below)]
    blocks += [Heading(1, say("memo-facts", code)), _facts(found, code)]
    blocks.append(Heading(1, say("paper-case-answer", code)))
    for person in persons:
        blocks += [Heading(2, person.text), *_branches(person.below)]
    for branch in rest:
        blocks += [Heading(1, say("paper-case-absent", code)), Paragraph(branch.text, leads=True), _bullets(branch.below)]
    if rows := list(_elements(found, code)):
        columns = (Column(say("paper-case-element", code), 1.2), Column(say("paper-case-by", code)))
        blocks += [Heading(1, say("memo-elements", code)), table(say("paper-case-elements", code), columns, rows)]
    blocks += [Heading(1, say("paper-limits", code)), Paragraph(say("paper-case-limits", code), leads=True)]
    title = say("paper-case-title", code, title=found.case.titles.get(code) or found.case.id)
    return Paper(code, say("paper-kind-case", code), title, basis, tuple(blocks))


def _summary(found: Qualification, code: str) -> Iterator[Block]:
    titles = titles_for(load(found.encoding.newest.register))
    rows: list[Row] = []
    for answer in found.answers:
        for charge in answer.charges:
            offence = charge.offence
            title = titles.article(charge.address.article).texts.get(code) or offence.title
            provision = charge.address.printed + "".join(f"({point})" for point in charge.points)
            rows.append(
                (
                    answer.person.id,
                    (Run(provision, strong=True), Run(f" {title}")),
                    ", ".join(charge.deeds),
                    say("category-" + offence.category.value.replace("_", "-"), code),
                    gravest(offence, found.rules, code),
                )
            )
    names = {"person": 0.7, "provision": 2.0, "acts": 0.8, "category": 1.2, "gravest": 1.5}
    if rows:
        columns = [Column(say(f"paper-case-{name}", code), share) for name, share in names.items()]
        yield table(say("paper-case-charges", code), columns, rows)
    else:
        yield Paragraph(say("case-no-charge", code))
    if count := sum(len(answer.hanging) + len(answer.open) for answer in found.answers):
        yield Note(say("paper-case-is-open", code, n=count), serious=True)


def _facts(found: Qualification, code: str) -> Block:
    rows: list[Row] = []
    for one in told_facts(found, code):
        rows += [(one.id,), *one.answers]
    columns = (Column(say("paper-case-fact", code)), Column(say("paper-case-told", code), 1.6))
    return table(say("paper-case-facts", code), columns, rows)


def _elements(found: Qualification, code: str) -> Iterator[Row]:
    for name, elements in charged_elements(found, code):
        yield (name,)
        yield from ((one.words, one.by or "–") for one in elements)


def _branches(branches: Sequence[Branch]) -> Iterator[Block]:
    """What is said of a person: a statement with reasons leads their list; those without stand for themselves."""
    for branch in branches:
        if branch.below:
            yield Paragraph((Run(branch.text, strong=True),), leads=True)
            yield _bullets(branch.below)
        else:
            yield Paragraph(branch.text)


def _bullets(branches: Sequence[Branch]) -> Bullets:
    return Bullets(tuple(map(_item, branches)))


def _item(branch: Branch) -> Item:
    return Item(branch.text, tuple(map(_item, branch.below)))
