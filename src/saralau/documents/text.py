"""Plain text: a paragraph a line, or paragraphs broken into lines of about one width, words broken at their ends too."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from saralau.documents.assembly import Assembly
from saralau.documents.page import PageLine
from saralau.documents.paragraphs import Start, paragraphs

_WIDEST = 132  # characters of a line that was broken for a page or a screen
_SHORTEST = 24  # characters of a line that a screen or a page broke
_CHANGE = 1.3
_FEWEST = 8  # lines that tell how a text is set


def read_text(raw: str, name: str) -> Assembly:
    """The lines of `raw`, with line ends of any kind, mixed or not; those of a broken paragraph become one.

    Nothing in a text is mark-up.
    """
    groups = _groups(raw)
    return _joined(groups) if _is_broken(groups) else _as_it_stands(raw)


def _as_it_stands(raw: str) -> Assembly:
    assembly = Assembly()
    position = 0
    for line in raw.splitlines(keepends=True):
        assembly.open_block()
        assembly.text(line, position, len(line))
        position += len(line)
    return assembly


def _joined(groups: list[list[PageLine]]) -> Assembly:
    assembly = Assembly()
    for placed in paragraphs(map(_ragged, groups), ragged=True):
        if placed.start is Start.PARAGRAPH:
            assembly.open_block()
        elif placed.start is Start.LINE:
            assembly.break_line()
        elif not placed.glued:
            assembly.generated(" ")
        assembly.text(placed.words, placed.line.start, len(placed.words))
        assembly.hyphens_left_out(placed.hyphens_left_out)
    return assembly


def _groups(raw: str) -> list[list[PageLine]]:
    """Lines as if on pages of letters of one width; where that changes, as in a column after an abstract, a page ends."""
    lines = list(_lines(raw))
    groups: list[list[PageLine]] = []
    width = 0.0
    for index, line in enumerate(lines):
        around = max(near.right for near in lines[index : index + _FEWEST])
        if not groups or (len(groups[-1]) >= _FEWEST and not width / _CHANGE < around < width * _CHANGE):
            groups.append([])
            width = around
        groups[-1].append(line)
    return groups


def _lines(raw: str) -> Iterator[PageLine]:
    position = 0
    for number, line in enumerate(raw.splitlines(keepends=True)):
        if words := line.strip():
            left = len(line) - len(line.lstrip())
            first = re.split(r"(?<=[-\u2013])|\s", words, maxsplit=1)[0]
            sides = float(left), float(left + len(words))
            yield PageLine(words, position + left, 0, *sides, -float(number), float(len(first)), 1.0, False, False)
        position += len(line)


def _is_broken(groups: list[list[PageLine]]) -> bool:
    """Whether lines break off within a sentence: one in ten that another follows at once ends with a letter, and that begins
    with a small one. A paragraph a line never does.
    """
    followed = broken = 0
    for group in groups:
        pairs = [(before, line) for before, line in pairwise(group) if before.base - line.base == 1]
        if pairs and statistics.median(before.right for before, _ in pairs) > _WIDEST:
            return False
        followed += len(pairs)
        broken += sum(_breaks_off(before.words) and line.words[0].islower() for before, line in pairs)
    return broken * 10 > followed


def _breaks_off(words: str) -> bool:
    return len(words) > _SHORTEST and (words[-1].isalpha() or words[-1] in ",-")


def _ragged(group: list[PageLine]) -> list[PageLine]:
    """Letters of different widths make lines of different lengths; the usual one counts as full."""
    followed = [before.right for before, line in pairwise(group) if before.base - line.base == 1]
    usual = statistics.median(followed) if followed else max(line.right for line in group)
    return [replace(line, right=min(line.right, usual)) for line in group]
