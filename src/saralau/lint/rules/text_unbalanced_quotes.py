"""T005: quotation marks that are opened and not closed, or closed and not opened."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.documents import Span
from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Quotation marks of each unit: a quotation may be longer than a line, but not than what it is quoted in."""
    text = subject.act.document.text
    # Those out of place are another rule's, those around quoted provisions stand in several units.
    stray = {one.span.start for one in subject.defects if one.code == "stray_mark"} | subject.framing
    unclosed = {one.span.start for one in subject.defects if one.code == "unclosed_quotation"}
    for unit, address in subject.placed:
        spans = (*unit.heading, *unit.text, *unit.closing)
        marks = [at for span in spans for at in _marks(text, span) if at not in stray] if not unit.excluded else []
        if (at := _unpaired(text, marks)) is not None:
            at = next((mark for mark in marks if mark in unclosed), at)
            yield Finding(Span(at, at + 1), address, {"mark": text[at]})


def _marks(text: str, span: Span) -> Iterator[int]:
    for mark in '"«»':
        at = text.find(mark, *span)
        while at >= 0:
            yield at
            at = text.find(mark, at + 1, span.end)


def _unpaired(text: str, marks: list[int]) -> int | None:
    """The mark without another: of straight ones the last, of angled ones the first that cannot be paired."""
    straight = [at for at in marks if text[at] == '"']
    if len(straight) % 2:
        return straight[-1]
    opened: list[int] = []
    for at in sorted(at for at in marks if text[at] != '"'):
        if text[at] == "«":
            opened.append(at)
        elif opened:
            opened.pop()
        else:
            return at
    return opened[-1] if opened else None


RULE = Rule("T005", "unbalanced-quote", "text", check)
