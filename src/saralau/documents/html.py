"""HTML as portals of legislation publish it, parsed by lxml without network or entities.

libxml2 drops text silently past its nesting limit and repairs broken mark-up in ways of its own. So nothing is taken
on trust: every text node is found again in the source, in order, and what lies between two nodes must be mark-up.
That gives each character its place in the file, and turns any loss into an error that names the line.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from saralau.documents.assembly import Assembly
from saralau.documents.model import DocumentError

_BLOCKS = frozenset(
    [
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
    ]
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_UNSEEN = frozenset(["head", "script", "style", "template", "title"])
_RED = frozenset(("#ff0000", "ff0000", "red"))
_BOLD = frozenset(("b", "strong"))

_WHITE = " \t\n\r\f"  # what HTML calls white space; a non-breaking space is text
_ATTRIBUTES = r"""(?:[^>"']++|"[^"]*+"|'[^']*+')*+"""
_MARKUP = re.compile(
    "(?:"
    + "|".join(
        (
            rf"[{_WHITE}]++",
            r"<!--(?:[^-]++|-(?!->))*+-->",
            rf"</?[a-zA-Z]{_ATTRIBUTES}>",
            r"</?[a-zA-Z][^<>]*+>",  # a tag whose quotes do not close
            r"<![dD][oO][cC][tT][yY][pP][eE][^>\[]*+>",  # no internal subset: nothing may be declared
            r"<\?[^>]*+>",
            r"</[^>]*+>",
        )
    )
    + ")*+"
)
_ENDS = re.compile(r"</(?:body|html)[ \t]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")


class _Style(NamedTuple):
    """What the open tags say of the text inside them."""

    note: bool = False
    bold: bool = False
    unseen: bool = False


def read_html(raw: str, name: str) -> Assembly:
    """Reads `raw` into lines. Raises DocumentError if the parser would lose any of its text."""
    root = _parse(raw, name)
    assembly, cursor = Assembly(), 0
    if root is None:
        return assembly
    assembly.declared_language = root.get("lang")
    styles = [_Style()]
    links: list[tuple[int, str]] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            words = element.text
            styles.append(_enter(element, styles[-1], assembly, links))
        else:
            words = element.tail
            if event == "end":
                styles.pop()
                _leave(str(element.tag), assembly, links)
        if words:
            cursor = _place(words, raw, cursor, styles[-1], assembly, name)
    if (end := _skip(raw, cursor)) < len(raw):
        raise _lost(raw, end, name)
    title = root.find(".//title")
    assembly.title = title.text.strip() if title is not None and title.text else None
    return assembly


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


def _enter(element: etree._Element, style: _Style, assembly: Assembly, links: list[tuple[int, str]]) -> _Style:
    """Opens what the tag opens; the style of the text inside it."""
    tag = str(element.tag)
    attributes = dict(element.items())
    if tag in _HEADINGS:
        assembly.open_block(level=_HEADINGS[tag])
    elif tag in _BLOCKS:
        assembly.open_block()
    elif tag == "br":
        assembly.break_line()
    elif tag == "a":
        links.append((assembly.length, attributes.get("href", "")))
    if attributes:
        for anchor in (attributes.get("id"), attributes.get("name") if tag == "a" else None):
            if anchor:
                assembly.anchor(anchor)
    note = style.note or _marks_note(tag, attributes)
    bold, unseen = tag in _BOLD, tag in _UNSEEN
    if note is style.note and not bold and not unseen:
        return style
    return _Style(note, style.bold or bold, style.unseen or unseen)


def _leave(tag: str, assembly: Assembly, links: list[tuple[int, str]]) -> None:
    if tag == "a" and links:
        start, target = links.pop()
        if target:
            assembly.link(start, target)
    elif tag in _HEADINGS or tag in _BLOCKS:
        assembly.open_block()


def _marks_note(tag: str, attributes: Mapping[str, str]) -> bool:
    if "note" in attributes.get("class", "").lower().split():
        return True
    return tag == "font" and attributes.get("color", "").lower() in _RED


def _place(words: str, raw: str, cursor: int, style: _Style, assembly: Assembly, name: str) -> int:
    """Finds a text node in the source from `cursor` on, hands its characters on, returns where it ends."""
    shown = words.strip(_WHITE)
    if not shown:
        if not style.unseen:
            assembly.text(" ", cursor, 1, note=style.note, bold=style.bold)
        return cursor
    start = _skip(raw, cursor)
    blank = len(words) - len(words.lstrip(_WHITE))
    if start - blank >= cursor and "&" not in words and raw.startswith(words, start - blank):
        if not style.unseen:
            assembly.text(words, start - blank, len(words), note=style.note, bold=style.bold)
        return start - blank + len(words)
    if blank and not style.unseen:
        assembly.text(" ", cursor, 1, note=style.note, bold=style.bold)
    for piece, begin, end in _pieces(shown, raw, start, name):
        cursor = end
        if not style.unseen:
            assembly.text(piece, begin, end - begin, note=style.note, bold=style.bold)
    if words[-1] in _WHITE and not style.unseen:
        assembly.text(" ", cursor, 1, note=style.note, bold=style.bold)
    return cursor


def _pieces(shown: str, raw: str, cursor: int, name: str) -> Iterator[tuple[str, int, int]]:
    """Stretches of `shown` with their start and end in `raw`; an entity or a normalised line end is a stretch of its own."""
    if "&" not in shown and raw.startswith(shown, cursor):
        yield shown, cursor, cursor + len(shown)
        return
    done, start = 0, cursor  # what of `shown` has been handed on, and where the stretch being matched begins
    reached = 0
    while reached < len(shown):
        special = _special(shown, reached, raw, cursor)
        if special is None:
            if cursor >= len(raw) or raw[cursor] != shown[reached]:
                raise _lost(raw, cursor, name)
            reached, cursor = reached + 1, cursor + 1
            continue
        if reached > done:
            yield shown[done:reached], start, cursor
        meant, used = special
        yield meant, cursor, cursor + used
        reached, cursor = reached + len(meant), cursor + used
        done, start = reached, cursor
    if reached > done:
        yield shown[done:], start, cursor


def _special(shown: str, at: int, raw: str, cursor: int) -> tuple[str, int] | None:
    """What stands in the source for what is shown where the two are not the same characters, and how much of it."""
    if raw.startswith("&", cursor) and (entity := _ENTITY.match(raw, cursor)):
        return _meaning(entity.group(), shown, at)
    if shown[at] == "\n" and raw.startswith("\r", cursor):
        return "\n", 2 if raw.startswith("\n", cursor + 1) else 1
    return None


def _meaning(entity: str, shown: str, at: int) -> tuple[str, int] | None:
    """What an entity stands for if that is what the parser shows at this place, and how much of it was read."""
    for length in range(len(entity), 1, -1):
        meant = html.unescape(entity[:length])
        if meant != entity[:length] and shown.startswith(meant, at):
            return meant, length
    return None


def _skip(raw: str, cursor: int) -> int:
    found = _MARKUP.match(raw, cursor)
    return found.end() if found else cursor


def _lost(raw: str, at: int, name: str) -> DocumentError:
    return DocumentError("html-text-moved", name=name, line=raw.count("\n", 0, at) + 1)
