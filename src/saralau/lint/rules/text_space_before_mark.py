"""T003: a space before a mark that belongs to the word before it, or behind an opening bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saralau.documents import Span
from saralau.lint.model import Finding, Fix, Rule
from saralau.lint.subject import Subject

_LOOSE = re.compile(r"(?:[,;:?!)]|\.(?![\w.]))(?<=\s.)|\((?=\s)")  # begins with the mark: spaces are a hundred times as many


def check(subject: Subject) -> Iterator[Finding]:
    """Spaces beside marks. Mended. A mark that begins a line has lost its line, not gained a space."""
    text = subject.act.document.text
    for span, address in subject.places:
        for found in _LOOSE.finditer(text, *span):
            at = found.start()
            gap = _behind(text, at + 1, span.end) if found[0] == "(" else _before(text, at, span.start)
            if span.start < gap.start and gap.end < span.end:
                yield Finding(Span(min(gap.start, at), max(gap.end, at + 1)), address, {"mark": found[0]}, Fix(gap, ""))


def _before(text: str, at: int, least: int) -> Span:
    start = at
    while start > least and text[start - 1].isspace():
        start -= 1
    return Span(start, at)


def _behind(text: str, at: int, most: int) -> Span:
    end = at
    while end < most and text[end].isspace():
        end += 1
    return Span(at, end)


RULE = Rule("T003", "space-before-mark", "text", check)
