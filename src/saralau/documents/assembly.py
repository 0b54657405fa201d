"""Putting a document together: readers of formats report text and breaks; this keeps spans and the way back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from saralau.documents.model import Document, Line, Link, Source
from saralau.documents.span import Span

_CONTROLS = re.compile(r"[\t\n\r\x0b\x0c\x85\u2028\u2029]")
_SOFT_HYPHEN = "\u00ad"
_NEWLINE = re.compile(r"\n|\r(?!\n)")


@dataclass(slots=True)
class Assembly:
    """What a reader of one format has found so far; `finish` freezes it. Used only inside this room."""

    title: str | None = None
    declared_language: str | None = None
    running_heads: tuple[str, ...] = ()
    length: int = 0
    _pieces: list[str] = field(default_factory=list)
    _lines: list[Line] = field(default_factory=list)
    _links: list[Link] = field(default_factory=list)
    _open_links: list[tuple[int, str | None]] = field(default_factory=list)
    _text_starts: list[int] = field(default_factory=list)
    _source_starts: list[int] = field(default_factory=list)
    _source_ends: list[int] = field(default_factory=list)
    _soft_hyphens: int = 0
    _block: int = 0
    _level: int = 0
    _unit: str = ""
    _anchors: list[str] = field(default_factory=list)
    _line: list[str] = field(default_factory=list)  # pieces of the line being read
    _opens: bool = False
    _noted: int = 0
    _bold: int = 0

    def text(self, words: str, source_start: int, width: int, *, note: bool = False, bold: bool = False) -> None:
        """Adds characters that the source shows from `source_start` on, in `width` of its own: as many, or an entity.

        Soft hyphens, which nobody sees, are counted and left out.
        """
        if _SOFT_HYPHEN in words:
            self._soft_hyphens += words.count(_SOFT_HYPHEN)
            for piece in re.finditer(rf"[^{_SOFT_HYPHEN}]+", words):
                self.text(piece.group(), source_start + piece.start(), len(piece.group()), note=note, bold=bold)
            return
        self._text_starts.append(self.length)
        self._source_starts.append(source_start)
        self._source_ends.append(source_start + width)
        self._line.append(words)
        self.length += len(words)
        if note or bold:
            seen = len(words.strip())  # blanks have no colour
            self._noted += note * seen
            self._bold += bold * seen

    def hyphens_left_out(self, count: int) -> None:
        """Counts hyphens that only showed where a line broke a word."""
        self._soft_hyphens += count

    def generated(self, words: str) -> None:
        """Adds characters that a reader sees and the source does not have, such as the number of a list's item."""
        there = self._source_ends[-1] if self._source_ends else 0
        self.text(words, there, 0)

    def raise_number(self) -> None:
        """Raised figures begin. Behind a figure they number what was inserted: 188 with a raised 1 is 188-1."""
        if self._line and self._line[-1][-1:].isdecimal():
            self.generated("-")

    def anchor(self, name: str) -> None:
        """A place that the source lets others link to; it belongs to the line being read or the next to come."""
        self._anchors.append(name)

    def open_unit(self) -> None:
        """What the source sets as a unit of its own begins; the next line says so."""
        self.open_block()
        self._opens = True

    def open_link(self, target: str | None) -> None:
        """The words from here on lead to `target`, if to anywhere."""
        self._open_links.append((self.length, target))

    def close_link(self) -> None:
        """The words that lead somewhere end here."""
        if not self._open_links:
            return
        start, target = self._open_links.pop()
        if target and start < self.length:
            self._links.append(Link(Span(start, self.length), target))

    def open_block(self, level: int = 0, unit: str = "") -> None:
        """A paragraph, cell or heading (`level` 1 to 6) begins; `unit` as in `Line`."""
        self.break_line()
        self._block += 1
        self._level, self._unit = level, unit

    def break_line(self) -> None:
        """Ends the line being read; blank ones leave no trace but their characters."""
        if not self._line:
            return
        raw = "".join(self._line)
        if not raw.isprintable():
            raw = _CONTROLS.sub(" ", raw)
        start = self.length - len(raw)
        if words := raw.strip():
            left = start + len(raw) - len(raw.lstrip())
            self._lines.append(
                Line(
                    Span(left, left + len(words)),
                    self._block,
                    self._level,
                    bold=self._bold * 2 > len(words),
                    note=self._noted * 2 > len(words),
                    opens=self._opens,
                    unit=self._unit,
                    anchors=tuple(self._anchors),
                )
            )
            self._anchors.clear()
            self._opens, self._unit = False, ""
        self._pieces += raw, "\n"
        self._text_starts.append(self.length)  # the line break is ours and shows nothing of the source
        self._source_starts.append(self._source_ends[-1])
        self._source_ends.append(self._source_ends[-1])
        self.length += 1
        self._line.clear()
        self._noted = self._bold = 0

    def finish(self, raw: str, source: Source, places: tuple[int, ...] | None = None) -> Document:
        """The frozen document; `raw` is the decoded source. `places` are where its units of counting begin, unless lines."""
        self.break_line()
        if places is None:
            places = (0, *(newline.end() for newline in _NEWLINE.finditer(raw)))
        return Document(
            text="".join(self._pieces),
            lines=tuple(self._lines),
            source=source,
            title=self.title,
            declared_language=self.declared_language,
            links=tuple(self._links),
            soft_hyphens=self._soft_hyphens,
            running_heads=self.running_heads,
            _text_starts=tuple(self._text_starts) or (0,),
            _source_starts=tuple(self._source_starts) or (0,),
            _source_ends=tuple(self._source_ends) or (0,),
            _source_lines=places or (0,),
        )
