"""PDF with a text layer: pages become paragraphs, running heads are left out of the text and told of."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

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
    """Heads and feet by `_place`: what stands at one height at the edge of half of the pages, digits aside; half, since odd
    and even pages may have heads of their own. In a short file it must also stand apart, or be all that the file leaves
    without a tag.
    """
    edges: Counter[tuple[str, int]] = Counter()
    for page in pages:
        edges.update({_place(line) for line in _at_edges(page)})
    if len(pages) >= _MANY:
        return frozenset(key for key, count in edges.items() if count * 2 >= len(pages) - 1)
    tagged = any(line.tag for page in pages for line in page)
    apart = {
        _place(line) for page in pages for line in _at_edges(page) if (tagged and not line.tag) or _is_apart(line, page)
    }
    return frozenset(key for key, count in edges.items() if count > 1 and key in apart)


_MANY = 4  # pages of a file in which chance repeats nothing


def _at_edges(page: Sequence[PageLine]) -> Iterator[PageLine]:
    """Lines at the two highest and the two lowest places of a page."""
    heights = sorted({round(line.base) for line in page})
    yield from (line for line in page if round(line.base) in (*heights[:2], *heights[-2:]))


def _is_apart(line: PageLine, page: Sequence[PageLine]) -> bool:
    """Whether more room than usual is between a line and the others of its page."""
    heights = sorted({round(other.base) for other in page})
    at = heights.index(round(line.base))
    steps = [above - below for below, above in pairwise(heights)]
    beside = (steps[at - 1] if at * 2 >= len(heights) else steps[at]) if steps else 0.0
    return bool(steps) and beside > statistics.median(steps) * 1.4


def _place(line: PageLine) -> tuple[str, int]:
    """What a line says, digits aside, and at which height of its page."""
    return re.sub(r"[0-9]+", "#", line.words), round(line.base)
