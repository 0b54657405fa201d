"""What a page is made of: lines, where they stand, and the columns that they form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

TOLERANCE = 1.5  # points within which two places are the same


@dataclass(frozen=True, slots=True)
class Tag:
    """The paragraph, cell or heading to which the file itself assigns words: its path in the structure tree."""

    path: tuple[int, ...]
    level: int = 0


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page; places are in points from the lower left corner of the page.

    `start` is where its first character stands in the text of all pages; `needs` is the room that its first word takes.
    """

    words: str
    start: int
    page: int
    left: float
    right: float
    base: float
    needs: float
    size: float
    bold: bool
    red: bool
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class Pages:
    """All pages: their lines in reading order, their text (pages end with a form feed), where in it each begins."""

    lines: tuple[tuple[PageLine, ...], ...]
    text: str
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """Lines of one column of one page; where first and full lines of it begin and end; whether full lines end alike."""

    lines: tuple[PageLine, ...]
    margin: float
    edge: float
    justified: bool


def columns_of(page: Sequence[PageLine]) -> Iterator[Column]:
    """The columns of a page: lines in the order of the file; where they jump up again, the next column begins."""
    column: list[PageLine] = []
    for line in page:
        if column and line.base > column[-1].base + line.size and line.left > column[-1].left:
            yield _column(column)
            column = []
        column.append(line)
    if column:
        yield _column(column)


def _column(lines: list[PageLine]) -> Column:
    usual = Counter(round(line.left) for line in lines).most_common(3)
    margin = min((left for left, count in usual if count * 4 > len(lines)), default=usual[0][0])
    edge = max(line.right for line in lines)
    reach = sum(line.right > edge - TOLERANCE for line in lines)
    return Column(tuple(lines), margin, edge, justified=reach * 3 > len(lines))
