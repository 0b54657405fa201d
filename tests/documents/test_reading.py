"""Reading loses nothing: not a character of the text, not its place in the file."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saralau.documents import DocumentError, read
from saralau.documents.reading import LARGEST, read_bytes

from ..conftest import CODES, CORPUS

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp")), max_size=30)


def visible(text: str) -> str:
    return "".join(text.split())


def page(body: str) -> bytes:
    return f"<!DOCTYPE html><html><head><title>т</title></head><body>{body}</body></html>".encode()


@given(st.lists(st.tuples(st.sampled_from(["p", "h3", "b", "span", "td", "li"]), WORDS), max_size=12))
def test_every_visible_character_of_html_is_read_in_order(pieces: list[tuple[str, str]]) -> None:
    body = "".join(f"<{tag}>{html.escape(words)}</{tag}>" for tag, words in pieces)
    document = read_bytes(page(body), "a.html")
    assert visible(document.text) == visible("".join(words for _, words in pieces))


@given(st.lists(WORDS, max_size=12))
def test_every_visible_character_of_markdown_is_read_in_order(lines: list[str]) -> None:
    marks = ("#", "<", "*", "__", ">", "---")
    lines = [line for line in lines if not line.lstrip().startswith(marks) and "<a" not in line and "</a" not in line]
    document = read_bytes("\n\n".join(lines).encode(), "a.md")
    assert visible(document.text) == visible("".join(lines))


@given(st.lists(WORDS.filter(str.strip), min_size=1, max_size=6))
def test_spans_point_at_the_words_in_the_source(words: list[str]) -> None:
    raw = page("".join(f"<p>{html.escape(word)}</p>\r\n" for word in words)).decode()
    document = read_bytes(raw.encode(), "a.html")
    for line in document.lines:
        start, end = document.source_span(line.span)
        assert visible(html.unescape(raw[start:end])) == visible(line.span.of(document.text))


def test_position_names_the_line_of_the_file() -> None:
    document = read_bytes(page("\n<p>first</p>\n\n<p>sec&amp;ond</p>"), "a.html")
    second = document.lines[1]
    assert second.span.of(document.text) == "sec&ond"
    assert document.position(second.span.start).line == 4


def test_three_hundred_unclosed_tags_lose_nothing() -> None:
    body = "".join(f"<div>слово{number} " for number in range(300)) + "<p>конец</p>"
    document = read_bytes(page(body), "a.html")
    assert visible(document.text) == "".join(f"слово{number}" for number in range(300)) + "конец"


def test_text_after_the_end_of_the_body_is_text() -> None:
    document = read_bytes(b"<html><body><p>one</p></body></html>\n<p>two</p></body></html>three", "a.html")
    assert visible(document.text) == "onetwothree"


def test_text_past_the_parsers_limit_is_an_error_that_names_the_place() -> None:
    body = "\n".join(f"<div>слово{number}" for number in range(5000))
    with pytest.raises(DocumentError, match=r"a\.html, line \d+: .*drop text"):
        read_bytes(page(body), "a.html")


def test_mark_up_that_hides_text_is_an_error_and_not_a_loss() -> None:
    with pytest.raises(DocumentError, match=r"a\.html, line \d+"):
        read_bytes(page("<p>one</p><![CDATA[hidden words]]>two<p"), "a.html")


def test_entities_fetch_nothing_and_expand_to_nothing() -> None:
    bomb = b'<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><html><body><p>x &a; y</p></body></html>'
    try:
        text = read_bytes(bomb, "a.html").text
    except DocumentError:
        return
    assert "root:" not in text


def test_scripts_and_styles_are_not_text() -> None:
    document = read_bytes(page("<script>var x = '<p>no</p>';</script><style>p{}</style><p>yes</p>"), "a.html")
    assert document.text.split() == ["yes"]


def test_soft_hyphens_are_left_out_and_counted() -> None:
    document = read_bytes("Пре­зи­дент".encode(), "a.md")
    assert document.text.strip() == "Президент"
    assert document.soft_hyphens == 2
    assert document.source_span(document.lines[0].span) == (0, 11)


def test_notes_anchors_and_headings_come_as_hints() -> None:
    document = read_bytes(
        page('<h3 id="z1">А<br><a name="z2"></a>Б</h3><p class="note">В</p><font color="#FF0000">Г</font>'),
        "a.html",
    )
    first, second, note, red = document.lines
    assert (first.level, second.level, first.block == second.block) == (3, 3, True)
    assert (first.anchors, second.anchors) == (("z1",), ("z2",))
    assert note.note and red.note and not first.note


def test_a_declared_encoding_is_obeyed() -> None:
    data = '<html><head><meta charset="windows-1251"></head><body><p>Кража</p></body></html>'.encode("windows-1251")
    document = read_bytes(data, "a.html")
    assert (document.text.strip(), document.source.encoding) == ("Кража", "windows-1251")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x80", "not UTF-8, the file declares no encoding, and none can be told"),
        (b'<meta charset="klingon">\xff', "encoding klingon is unknown"),
        (b'<meta charset="ascii">\n\xff', "line 2: byte 23 is not ascii"),
    ],
)
def test_bytes_that_cannot_be_decoded_are_one_clear_sentence(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=re.escape(message)):
        read_bytes(data, "a.html")


def test_files_that_cannot_be_read_are_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="there is no such file"):
        read(tmp_path / "absent.html")
    with pytest.raises(DocumentError, match="cannot be read"):
        read(tmp_path)
    (tmp_path / "a.xyz").write_bytes(b"\x00\x01 neither")
    with pytest.raises(DocumentError, match="no format that Saralau reads"):
        read(tmp_path / "a.xyz")
    for begins, mend in (
        (b"\xd0\xcf\x11\xe0", "save it as DOCX"),
        (b"{\\rtf1", "save it as DOCX"),
        (b"\x89PNG", "recognise its text"),
    ):
        (tmp_path / "a.doc").write_bytes(begins + b"\x00" * 99)
        with pytest.raises(DocumentError, match=mend):
            read(tmp_path / "a.doc")
    with (tmp_path / "big.html").open("wb") as big:
        big.truncate(LARGEST + 1)
    with pytest.raises(DocumentError, match="larger than"):
        read(tmp_path / "big.html")


@pytest.mark.corpus
@pytest.mark.parametrize("name", CODES)
def test_official_texts_are_read_whole(name: str) -> None:
    """Held against the file itself: what shows when the tags are cut out by a pattern, entities resolved."""
    raw = (CORPUS / name).read_text("utf-8")
    body = re.sub(r"(?s)<head>.*?</head>|<!--.*?-->", "", raw)
    shown = html.unescape(re.sub(r"<[^>]*>", "", body)) if name.endswith("html") else re.sub(r"(?m)^#+ ", "", raw)
    document = read(CORPUS / name)
    assert visible(document.text) == visible(shown.replace("­", ""))


@pytest.mark.parametrize(
    "encoding", ["windows-1251", "koi8-r", "cp866", "iso8859-5", "utf-16-le", "utf-16-be", "utf-32", "utf-16"]
)
def test_an_undeclared_encoding_is_told_from_the_bytes(encoding: str) -> None:
    text = (
        "Статья 1. Кража\n\nТайное хищение чужого имущества без применения насилия наказывается штрафом или арестом.\n" * 3
    )
    assert read_bytes(text.encode(encoding), "a.txt").text.split() == text.split()


@pytest.mark.parametrize("encoding", ["kz1048", "ptcp154"])
def test_so_are_the_kazakh_ones(encoding: str) -> None:
    text = "1-бап. Ұрлық\n\nҰрлық, яғни бөтеннің мүлкін жасырын жымқыру – айыппұл салуға не қамаққа алуға жазаланады.\n" * 3
    assert read_bytes(text.encode(encoding), "a.txt").text.split() == text.split()


def test_tricks_are_no_encodings() -> None:
    with pytest.raises(DocumentError, match="encoding punycode is unknown"):
        read_bytes(b'<meta charset="punycode">\xff', "a.html")


def test_line_ends_of_every_kind_mixed() -> None:
    document = read_bytes("а\r\nб\rв\n\nг\u2028д".encode(), "a.txt")
    assert [line.span.of(document.text) for line in document.lines] == ["а", "б", "в", "г", "д"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            "<p>Статья 1<sup>1</sup>. Б</p><p>по статье 188<sup> 2 </sup></p><p>МРП<sup>1</sup></p>",
            ["Статья 1-1. Б", "по статье 188- 2", "МРП1"],
        ),
        ("<pre>\nСтатья 1. А\n1. Б.\n</pre>", ["Статья 1. А", "1. Б."]),
        (
            '<p>А</p><p style="display: none">Б</p><p hidden>В</p><nav>Г</nav><p>Д<del>Е</del></p><button>Ж</button>',
            ["А", "Д"],
        ),
    ],
)
def test_what_the_reader_of_a_page_sees(html: str, expected: list[str]) -> None:
    document = read_bytes(html.encode(), "a.html")
    assert [document.text[line.span.start : line.span.end] for line in document.lines] == expected


def test_a_bold_line_of_markdown_is_bold() -> None:
    document = read_bytes("**Статья 1. Доступ**\n\n1. Текст **и** текст.".encode(), "a.md")
    assert [(document.text[line.span.start : line.span.end], line.bold) for line in document.lines] == [
        ("Статья 1. Доступ", True), ("1. Текст **и** текст.", False),
    ]  # fmt: skip


def test_an_abbreviation_at_the_end_of_a_broken_line_ends_no_paragraph() -> None:
    text = "Қылмыстық заңда көзделген әрекеттерге 190-баб.\n2-бөл. 4)-тарм. және өзге де баптарда көзделген\nқылмыстық құқық бұзушылықтар жатады, олар көп.\n"
    assert len(read_bytes(text.encode(), "a.txt").lines) == 1
