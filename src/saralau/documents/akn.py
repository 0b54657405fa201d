"""Akoma Ntoso XML (versions 2.0 and 3.0), ours and others': the words in reading order, with what its elements hint at."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from saralau.documents.assembly import Assembly
from saralau.documents.markup import Dialect, Style, between, parse_xml, walk
from saralau.documents.model import DocumentError

_HEADED = {"article": 3} | dict.fromkeys(
    ("part", "book", "title", "section", "chapter", "subchapter", "division", "subdivision", "subpart", "subtitle"), 2
)
_DIVISIONS = {"part": "code_part", "section": "section", "chapter": "chapter", "subchapter": "paragraph"}
# Units inside an article, and what each is where the document says no more.
_NUMBERED = {"subsection": "part", "paragraph": "part", "clause": "part"} | dict.fromkeys(
    ("subparagraph", "point", "indent", "item", "subclause"), "point"
)
_LINES = frozenset(
    ("p", "block", "crossHeading", "longTitle", "docTitle", "li", "listIntroduction", "listWrapUp", "td", "th")
)
_BREAKS = frozenset(("br", "eol"))
_ROOT = "akomaNtoso"


def _units(root: etree._Element) -> dict[str, str]:
    """What each element stands for in this document: traditions differ in what they call an article and its parts."""
    units = {**_DIVISIONS, **_NUMBERED, "article": "article"}
    tags = {_local(element) for element in root.iter(etree.Element)}
    if "article" not in tags:
        units["section"] = "article"
    if "subsection" in tags or "clause" in tags:
        units["paragraph"] = "point"
        units.pop("subparagraph")
    return units


def read_akn(raw: str, name: str) -> Assembly:
    """Every word outside the metadata. The number of a unit and its first words make one line, as in print."""
    root = parse_xml(raw, name)
    if _local(root) != _ROOT:
        raise DocumentError("akn-without-act", name=name)
    assembly = Assembly()
    reader = _Reader(_units(root))
    walk(root, raw, name, Dialect(reader.enter, reader.leave, between(r"<!\[CDATA\[", r"\]\]>")), assembly)
    return assembly


@dataclass(slots=True)
class _Reader:
    """The state of reading: whether a number has just been read, whose line the next words continue."""

    units: dict[str, str]
    numbered: bool = False
    headed: bool = False  # the number belongs to a heading

    def enter(self, element: etree._Element, style: Style, assembly: Assembly) -> Style:
        tag = _local(element)
        if tag == "meta":
            return style._replace(unseen=True)
        if (level := _HEADED.get(tag)) is not None:
            self._begin(assembly, level, self.units.get(tag, ""))
        elif tag in _NUMBERED or tag == "list":
            self._begin(assembly, 0, self.units.get(tag, ""))
        elif tag == "hcontainer":
            self._begin(assembly, 0, "")
            assembly.open_unit()
        elif tag == "heading":
            if not self.headed:
                assembly.open_block(2)
        elif tag in _LINES:
            if not self.numbered:
                assembly.open_block()
            self.numbered = self.headed = False
        elif tag in _BREAKS:
            assembly.break_line()
        elif tag in ("ref", "a"):
            assembly.open_link(element.get("href"))
        if (anchor := element.get("eId") or element.get("id")) and tag in _HEADED:
            assembly.anchor(anchor)
        editorial = tag in ("remark", "hcontainer") and "editorial" in (element.get("status"), element.get("name"))
        return style._replace(note=True) if editorial else style

    def leave(self, element: etree._Element, assembly: Assembly) -> None:
        tag = _local(element)
        if tag == "num":
            assembly.generated(" ")
            self.numbered = True
        elif tag == "heading":
            assembly.open_block()
            self.numbered = self.headed = False
        elif tag in ("ref", "a"):
            assembly.close_link()
        elif tag in _LINES:
            assembly.open_block()

    def _begin(self, assembly: Assembly, level: int, unit: str) -> None:
        assembly.open_block(level, unit)
        self.numbered, self.headed = False, level > 0


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
