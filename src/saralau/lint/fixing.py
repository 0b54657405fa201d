"""Mending a file: safe fixes written into its source, everything else left character for character as it was."""

from __future__ import annotations

from collections.abc import Sequence

from saralau.documents import Document, Span
from saralau.lint.model import Fix, Reported
from saralau.messages import InputError

_TEXTUAL = ("html", "markdown", "text", "akn")


def fixes(reported: Sequence[Reported]) -> tuple[Fix, ...]:
    """The fixes of findings, from the beginning; of two that overlap the first."""
    found: list[Fix] = []
    for fix in sorted((one.finding.fix for one in reported if one.finding.fix), key=lambda fix: fix.span):
        if not found or fix.span.start >= found[-1].span.end:
            found.append(fix)
    return tuple(found)


def mended(source: str, document: Document, wanted: Sequence[Fix]) -> str:
    """The decoded source of a document with fixes put in; InputError for a format whose source is no text."""
    if document.source.format not in _TEXTUAL:
        raise InputError("lint-fix-format", file=document.source.name, format=document.source.format)
    pieces: list[str] = []
    reached = 0
    for fix in wanted:
        place = _place(document, fix.span)
        pieces += source[reached : place.start], fix.words
        reached = place.end
    return "".join((*pieces, source[reached:]))


def _place(document: Document, span: Span) -> Span:
    """Where words stand in the source; an empty place behind a character stands right behind what shows it."""
    if span.start == span.end and span.start > 0:
        before = document.source_span(Span(span.start - 1, span.start))
        return Span(before.end, before.end)
    return document.source_span(span)
