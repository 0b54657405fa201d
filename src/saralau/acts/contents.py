"""The table of contents that some publishers print before an act: headings whose articles come again with their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from saralau.documents import Line
from saralau.languages.model import Structure

_LEADER = re.compile(r"[.…]{3,}\s*[0-9]+$")
_FEWEST = 3  # articles of a table of contents


def end_of_contents(lines: Sequence[Line], folded: str, grammar: Structure) -> int:
    """The index of the first line behind a table of contents; 0 if there is none. Linear in the lines.

    A table of contents is three or more headings of articles with nothing but headings between them, before the first of
    these articles comes again; fewer, where dots lead to a page. A preamble may stand in between.
    """
    first: str | None = None
    articles = end = 0
    led = False  # dots lead to a page
    ended = False  # words have come that are no heading
    for index, line in enumerate(lines):
        words = folded[line.span.start : line.span.end]
        if found := grammar.article.match(words):
            number = found.group(1)
            if number == first:
                return end if articles >= _FEWEST or led else 0
            if ended:
                return 0
            first = first or number
            articles, end = articles + 1, index + 1
            led = led or _LEADER.search(words) is not None
        elif first is not None and not _is_heading(line, words, grammar):
            ended = True
    return 0


def _is_heading(line: Line, words: str, grammar: Structure) -> bool:
    return bool(line.level) or any(division.match(words) for division in grammar.divisions.values())
