"""T003: a space before a mark that belongs to the word before it, or behind an opening bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saralau.documents import Span
from saralau.lint.model import Finding, Fix, Rule
from saralau.lint.subject import Subject

_LOOSE = re.compile(r"[,;:.?!)](?<=\s.)|\((?=\s)")  # begins with the mark: spaces are a hundred times as many


def check(subject: Subject) -> Iterator[Finding]:
    """Spaces beside marks. Mended. One that begins a line has lost its line, not gained a space."""
    text = subject.act.document.text
    for span, address in subject.places:
        for found in _LOOSE.finditer(text, *span):
            at = found.start()
            before = text[span.start : at].rstrip() if found[0] != "(" else text[span.start : at + 1]
            after = at + 1 if found[0] != "(" else at + 1 + len(text[at + 1 : span.end]) - len(text[at + 1 : span.end].lstrip())
            gap = Span(span.start + len(before), at if found[0] != "(" else after)
            if before and gap.start < gap.end < span.end and not text[at : at + 2] == "..":
                yield Finding(Span(gap.start, max(gap.end, at + 1)), address, {"mark": found[0]}, Fix(gap, ""))


RULE = Rule("T003", "space-before-mark", "text", check)
