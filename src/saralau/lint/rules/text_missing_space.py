"""T001: a space is missing: behind a number or a mark, or between two words that the act elsewhere writes apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saralau.documents import Span
from saralau.lint.model import Finding, Fix, Rule
from saralau.lint.subject import Subject
from saralau.lint.vocabulary import Vocabulary

_HEAD, _TAIL = 2, 3  # letters of two words, below which they are prefixes and endings as well
_TIGHT = re.compile(r"[,;](?=[^\W\d_]{2})(?<=[^\W_]{2}.)|\.(?=[^\W\d_]{4})(?<=[^\W\d_]{4}.)|:(?=[^\W\d_]{4})(?<=[^\W_]{4}.)")


def check(subject: Subject) -> Iterator[Finding]:
    """Words and marks without the space between them. Mended, since it is known where the space belongs."""
    text, words = subject.act.document.text, subject.vocabulary
    for defect in subject.defects:
        if defect.code == "missing_space" and text[defect.span.end - 1] in ".)":
            yield _finding(subject, defect.span.start, defect.span.end, defect.address)
    for span, address in subject.places:
        for found in _TIGHT.finditer(text, *span):
            yield _finding(subject, found.start(), found.end(), address)
    glued = _glued(words)
    for index in [index for index, word in enumerate(words.words) if word in glued] if glued else ():
        start = words.starts[index]
        yield _finding(subject, start, start + glued[words.words[index]], words.addresses[index], words.span(index))


def _glued(words: Vocabulary) -> dict[str, int]:
    """Words that are two which the act more often writes apart, and how long the first is.

    Where a third word has the ending that the second seems to be, the two are one: a case, not a neighbour.
    """
    found: dict[str, int] = {}
    for (head, tail), count in words.pairs.items():
        once = words.counts.get(head + tail)
        if once and once < count and len(head) >= _HEAD and len(tail) >= _TAIL and (head + tail).isalpha():
            found[head + tail] = len(head)
    return found


def _finding(subject: Subject, start: int, gap: int, address, span: Span | None = None) -> Finding:  # type: ignore[no-untyped-def]
    return Finding(span or Span(start, gap), address, {}, Fix(Span(gap, gap), " "))


RULE = Rule("T001", "missing-space", "text", check)
