"""What is mark-up in law kept as Markdown, and no words: anchors, marks of quotation and emphasis, keys above the text."""

from __future__ import annotations

import pytest

from saralau.acts import Act, Provision, parse_act
from saralau.documents import Document
from saralau.documents.reading import read_bytes
from saralau.languages import language


def read(text: str) -> Document:
    return read_bytes(text.encode(), "act.md")


def lines(text: str) -> list[str]:
    document = read(text)
    return [line.span.of(document.text) for line in document.lines]


def at(act: Act, address: str) -> Provision:
    return next(one for one in act.walk() if one.address is not None and one.address.short == address)


@pytest.mark.parametrize(
    "heading",
    [
        '<a id="st62-1"></a>\n\n### Статья 62-1. Сад',
        '<a id="st62-1">\n\n### Статья 62-1. Сад',
        '### <a id="st62-1"></a>Статья 62-1. Сад',
        '### <a id="st62-1">Статья 62-1. Сад</a>',
        '### Статья 62-1. Сад <a name=st62-1></a>',
        '   <a id="st62-1"/>\n### Статья 62-1. Сад',
    ],
)  # fmt: skip
def test_anchors_are_no_words_and_name_the_line(heading: str) -> None:
    document = read(f"{heading}\n\n1. Текст.\n")
    assert [line.span.of(document.text) for line in document.lines] == ["Статья 62-1. Сад", "1. Текст."]
    assert document.lines[0].anchors == ("st62-1",)
    assert at(parse_act(document, language("ru")), "62-1").title == "Сад"


def test_an_anchor_within_words() -> None:
    assert lines('Сад <a id="x"></a>за домом <b>и</b> <a href="y">двор</a>.\n') == ["Сад за домом <b>и</b> двор."]


def test_quoted_and_emphasised_lines_are_notes() -> None:
    text = "> *Сноска. Статья 1 изменена Законом РК от 01.02.2020 № 300-VI.*\n\n> *слова заменены;*\n\n   > *ещё*\n\n> Просто цитата.\n"
    document = read(text)
    assert [(line.span.of(document.text), line.note) for line in document.lines] == [
        ("Сноска. Статья 1 изменена Законом РК от 01.02.2020 № 300-VI.", True),
        ("слова заменены;", True),
        ("ещё", True),
        ("Просто цитата.", False),
    ]


def test_emphasis_of_a_whole_line_is_taken_off_and_of_words_is_left() -> None:
    assert lines(
        "   *2) исключен Законом РК от 01.02.2020 № 300-VI;*\n\n**Статья 2**\n\nСад* и *двор* там.\n\n* пункт\n"
    ) == [
        "2) исключен Законом РК от 01.02.2020 № 300-VI;",
        "Статья 2",
        "Сад* и *двор* там.",
        "* пункт",
    ]


def test_an_excluded_point_and_a_note_in_an_act() -> None:
    act = parse_act(
        read(
            "### Статья 1. Сад\n\n1. Первое:\n\n   1) один;\n\n   *2) исключен Законом РК от 01.02.2020 № 300-VI;*\n\n"
            "   > *Сноска. Статья 1 с изменениями, внесенными Законом РК от 01.02.2020 № 300-VI.*\n\n### Статья 2. Двор\n\nТекст.\n"
        ),
        language("ru"),
    )
    article = at(act, "1")
    assert at(act, "1.1.2").excluded
    assert [act.words(line)[:15] for note in article.notes for line in note.lines] == ["Сноска. Статья "]


def test_keys_above_a_text_are_not_of_it() -> None:
    assert lines("---\nact_code: '5'\ntitle: О садах\n---\n\n# О садах\n") == ["О садах"]
    assert lines("---\n\nСад.\n") == ["---", "Сад."]  # a rule, not keys
    assert lines("Сад.\n\n---\na: b\n---\n")[0] == "Сад."


def test_places_in_the_source_are_kept() -> None:
    text = '---\na: b\n---\n> *Сноска. <a id="x"></a>Раз.*\n'
    document = read(text)
    [line] = document.lines
    assert text[slice(*document.source_span(line.span))] == 'Сноска. <a id="x"></a>Раз.'
