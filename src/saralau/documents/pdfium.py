"""PDFium, wrapped: what a page shows as lines, where they stand, how they are set, and how the file tags them."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2
import pypdfium2.raw as raw

from saralau.documents.model import DocumentError
from saralau.documents.page import PageLine, Pages, Tag

_LINE = re.compile(
    r"[^\r\n\x02\ufffe]+[\x02\ufffe]?"
)  # PDFium writes no line end behind a hyphen that it thinks broke a word
_WORD = re.compile(r"\S+")
_PIECE = re.compile(r"[^\s\u2010\u2013\u2014/-]+[\u2010\u2013\u2014/-]*|\S+?")  # what a line break keeps together
_MOST_PAGES = 20_000
_MOST_TAGS = 20_000_000  # elements looked at; a file with more is read as if it had none
_DEEPEST = 100
_GAP = 0.2  # of the size of the type: a gap that is a blank
_SAMPLES = 7  # characters of a line whose colour is asked for
_BOLD = 600  # weight of a font, in hundreds

# Elements of the structure tree (ISO 32000-1, 14.8.4) that set a paragraph of their own; the others run inside one.
_BLOCKS = frozenset(
    (
        *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "P", "Title", "H"),
        *("H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Table", "TR", "TH", "TD"),
    )
)
_LEVELS = {"Title": 1, "H": 3, **{f"H{level}": level for level in range(1, 7)}}


def read_pages(data: bytes, name: str) -> Pages:
    """Every page of a file; DocumentError for one that PDFium cannot open, that is encrypted or has too many pages."""
    lines, texts, starts, length = [], [], [], 0
    try:
        document = pypdfium2.PdfDocument(data)
        if len(document) > _MOST_PAGES:
            raise DocumentError("pdf-too-many-pages", name=name, pages=len(document), limit=_MOST_PAGES)
        tags = _Tags(bool(raw.FPDFCatalog_IsTagged(document.raw)))
        for number, page in enumerate(document):
            shown = page.get_textpage()
            text = shown.get_text_range()
            lines.append(tuple(_lines(_Shown(shown.raw, text, length, number, tags.of_page(page.raw)))))
            texts.append(text + "\f")
            starts.append(length)
            length += len(text) + 1
            shown.close()
            page.close()
    except pypdfium2.PdfiumError as flaw:
        raise DocumentError("pdf-unreadable", name=name, why=flaw) from None
    return Pages(tuple(lines), "".join(texts), tuple(starts) or (0,))


@dataclass(frozen=True, slots=True)
class _Shown:
    """A page being read: PDFium's handle, its text, where that begins in the text of all pages, its tags by content."""

    page: Any
    text: str
    offset: int
    number: int
    tags: dict[int, Tag]


def _lines(shown: _Shown) -> Iterator[PageLine]:
    for line in _LINE.finditer(shown.text):
        words = [(line.start() + word.start(), line.start() + word.end()) for word in _WORD.finditer(line.group())]
        if not words:
            continue
        if not shown.tags:
            yield _line(shown, words[0][0], words[-1][1], None)
            continue
        first, last = _tag(shown, words[0][0]), _tag(shown, words[-1][1] - 1)
        if first == last:
            yield _line(shown, words[0][0], words[-1][1], first)
        else:  # cells side by side
            yield from _cells(shown, words)


def _cells(shown: _Shown, words: list[tuple[int, int]]) -> Iterator[PageLine]:
    start, end, tag = *words[0], _tag(shown, words[0][0])
    for word in words[1:]:
        if (its := _tag(shown, word[0])) != tag:
            yield _line(shown, start, end, tag)
            start, tag = word[0], its
        end = word[1]
    yield _line(shown, start, end, tag)


def _line(shown: _Shown, start: int, end: int, tag: Tag | None) -> PageLine:
    page, words = shown.page, shown.text[start:end]
    (left, _), (_, right) = _sides(page, start), _sides(page, end - 1)
    ends = [_sides(page, start + word.end() - 1)[1] for word in _WORD.finditer(words)]
    if words.isprintable() and any(after < before - 1 for before, after in pairwise(ends)):
        words, right = _in_order(page, words, start), max(ends)
    piece = _PIECE.match(words)
    _, needed = _sides(page, start + (piece.end() if piece else 1) - 1)
    return PageLine(
        words,
        shown.offset + start,
        shown.number,
        left,
        right,
        _base(page, start),
        needed - left,
        max(raw.FPDFText_GetFontSize(page, start), raw.FPDFText_GetFontSize(page, end - 1)),
        _is_bold(page, start) and _is_bold(page, end - 1),
        _is_red(page, start, end),
        tag,
    )


def _in_order(page: Any, words: str, start: int) -> str:
    """The words of a line whose file writes letters that one font lacks last, from another, as office programs do.

    Letters are put where they stand; blanks that PDFium made up for the gaps are dropped, and made where a gap is wide.
    """
    if any(unicodedata.bidirectional(char) in ("R", "AL") for char in words):
        return words
    letters = sorted(
        (*_sides(page, start + index), char)
        for index, char in enumerate(words)
        if not raw.FPDFText_IsGenerated(page, start + index)
    )
    room = raw.FPDFText_GetFontSize(page, start) * _GAP
    out: list[str] = []
    reached = letters[0][0] if letters else 0.0
    for left, right, char in letters:
        if out and left - reached > room and not char.isspace() and not out[-1].isspace():
            out.append(" ")
        out.append(char)
        reached = right
    return "".join(out)


def _sides(page: Any, index: int) -> tuple[float, float]:
    """Left and right of a character, the room around it included."""
    box = raw.FS_RECTF()
    return (box.left, box.right) if raw.FPDFText_GetLooseCharBox(page, index, box) else (0.0, 0.0)


def _base(page: Any, index: int) -> float:
    """The height of the line on which a character stands."""
    across, up = ctypes.c_double(), ctypes.c_double()
    return up.value if raw.FPDFText_GetCharOrigin(page, index, across, up) else 0.0


def _is_bold(page: Any, index: int) -> bool:
    if raw.FPDFText_GetFontWeight(page, index) >= _BOLD:
        return True
    name = ctypes.create_string_buffer(128)
    length = raw.FPDFText_GetFontInfo(page, index, name, 128, None)
    return 0 < length <= 128 and b"bold" in name.value.lower()


def _is_red(page: Any, start: int, end: int) -> bool:
    """Whether most of a line is; links inside it have a colour of their own."""
    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    reds = 0
    for step in range(_SAMPLES):
        index = start + (end - 1 - start) * step // (_SAMPLES - 1)
        raw.FPDFText_GetFillColor(page, index, red, green, blue, opacity)
        reds += red.value > 180 and green.value < 70 and blue.value < 70
    return reds * 2 > _SAMPLES


def _tag(shown: _Shown, index: int) -> Tag | None:
    words = raw.FPDFText_GetTextObject(shown.page, index)
    return shown.tags.get(raw.FPDFPageObj_GetMarkedContentID(words)) if words else None


class _Tags:
    """The structure tree, page by page. A path counts children from the root, so it is the same on every page."""

    def __init__(self, tagged: bool) -> None:
        self.left = _MOST_TAGS if tagged else 0

    def of_page(self, page: Any) -> dict[int, Tag]:
        """Tags by the number of the marked content."""
        if self.left <= 0 or not (tree := raw.FPDF_StructTree_GetForPage(page)):
            return {}
        found: dict[int, Tag] = {}
        try:
            for index in range(raw.FPDF_StructTree_CountChildren(tree)):
                if element := raw.FPDF_StructTree_GetChildAtIndex(tree, index):
                    self._walk(element, (index,), Tag(()), found)
        finally:
            raw.FPDF_StructTree_Close(tree)
        return found if self.left > 0 else {}

    def _walk(self, element: Any, path: tuple[int, ...], around: Tag, found: dict[int, Tag]) -> None:
        name = _name(element)
        tag = Tag(path, _LEVELS.get(name, around.level)) if name in _BLOCKS else around
        children = raw.FPDF_StructElement_CountChildren(element)
        self.left -= max(children, 1)
        if len(path) > _DEEPEST or self.left <= 0:
            return
        for index in range(children):
            if child := raw.FPDF_StructElement_GetChildAtIndex(element, index):
                self._walk(child, (*path, index), tag, found)
            elif (content := raw.FPDF_StructElement_GetChildMarkedContentID(element, index)) >= 0:
                found[content] = tag


def _name(element: Any) -> str:
    buffer = ctypes.create_string_buffer(64)
    length = raw.FPDF_StructElement_GetType(element, buffer, 64)
    return buffer.raw[: max(length - 2, 0)].decode("utf-16-le", "replace") if length <= 64 else ""
