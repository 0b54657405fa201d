"""Office documents: what a word processor shows is what is read, wherever in the file it stands."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saralau.documents import Document, DocumentError
from saralau.documents.numbering import said
from saralau.documents.reading import read_bytes

from .office import docx, odt, packed


def words(document: Document) -> list[str]:
    return [line.span.of(document.text) for line in document.lines]


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def level(depth: int, form: str, label: str) -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{label}"/></w:lvl>'


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="7">{level(0, "decimal", "%1.")}{level(1, "decimal", "%2)")}{level(2, "russianLower", "%3)")}'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def listed(list_id: int, depth: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'


def test_numbers_that_word_counts_are_text() -> None:
    items = [(1, 0, "А"), (1, 1, "Б"), (1, 1, "В"), (1, 0, "Г"), (1, 1, "Д"), (1, 2, "Е"), (2, 0, "Ж")]
    body = "".join(paragraph(text, listed(list_id, depth)) for list_id, depth, text in items)
    document = read_bytes(docx(body, numbering=NUMBERING), "a.docx")
    assert words(document) == ["1. А", "1) Б", "2) В", "2. Г", "1) Д", "а) Е", "1. Ж"]


def test_a_style_gives_the_level_of_a_heading_and_the_list() -> None:
    styles = (
        '<w:style w:styleId="base"><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
        '<w:style w:styleId="mine"><w:basedOn w:val="base"/></w:style>'
        f'<w:style w:styleId="point"><w:pPr>{listed(1, 1)}</w:pPr></w:style>'
    )
    body = paragraph("Статья 1. Кража", '<w:pStyle w:val="mine"/>') + paragraph("кража", '<w:pStyle w:val="point"/>')
    document = read_bytes(docx(body, styles=styles, numbering=NUMBERING), "a.docx")
    assert [(line.level, line.span.of(document.text)) for line in document.lines] == [
        (3, "Статья 1. Кража"),
        (0, "1) кража"),
    ]


def test_tracked_changes_are_read_as_accepted() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = (
        f"<w:p>{run.format('Кража ')}<w:ins>{run.format('новая ')}</w:ins><w:del><w:r><w:delText>старая</w:delText></w:r></w:del>"
        f"<w:moveFrom>{run.format('отсюда')}</w:moveFrom><w:moveTo>{run.format('сюда')}</w:moveTo></w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run.format('две ')}</w:p><w:p>{run.format('половины')}</w:p>"
    )
    assert words(read_bytes(docx(body), "a.docx")) == ["Кража новая сюда", "две половины"]


def test_a_footnote_comes_behind_the_paragraph_that_calls_it() -> None:
    body = (
        '<w:p><w:r><w:t>Первый</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t> абзац.</w:t></w:r></w:p>'
        + paragraph("Второй.")
    )
    notes = f'<w:footnote w:id="2">{paragraph("Сноска к первому.")}</w:footnote>'
    document = read_bytes(docx(body, footnotes=notes), "a.docx")
    assert [(line.note, line.span.of(document.text)) for line in document.lines] == [
        (False, "Первый абзац."), (True, "Сноска к первому."), (False, "Второй."),
    ]  # fmt: skip


def test_tables_breaks_tabs_links_bold_and_red() -> None:
    body = (
        f"<w:tbl><w:tr><w:tc>{paragraph('а')}</w:tc><w:tc>{paragraph('б')}</w:tc></w:tr></w:tbl>"
        "<w:p><w:r><w:t>в</w:t><w:tab/><w:t>г</w:t><w:br/><w:t>д</w:t></w:r></w:p>"
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>жирно</w:t></w:r></w:p>"
        '<w:p><w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>красно</w:t></w:r></w:p>'
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://e.org/a" \\l "z1" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>сюда</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    document = read_bytes(docx(body), "a.docx")
    assert words(document) == ["а", "б", "в г", "д", "жирно", "красно", "сюда"]
    assert [line.bold for line in document.lines][4] and [line.note for line in document.lines][5]
    assert [(link.span.of(document.text), link.target) for link in document.links] == [("сюда", "https://e.org/a#z1")]


def test_raised_figures_and_hidden_text() -> None:
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>'
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>скрыто</w:t></w:r>"
    body = f"<w:p><w:r><w:t>Статья 188</w:t></w:r>{raised}<w:r><w:t>. Кража</w:t></w:r>{hidden}</w:p>"
    assert words(read_bytes(docx(body), "a.docx")) == ["Статья 188-1. Кража"]
    automatic = '<style:style style:name="s"><style:text-properties style:text-position="super 58%"/></style:style>'
    body = '<text:p>Статья 188<text:span text:style-name="s">1</text:span>. Кража</text:p>'
    assert words(read_bytes(odt(body, automatic), "a.odt")) == ["Статья 188-1. Кража"]


def test_a_place_in_an_office_document_counts_paragraphs() -> None:
    document = read_bytes(docx(paragraph("а") + paragraph("б") + paragraph("в")), "a.docx")
    assert (document.position(document.lines[2].span.start).line, document.source.counted) == (3, "paragraph")


def test_the_same_of_an_open_document() -> None:
    automatic = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix=")"/></text:list-style>'
        '<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>'
    )
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>старое</text:p></text:deletion></text:changed-region>"
        '</text:tracked-changes><text:h text:outline-level="3">Статья 1. Кража</text:h><text:list text:style-name="L1">'
        "<text:list-item><text:p>А</text:p><text:list><text:list-item><text:p>Б</text:p></text:list-item></text:list>"
        "</text:list-item><text:list-item><text:p>В</text:p></text:list-item></text:list>"
        "<text:p>до<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>сноска</text:p></text:note-body>"
        '</text:note><text:s text:c="2"/>после<text:line-break/>ниже</text:p><text:p><text:span text:style-name="T1">ж</text:span></text:p>'
    )
    document = read_bytes(odt(body, automatic), "a.odt")
    assert words(document) == ["Статья 1. Кража", "1. А", "1) Б", "2. В", "до  после", "ниже", "сноска", "ж"]
    assert [line.note for line in document.lines] == [False] * 6 + [True, False]
    assert document.lines[0].level == 3 and document.lines[-1].bold


@given(
    st.lists(
        st.text(
            st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="<>&￾￿\xad"), max_size=30
        ),
        max_size=8,
    )
)
def test_every_visible_character_of_an_office_document_is_read_in_order(texts: list[str]) -> None:
    expected = "".join("".join(texts).split())
    for data, name in (
        (docx("".join(map(paragraph, texts))), "a.docx"),
        (odt("".join(f"<text:p>{text}</text:p>" for text in texts)), "a.odt"),
    ):
        assert "".join(read_bytes(data, name).text.split()) == expected


@pytest.mark.parametrize(
    ("number", "form", "expected"),
    [(4, "upperRoman", "IV"), (1994, "lowerRoman", "mcmxciv"), (27, "lowerLetter", "aa"), (3, "russianUpper", "В"),
     (7, "decimalZero", "07"), (5, "none", ""), (5, "japaneseCounting", "5"), (10**6, "lowerRoman", "1000000")],
)  # fmt: skip
def test_numbers_as_lists_write_them(number: int, form: str, expected: str) -> None:
    assert said(number, form) == expected


def test_an_archive_with_one_act_is_read_as_that_act() -> None:
    document = read_bytes(packed({"__MACOSX/a.md": "x", "readme": "y", "law/a.md": "### Статья 1. Кража"}), "a.zip")
    assert (words(document), document.source.name) == (["Статья 1. Кража"], "a.zip!law/a.md")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (packed({"a.md": "1", "b.html": "2"}), "name one of them as a.zip!MEMBER: a.md, b.html"),
        (packed({"a.exe": b"1"}), "no file in the archive ends in"),
        (packed({}), "no file in the archive ends in"),
        (packed({"a.zip": packed({"a.md": "1"})}), "an archive inside an archive"),
        (packed({"word/document.xml": "<w:p>"}), "not well-formed XML"),
        (
            packed({"word/document.xml": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'}),
            "a document type of its own",
        ),
        (packed({"a.md": "1" * 1000})[:60], "the archive is damaged"),
    ],
)
def test_archives_that_cannot_be_read_are_one_clear_sentence(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=re.escape(message)):
        read_bytes(data, "a.zip")


def test_an_archive_that_explodes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saralau.documents.archive.LARGEST", 1000)
    with pytest.raises(DocumentError, match="unpacks to more than"):
        read_bytes(packed({"a.md": "1" * 100_000}), "a.zip")
