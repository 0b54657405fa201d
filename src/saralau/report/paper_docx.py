"""A paper as a Word document: real styles, numbered headings, tables whose heads repeat, languages, texts for pictures.

python-docx writes it; it comes with the extra `docs`.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table as WrittenTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WrittenParagraph

from saralau.messages import say
from saralau.report.paper import (
    FEW_ROWS,
    Block,
    Bullets,
    Cell,
    Figure,
    Heading,
    Item,
    Note,
    Paper,
    Paragraph,
    Run,
    Table,
    Text,
    as_read,
    basis_rows,
    clean,
    file_language,
    runs,
    say_figure,
    say_table,
)
from saralau.report.paper_docx_form import CELL_MARGIN, add_field, attach, blank_document, shade, width_of

_SHADES = {"good": "DCEBDD", "fair": "EAF1DC", "poor": "F8EDCF", "bad": "F5DCD8", "mark": "ECECEC"}
_SMALL = 5  # columns from which on a table has smaller letters
_DEEPEST = 3  # levels of lists that have a style
_DENSITY = 300  # dots to the inch at which pictures are drawn: a printer's


def docx(paper: Paper) -> bytes:
    """The document as bytes of a DOCX file."""
    paper = as_read(paper)
    document = blank_document(paper)
    _describe(document, paper)
    _opening(document, paper)
    tables = figures = 0
    for block in paper.blocks:
        tables, figures = tables + isinstance(block, Table), figures + isinstance(block, Figure)
        _write(document, block, paper, figures if isinstance(block, Figure) else tables)
    _closing(document, paper.lang)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _describe(document: Document, paper: Paper) -> None:
    made = datetime.fromisoformat(paper.basis.day).replace(tzinfo=UTC)
    told = document.core_properties
    told.title, told.subject, told.author, told.last_modified_by = (
        clean(paper.title),
        clean(paper.kind),
        "Saralau",
        "Saralau",
    )
    told.language, told.created, told.modified, told.comments, told.keywords = paper.lang, made, made, "", ""


def _opening(document: Document, paper: Paper) -> None:
    """The addressee at the right, number and day at the left, kind and title, the basis."""
    code = paper.lang
    document.add_paragraph(say("paper-addressee", code) + " " + "_" * 28, style="Addressee")
    for _ in range(2):
        document.add_paragraph("_" * 34, style="Addressee")
    document.add_paragraph(say("paper-number", code, blank="_" * 14))
    document.add_paragraph(say("paper-dated", code, day="____", month="_" * 14, year="____"))
    document.add_paragraph(clean(paper.kind), style="Subtitle")
    document.add_paragraph(clean(paper.title), style="Title")
    rows = list(basis_rows(paper))
    table = document.add_table(rows=0, cols=2, style="Basis")
    _tell_of_table(table, say("paper-basis", code))
    for label, value in rows:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = clean(label), clean(value)
        for cell in cells:
            cell.paragraphs[0].style = "Table text"
    _set_widths(table, (0.3, 0.7), paper.wide)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _closing(document: Document, code: str) -> None:
    """Lines for post, signature and name; who prepared it and the telephone."""
    widths = (26, 16, 26)
    lines = document.add_paragraph("\t".join("_" * width for width in widths), style="Signature line")
    lines.paragraph_format.space_before = Pt(30)
    document.add_paragraph(
        "\t".join(f"({say(f'paper-signature-{name}', code)})" for name in ("post", "sign", "name")), style="Signature words"
    )
    document.add_paragraph(
        f"{say('paper-executor', code)} {'_' * 26}   {say('paper-phone', code)} {'_' * 16}", style="Executor"
    )


def _write(document: Document, block: Block, paper: Paper, number: int) -> None:
    code = paper.lang
    if isinstance(block, Heading):
        document.add_paragraph(clean(block.text), style=f"Heading {block.level}")
    elif isinstance(block, Paragraph):
        written = document.add_paragraph(style="Body Text")
        written.paragraph_format.keep_with_next = block.leads or None
        _add(written, block.text, code)
    elif isinstance(block, Note):
        written = document.add_paragraph(style="Serious note" if block.serious else "Note")
        written.add_run(say("paper-serious" if block.serious else "paper-note", code) + ".").bold = True
        _add(written, (Run(" "), *runs(block.text)), code)
    elif isinstance(block, Bullets):
        _list(document, block.items, code, 1)
    elif isinstance(block, Figure):
        _figure(document, block, paper, number)
    else:
        _table(document, block, paper, number)


def _list(document: Document, items: tuple[Item, ...], code: str, depth: int) -> None:
    level = min(depth, _DEEPEST)
    for item in items:
        _add(document.add_paragraph(style="List Bullet" + (f" {level}" if level > 1 else "")), item.text, code)
        _list(document, item.below, code, depth + 1)


def _table(document: Document, of: Table, paper: Paper, number: int) -> None:
    code = paper.lang
    _caption(document, "Table", say_table(number, of.caption, code), number)
    table = document.add_table(rows=1, cols=len(of.columns), style="Filed table")
    _tell_of_table(table, of.caption)
    small = len(of.columns) >= _SMALL
    head = table.rows[0]
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _keep_whole(head._tr)
    for cell, column in zip(head.cells, of.columns, strict=True):
        _fill(cell, (Run(column.head, strong=True),), code, small=small)
        _finish(cell, Cell(""), numbers=column.numbers)
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    together = len(of.rows) if len(of.rows) <= FEW_ROWS else 0
    for number_, row in enumerate(of.rows, 1):
        written = table.add_row()
        _keep_whole(written._tr)
        cells = written.cells
        if len(row) == 1 and len(of.columns) > 1:
            merged = cells[0].merge(cells[-1])
            _fill(merged, tuple(one._replace(strong=True) for one in runs(row[0].text)), code, small=small)
            merged.paragraphs[0].paragraph_format.keep_with_next = True
            shade(merged, "F2F3F4")
            continue
        for cell, told, column in zip(cells, row, of.columns, strict=True):
            _fill(cell, told.text, code, small=small)
            _finish(cell, told, numbers=column.numbers)
            cell.paragraphs[0].paragraph_format.keep_with_next = number_ < together or None
    every = sum(column.share for column in of.columns)
    _set_widths(table, tuple(column.share / every for column in of.columns), paper.wide)
    _add(document.add_paragraph(style="Table note"), of.note, code)


def _fill(cell: _Cell, text: Text, code: str, *, small: bool) -> None:
    written = cell.paragraphs[0]
    written.style = "Small table text" if small else "Table text"
    _add(written, text, code)


def _finish(cell: _Cell, told: Cell, *, numbers: bool) -> None:
    if numbers:
        cell.paragraphs[0].paragraph_format.alignment = 2
    if told.tone:
        shade(cell, _SHADES[told.tone])


def _figure(document: Document, of: Figure, paper: Paper, number: int) -> None:
    _caption(document, "Figure", say_figure(number, of.caption, paper.lang), number)
    place = document.add_paragraph(style="Figure")
    picture = place.add_run().add_picture(io.BytesIO(_drawn(of.svg)), width=width_of(paper.wide))
    about = picture._inline.docPr
    about.set("descr", clean(of.alt))
    about.set("title", clean(of.caption))


def _drawn(svg: str) -> bytes:
    """The picture as PNG: older office programs show no SVG. The extra that drew the SVG draws this too."""
    from vl_convert import svg_to_png

    return bytes(svg_to_png(svg, scale=_DENSITY / 96, ppi=_DENSITY))


def _caption(document: Document, series: str, words: str, number: int) -> None:
    """A caption whose number is a field, so that the office program can list a series and count it anew."""
    written = document.add_paragraph(style="Caption")
    before, found, after = words.partition(str(number))
    written.add_run(before)
    if found:
        add_field(written, f"SEQ {series} \\* ARABIC", found)
    written.add_run(after)


def _add(written: WrittenParagraph, text: Text, code: str) -> None:
    for one in runs(text):
        run = written.add_run(one.words)
        run.bold = (one.strong or one.marked) or None
        run.underline = one.marked or None
        if one.lang is not None and one.lang != code:
            language = OxmlElement("w:lang")
            language.set(qn("w:val"), file_language(one.lang))
            attach(run._r.get_or_add_rPr(), language)


def _tell_of_table(table: WrittenTable, words: str) -> None:
    """What a table is, for whoever does not see it."""
    properties: Any = table._tbl.tblPr
    inset = OxmlElement("w:tblInd")  # or else the table stands out of the text by the margin of its cells
    inset.set(qn("w:w"), str(CELL_MARGIN))
    inset.set(qn("w:type"), "dxa")
    properties.find(qn("w:tblLook")).addprevious(inset)
    for name in ("w:tblCaption", "w:tblDescription"):
        about = OxmlElement(name)
        about.set(qn("w:val"), clean(words))
        properties.append(about)


def _keep_whole(row: Any) -> None:
    """A row that does not break over pages."""
    row.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))


def _set_widths(table: WrittenTable, shares: tuple[float, ...], wide: bool) -> None:
    table.autofit = False
    every = width_of(wide)
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Cm(every.cm * share)
    for row in table.rows:
        for cell in row._tr.tc_lst:
            spans = cell.grid_span
            share = sum(shares[cell.grid_offset : cell.grid_offset + spans])
            cell.width = Cm(every.cm * share)
