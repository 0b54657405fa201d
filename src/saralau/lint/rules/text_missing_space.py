"""T001: a space is missing: behind a number or a mark, or between two words that the act elsewhere writes apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saralau.documents import Span
from saralau.lint.model import Finding, Fix, Rule
from saralau.lint.subject import Subject
from saralau.lint.vocabulary import Vocabulary

_TIGHT = re.compile(r"[,;](?<=[^\W_]{2}.)(?=[^\W\d_]{2})|[.:](?<=[^\W\d_]{4}.)(?=[^\W\d_]{4})")
_LEAST, _SHORT = 2, 4  # letters: of fewer no word is looked at; of fewer than the second, many are prefixes and endings
_OFTEN = 5  # times two words stand apart, from which they are two however often they are glued; twice that for short ones

_SHOWN = 30  # characters


def check(subject: Subject) -> Iterator[Finding]:
    """Words and marks without the space between them. Mended, since it is known where the space belongs."""
    text, words = subject.act.document.text, subject.vocabulary
    for defect in subject.defects:
        if defect.code == "missing_space" and text[defect.span.end - 1] in ".)":
            fix = Fix(Span(defect.span.end, defect.span.end), " ")
            yield Finding(defect.span, defect.address, {"words": _around(text, defect.span)}, fix)
    for span, address in subject.places:
        for found in _TIGHT.finditer(text, *span):
            fix = Fix(Span(found.end(), found.end()), " ")
            yield Finding(Span(*found.span()), address, {"words": _around(text, Span(*found.span()))}, fix)
    glued = {} if subject.act.language.compounds else _glued(words)
    for index, word in enumerate(words.words) if glued else ():
        if word in glued:
            span, gap = words.span(index), words.starts[index] + glued[word]
            yield Finding(span, words.addresses[index], {"words": subject.words(span)}, Fix(Span(gap, gap), " "))


def _around(text: str, span: Span) -> str:
    """What stands between the nearest blanks, of a long word a piece."""
    return text[max(span.start - _SHOWN, 0) : span.start].split(" ")[-1] + text[span.start : span.end + _SHOWN].split(" ")[0]


def _glued(words: Vocabulary) -> dict[str, int]:
    """Words that are two which the act writes apart as well, and how long the first is."""
    found: dict[str, int] = {}
    for (head, tail), apart in words.pairs.items():
        if (once := words.counts.get(head + tail)) and min(len(head), len(tail)) >= _LEAST and (head + tail).isalpha():
            if min(len(head), len(tail)) < _SHORT:
                certain = apart >= 2 * _OFTEN and 2 * apart >= once
            else:
                certain = apart > once or apart >= _OFTEN
            if certain:
                found[head + tail] = len(head)
    return found


RULE = Rule("T001", "missing-space", "text", check)
