"""The five papers from fictional acts and cases, and what a written file says, read back."""

from __future__ import annotations

import ctypes
import io
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pypdfium2
import pypdfium2.raw as raw
import pytest
from docx import Document

from saralau.acts import read_act
from saralau.cases import qualify, read_case
from saralau.documents import read
from saralau.drafts import read_draft
from saralau.drafts.impact import Impact, weigh
from saralau.history.measuring import Measured, measure
from saralau.lint import chosen, lint
from saralau.report.coverage_paper import coverage_paper
from saralau.report.draft_findings import linted
from saralau.report.impact_paper import impact_paper
from saralau.report.lint_paper import lint_paper
from saralau.report.paper import Bullets, Figure, Heading, Item, Note, Paper, Paragraph, Table, as_read, plain
from saralau.report.qualification_paper import qualification_paper
from saralau.report.stability_paper import stability_paper
from saralau.treaties import cover, treaty

from ..conftest import EXAMPLES
from ..history.editions import LATER, edition

DAY = "2026-11-29"
KINDS = ("case", "coverage", "stability", "lint", "draft")


@cache
def impact() -> Impact:
    standing = read_act(EXAMPLES / "sample-code.ru.html")
    return weigh(standing, read_draft(read(EXAMPLES / "sample-draft.ru.md"), standing))


@cache
def measured() -> Measured:
    return measure({"lighthouses": [edition(LATER, "lighthouses.md")]}, "act", {"lighthouses": "2010-01-01"})


@cache
def paper(kind: str, code: str) -> Paper:
    """A paper of each kind, as it is read."""
    return as_read(_paper(kind, code))


def _paper(kind: str, code: str) -> Paper:
    if kind == "case":
        return qualification_paper(qualify(read_case(EXAMPLES / "cases/data-held-to-ransom.yaml")), code, DAY)
    if kind == "coverage":
        return coverage_paper([cover(treaty("budapest"), "kz")], code, DAY)
    if kind == "stability":
        pytest.importorskip("lifelines")
        pytest.importorskip("vl_convert")
        return stability_paper(measured(), code, DAY)
    if kind == "lint":
        act = read_act(EXAMPLES / "sample-code.kk.md")
        return lint_paper([(one, act) for one in lint(act, chosen(("all",)), None)], [act], code, DAY)
    return impact_paper(impact(), linted(impact()), code, DAY)


def words_of(of: Paper) -> Iterator[str]:
    """Every stretch of words in the blocks of a paper; captions without their numbers."""
    for block in of.blocks:
        if isinstance(block, Heading | Paragraph | Note):
            yield plain(block.text)
        elif isinstance(block, Bullets):
            yield from _items(block.items)
        elif isinstance(block, Figure):
            yield plain(block.caption)
        elif isinstance(block, Table):
            yield plain(block.caption)
            yield from (plain(column.head) for column in block.columns)
            yield from (plain(cell.text) for row in block.rows for cell in row)


def _items(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        yield plain(item.text)
        yield from _items(item.below)


def opened(data: bytes) -> Any:
    """A Word document."""
    return Document(io.BytesIO(data))


def docx_words(data: bytes) -> str:
    """All words of a Word document's body, a line for each paragraph."""
    document = opened(data)
    tag = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return "\n".join("".join(t.text or "" for t in p.iter(f"{tag}t")) for p in document.element.body.iter(f"{tag}p"))


def pdf_words(data: bytes) -> str:
    """All words of a PDF, page after page."""
    with pypdfium2.PdfDocument(data) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def bare(words: str) -> str:
    """Words without blanks and without what breaks a word at the end of a line."""
    return re.sub(r"[\s\u00ad\ufffe\u0002-]", "", words)


def tags(data: bytes) -> list[str]:
    """The types of structure elements of a tagged PDF, in order."""
    found: list[str] = []
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            tree = raw.FPDF_StructTree_GetForPage(page)
            for at in range(raw.FPDF_StructTree_CountChildren(tree)):
                _tagged(raw.FPDF_StructTree_GetChildAtIndex(tree, at), found)
            raw.FPDF_StructTree_Close(tree)
    return found


def _tagged(element: Any, found: list[str]) -> None:
    if not element:
        return
    length = raw.FPDF_StructElement_GetType(element, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDF_StructElement_GetType(element, buffer, length)
    found.append(buffer.raw[: length - 2].decode("utf-16-le"))
    for at in range(raw.FPDF_StructElement_CountChildren(element)):
        _tagged(raw.FPDF_StructElement_GetChildAtIndex(element, at), found)
