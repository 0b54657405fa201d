"""Word documents (DOCX, ECMA-376): paragraphs with the numbers that Word counts, tables, footnotes, tracked changes.

Changes that are tracked are read as accepted: what was inserted is text, what was deleted is not. Footnotes come right
behind the paragraph that calls them, set as notes. Running heads, macros and embedded objects are not the act and stay
unread.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from saralau.documents.archive import open_archive
from saralau.documents.assembly import Assembly
from saralau.documents.markup import Dialect, Style, between
from saralau.documents.model import DocumentError
from saralau.documents.numbering import Numbering, W, read_numbering
from saralau.documents.office import Package

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TEXT = frozenset((f"{W}t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"))
_HIDDEN = frozenset((f"{W}del", f"{W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"))
_CHARACTERS = {f"{W}tab": " ", f"{W}noBreakHyphen": "-"}
_BREAKS = frozenset((f"{W}br", f"{W}cr"))
_CALLS = {f"{W}footnote": f"{W}footnoteReference", f"{W}endnote": f"{W}endnoteReference"}  # a note, and what calls it
_CALLERS = frozenset(_CALLS.values())
_OFF = frozenset(("0", "false", "off", "none"))
_PARAGRAPH = re.compile(r"<w:p[ >/]")
_LINK = re.compile(r'HYPERLINK\s+(?:"([^"]*)")?(?:\s*\\l\s+"([^"]*)")?')
_BETWEEN = between()


def read_docx(data: bytes, name: str) -> tuple[Assembly, str, tuple[int, ...]]:
    """Lines of the document, its source (the XML of its parts), and where in that each paragraph begins."""
    package = Package(open_archive(data, name))
    body = package.shown("word/document.xml")
    if body is None:
        raise DocumentError("office-without-body", name=name, part="word/document.xml")
    footnotes = _Footnotes()
    for part_name in ("word/footnotes.xml", "word/endnotes.xml"):
        if part := package.shown(part_name):
            part.show(Dialect(footnotes.enter, footnotes.leave, _BETWEEN), footnotes)
    reader = _Body(
        _styles(package.root("word/styles.xml")),
        read_numbering(package.root("word/numbering.xml")),
        _targets(package.root("word/_rels/document.xml.rels")),
        footnotes.kept,
    )
    assembly = Assembly()
    body.show(Dialect(reader.enter, reader.leave, _BETWEEN), assembly)
    source = package.source
    return assembly, source, tuple(found.start() for found in _PARAGRAPH.finditer(source))


_Piece = tuple[str, int, int]  # characters, where in the source, in how many of its own


class _Footnotes(Assembly):
    """The text of footnotes, kept until the body calls them: paragraphs of pieces by the tag that calls and the id."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], list[list[_Piece]]] = {}
        self._note: list[list[_Piece]] = []

    def enter(self, element: etree._Element, style: Style, assembly: Assembly) -> Style:
        tag = str(element.tag)
        if tag in _CALLS:
            self._note = self.kept[_CALLS[tag], element.get(f"{W}id", "")] = []
        elif tag == f"{W}p":
            self._note.append([])
        return Style(unseen=tag not in _TEXT)

    def leave(self, element: etree._Element, assembly: Assembly) -> None:
        """Nothing ends that the next note would not end."""

    def text(self, words: str, source_start: int, width: int, *, note: bool = False, bold: bool = False) -> None:
        if self._note:
            self._note[-1].append((words, source_start, width))


@dataclass(frozen=True, slots=True)
class _ParagraphStyle:
    """What a named style says of its paragraphs: the level of a heading from 1, and the list that counts them."""

    level: int = 0
    list_id: str = ""
    depth: int = 0


@dataclass(slots=True)
class _Body:
    """The state of reading the body: what is hidden, which fields are open, which footnotes wait."""

    styles: Mapping[str, _ParagraphStyle]
    numbering: Numbering
    targets: Mapping[str, str]
    footnotes: Mapping[tuple[str, str], list[list[_Piece]]]
    hidden: int = 0
    fields: list[str] = field(default_factory=list)  # instructions of the open fields
    called: list[tuple[str, str]] = field(default_factory=list)
    joined: bool = False  # the end of the last paragraph was deleted

    def enter(self, element: etree._Element, style: Style, assembly: Assembly) -> Style:
        tag = str(element.tag)
        if tag in _TEXT:
            return style._replace(unseen=self.hidden > 0 or style.gone)
        if tag == f"{W}r":
            if _is_raised(element):
                assembly.raise_number()
            return _run_style(element)
        if tag == f"{W}p":
            self._paragraph(element, assembly)
        elif tag in _HIDDEN:
            self.hidden += 1
        elif tag == f"{W}fldChar":
            self._field(element.get(f"{W}fldCharType"), assembly)
        elif tag == f"{W}instrText":
            if self.fields:
                self.fields[-1] += element.text or ""
        elif tag == f"{W}hyperlink":
            assembly.open_link(self.targets.get(element.get(f"{_R}id", "")))
        elif tag == f"{W}bookmarkStart":
            assembly.anchor(element.get(f"{W}name", ""))
        elif not self.hidden:
            self._mark(tag, element, assembly)
        return style if style.unseen else style._replace(unseen=True)

    def leave(self, element: etree._Element, assembly: Assembly) -> None:
        tag = element.tag
        if tag == f"{W}p":
            self._end_paragraph(element, assembly)
        elif tag in _HIDDEN:
            self.hidden -= 1
        elif tag == f"{W}hyperlink":
            assembly.close_link()

    def _mark(self, tag: str, element: etree._Element, assembly: Assembly) -> None:
        """A run holds more than text: breaks, tabs, hyphens, symbols, calls of notes."""
        if tag in _BREAKS:
            assembly.break_line()
        elif tag in _CHARACTERS:
            assembly.generated(_CHARACTERS[tag])
        elif tag == f"{W}sym":
            code = element.get(f"{W}char", "")
            assembly.generated(chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{4}", code) else "\ufffd")
        elif tag in _CALLERS:
            self.called.append((tag, element.get(f"{W}id", "")))

    def _paragraph(self, element: etree._Element, assembly: Assembly) -> None:
        properties = element.find(f"{W}pPr")
        named = _ParagraphStyle()
        listed: tuple[str, int] | None = None
        if properties is not None:
            style = properties.find(f"{W}pStyle")
            named = self.styles.get(style.get(f"{W}val", ""), named) if style is not None else named
            listed = _listed(properties)
        if not self.joined:
            assembly.open_block(named.level)
        self.joined = False
        list_id, depth = listed or (named.list_id, named.depth)
        if not self.hidden and list_id and (label := self.numbering.label(list_id, depth)):
            assembly.generated(label + " ")

    def _end_paragraph(self, element: etree._Element, assembly: Assembly) -> None:
        self.joined = element.find(f"{W}pPr/{W}rPr/{W}del") is not None
        if self.joined:
            return
        for call in self.called:
            for paragraph in self.footnotes.get(call, ()):
                assembly.open_block()
                for words, start, width in paragraph:
                    assembly.text(words, start, width, note=True)
        self.called.clear()
        assembly.open_block()

    def _field(self, kind: str | None, assembly: Assembly) -> None:
        """A field has an instruction, then what it shows; that of a link names where it leads."""
        if kind == "begin":
            self.fields.append("")
        elif kind == "separate" and self.fields:
            link = _LINK.search(self.fields[-1])
            target = "#".join(piece for piece in link.groups() if piece) if link else None
            assembly.open_link(target)
        elif kind == "end" and self.fields:
            self.fields.pop()
            assembly.close_link()


def _run_style(element: etree._Element) -> Style:
    properties = element.find(f"{W}rPr")
    if properties is None or not len(properties):
        return _PLAIN
    if (vanish := properties.find(f"{W}vanish")) is not None and vanish.get(f"{W}val", "1") not in _OFF:
        return _VANISHED
    bold, color = properties.find(f"{W}b"), properties.find(f"{W}color")
    return Style(
        note=color is not None and color.get(f"{W}val", "").lower() == "ff0000",
        bold=bold is not None and bold.get(f"{W}val", "1") not in _OFF,
        unseen=True,
    )


def _is_raised(element: etree._Element) -> bool:
    """Whether a run is raised figures."""
    raised = element.find(f"{W}rPr/{W}vertAlign")
    if raised is None or raised.get(f"{W}val") != "superscript":
        return False
    return "".join(element.itertext(f"{W}t")).strip().isdecimal()


_PLAIN = Style(unseen=True)
_VANISHED = Style(unseen=True, gone=True)


def _listed(properties: etree._Element) -> tuple[str, int] | None:
    """The list and the depth of a paragraph; list 0 takes it out of the list of its style."""
    numbered = properties.find(f"{W}numPr")
    if numbered is None:
        return None
    list_id, depth = numbered.find(f"{W}numId"), numbered.find(f"{W}ilvl")
    at = depth.get(f"{W}val", "0") if depth is not None else "0"
    if list_id is None:
        return None
    named = list_id.get(f"{W}val", "")
    return "" if named == "0" else named, int(at) if at.isdecimal() and len(at) < 3 else 0


def _styles(root: etree._Element | None) -> dict[str, _ParagraphStyle]:
    """Styles by id, each with what it takes from the one on which it is based."""
    if root is None:
        return {}
    elements = {element.get(f"{W}styleId", ""): element for element in root.iterfind(f"{W}style")}
    return {style_id: _style(style_id, elements) for style_id in elements}


def _style(style_id: str, elements: Mapping[str, etree._Element]) -> _ParagraphStyle:
    level, listed = 0, None
    seen: set[str] = set()
    while style_id in elements and style_id not in seen:
        seen.add(style_id)
        element = elements[style_id]
        properties, outline = element.find(f"{W}pPr"), element.find(f"{W}pPr/{W}outlineLvl")
        if not level and outline is not None and outline.get(f"{W}val", "") in tuple("012345"):
            level = int(outline.get(f"{W}val", "0")) + 1
        if listed is None and properties is not None:
            listed = _listed(properties)
        based = element.find(f"{W}basedOn")
        style_id = based.get(f"{W}val", "") if based is not None else ""
    list_id, depth = listed or ("", 0)
    return _ParagraphStyle(level, list_id, depth)


def _targets(root: etree._Element | None) -> dict[str, str]:
    """Where links lead, by the id of the relationship."""
    return {} if root is None else {entry.get("Id", ""): entry.get("Target", "") for entry in root}
