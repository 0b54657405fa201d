"""T001: a space is missing: behind a number or a mark, or between two words that the act elsewhere writes apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saralau.acts import Address
from saralau.documents import Span
from saralau.lint.model import Finding, Fix, Rule
from saralau.lint.subject import Subject
from saralau.lint.vocabulary import Vocabulary

_TIGHT = re.compile(r"[,;](?<=[^\W_]{2}.)(?=[^\W\d_]{2})|[.:](?<=[^\W\d_]{4}.)(?=[^\W\d_]{4})")
_LEAST, _SHORT = 2, 4  # letters: of fewer no word is looked at; of fewer than the second, many are prefixes and endings
_OFTEN = 5  # times two words stand apart, from which they are two however often they are glued; twice that for short ones

_SHOWN = 30  # characters


def check(subject: Subject) -> Iterator[Finding]:
    """Words and marks without the space between them. Mended where it is known at which letter the space belongs."""
    text, words = subject.act.document.text, subject.vocabulary
    for span, address in subject.places:
        for found in _TIGHT.finditer(text, *span):
            yield _finding(text, Span(*found.span()), found.end(), address)
    glued = {} if subject.act.language.compounds else _glued(words)
    told: set[int] = set()
    for index, word in enumerate(words.words) if glued else ():
        if word in glued:
            told.add(words.span(index).start)
            yield _finding(text, words.span(index), words.span(index).start + glued[word], words.address(index))
    for defect in subject.defects:
        if defect.code == "missing_space" and defect.span.start not in told:
            at = defect.span.end if text[defect.span.end - 1] in ".)" else None
            yield _finding(text, defect.span, at, defect.address)


def _finding(text: str, span: Span, at: int | None, address: Address | None) -> Finding:
    """A finding with the words around it, from blank to blank, of a long stretch a piece."""
    before = text[max(span.start - _SHOWN, 0) : span.start]
    behind = text[span.end : span.end + _SHOWN]
    left = "" if before[-1:].isspace() else before.split()[-1:]
    right = "" if behind[:1].isspace() else behind.split()[:1]
    words = "".join((*left, text[span.start : span.end], *right))
    return Finding(span, address, {"words": words}, None if at is None else Fix(Span(at, at), " "))


def _glued(words: Vocabulary) -> dict[str, int]:
    """Words that are two which the act writes apart as well, and how long the first is."""
    found: dict[str, int] = {}
    for (head, tail), apart in words.pairs.items():
        if apart < 2 or (once := words.counts.get(head + tail)) is None:
            continue
        if min(len(head), len(tail)) >= _LEAST and (head + tail).isalpha():
            if min(len(head), len(tail)) < _SHORT:
                certain = apart >= 2 * _OFTEN and 2 * apart >= once
            else:
                certain = apart > once or apart >= _OFTEN
            if certain:
                found[head + tail] = len(head)
    return found


RULE = Rule("T001", "missing-space", "text", check)
