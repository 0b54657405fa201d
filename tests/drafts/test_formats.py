"""A draft in other formats than Markdown, to other acts, and to the real Codes in both languages."""

from __future__ import annotations

import io

import pytest
from docx import Document as Written

from saralau.documents.reading import read_bytes
from saralau.drafts import apply, read_draft
from saralau.drafts.applying import read_back
from saralau.history.units import units

from ..conftest import CODE_2025, CODE_KK, parsed
from .acts import act_in, told

LINES = (
    "О внесении изменений в Кодекс о лодках",
    "Статья 1. Внести в Кодекс о лодках следующие изменения:",
    "1) в статье 5:",
    "часть вторую дополнить пунктом 4) следующего содержания:",
    "«4) в тумане;»;",
    "2) статью 7 исключить.",
)
EXPECTED = [("add", "5(2)(4)", "", "4) в тумане;"), ("exclude", "7", "", "")]


def as_docx() -> bytes:
    document = Written()
    for line in LINES:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_html() -> bytes:
    return ("<html><body>" + "".join(f"<p>{line}</p>" for line in LINES) + "</body></html>").encode()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("d.docx", as_docx()),
        ("d.html", as_html()),
        ("d.md", "\n\n".join(LINES).encode()),
        ("d.txt", "\n".join(LINES).encode()),
    ],
)
def test_formats(name: str, data: bytes) -> None:
    draft = read_draft(read_bytes(data, name), act_in("ru"))
    assert (told(draft), draft.rest, draft.refused) == (EXPECTED, (), ())


@pytest.mark.corpus
def test_what_amends_another_act_is_left_out_and_listed() -> None:
    act = parsed(CODE_2025)
    for text in (
        "Статья 1. Внести в Уголовный кодекс Республики Казахстан от 3 июля 2014 года следующее изменение:\n\n"
        "статью 207 исключить.\n\n"
        "Статья 2. Внести в Закон Республики Казахстан от 24 ноября 2015 года «Об информатизации» следующее изменение:\n\n"
        "статью 5 исключить.\n",
        "Статья 1. Внести изменения в следующие законодательные акты Республики Казахстан:\n\n"
        '1. В Закон Республики Казахстан от 24 ноября 2015 года "Об информатизации":\n\n'
        "1) статью 5 исключить.\n\n"
        "2. В Уголовный кодекс Республики Казахстан от 3 июля 2014 года (Ведомости, 2014 г., № 13-II, ст. 83):\n\n"
        "1) статью 207 исключить.\n",
    ):
        draft = read_draft(read_bytes(text.encode(), "d.txt"), act)
        assert told(draft) == [("exclude", "207", "", "")]
        assert [span.of(draft.document.text) for span in draft.elsewhere] == ["статью 5 исключить."]
        assert (draft.rest, draft.refused) == ((), ())


@pytest.mark.corpus
def test_an_act_named_beside_the_unit() -> None:
    act = parsed(CODE_2025)
    text = (
        "в статье 205 Уголовного кодекса Республики Казахстан:\n\nчасть третью исключить;\n\n"
        "статью 207 Уголовного кодекса Республики Казахстан исключить;\n\nстатью 5 Трудового кодекса Республики Казахстан исключить."
    )
    draft = read_draft(read_bytes(text.encode(), "d.txt"), act)
    assert [row[:2] for row in told(draft)] == [("exclude", "205(3)"), ("exclude", "207")]
    assert len(draft.elsewhere) == 1 and draft.rest == ()


@pytest.mark.corpus
def test_the_kazakh_code() -> None:
    act = parsed(CODE_KK)
    text = """1-бап. Қазақстан Республикасының Қылмыстық кодексіне мынадай өзгерістер мен толықтырулар енгізілсін:

1) 194-баптың екінші бөлігі мынадай мазмұндағы 4) тармақпен толықтырылсын:

«4) телекоммуникация желілерін пайдалана отырып жасалған –»;

2) 213-баптың үшінші бөлігі алып тасталсын;

3) мынадай мазмұндағы 213-1-баппен толықтырылсын:

«213-1-бап. Жасанды интеллектіні пайдалану

Жасанды интеллектіні зиян келтіру үшін пайдалану –

екі жылға дейінгі мерзімге бас бостандығынан айыруға жазаланады.».
"""
    draft = read_draft(read_bytes(text.encode(), "d.txt"), act)
    assert (draft.rest, [one.told("kk") for one in draft.refused]) == ((), [])
    before, after = units(act), units(read_back(apply(act, draft), act))
    differing = {
        place
        for place in {*before, *after}
        if before.get(place) != after.get(place)
        and (place not in before or place not in after or before[place].text != after[place].text)
    }
    assert differing >= {"194.2.4", "213.3", "213-1", "213-1/title"}
    assert {place.partition(".")[0].partition("/")[0] for place in differing} == {"194", "213", "213-1"}
