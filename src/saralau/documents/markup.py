"""What every marked-up format shares: the proof that its parser lost no text.

libxml2 drops text silently past its nesting limit and repairs broken mark-up in ways of its own. So nothing is taken on
trust: every text node is found again in the source, in order, and what lies between two nodes must be mark-up. That gives
each character its place in the file, and turns any loss into an error that names the line.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from saralau.documents.assembly import Assembly
from saralau.documents.model import DocumentError

WHITE = " \t\n\r\f"  # what mark-up calls white space; a non-breaking space is text
_ATTRIBUTES = r"""(?:[^>"']++|"[^"]*+"|'[^']*+')*+"""
_COMMON = (rf"[{WHITE}]++", r"<!--(?:[^-]++|-(?!->))*+-->", rf"</?[a-zA-Z]{_ATTRIBUTES}>", r"<\?[^>]*+>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")


def between(*forms: str) -> re.Pattern[str]:
    """What may lie between two text nodes: the mark-up of every dialect, and `forms` of one's own."""
    return re.compile("(?:" + "|".join((*_COMMON, *forms)) + ")*+")


class Style(NamedTuple):
    """What the open tags say of the text inside them."""

    note: bool = False
    bold: bool = False
    unseen: bool = False
    lines: bool = False  # line ends in the text are line ends to the reader
    gone: bool = False  # nothing inside is seen, whatever it is
    raised: bool = False  # above the line, as the number of a note or of what was inserted


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one format is read: what its tags do when they open and close, and what may lie between two text nodes.

    `enter` returns the style of the text inside the tag.
    """

    enter: Callable[[etree._Element, Style, Assembly], Style]
    leave: Callable[[etree._Element, Assembly], None]
    between: re.Pattern[str]


def parse_xml(raw: str, name: str) -> etree._Element:
    """The root of well-formed XML that declares nothing: no document type, so no entity can expand or fetch."""
    if (declared := re.search(r"<!(?:DOCTYPE|ENTITY)", raw[:4096])) is not None:
        raise DocumentError("xml-declares-type", name=name, line=raw.count("\n", 0, declared.start()) + 1)
    parser = etree.XMLParser(encoding="utf-8", no_network=True, resolve_entities=False, load_dtd=False, huge_tree=True)
    try:
        return etree.fromstring(raw.encode("utf-8", "surrogatepass"), parser)
    except etree.XMLSyntaxError as flaw:
        raise DocumentError("xml-unparsable", name=name, line=flaw.lineno or 1, why=flaw.msg) from None


def walk(root: etree._Element, raw: str, name: str, dialect: Dialect, assembly: Assembly, offset: int = 0) -> None:
    """Hands every text node of `root` on to `assembly`, each with its place in `raw`, which lies `offset` into the source.

    Raises DocumentError where the parser lost or moved text.
    """
    cursor, styles = 0, [Style()]
    place = _Placing(raw, name, dialect.between, assembly, offset)
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            words = element.text
            styles.append(dialect.enter(element, styles[-1], assembly))
        else:
            words = element.tail
            if event == "end":
                styles.pop()
                dialect.leave(element, assembly)
        if words:
            cursor = place.words(words, cursor, styles[-1])
    place.end(cursor)


@dataclass(frozen=True, slots=True)
class _Placing:
    """Text nodes found again in the source."""

    raw: str
    name: str
    between: re.Pattern[str]
    assembly: Assembly
    offset: int

    def words(self, words: str, cursor: int, style: Style) -> int:
        """Finds a text node from `cursor` on, hands its characters on, returns where it ends."""
        shown = words.strip(WHITE)
        if not shown:
            self._show(" ", cursor, 1, style)
            return cursor
        start = self._skip(cursor)
        blank = len(words) - len(words.lstrip(WHITE))
        if start - blank >= cursor and "&" not in words and self.raw.startswith(words, start - blank):
            self._show(words, start - blank, len(words), style)
            return start - blank + len(words)
        if blank:
            self._show(" ", cursor, 1, style)
        for piece, begin, end in self._pieces(shown, start):
            cursor = end
            self._show(piece, begin, end - begin, style)
        if words[-1] in WHITE:
            self._show(" ", cursor, 1, style)
        return cursor

    def end(self, cursor: int) -> None:
        """Behind the last text node nothing but mark-up may stand."""
        if (end := self._skip(cursor)) < len(self.raw):
            raise self._lost(end)

    def _show(self, words: str, start: int, width: int, style: Style) -> None:
        if style.lines and "\n" in words and len(words) == width:
            for line in words.splitlines(keepends=True):
                self._show(line.rstrip("\n"), start, len(line.rstrip("\n")), style._replace(lines=False))
                if line.endswith("\n") and not style.unseen:
                    self.assembly.open_block()
                start += len(line)
        elif not style.unseen:
            self.assembly.text(words, self.offset + start, width, note=style.note, bold=style.bold)

    def _pieces(self, shown: str, cursor: int) -> Iterator[tuple[str, int, int]]:
        """Stretches of `shown` with start and end in the source; an entity or a line end is a stretch of its own."""
        raw = self.raw
        if "&" not in shown and raw.startswith(shown, cursor):
            yield shown, cursor, cursor + len(shown)
            return
        done, start = 0, cursor  # what of `shown` has been handed on, and where the stretch being matched begins
        reached = 0
        while reached < len(shown):
            special = self._special(shown, reached, cursor)
            if special is None:
                if cursor >= len(raw) or raw[cursor] != shown[reached]:
                    raise self._lost(cursor)
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

    def _special(self, shown: str, at: int, cursor: int) -> tuple[str, int] | None:
        """What stands in the source for what is shown where the two are not the same characters, and how much of it."""
        if self.raw.startswith("&", cursor) and (entity := _ENTITY.match(self.raw, cursor)):
            return _meaning(entity.group(), shown, at)
        if shown[at] == "\n" and self.raw.startswith("\r", cursor):
            return "\n", 2 if self.raw.startswith("\n", cursor + 1) else 1
        return None

    def _skip(self, cursor: int) -> int:
        found = self.between.match(self.raw, cursor)
        return found.end() if found else cursor

    def _lost(self, at: int) -> DocumentError:
        return DocumentError("markup-text-moved", name=self.name, line=self.raw.count("\n", 0, at) + 1)


def _meaning(entity: str, shown: str, at: int) -> tuple[str, int] | None:
    """What an entity stands for if that is what the parser shows at this place, and how much of it was read."""
    for length in range(len(entity), 1, -1):
        meant = html.unescape(entity[:length])
        if meant != entity[:length] and shown.startswith(meant, at):
            return meant, length
    return None
