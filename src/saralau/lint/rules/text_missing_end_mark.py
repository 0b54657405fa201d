"""T009: a part or a point that ends without a mark."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.acts import Kind
from saralau.documents import Span
from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject
from saralau.lint.units import units

_KINDS = (Kind.ARTICLE, Kind.PART, Kind.POINT, Kind.NOTE, Kind.ITEM)


def check(subject: Subject) -> Iterator[Finding]:
    """Last lines that end with a letter, a figure or a bracket. Not mended: what follows decides which mark it is."""
    text = subject.act.document.text
    for unit, address in units(subject.act):
        lines = unit.closing if unit.children else unit.text
        if unit.kind in _KINDS and lines and not unit.excluded:
            last = lines[-1]
            if (text[last.end - 1].isalnum() or text[last.end - 1] == ")") and unit.label != last:
                start = max(text.rfind(" ", last.start, last.end) + 1, last.start)
                yield Finding(Span(start, last.end), address, {"words": text[start : last.end]})


RULE = Rule("T009", "missing-end-mark", "text", check)
