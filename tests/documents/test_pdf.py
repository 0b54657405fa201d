"""PDF: pages become paragraphs again, with the file's own tags and without them."""

from __future__ import annotations

import random
import sys

import pytest
import typst

from saralau.documents import Document, DocumentError
from saralau.documents.reading import read_bytes

WORDS = "Қызметті ұйымдастыру барысында тараптар өздерінің міндеттемелерін келісілген мерзімде орындауға тиіс"
LONG = " ".join([WORDS] * 6) + "."


def paragraph(number: int) -> str:
    """A paragraph of its own, so that no line comes again on another page by chance."""
    dice = random.Random(number)
    words = " ".join(dice.choice(WORDS.lower().split()) for _ in range(66))
    return f"{number}-бөлік. {words.capitalize()}."


tagged = pytest.mark.parametrize("tags", [True, False], ids=["tagged", "untagged"])


def pdf(body: str, *, tags: bool = True, setup: str = "") -> bytes:
    """A PDF as a typesetter makes it."""
    source = f'#set page(width: 14cm, height: 18cm)\n#set text(lang: "kk", size: 10pt)\n{setup}\n{body}'
    made = typst.compile(source.encode(), format="pdf", pdf_tags=tags)
    assert isinstance(made, bytes)
    return made


def shown(document: Document) -> list[str]:
    return [" ".join(document.text[line.span.start : line.span.end].split()) for line in document.lines]


STYLES = {
    "room between paragraphs": "#set par(spacing: 14pt)",
    "first lines indented": "#set par(first-line-indent: (amount: 1cm, all: true), spacing: 0.65em, justify: true)",
    "neither, ragged": "#set par(spacing: 0.65em)",
    "two columns": "#set page(columns: 2, width: 21cm)\n#set par(first-line-indent: (amount: 5mm, all: true), spacing: 0.65em, justify: true)",
    "wide leading, words broken": "#set par(leading: 1em, spacing: 2em, justify: true)\n#set text(hyphenate: true, lang: \"ru\")",
}  # fmt: skip


@tagged
@pytest.mark.parametrize("setup", STYLES.values(), ids=STYLES)
def test_paragraphs_come_back_however_they_are_set(setup: str, tags: bool) -> None:
    paragraphs = [paragraph(number) for number in range(1, 12)]
    document = read_bytes(pdf("\n\n".join(paragraphs), tags=tags, setup=setup), "a.pdf")
    assert shown(document) == paragraphs


@tagged
def test_a_heading_over_two_lines_is_one_heading(tags: bool) -> None:
    title = "12-бап. " + WORDS.upper()
    document = read_bytes(pdf(f"= {title}\n\n{LONG}\n\n= 13-бап. Қысқа\n\n{LONG}", tags=tags), "a.pdf")
    levels = {words: line.level for words, line in zip(shown(document), document.lines, strict=True)}
    assert [bool(levels[words]) for words in (title, LONG, "13-бап. Қысқа")] == [True, False, True]
    assert {line.bold for line in document.lines if line.level} == {True}


@tagged
def test_running_heads_are_left_out_and_told(tags: bool) -> None:
    setup = "#set page(header: [Алтынсай Республикасының Заңы], numbering: \"1 / 1\")"  # fmt: skip
    paragraphs = [paragraph(number) for number in range(20)]
    document = read_bytes(pdf("\n\n".join(paragraphs), tags=tags, setup=setup), "a.pdf")
    assert shown(document) == paragraphs
    assert set(document.running_heads) == {"Алтынсай Республикасының Заңы", "# / #"}


@tagged
@pytest.mark.parametrize("count", [5, 20], ids=["two pages", "many"])
def test_so_are_those_of_short_files_and_of_odd_and_even_pages(count: int, tags: bool) -> None:
    even = "Жаршы" if count > 5 else "Кодекс"
    setup = f'#set page(header: context if calc.odd(here().page()) [Кодекс] else [{even}], numbering: "1")'
    paragraphs = [paragraph(number) for number in range(count)]
    document = read_bytes(pdf("\n\n".join(paragraphs), tags=tags, setup=setup), "a.pdf")
    assert [words for words in shown(document) if words not in ("Кодекс", "Жаршы")] == paragraphs
    assert "#" in document.running_heads
    if count > 5:
        assert set(document.running_heads) == {"#", "Кодекс", "Жаршы"}


def test_what_stands_on_few_pages_is_no_running_head() -> None:
    setup = "#set page(header: [Алтынсай])"
    document = read_bytes(pdf(LONG, setup=setup), "a.pdf")
    assert shown(document) == ["Алтынсай", LONG]
    assert document.running_heads == ()


def test_a_hyphen_stays_where_it_is_the_words_own() -> None:
    text = "Ақпараттық-коммуникациялық желі. " + " ".join(["ақпараттық-коммуникациялық"] * 40) + "."
    document = read_bytes(pdf(text, tags=False, setup="#set par(justify: true)"), "a.pdf")
    assert shown(document) == [text]
    assert document.soft_hyphens == 0


def test_words_in_red_are_an_editors_note() -> None:
    document = read_bytes(pdf(f'#text(fill: rgb("ff0000"))[{LONG}]\n\n{LONG}'), "a.pdf")
    assert [line.note for line in document.lines] == [True, False]


def test_cells_of_a_tagged_table_stay_apart() -> None:
    document = read_bytes(pdf("#table(columns: 2, [Бірінші], [Екінші], [Үшінші], [Төртінші])"), "a.pdf")
    assert shown(document) == ["Бірінші", "Екінші", "Үшінші", "Төртінші"]


def test_a_place_counts_pages() -> None:
    document = read_bytes(pdf(f"{LONG}\n#pagebreak()\nЕкінші бет."), "a.pdf")
    assert document.source.counted == "page"
    assert document.position(document.text.index("Екінші бет")).line == 2


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\nnothing", "damaged or encrypted"),
        (b"%PDF-1.7\n" + b"1 0 obj <<" * 1000, "damaged or encrypted"),
        (pdf("#rect(width: 3cm, height: 3cm)"), "no text in them"),
    ],
)
def test_what_cannot_be_read_is_one_clear_sentence(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        read_bytes(data, "a.pdf")


def test_without_the_extra_the_mend_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "saralau.documents.pdfium", None)
    with pytest.raises(DocumentError, match=r"saralau\[pdf\]"):
        read_bytes(pdf(LONG), "a.pdf")
