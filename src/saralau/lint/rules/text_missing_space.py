"""T001: a space is missing: behind a number or a mark, or between two words that the act elsewhere writes apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saralau.documents import Span
from saralau.lint.model import Finding, Fix, Rule
from saralau.lint.subject import Subject
from saralau.lint.vocabulary import Vocabulary

_TIGHT = re.compile(r"[,;](?<=[^\W_]{2}.)(?=[^\W\d_]{2})|[.:](?<=[^\W\d_]{4}.)(?=[^\W\d_]{4})")
_HEAD, _TAIL, _WORD = 2, 3, 4  # letters: words shorter than the third may be a prefix or an ending, than the others must
_OFTEN = 5  # times two words stand apart, from which they are two however often they are glued; twice that for short ones


def check(subject: Subject) -> Iterator[Finding]:
    """Words and marks without the space between them. Mended, since it is known where the space belongs."""
    text, words = subject.act.document.text, subject.vocabulary
    for defect in subject.defects:
        if defect.code == "missing_space" and text[defect.span.end - 1] in ".)":
            fix = Fix(Span(defect.span.end, defect.span.end), " ")
            yield Finding(defect.span, defect.address, {"words": subject.words(defect.span)}, fix)
    for span, address in subject.places:
        for found in _TIGHT.finditer(text, *span):
            at = Span(found.end(), found.end())
            yield Finding(Span(*found.span()), address, {"words": text[found.start() - 2 : found.end() + 2]}, Fix(at, " "))
    glued = _glued(words)
    for index, word in enumerate(words.words) if glued else ():
        if word in glued:
            span, gap = words.span(index), words.starts[index] + glued[word]
            yield Finding(span, words.addresses[index], {"words": subject.words(span)}, Fix(Span(gap, gap), " "))


def _glued(words: Vocabulary) -> dict[str, int]:
    """Words that are two which the act writes apart as well, and how long the first is."""
    found: dict[str, int] = {}
    for (head, tail), apart in words.pairs.items():
        if (once := words.counts.get(head + tail)) and len(head) >= _HEAD and len(tail) >= _TAIL and (head + tail).isalpha():
            if min(len(head), len(tail)) < _WORD:
                certain = apart >= 2 * _OFTEN and 2 * apart >= once
            else:
                certain = apart > once or apart >= _OFTEN
            if certain:
                found[head + tail] = len(head)
    return found


RULE = Rule("T001", "missing-space", "text", check)
