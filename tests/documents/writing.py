"""One act, written in every format that is read: so that every reader must give the same act."""

from __future__ import annotations

import html
import json
import textwrap
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache

import typst

from saralau.acts import Act, identify, parse_act, write_akn
from saralau.documents.reading import read_bytes

from ..conftest import sample
from .office import docx, odt


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a heading: how it is set, and the words of its lines."""

    words: tuple[str, ...]
    level: int = 0
    note: bool = False
    bold: bool = False


def blocks_of(act: Act) -> list[Block]:
    """The blocks of an act; two headings that the source sets as one are two."""
    opening = {provision.heading[0].start for provision in act.walk() if provision.heading}
    blocks: list[Block] = []
    before = -1
    for line in act.document.lines:
        words = " ".join(act.words(line.span).split())
        if line.block == before and line.span.start not in opening:
            blocks[-1] = replace(blocks[-1], words=(*blocks[-1].words, words))
        else:
            blocks.append(Block((words,), line.level, line.note, line.bold))
        before = line.block
    return blocks


def as_html(blocks: Sequence[Block]) -> bytes:
    """As a portal writes it: headings, paragraphs, line breaks, notes in their class."""
    out = []
    for block in blocks:
        tag = f"h{block.level}" if block.level else "p"
        note = ' class="note"' if block.note else ""
        inside = "<br>".join(map(html.escape, block.words))
        out.append(f"<{tag}{note}>{f'<b>{inside}</b>' if block.bold and not block.level else inside}</{tag}>")
    return f'<!DOCTYPE html><meta charset="utf-8"><body>{"".join(out)}</body>'.encode()


def as_markdown(blocks: Sequence[Block]) -> bytes:
    """As law is kept in git: a paragraph a line."""
    blocks = (f"{'#' * block.level} {' '.join(block.words)}".strip() for block in blocks)
    return "\n\n".join(blocks).encode()


def as_text(blocks: Sequence[Block]) -> bytes:
    """A paragraph a line, with the line ends of an old office, and in its encoding where the letters are mostly of that."""
    text = "\r\n".join(" ".join(block.words) for block in blocks)
    letters = [char for char in text if char.isalpha()]
    if sum("а" <= char.lower() <= "я" for char in letters) * 2 > len(letters):
        with suppress(UnicodeEncodeError):
            return text.encode("windows-1251")
    return text.encode("utf-8-sig")


def as_broken_text(blocks: Sequence[Block]) -> bytes:
    """Paragraphs broken into lines of 72 characters, a blank line between them."""
    return "\n\n".join(textwrap.fill(" ".join(block.words), 72) for block in blocks).encode()


def as_tight_text(blocks: Sequence[Block], width: int) -> bytes:
    """Broken at a width and without blank lines, as a page of paper gives it."""
    return "\n".join(textwrap.fill(" ".join(block.words), width) for block in blocks).encode()


def as_docx(blocks: Sequence[Block]) -> bytes:
    """Headings by style, notes in red, bold runs, breaks."""
    out = []
    for block in blocks:
        style = f'<w:pStyle w:val="h{block.level}"/>' if block.level else ""
        look = ("<w:b/>" if block.bold else "") + ('<w:color w:val="FF0000"/>' if block.note else "")
        inside = "<w:br/>".join(f'<w:t xml:space="preserve">{html.escape(piece)}</w:t>' for piece in block.words)
        out.append(f"<w:p><w:pPr>{style}</w:pPr><w:r><w:rPr>{look}</w:rPr>{inside}</w:r></w:p>")
    styles = "".join(
        f'<w:style w:styleId="h{level}"><w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
        for level in range(1, 7)
    )
    return docx("".join(out), styles=styles)


def as_odt(blocks: Sequence[Block]) -> bytes:
    """The same as an OpenDocument text."""
    out = []
    for block in blocks:
        style = "red" if block.note else "bold" if block.bold else "plain"
        inside = "<text:line-break/>".join(map(html.escape, block.words))
        span = f'<text:span text:style-name="{style}">{inside}</text:span>'
        level = f' text:outline-level="{block.level}"'
        out.append(f"<text:h{level}>{span}</text:h>" if block.level else f"<text:p>{span}</text:p>")
    automatic = (
        '<style:style style:name="red" style:family="text"><style:text-properties fo:color="#ff0000"/></style:style>'
        '<style:style style:name="bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    )
    return odt("".join(out), automatic)


def as_pdf(blocks: Sequence[Block], *, tags: bool = True) -> bytes:
    """As a typesetter sets it: numbered pages with a running head, justified, a little room between paragraphs."""
    out = [
        '#set page(paper: "a5", header: [Алтынсай / Altynsay], numbering: "1")\n#set text(size: 9pt, hyphenate: false)',
        "#set par(justify: true, spacing: 1.2em)",
    ]
    for block in blocks:
        inside = " \\ ".join(f"#{json.dumps(piece, ensure_ascii=False)}" for piece in block.words)
        if block.level:
            out.append(f"#heading(level: {block.level})[{inside}]")
        elif block.note:
            out.append(f'#text(fill: rgb("ff0000"))[{inside}]')
        else:
            out.append(f"*{inside}*" if block.bold else inside)
    made = typst.compile("\n\n".join(out).encode(), format="pdf", pdf_tags=tags)
    assert isinstance(made, bytes)
    return made


def as_akn(blocks: Sequence[Block]) -> bytes:
    """As Saralau writes Akoma Ntoso."""
    act = parse_act(read_bytes(as_html(blocks), "a.html"))
    return write_akn(act, identify(act)).encode()


WRITERS: dict[str, Callable[[Sequence[Block]], bytes]] = {
    "html": as_html,
    "md": as_markdown,
    "txt": as_text,
    "broken.txt": as_broken_text,
    "docx": as_docx,
    "odt": as_odt,
    "pdf": as_pdf,
    "untagged.pdf": lambda blocks: as_pdf(blocks, tags=False),
    "xml": as_akn,
}


@cache
def source(language: str) -> list[Block]:
    """The fictional act of thirteen articles in a language."""
    return blocks_of(sample(language).act)


@cache
def written(language: str, format_: str) -> bytes:
    """It as a file of a format."""
    return WRITERS[format_](source(language))
