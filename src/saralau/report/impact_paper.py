"""The consequences of a draft as a report for the files: numbers, what needs a look, then each subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saralau.drafts.impact import Impact
from saralau.history.diffing import UnitChange
from saralau.messages import say
from saralau.report.draft_findings import Linted
from saralau.report.draft_told import Section, title, told_sections
from saralau.report.editions import how, place
from saralau.report.paper import (
    Basis,
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Item,
    Note,
    Paper,
    Paragraph,
    Row,
    Run,
    Text,
    table,
)
from saralau.report.paper_basis import editions_of, states_of, texts_of, title_of

_UNITS = "draft-part-units"


def impact_paper(told: Impact, found: Linted, code: str, day: str) -> Paper:
    """The report in the language `code`, made on `day` (ISO)."""
    sections = told_sections(told, found, code)
    blocks: list[Block] = [Heading(1, say("paper-summary", code)), _attention(sections, code), _numbers(told, code)]
    for section in sections:
        blocks.append(Heading(1, section.title))
        if section.serious:
            blocks.append(Note("", serious=True))
        blocks += _compared(told, section, code) if section.title == say(_UNITS, code) else [_listed(section)]
    blocks += [Heading(1, say("paper-limits", code)), Paragraph(say("draft-limits", code), leads=True)]
    act = told.before.act
    whose, read = states_of([act], code), texts_of([act], code)
    basis = Basis(day, (title_of(act, code),), editions_of([act]), states=whose, texts=read)
    return Paper(code, say("paper-kind-draft", code), title(told, code), basis, tuple(blocks))


def _listed(section: Section) -> Bullets:
    """The lines of a section; those that a line announces stand below it."""
    items: list[Item] = []
    for line in section.lines:
        if line.startswith("– ") and items:
            items[-1] = Item(items[-1].text, (*items[-1].below, Item(line.removeprefix("– "))))
        else:
            items.append(Item(line))
    return Bullets(tuple(items))


def _attention(sections: Sequence[Section], code: str) -> Block:
    serious = [f"«{section.title}»" for section in sections if section.serious]
    if not serious:
        return Paragraph(say("paper-draft-calm", code))
    return Note(say("paper-draft-attention", code, parts=", ".join(serious)), serious=True)


def _numbers(told: Impact, code: str) -> Block:
    rows: list[Row] = list(figures(told, code))
    columns = (Column(say("paper-draft-what", code), 3), Column(say("paper-draft-number", code), 1, numbers=True))
    return table(say("paper-draft-counts", code), columns, rows)


def figures(told: Impact, code: str) -> list[tuple[str, str]]:
    """The consequences in numbers: words and a number, or that nobody knows it."""
    units = sum(number for name, number in told.diff.counts().items() if name != "printed")
    known = told.encoded.why is None
    numbers = {
        "instructions": len(told.draft.instructions),
        "articles": len(told.articles),
        "units": units,
        "sanctions": sum(one.earlier is not None or one.later is not None for one, _ in told.turns),
        "categories": len(told.categories),
        "groups": len(told.groups),
        "broken": len(told.broken),
        "cases": len(told.encoded.cases) if known else None,
    }
    untold = say("paper-draft-not-told", code)
    return [
        (say(f"paper-draft-{name}", code), untold if number is None else str(number)) for name, number in numbers.items()
    ]


def _compared(told: Impact, section: Section, code: str) -> Iterator[Block]:
    """How many units changed, then the wording in force beside the one proposed, with what differs marked."""
    changes = [change for article in told.diff.articles for change in article.changes]
    if not changes:
        yield _listed(section)
        return
    yield Paragraph(section.lines[0], leads=True)
    shares = {"place": 0.7, "change": 1.0, "before": 2.2, "after": 2.2}
    columns = [Column(say(f"paper-draft-{name}", code), share) for name, share in shares.items()]
    language = told.before.act.language.code
    rows: list[Row] = [
        (place(change, code), how(change, code), _side(change, 0, language), _side(change, 1, language))
        for change in changes
    ]
    yield table(say("paper-draft-comparison", code), columns, rows)


def _side(change: UnitChange, side: int, language: str) -> Cell:
    """The words of a unit before (0) or after (1), those that the other side does not have marked."""
    if change.how in ("moved", "moved_away", "printed") and all(piece.stays for piece in change.pieces):
        return Cell("–")
    words: Text = tuple(
        Run(piece[side], language, marked=not piece.stays and bool(piece[1 - side] or change.how == "reworded"))
        for piece in change.pieces
        if piece[side]
    )
    return Cell(words or "–")
