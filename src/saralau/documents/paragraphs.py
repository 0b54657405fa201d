"""Lines of pages become paragraphs again: by the file's own tags where it has them, else by where the lines stand.

A line begins a paragraph if more room than usual is above it, if it is indented where paragraphs are, if it is set in
another type, or if its first word would still have fitted on the line before. Which of these a document uses is counted
first, on the lines that cannot but end a paragraph because they are short.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from saralau.documents.hyphens import HYPHENS, Hyphens, hard
from saralau.documents.page import TOLERANCE, Column, PageLine, columns_of

_MUCH = 1.25  # times the usual step from line to line: room between paragraphs
_LARGE = "[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]"
_SUFFIXED = rf"[0-9]+(?:-[0-9]+)*-[^\W\d_]+\.\s+{_LARGE}"  # "5-бап. Ұрлық", and not the abbreviation of a unit
_NUMBERED = re.compile(r"\(?(?:[0-9]+[a-z]?(?:-[0-9]+)*|[^\W\d_])[.)]\s+")
_NAMED = re.compile(rf"(?:{_LARGE}[^\W\d_]*|§)\s[0-9]+[a-z]?(?:[-.][0-9]+)*\.?\s*{_LARGE}|{_SUFFIXED}")
_LABEL = re.compile(r"[^\W\d_]\)")
_OPENER = re.compile(rf"[^\W\d_]?[0-9-]*[.)]\s|[0-9]+[.)]|{_SUFFIXED}|[«\"“(]?[^\W\d_]")


class Start(Enum):
    """What a line begins."""

    PARAGRAPH = "paragraph"
    LINE = "line"  # of the same paragraph, after a line break that the author made
    NOTHING = "nothing"  # it goes on with the line before


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with what it begins, and its words without the hyphen of a word that goes on; `glued` if no space precedes."""

    line: PageLine
    start: Start
    words: str
    glued: bool = False

    @property
    def hyphens_left_out(self) -> int:
        """Characters that only said that a word goes on."""
        return len(self.line.words) - len(self.words)


def paragraphs(pages: Iterable[Sequence[PageLine]], *, ragged: bool = False) -> Iterator[Placed]:
    """The lines in order, each with what it begins.

    `ragged` says that widths tell little, so that a line which begins in the middle of a sentence goes on with the one
    before.
    """
    columns = [column for page in pages for column in columns_of(page)]
    lines = [line for column in columns for line in column.lines]
    hyphens = Hyphens([line.words for line in lines])
    custom = _custom(columns, hyphens, ragged)
    of = {id(line): column for column in columns for line in column.lines}
    starts = [Start.PARAGRAPH]
    starts += [custom.start(before, line, of[id(before)], of[id(line)]) for before, line in pairwise(lines)]
    glued = False
    for index, line in enumerate(lines):
        goes_on = index + 1 < len(lines) and starts[index + 1] is Start.NOTHING
        kept = hyphens.without(line.words, lines[index + 1].words) if goes_on else hard(line.words)
        yield Placed(line, starts[index], kept, glued)
        glued = goes_on and hyphens.glue(line.words)


@dataclass(frozen=True, slots=True)
class _Custom:
    """How a document sets its paragraphs: the usual step by the size of the type, and what marks a new one."""

    steps: dict[float, float]
    leading: float  # of the commonest size, as a multiple of it
    spaced: bool
    indents: frozenset[int]  # how far, in whole points, first lines stand from the margin
    hyphens: Hyphens
    ragged: bool

    def start(self, before: PageLine, line: PageLine, above: Column, column: Column) -> Start:
        """What a line begins, given the line before it and the columns in which the two stand."""
        short, indented = _fitted(before, line, above), _indent(line, column) in self.indents
        if before.tag is not None and line.tag is not None:
            if before.tag.path != line.tag.path:
                return Start.PARAGRAPH
            return Start.LINE if short or indented else Start.NOTHING
        if (before.tag is None) != (line.tag is None) or not _alike(before, line):
            return Start.PARAGRAPH
        if self.hyphens.breaks_word(before.words, line.words):
            return Start.NOTHING
        if above is not column:
            if short and before.bold:
                return Start.LINE
            return Start.PARAGRAPH if short or indented or self._may_end(before, line, above) else Start.NOTHING
        if self._opens_unit(before, line):
            return Start.PARAGRAPH
        step, usual = before.base - line.base, self.steps.get(line.size, self.leading * line.size)
        if step > usual * _MUCH or step < 0 or indented:
            return Start.PARAGRAPH
        if short:
            return self._after_short(before, line)
        marked = self.spaced or bool(self.indents)
        if marked and not (self.indents and _breaks_margin(before, above)):
            return Start.NOTHING
        return Start.PARAGRAPH if self._may_end(before, line, above) else Start.NOTHING

    def _opens_unit(self, before: PageLine, line: PageLine) -> bool:
        """Whether a line of a ragged text is numbered as law numbers its units, behind the end of a sentence or a title."""
        if not self.ragged:
            return False
        if _NAMED.match(line.words):
            return True
        if found := _NUMBERED.match(line.words):
            large = line.words[found.end() : found.end() + 1].isupper()
            return large or before.words[-1] in ".;:–"
        return False

    def _after_short(self, before: PageLine, line: PageLine) -> Start:
        if self.ragged and line.words[0].islower() and before.words[-1] not in ".;:!?–" and not _LABEL.match(line.words):
            return Start.NOTHING
        return Start.LINE if self.spaced or line.bold else Start.PARAGRAPH

    def _may_end(self, before: PageLine, line: PageLine, above: Column) -> bool:
        """Whether the words leave it open that a full line is the last of its paragraph and the next opens one."""
        if before.words.endswith((", –", ", -")) or (self.ragged and before.words.endswith("–")):
            return True
        if self.indents and not self.spaced and not _breaks_margin(before, above):
            return False
        return before.words[-1] in ".;:" and not line.words[0].islower() and bool(_OPENER.match(line.words))


def _custom(columns: Sequence[Column], hyphens: Hyphens, ragged: bool) -> _Custom:
    steps: defaultdict[float, Counter[float]] = defaultdict(Counter)
    for column in columns:
        for before, line in pairwise(column.lines):
            if _alike(before, line) and before.base > line.base and not _fitted(before, line, column):
                steps[line.size][round((before.base - line.base) * 2) / 2] += 1
    usual = {size: _usual(counted) for size, counted in steps.items()}
    size = max(steps, key=lambda size: steps[size].total(), default=1.0)
    leading = usual.get(size, 0.0) / size
    ended = spaced = 0
    indents: Counter[int] = Counter()
    for column in columns:
        for before, line in pairwise(column.lines):
            if _alike(before, line) and before.base > line.base and _fitted(before, line, column):
                ended += 1
                spaced += before.base - line.base > usual.get(line.size, leading * line.size) * _MUCH
                indents[_indent(line, column)] += 1
    return _Custom(usual, leading, spaced * 2 > ended, _first_lines(indents, ended), hyphens, ragged)


def _first_lines(indents: Counter[int], ended: int) -> frozenset[int]:
    """The indents that are common where a paragraph begins, if most have one."""
    far = {indent: count for indent, count in indents.items() if indent > 3 and count * 20 > ended}
    if sum(far.values()) * 3 <= ended:
        return frozenset()
    return frozenset(near for indent in far for near in (indent - 1, indent, indent + 1))


def _indent(line: PageLine, column: Column) -> int:
    return round(line.left - column.margin)


def _usual(counted: Counter[float]) -> float:
    """The largest step that is common behind full lines."""
    common = [step for step, count in counted.items() if count * 5 >= counted.total()]
    return max(common, default=counted.most_common(1)[0][0])


def _alike(one: PageLine, other: PageLine) -> bool:
    return one.bold == other.bold and abs(one.size - other.size) < 0.5


def _fitted(before: PageLine, line: PageLine, column: Column) -> bool:
    """Whether the first word of a line would have fitted on the line before."""
    space = 0.0 if before.words[-1] in HYPHENS else line.size / 5
    return before.right + space + line.needs + TOLERANCE < column.edge


def _breaks_margin(before: PageLine, above: Column) -> bool:
    """Whether a line stops short of a margin at which full lines end."""
    return above.justified and before.right < above.edge - TOLERANCE
