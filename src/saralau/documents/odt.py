"""OpenDocument texts (ODT, ISO/IEC 26300): paragraphs, the numbers of lists, tables, footnotes, tracked changes.

Changes that are tracked are read as accepted; footnotes come right behind the paragraph that calls them, set as notes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from saralau.documents.archive import open_archive
from saralau.documents.assembly import Assembly
from saralau.documents.markup import Dialect, Style, between
from saralau.documents.model import DocumentError
from saralau.documents.numbering import said
from saralau.documents.office import Package

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_HIDDEN = frozenset((f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note-citation", f"{_TEXT}number"))
_PARAGRAPHS = frozenset((f"{_TEXT}p", f"{_TEXT}h"))
_FORMS = {
    "1": "decimal",
    "i": "lowerRoman",
    "I": "upperRoman",
    "a": "lowerLetter",
    "A": "upperLetter",
    "а": "russianLower",
    "": "none",
}
_PARAGRAPH = re.compile(r"<text:[ph][ >/]")
_WIDEST = 200  # blanks that one element may stand for


def read_odt(data: bytes, name: str) -> tuple[Assembly, str, tuple[int, ...]]:
    """Lines of the document, its source (the XML of its body), and where in that each paragraph begins."""
    package = Package(open_archive(data, name))
    body = package.shown("content.xml")
    if body is None:
        raise DocumentError("office-without-body", name=name, part="content.xml")
    styles = package.root("styles.xml")
    reader = _Body()
    for root in (body.root, styles):
        if root is not None:
            reader.styles |= {e.get(f"{_STYLE}name", ""): _text_style(e) for e in root.iter(f"{_STYLE}style")}
            reader.lists |= {e.get(f"{_STYLE}name", ""): _levels(e) for e in root.iter(f"{_TEXT}list-style")}
    assembly = _WithNotes()
    body.show(Dialect(reader.enter, reader.leave, between()), assembly)
    return assembly, package.source, tuple(found.start() for found in _PARAGRAPH.finditer(package.source))


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list writes its numbers."""

    form: str
    prefix: str
    suffix: str
    start: int
    shown: int  # how many levels the label names


class _WithNotes(Assembly):
    """Footnotes stand inside the words that call them; their text waits for the end of the paragraph."""

    def __init__(self) -> None:
        super().__init__()
        self.inside_note = 0
        self.waiting: list[list[tuple[str, int, int]]] = []

    def text(self, words: str, source_start: int, width: int, *, note: bool = False, bold: bool = False) -> None:
        if self.inside_note and self.waiting:
            self.waiting[-1].append((words, source_start, width))
        else:
            super().text(words, source_start, width, note=note, bold=bold)

    def show_notes(self) -> None:
        """Shows what has waited, a block for each paragraph."""
        waiting, self.waiting = self.waiting, []
        for paragraph in waiting:
            self.open_block()
            for words, start, width in paragraph:
                super().text(words, start, width, note=True)


@dataclass(slots=True)
class _Body:
    """The state of reading the body: named styles, and the lists that are open with how far they have counted."""

    styles: dict[str, Style] = field(default_factory=dict)
    lists: dict[str, dict[int, _Level]] = field(default_factory=dict)
    open_lists: list[str] = field(default_factory=list)
    counters: list[int] = field(default_factory=list)
    last: dict[str, int] = field(default_factory=dict)  # how far a list style had counted at its outermost level
    item_begins: bool = False

    def enter(self, element: etree._Element, style: Style, assembly: Assembly) -> Style:
        assert isinstance(assembly, _WithNotes)
        tag = str(element.tag)
        if tag in _HIDDEN or style.unseen:
            return style._replace(unseen=True)
        if tag in _PARAGRAPHS:
            self._paragraph(element, assembly)
            return _SHOWN
        if tag == f"{_TEXT}span":
            named = self.styles.get(element.get(f"{_TEXT}style-name", ""), _SHOWN)
            if named.raised and "".join(element.itertext()).strip().isdecimal():
                assembly.raise_number()
            return Style(style.note or named.note, style.bold or named.bold)
        if tag == f"{_TEXT}a":
            assembly.open_link(element.get(_HREF))
        elif tag == f"{_TEXT}note-body":
            assembly.inside_note += 1
        elif tag in (f"{_TEXT}bookmark", f"{_TEXT}bookmark-start"):
            assembly.anchor(element.get(f"{_TEXT}name", ""))
        elif tag == f"{_TEXT}line-break":
            assembly.break_line()
        elif tag == f"{_TEXT}s":
            assembly.generated(" " * min(_number(element.get(f"{_TEXT}c"), 1), _WIDEST))
        elif tag == f"{_TEXT}tab":
            assembly.generated(" ")
        elif tag == f"{_TEXT}list":
            self._open_list(element)
        elif tag == f"{_TEXT}list-item":
            self.item_begins = True
            self.counters[-1] = _number(element.get(f"{_TEXT}start-value"), self.counters[-1] + 1)
        return style

    def leave(self, element: etree._Element, assembly: Assembly) -> None:
        assert isinstance(assembly, _WithNotes)
        tag = element.tag
        if tag == f"{_TEXT}note-body":
            assembly.inside_note -= 1
        elif tag in _PARAGRAPHS and not assembly.inside_note:
            assembly.show_notes()
            assembly.open_block()
        elif tag == f"{_TEXT}a":
            assembly.close_link()
        elif tag == f"{_TEXT}list" and self.open_lists:
            style, counted = self.open_lists.pop(), self.counters.pop()
            if not self.open_lists:
                self.last[style] = counted

    def _paragraph(self, element: etree._Element, assembly: _WithNotes) -> None:
        if assembly.inside_note:
            assembly.waiting.append([])
            return
        level = _number(element.get(f"{_TEXT}outline-level"), 0) if element.tag == f"{_TEXT}h" else 0
        assembly.open_block(level if level <= 6 else 0)
        if self.item_begins:
            self.item_begins = False
            if label := self._label():
                assembly.generated(label + " ")

    def _open_list(self, element: etree._Element) -> None:
        style = element.get(f"{_TEXT}style-name") or (self.open_lists[-1] if self.open_lists else "")
        depth = len(self.open_lists)
        level = self.lists.get(style, {}).get(depth + 1)
        counted = level.start - 1 if level else 0
        if depth == 0 and (element.get(f"{_TEXT}continue-numbering") == "true" or element.get(f"{_TEXT}continue-list")):
            counted = self.last.get(style, counted)
        self.open_lists.append(style)
        self.counters.append(counted)

    def _label(self) -> str:
        if not self.open_lists:
            return ""
        levels, depth = self.lists.get(self.open_lists[-1], {}), len(self.open_lists)
        level = levels.get(depth)
        if level is None:
            return ""
        shown = range(max(depth - level.shown, 0), depth)
        numbers = [said(self.counters[at], levels[at + 1].form if at + 1 in levels else "decimal") for at in shown]
        return level.prefix + ".".join(number for number in numbers if number) + level.suffix


_SHOWN = Style()


def _text_style(element: etree._Element) -> Style:
    properties = element.find(f"{_STYLE}text-properties")
    if properties is None:
        return _SHOWN
    return Style(
        note=properties.get(f"{_FO}color", "").lower() == "#ff0000",
        bold=properties.get(f"{_FO}font-weight") == "bold",
        raised=properties.get(f"{_STYLE}text-position", "").startswith("super"),
    )


def _levels(element: etree._Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for entry in element:
        depth = _number(entry.get(f"{_TEXT}level"), 1)
        if entry.tag == f"{_TEXT}list-level-style-number":
            levels[depth] = _Level(
                _FORMS.get(entry.get(f"{_STYLE}num-format", "").split(",")[0], "decimal"),
                entry.get(f"{_STYLE}num-prefix", "")[:20],
                entry.get(f"{_STYLE}num-suffix", "")[:20],
                _number(entry.get(f"{_TEXT}start-value"), 1),
                _number(entry.get(f"{_TEXT}display-levels"), 1),
            )
        elif entry.tag == f"{_TEXT}list-level-style-bullet":
            levels[depth] = _Level("none", entry.get(f"{_TEXT}bullet-char", "")[:2], "", 1, 1)
    return levels


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 7 else otherwise
