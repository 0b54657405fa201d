"""HTML as portals of legislation publish it, parsed by lxml without network or entities; what tags mean for lines."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from saralau.documents.assembly import Assembly
from saralau.documents.markup import Dialect, Style, between, walk
from saralau.documents.model import DocumentError
from saralau.documents.numbering import said

_BLOCKS = frozenset(
    (
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "footer",
        "form",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    )
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
# What is no text of the page, what its author struck out, and what belongs to the program around it.
_UNSEEN = frozenset(
    ("head", "script", "style", "template", "title", "noscript", "del", "nav", "button", "select", "option", "textarea")
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_RED = frozenset(("#ff0000", "ff0000", "red"))
_BOLD = frozenset(("b", "strong"))
_BETWEEN = between(
    r"</?[a-zA-Z][^<>]*+>",  # a tag whose quotes do not close
    r"<![dD][oO][cC][tT][yY][pP][eE][^>\[]*+>",  # no internal subset: nothing may be declared
    r"</[^>]*+>",
)
_ENDS = re.compile(r"</(?:body|html)[ \t]*>", re.IGNORECASE)


def read_html(raw: str, name: str) -> Assembly:
    """Reads `raw` into lines. Raises DocumentError if the parser would lose any of its text."""
    root, assembly = _parse(raw, name), Assembly()
    if root is None:
        return assembly
    assembly.declared_language = root.get("lang")
    lists = _Lists()

    def enter(element: etree._Element, style: Style, assembly: Assembly) -> Style:
        inside = _enter(element, style, assembly)
        if not inside.unseen and (label := lists.enter(element)):
            assembly.generated(f"{label} ")
        return inside

    def leave(element: etree._Element, assembly: Assembly) -> None:
        lists.leave(element)
        _leave(element, assembly)

    walk(root, raw, name, Dialect(enter, leave, _BETWEEN), assembly)
    title = root.find(".//title")
    assembly.title = title.text.strip() if title is not None and title.text else None
    return assembly


class _Lists:
    """The numbers that a browser gives to the items of lists, which the source does not have."""

    def __init__(self) -> None:
        self.open: list[tuple[str, int]] = []  # how the items of each open list are counted, and the last number

    def enter(self, element: etree._Element) -> str:
        """What is shown before an item of a counted list; "" for anything else."""
        tag = element.tag
        if tag in ("ol", "ul"):
            form = _FORMS.get(element.get("type", "1"), "decimal") if tag == "ol" else ""
            self.open.append((form, _number(element.get("start"), 1) - 1))
        elif tag == "li" and self.open and self.open[-1][0]:
            form, last = self.open[-1]
            number = _number(element.get("value"), last + 1)
            self.open[-1] = form, number
            return f"{said(number, form)}."
        return ""

    def leave(self, element: etree._Element) -> None:
        """A list may end here."""
        if element.tag in ("ol", "ul") and self.open:
            self.open.pop()


_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def _number(typed: str | None, otherwise: int) -> int:
    return int(typed) if typed and typed.isdecimal() and len(typed) < 7 else otherwise


def _parse(raw: str, name: str) -> etree._Element | None:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_blank_text=False)
    if not raw.strip():
        return None
    try:
        # The parser stops at the end of the body; people and browsers read on. Blanks keep every line in its place.
        whole = _ENDS.sub(lambda end: " " * len(end[0]), raw)
        root = etree.fromstring(whole.encode("utf-8", "surrogatepass"), parser)
    except etree.XMLSyntaxError as flaw:
        raise DocumentError("html-unparsable", name=name, why=flaw.msg) from None
    for entry in parser.error_log:
        if entry.level >= etree.ErrorLevels.FATAL:
            raise DocumentError("html-text-dropped", name=name, line=entry.line, why=entry.message)
    return root


def _enter(element: etree._Element, style: Style, assembly: Assembly) -> Style:
    tag = str(element.tag)
    attributes = dict(element.items())
    if tag in _HEADINGS:
        assembly.open_block(level=_HEADINGS[tag])
    elif tag in _BLOCKS:
        assembly.open_block()
    elif tag == "br":
        assembly.break_line()
    elif tag == "sup" and (element.text or "").strip().isdecimal():
        assembly.raise_number()
    elif tag == "a":
        assembly.open_link(attributes.get("href"))
    if attributes:
        for anchor in (attributes.get("id"), attributes.get("name") if tag == "a" else None):
            if anchor:
                assembly.anchor(anchor)
    note = style.note or _marks_note(tag, attributes)
    bold, unseen, lines = tag in _BOLD, tag in _UNSEEN or _is_hidden(attributes), tag == "pre"
    if note is style.note and not bold and not unseen and not lines:
        return style
    return Style(note, style.bold or bold, style.unseen or unseen, style.lines or lines)


def _leave(element: etree._Element, assembly: Assembly) -> None:
    tag = str(element.tag)
    if tag == "a":
        assembly.close_link()
    elif tag in _HEADINGS or tag in _BLOCKS:
        assembly.open_block()


def _marks_note(tag: str, attributes: Mapping[str, str]) -> bool:
    if "note" in attributes.get("class", "").lower().split():
        return True
    return tag == "font" and attributes.get("color", "").lower() in _RED


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    return "hidden" in attributes or ("style" in attributes and _HIDDEN.search(attributes["style"]) is not None)
