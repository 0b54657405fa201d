"""The form of a Word document: page, styles, numbering of headings, heads and feet of pages."""

from __future__ import annotations

import re
from typing import Any

from docx import Document
from docx.document import Document as Written
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Length, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WrittenParagraph

from saralau.messages import say
from saralau.report.paper import Paper, clean, file_language, running_head

FONT = "Times New Roman"  # what offices file in; where it is absent, programs put one of the same widths in its place
_LEFT, _RIGHT, _TOP, _BOTTOM = Cm(2.5), Cm(1.5), Cm(2.4), Cm(2)
_A4 = (Cm(21), Cm(29.7))
_PAGE, _PAGES = "\ue000", "\ue001"  # stand in the message for what the office program counts
CELL_MARGIN = 85  # at the sides, in twentieths of a point
_HEADINGS = 3


def blank_document(paper: Paper) -> Written:
    """A document of the paper's form without a word of it."""
    document = Document()
    _page(document, paper)
    _languages(document, paper.lang)
    _styles(document)
    _number_headings(document)
    _heads_and_feet(document, paper)
    return document


def width_of(wide: bool) -> Length:
    """The width of what is written on a page."""
    return Length((_A4[1] if wide else _A4[0]) - _LEFT - _RIGHT)


def shade(cell: _Cell, colour: str) -> None:
    """Gives a cell a ground (RRGGBB)."""
    attach(cell._tc.get_or_add_tcPr(), f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{colour}"/>')


def attach(place: Any, part: Any) -> None:
    """Puts an element, or one given as XML, at the end of another: what python-docx itself has no name for."""
    place.append(parse_xml(part) if isinstance(part, str) else part)


def add_field(written: WrittenParagraph, instruction: str, shown: str) -> None:
    """A field that the office program works out, with what it shows until then."""
    for kind in ("begin", "separate", "end"):
        run = written.add_run()
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        attach(run._r, mark)
        if kind == "begin":
            told = OxmlElement("w:instrText")
            told.set(qn("xml:space"), "preserve")
            told.text = f" {instruction} "
            attach(written.add_run()._r, told)
        elif kind == "separate":
            written.add_run(shown)


def _page(document: Written, paper: Paper) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = (_A4[1], _A4[0]) if paper.wide else _A4
    if paper.wide:
        section.orientation = 1  # type: ignore[assignment]  # python-docx takes the number of its enumeration
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = _LEFT, _RIGHT, _TOP, _BOTTOM
    section.header_distance = section.footer_distance = Cm(1)
    section.different_first_page_header_footer = True


def _languages(document: Written, code: str) -> None:
    """The language of the whole document, by which office programs check spelling and read aloud."""
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), file_language(code))


def _styles(document: Written) -> None:
    styles = document.styles
    normal = styles["Normal"]
    _set_font(normal, 12)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.08
    sizes = {"Heading 1": 14, "Heading 2": 12.5, "Heading 3": 12, "Title": 15, "Subtitle": 11, "Caption": 10.5}
    for name, size in sizes.items():
        style = styles[name]
        _set_font(style, size)
        style.font.bold, style.font.italic = name not in ("Subtitle", "Heading 3"), name == "Heading 3"
        style.paragraph_format.keep_with_next = True
    for level in range(1, _HEADINGS + 1):
        form = styles[f"Heading {level}"].paragraph_format
        form.space_before, form.space_after = Pt(16 - 3 * level), Pt(5)
    styles["Title"].element.pPr.remove(styles["Title"].element.pPr.find(qn("w:pBdr")))
    for name in ("Title", "Subtitle"):
        styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    styles["Subtitle"].font.all_caps = True
    styles["Subtitle"].paragraph_format.space_before = Pt(14)
    styles["Title"].paragraph_format.space_after = Pt(10)
    styles["Caption"].font.bold = False
    styles["Body Text"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    for name in ("List Bullet", "List Bullet 2", "List Bullet 3"):
        styles[name].paragraph_format.space_after = Pt(3)
    _own_styles(document)


def _own_styles(document: Written) -> None:
    """Styles that the template does not have."""
    own: dict[str, tuple[float, dict[str, Any]]] = {
        "Addressee": (12, {"left_indent": Cm(9.6), "space_after": Pt(4)}),
        "Table text": (10, {"space_after": Pt(1), "line_spacing": 1.0}),
        "Small table text": (9, {"space_after": Pt(1), "line_spacing": 1.0}),
        "Table note": (9.5, {"space_before": Pt(3), "space_after": Pt(8)}),
        "Figure": (10, {"space_after": Pt(8)}),
        "Note": (11, {"space_before": Pt(4), "space_after": Pt(8), "left_indent": Cm(0.3)}),
        "Serious note": (11, {"space_before": Pt(4), "space_after": Pt(8), "left_indent": Cm(0.3)}),
        "Signature line": (12, {"space_after": Pt(0), "keep_with_next": True}),
        "Signature words": (8.5, {"space_after": Pt(12), "keep_with_next": True}),
        "Executor": (10, {}),
        "Running head": (8.5, {"space_after": Pt(0), "line_spacing": 1.0}),
    }
    for name, (size, form) in own.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.quick_style = True
        _set_font(style, size)
        for key, value in form.items():
            setattr(style.paragraph_format, key, value)
    _side(document.styles["Note"], "7A7A7A", "F4F4F4")
    _side(document.styles["Serious note"], "A8321F", "FBEEEB")
    for name in ("Signature line", "Signature words"):
        stops = document.styles[name].paragraph_format.tab_stops
        for place in (6.4, 10.6):
            stops.add_tab_stop(Cm(place), WD_TAB_ALIGNMENT.LEFT)
    for name, inner in (("Filed table", True), ("Basis", False)):
        style = document.styles.add_style(name, WD_STYLE_TYPE.TABLE)
        style.base_style = document.styles["Normal Table"]
        style.element.append(parse_xml(_table_form(inner)))
        if inner:
            style.element.append(parse_xml(_HEAD_ROW))


_HEAD_ROW = (
    f'<w:tblStylePr {nsdecls("w")} w:type="firstRow"><w:rPr><w:b/></w:rPr>'
    '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E4E7EA"/></w:tcPr></w:tblStylePr>'
)


def _table_form(inner: bool) -> str:
    """Lines of a table: all round, or only below each row."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV") if inner else ("bottom", "insideH")
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>' for side in sides)
    return (
        f'<w:tblPr {nsdecls("w")}><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/>'
        f'<w:left w:w="{CELL_MARGIN}" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>'
        f'<w:right w:w="{CELL_MARGIN}" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>"
    )


def _set_font(style: Any, size: float) -> None:
    """The font for all scripts; the template's themes would otherwise win over it."""
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{name}"), FONT)


def _side(style: Any, line: str, ground: str) -> None:
    properties = style.element.get_or_add_pPr()
    spacing = properties.find(qn("w:spacing"))
    spacing.addprevious(
        parse_xml(f'<w:pBdr {nsdecls("w")}><w:left w:val="single" w:sz="18" w:space="6" w:color="{line}"/></w:pBdr>')
    )
    spacing.addprevious(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{ground}"/>'))


def _number_headings(document: Written) -> None:
    """One list of several levels, tied to the styles: "1.", "1.1.", "1.1.1."."""
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading{level + 1}"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="{"".join(f"%{one + 1}." for one in range(level + 1))}"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
        for level in range(_HEADINGS)
    )
    new = max((int(one.get(qn("w:abstractNumId"))) for one in numbering.iter(qn("w:abstractNum"))), default=0) + 1
    form = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{new}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    numbering.find(qn("w:num")).addprevious(form)
    number = numbering.add_num(new).numId
    for level in range(_HEADINGS):
        properties = document.styles[f"Heading {level + 1}"].element.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = level
        properties.get_or_add_numId().val = number


def _heads_and_feet(document: Written, paper: Paper) -> None:
    section = document.sections[0]
    above, below = running_head(paper)
    head = section.header
    head.is_linked_to_previous = False
    lines = [head.paragraphs[0], head.add_paragraph()]
    for line, words in zip(lines, (above, below), strict=True):
        line.style = "Running head"
        line.add_run(clean(words))
    lines[1].paragraph_format.element.get_or_add_pPr().append(
        parse_xml(f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="4" w:space="3" w:color="888888"/></w:pBdr>')
    )
    for foot in (section.footer, section.first_page_footer):
        foot.is_linked_to_previous = False
        line = foot.paragraphs[0]
        line.style = "Running head"
        line.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        words = say("paper-page", paper.lang, page=_PAGE, pages=_PAGES)
        for part in re.split(f"([{_PAGE}{_PAGES}])", words):
            if part in (_PAGE, _PAGES):
                add_field(line, "PAGE" if part == _PAGE else "NUMPAGES", "1")
            elif part:
                line.add_run(part)
