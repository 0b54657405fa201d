"""The outline of a draft: its provisions as symbols, and what can be folded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from saralau.acts import Provision
from saralau.documents import Span
from saralau.lsp.reading import Reading
from saralau.lsp.seeking import beginning

_SHOWN = 80  # characters of a name


class Outlined(NamedTuple):
    """A provision: its name, its whole stretch of the client's text, the words that begin it, what stands in it."""

    unit: Provision
    name: str
    span: Span
    opening: Span
    children: tuple[Outlined, ...]


def outline(reading: Reading) -> tuple[Outlined, ...]:
    """The provisions of the act, as they stand in each other; none of a text that is no act."""
    return () if reading.subject is None else tuple(_outlined(reading, reading.subject.act.provisions))


def folds(reading: Reading) -> Iterator[tuple[Span, bool]]:
    """Stretches that can be folded, and whether one is an editor's note."""
    if reading.subject is None:
        return
    pending = list(outline(reading))
    while pending:
        one = pending.pop()
        pending += one.children
        yield one.span, False
    for unit in reading.subject.act.walk():
        for note in unit.notes:
            yield reading.place(Span(note.lines[0].start, note.lines[-1].end)), True


def _outlined(reading: Reading, units: tuple[Provision, ...]) -> Iterator[Outlined]:
    for unit in units:
        children = tuple(_outlined(reading, unit.children))
        own = [span for note in unit.notes for span in note.lines]
        spans = [reading.place(span) for span in (*unit.heading, *unit.text, *unit.closing, *own) if span.start < span.end]
        if not spans and not children:
            continue
        every = [*spans, *(child.span for child in children)]
        span = Span(min(one.start for one in every), max(one.end for one in every))
        first = beginning(unit)
        opening = reading.place(first) if first else children[0].opening
        yield Outlined(unit, _name(reading, unit), span, opening, children)


def _name(reading: Reading, unit: Provision) -> str:
    assert reading.subject is not None
    spans = unit.heading or unit.text or unit.closing
    words = " ".join(" ".join(reading.subject.words(span) for span in spans).split())
    number = f"{unit.number}. " if unit.implied and unit.number else ""
    name = number + (words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…")
    return name.strip() or (unit.address.printed if unit.address else unit.kind.value)
