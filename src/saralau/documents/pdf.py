"""PDF with a text layer: pages become paragraphs, running heads are left out of the text and told of."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Sequence

from saralau.documents.assembly import Assembly
from saralau.documents.model import DocumentError
from saralau.documents.page import PageLine
from saralau.documents.paragraphs import Placed, Start, paragraphs


def read_pdf(data: bytes, name: str) -> tuple[Assembly, str, tuple[int, ...]]:
    """Lines of the document, its source (the text of its pages), and where in that each page begins."""
    try:
        from saralau.documents.pdfium import read_pages
    except ImportError:
        raise DocumentError("pdf-reader-absent", name=name) from None
    pages = read_pages(data, name)
    heads = _running_heads(pages.lines)
    kept = [[line for line in page if _place(line) not in heads] for page in pages.lines]
    sizes = [line.size for page in kept for line in page]
    if not sizes:
        raise DocumentError("pdf-without-text", name=name, pages=len(pages.lines))
    assembly = Assembly()
    left_out = Counter(_place(line)[0] for page in pages.lines for line in page if _place(line) in heads)
    assembly.running_heads = tuple(left_out)
    body = statistics.median(sizes)
    for placed in paragraphs(kept):
        _show(placed, body, assembly)
    return assembly, pages.text, pages.starts


def _show(placed: Placed, body: float, assembly: Assembly) -> None:
    line = placed.line
    if placed.start is Start.PARAGRAPH:
        level = line.tag.level if line.tag else 3 if line.bold and line.size > body * 1.05 else 0
        assembly.open_block(level)
    elif placed.start is Start.LINE:
        assembly.break_line()
    elif not placed.glued:
        assembly.generated(" ")
    assembly.text(placed.words, line.start, len(placed.words), note=line.red, bold=line.bold)
    assembly.hyphens_left_out(placed.hyphens_left_out)


def _running_heads(pages: Sequence[Sequence[PageLine]]) -> frozenset[tuple[str, int]]:
    """Heads and feet by `_place`: what stands at the same height at the edge of most pages, digits aside."""
    if len(pages) < 4:
        return frozenset()
    edges: Counter[tuple[str, int]] = Counter()
    for page in pages:
        heights = sorted({round(line.base) for line in page})
        outer = {*heights[:2], *heights[-2:]}
        edges.update({_place(line) for line in page if round(line.base) in outer})
    return frozenset(key for key, count in edges.items() if count * 2 > len(pages))


def _place(line: PageLine) -> tuple[str, int]:
    """What a line says, digits aside, and at which height of its page."""
    return re.sub(r"[0-9]+", "#", line.words), round(line.base)
