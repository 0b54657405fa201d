"""One act, written in every format that is read: so that every reader must give the same act."""

from __future__ import annotations

import html
import json
import textwrap
from collections.abc import Callable, Iterator

import typst

from saralau.acts import Act, identify, write_akn
from saralau.documents import Line

from .office import docx, odt


def _blocks(act: Act) -> Iterator[tuple[Line, list[str]]]:
    """The first line of each paragraph or heading, and the words of all its lines; two headings in one are set as two."""
    opening = {provision.heading[0].start for provision in act.walk() if provision.heading}
    block: list[Line] = []
    for line in act.document.lines:
        if block and (line.block != block[-1].block or line.span.start in opening):
            yield block[0], [" ".join(act.words(part.span).split()) for part in block]
            block = []
        block.append(line)
    yield block[0], [" ".join(act.words(part.span).split()) for part in block]


def as_html(act: Act) -> bytes:
    """As a portal writes it: headings, paragraphs, line breaks, notes in their class."""
    out = []
    for line, words in _blocks(act):
        tag = f"h{line.level}" if line.level else "p"
        note = ' class="note"' if line.note else ""
        inside = "<br>".join(map(html.escape, words))
        out.append(f"<{tag}{note}>{f'<b>{inside}</b>' if line.bold and not line.level else inside}</{tag}>")
    return f'<!DOCTYPE html><meta charset="utf-8"><body>{"".join(out)}</body>'.encode()


def as_markdown(act: Act) -> bytes:
    """As law is kept in git: a paragraph a line."""
    blocks = (f"{'#' * line.level} {' '.join(words)}".strip() for line, words in _blocks(act))
    return "\n\n".join(blocks).encode()


def as_text(act: Act) -> bytes:
    """A paragraph a line, in the encoding and with the line ends of an old office where its letters exist there."""
    text = "\r\n".join(" ".join(words) for _, words in _blocks(act))
    try:
        return text.encode("windows-1251")
    except UnicodeEncodeError:
        return text.encode("utf-8-sig")


def as_broken_text(act: Act) -> bytes:
    """Paragraphs broken into lines of 72 characters, a blank line between them."""
    return "\n\n".join(textwrap.fill(" ".join(words), 72) for _, words in _blocks(act)).encode()


def as_docx(act: Act) -> bytes:
    """Headings by style, notes in red, bold runs, breaks."""
    out = []
    for line, words in _blocks(act):
        style = f'<w:pStyle w:val="h{line.level}"/>' if line.level else ""
        look = ("<w:b/>" if line.bold else "") + ('<w:color w:val="FF0000"/>' if line.note else "")
        inside = "<w:br/>".join(f'<w:t xml:space="preserve">{html.escape(piece)}</w:t>' for piece in words)
        out.append(f"<w:p><w:pPr>{style}</w:pPr><w:r><w:rPr>{look}</w:rPr>{inside}</w:r></w:p>")
    styles = "".join(
        f'<w:style w:styleId="h{level}"><w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
        for level in range(1, 7)
    )
    return docx("".join(out), styles=styles)


def as_odt(act: Act) -> bytes:
    """The same as an OpenDocument text."""
    out = []
    for line, words in _blocks(act):
        style = "red" if line.note else "bold" if line.bold else "plain"
        inside = "<text:line-break/>".join(map(html.escape, words))
        span = f'<text:span text:style-name="{style}">{inside}</text:span>'
        level = f' text:outline-level="{line.level}"'
        out.append(f"<text:h{level}>{span}</text:h>" if line.level else f"<text:p>{span}</text:p>")
    automatic = (
        '<style:style style:name="red" style:family="text"><style:text-properties fo:color="#ff0000"/></style:style>'
        '<style:style style:name="bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    )
    return odt("".join(out), automatic)


def as_pdf(act: Act, *, tags: bool = True) -> bytes:
    """As a typesetter sets it: numbered pages with a running head, justified, a little room between paragraphs."""
    out = [
        '#set page(paper: "a5", header: [Алтынсай / Altynsay], numbering: "1")\n#set text(size: 9pt, hyphenate: false)',
        "#set par(justify: true, spacing: 1.2em)",
    ]
    for line, words in _blocks(act):
        inside = " \\ ".join(f"#{json.dumps(piece, ensure_ascii=False)}" for piece in words)
        if line.level:
            out.append(f"#heading(level: {line.level})[{inside}]")
        elif line.note:
            out.append(f'#text(fill: rgb("ff0000"))[{inside}]')
        else:
            out.append(f"*{inside}*" if line.bold else inside)
    made = typst.compile("\n\n".join(out).encode(), format="pdf", pdf_tags=tags)
    assert isinstance(made, bytes)
    return made


def as_akn(act: Act) -> bytes:
    """As Saralau writes Akoma Ntoso."""
    return write_akn(act, identify(act)).encode()


WRITERS: dict[str, Callable[[Act], bytes]] = {
    "html": as_html,
    "md": as_markdown,
    "txt": as_text,
    "broken.txt": as_broken_text,
    "docx": as_docx,
    "odt": as_odt,
    "pdf": as_pdf,
    "untagged.pdf": lambda act: as_pdf(act, tags=False),
    "xml": as_akn,
}
