"""Quotations of a draft: where each begins and ends, and the text with every quotation masked.

Drafters quote wording that has quotations in it, with the same marks, and close both by one mark. A mark closes a quotation
if the marks are balanced there; or if they are not and what follows is plainly the drafter speaking again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from saralau.documents import Span
from saralau.languages.model import Drafting

MASK, MASKED = "\ue000", "\ue001"  # the first character of a quotation and each further one
_PAIRS = {'"': '"', "«": "»", "“": "”", "„": "“”"}
_MARKS = re.compile('["«»“”„]')
_ANNOUNCED = re.compile(r":\s*\Z")
_NEAR = 20  # characters of white space between an announcement and its wording
_WORDING_ENDS = re.compile(r"[;.,]?\s*(?:\n|\Z)|;")
_NEXT = re.compile(r"[\s;.,]*([^\n]*)")


class Quoted(NamedTuple):
    """A text with its quotations masked, of the same length, and where they stand, marks included."""

    shape: str
    spans: tuple[Span, ...]
    unclosed: int | None = None  # where a quotation opens that nothing closes


def mask(folded: str, drafting: Drafting) -> Quoted:
    """Masks every quotation. Linear in the text but for what is quoted without an end."""
    pieces: list[str] = []
    spans: list[Span] = []
    reached = 0
    while (opened := _MARKS.search(folded, reached)) is not None:
        start = opened.start()
        end = _closed(folded, start, drafting) if folded[start] in _PAIRS else None
        if end is None:
            return Quoted("".join((*pieces, folded[reached:])), tuple(spans), start)
        pieces += folded[reached:start], MASK, MASKED * (end - start - 1)
        spans.append(Span(start, end))
        reached = end
    return Quoted("".join((*pieces, folded[reached:])), tuple(spans))


def _closed(folded: str, start: int, drafting: Drafting) -> int | None:
    """The end of the quotation that opens at `start`: of a wording, or of words, which end in their line."""
    if _ANNOUNCED.search(folded, max(start - _NEAR, 0), start):
        ends = (end for end, even in _candidates(folded, start) if _ends_wording(folded, end, even, drafting))
        return next(ends, None)
    first: int | None = None  # where the marks are balanced, whatever follows
    line_end = folded.find("\n", start)
    for end, balanced in _candidates(folded, start):
        if 0 <= line_end < end:
            break
        if _ends_words(folded, end, balanced, drafting):
            return end
        first = end if first is None and balanced else first
    return first


def _candidates(folded: str, start: int) -> Iterator[tuple[int, bool]]:
    """Closing marks of the kind that opened, with whether the marks are balanced there."""
    opening = folded[start]
    closing = _PAIRS[opening]
    depth, count = 1, 1
    for mark in _MARKS.finditer(folded, start + 1):
        char = mark.group()
        if opening == '"':
            if char == '"':
                count += 1
                yield mark.end(), count % 2 == 0
        elif char in closing:
            depth = max(depth - 1, 0)
            yield mark.end(), depth == 0
        elif char == opening:
            depth += 1


def _ends_words(folded: str, end: int, balanced: bool, drafting: Drafting) -> bool:
    """Words in a sentence end where it goes on, or stops."""
    found = _after(drafting).match(folded, end)
    return found is not None and (balanced or found.lastgroup == "spoken")


def _ends_wording(folded: str, end: int, balanced: bool, drafting: Drafting) -> bool:
    """A wording that was announced ends at the end of a line, or before a mark that ends the instruction."""
    if _WORDING_ENDS.match(folded, end) is None:
        return False
    if balanced:
        return True
    following = _NEXT.match(folded, end)
    words = following.group(1) if following else ""
    unquoted = _MARKS.split(words, maxsplit=1)[0]
    return not words or drafting.verbs.search(unquoted) is not None or drafting.frame.match(words) is not None


@cache
def _after(drafting: Drafting) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:(?P<spoken>{drafting.after_words})|(?P<stop>[;.,:]|$|\n))")
