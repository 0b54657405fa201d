"""The nouns of the room: a document as text and lines, and what it was read from."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field

from saralau.documents.span import Span
from saralau.messages import InputError


@dataclass(frozen=True, slots=True)
class Source:
    """The file that was read. `sha256` is of its bytes, so that every later answer can name its basis."""

    name: str
    format: str  # "html", "markdown", "text", "akn", "docx", "odt", "pdf"
    encoding: str  # "" where the format settles it
    sha256: str
    size: int  # bytes
    counted: str = "line"  # what `Position.line` counts: "line", "paragraph" or "page"


@dataclass(frozen=True, slots=True)
class Line:
    """One line as a reader sees it: a paragraph, a heading, a cell, or what a line break ended.

    The tags of the source survive only as hints: `level` (1 to 6 if set as a heading), `bold`, `note` (set in the
    type that the source reserves for editors' notes), `opens` (the source begins a unit of its own here), `unit` (the level
    that mark-up of law says begins here: "article", "part", "point", or a division). Lines of one `block` were broken
    inside one paragraph or heading.
    """

    span: Span
    block: int
    level: int = 0
    bold: bool = False
    note: bool = False
    opens: bool = False
    unit: str = ""
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Words that the source links somewhere."""

    span: Span
    target: str


@dataclass(frozen=True, slots=True)
class Position:
    """A place in the source file: characters from its start (decoded), and its line and column, both from 1.

    In formats without lines `line` counts what `Source.counted` says.
    """

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its whole text, its lines, and the way back from the text to the file.

    `text` has one character for each character that the file shows; `soft_hyphens` counts the invisible ones left out and
    those that only broke a word at the end of a line. `running_heads` are the lines left out because page after page repeats
    them, each once, its numbers as `#`.
    """

    text: str
    lines: tuple[Line, ...]
    source: Source
    title: str | None = None
    declared_language: str | None = None
    links: tuple[Link, ...] = ()
    soft_hyphens: int = 0
    running_heads: tuple[str, ...] = ()
    _text_starts: tuple[int, ...] = field(default=(0,), repr=False)
    _source_starts: tuple[int, ...] = field(default=(0,), repr=False)
    _source_ends: tuple[int, ...] = field(default=(0,), repr=False)
    _source_lines: tuple[int, ...] = field(default=(0,), repr=False)

    def position(self, offset: int) -> Position:
        """Where a character of `text` stands in the source file."""
        there = self._place(offset)[0]
        line = bisect.bisect_right(self._source_lines, there)
        return Position(there, line, there - self._source_lines[line - 1] + 1)

    def source_span(self, span: Span) -> Span:
        """The stretch of the decoded source file that shows `span`, mark-up inside it included."""
        start = self._place(span.start)[0]
        return Span(start, start if span.start == span.end else self._place(span.end - 1)[1])

    def _place(self, offset: int) -> tuple[int, int]:
        """Start and end, in the source, of what shows the character at `offset`."""
        piece = max(bisect.bisect_right(self._text_starts, offset) - 1, 0)
        start, end = self._source_starts[piece], self._source_ends[piece]
        inside = offset - self._text_starts[piece]
        last = piece + 1 == len(self._text_starts) or offset + 1 >= self._text_starts[piece + 1]
        there = min(start + inside, end)
        return there, end if last else there + 1


class DocumentError(InputError):
    """A file that cannot be read without losing text. The message names the file, the place and the mend."""
