"""T012: a mark where none can stand: two that exclude each other, one inside a word or at the beginning of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saralau.documents import Span
from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject

_STRAY = re.compile(r"[,;:.](?:(?<=[,;:])\s?\.(?!\.)|(?<=[^\W\d_]{4}\.)\s?[,;:])")


def check(subject: Subject) -> Iterator[Finding]:
    """Marks beside others, at the beginning of a line, and those over which sanctions were read. Not mended."""
    text = subject.act.document.text
    for defect in subject.defects:
        if defect.code == "stray_mark" and defect.span.start not in subject.framing:
            yield Finding(defect.span, defect.address, {"words": subject.words(defect.span)})
    for span, address in subject.places:
        if address is not None and text[span.start] in ",;:.)":
            yield Finding(Span(span.start, span.start + 1), address, {"words": text[span.start]})
        for found in _STRAY.finditer(text, *span):
            yield Finding(Span(*found.span()), address, {"words": found[0]})


RULE = Rule("T012", "stray-mark", "text", check)
