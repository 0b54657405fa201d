"""Papers: whole in both formats and three languages, tagged and styled, and safe whatever stands in an act."""

from __future__ import annotations

import html
import json
import re
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
import typst
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.etree import _Element
from typer.testing import CliRunner

from saralau.cases import qualify, read_case
from saralau.cases.reading import read_case_text
from saralau.cli.main import app
from saralau.messages import InputError, languages, say
from saralau.packs import load
from saralau.report.case_reservations import run_out
from saralau.report.coverage import labelled, overall, reasons
from saralau.report.coverage_compared import demanded_lines, pairs, shifted_lines
from saralau.report.coverage_paper import coverage_paper
from saralau.report.draft_findings import linted
from saralau.report.draft_told import title, told_sections
from saralau.report.lint_paper import lint_paper
from saralau.report.memo import memo
from saralau.report.paper import (
    Basis,
    Cell,
    Column,
    Figure,
    Heading,
    Item,
    Note,
    Paper,
    Paragraph,
    Run,
    Table,
    basis_rows,
    bullets,
    clean,
    spoken_day,
    table,
)
from saralau.report.paper_basis import act_title
from saralau.report.paper_docx import docx
from saralau.report.paper_pdf import pdf
from saralau.report.paper_typst import string, typst_source
from saralau.report.qualification import qualification_lines
from saralau.report.qualification_paper import qualification_paper
from saralau.report.stability import explained, group_row
from saralau.report.written import in_words
from saralau.treaties import Coverage, cover, treaty

from ..conftest import EXAMPLES
from ..history.editions import LATER
from .papers import DAY, KINDS, bare, docx_words, impact, measured, opened, paper, pdf_words, tags, words_of

HOSTILE = (
    "#",
    "$x$",
    "@here",
    "\\",
    '"',
    "// no comment",
    "/* none */",
    '#read("/etc/passwd")',
    '" + read("/etc/passwd") + "',
    "*bold* _it_ `raw` <label> ~ -- '",
    "= heading",
    "[#panic()]",
    "<w:p>&amp;",
    "\\u{41}",
    "{{ x }}",
)
KAZAKH = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі"
EVERY = [(kind, code) for kind in KINDS for code in languages()]


def small(*texts: str, code: str = "kk") -> Paper:
    """A paper that has the texts everywhere where texts can stand."""
    blocks = [
        block
        for text in texts
        for block in (
            Heading(1, text),
            Paragraph((Run(text, "ru", marked=True), Run(text, strong=True))),
            Note(text, serious=True),
            bullets([text]),
            table(text, (Column(text), Column("x")), [(text,), (Cell(text, "bad"), text)], note=text),
        )
    ]
    return Paper(code, texts[0], texts[0], Basis(DAY, (texts[0],), (texts[0],), (texts[0],)), tuple(blocks))


@pytest.mark.parametrize(("kind", "code"), EVERY)
def test_word_says_everything_in_real_styles(kind: str, code: str) -> None:
    of, data = paper(kind, code), docx(paper(kind, code))
    document, told = opened(data), docx_words(data)
    assert [words for words in words_of(of) if words not in told] == []
    styled = [(one.style.name, one.text) for one in document.paragraphs]
    assert ("Title", of.title) in styled and ("Subtitle", of.kind) in styled
    headings = [(int(name[-1]), text) for name, text in styled if name.startswith("Heading ")]
    assert headings == [(one.level, one.text) for one in of.blocks if isinstance(one, Heading)]
    basis, *tables = document.tables
    assert [tuple(cell.text for cell in row.cells) for row in basis.rows] == list(basis_rows(of))
    filed = [one for one in of.blocks if isinstance(one, Table)]
    assert [len(one.rows) for one in tables] == [len(one.rows) + 1 for one in filed]
    for one in tables:
        assert one.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert one._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
    assert document.core_properties.language == code and document.core_properties.title == of.title
    language = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}").get(qn("w:val"))
    assert language.startswith(f"{code}-")
    fields = [one.text for one in document.element.body.iter(qn("w:instrText"))]
    assert sum("SEQ Table" in one for one in fields) == len(filed)
    pictures = [one.get("descr") for one in document.element.body.iter(qn("wp:docPr"))]
    assert pictures == [one.alt for one in of.blocks if isinstance(one, Figure)]


@pytest.mark.parametrize(("kind", "code"), EVERY)
def test_a_paper_names_whose_law_it_rests_on_which_text_and_when_it_was_made(kind: str, code: str) -> None:
    """What the basis has, the tests of both formats find there. Fictional acts are of no state that a pack knows."""
    told = dict(basis_rows(paper(kind, code)))
    assert told[say("paper-basis-day", code)] == spoken_day(DAY, code)
    assert told[say("paper-basis-act", code)]
    if kind in ("case", "coverage"):
        kazakhstan = str(load("kz/jurisdiction")["titles"][code])
        assert told[say("paper-basis-state", code)] == kazakhstan
        source = load("kz/criminal-code@2025-07-16.ru")["act"]["source"]
        assert (
            say("paper-text-read", code, name=source["name"], digest=source["sha256"][:12])
            in told[say("paper-basis-text", code)]
        )
    else:
        file = {"stability": "lighthouses.md", "lint": "sample-code.kk.md", "draft": "sample-code.ru.html"}[kind]
        assert file in told[say("paper-basis-text", code)]


@pytest.mark.parametrize("code", languages())
def test_a_memo_names_the_edition_for_each_act_and_what_is_not_known(code: str) -> None:
    """As a page and as a paper alike: the Code of 2020 for an act of 2021, that of 2025 for one of 2025."""
    case = CASE.replace("2025-10-14", "2021-03-01", 1)
    found = qualify(read_case_text(case, "case.yaml"))
    rests = dict(basis_rows(qualification_paper(found, code, DAY)))
    applied = rests[say("paper-basis-law", code)]
    for day, edition in (("2021-03-01", "2020-05-04"), ("2025-10-14", "2025-07-16")):
        assert say("paper-law-applied", code, day=spoken_day(day, code), edition=spoken_day(edition, code)) in applied
    assert say("paper-judged-newest", code) in applied
    assert say("paper-unknown-age", code, id="p") in rests[say("paper-basis-unknown", code)]
    page = html.unescape(memo(found, code, DAY))
    assert all(label in page and value in page for label, value in rests.items())
    closed = qualify(
        read_case_text(case.replace("{id: p}", "{id: p, age: 30}") + "closed: true\n", "case.yaml"), "2026-01-01"
    )
    rests = dict(basis_rows(qualification_paper(closed, code, DAY)))
    assert rests[say("paper-basis-unknown", code)] == say("paper-unknown-closed", code)
    assert say("paper-judged-on", code, day=spoken_day("2026-01-01", code)) in rests[say("paper-basis-law", code)]


def read(page: str) -> str:
    """What is read of a page."""
    return html.unescape(re.sub("<[^>]*>", "", page))


@pytest.mark.parametrize("code", languages())
def test_a_memo_on_acts_before_the_law_was_in_force_says_so_first_and_applies_no_edition(code: str) -> None:
    found = qualify(read_case_text(CASE.replace("2025-10-14", "2014-05-01"), "case.yaml"))
    one = qualification_paper(found, code, DAY)
    _, first, *_ = one.blocks
    assert isinstance(first, Note) and first.serious
    assert isinstance(first.text, str) and in_words("2015-01-01", code) in in_words(first.text, code)
    applied = dict(basis_rows(one))[say("paper-basis-law", code)]
    told = {"day": spoken_day("2014-05-01", code), "edition": spoken_day("2020-05-04", code)}
    assert say("paper-law-not-in-force", code, since=spoken_day("2015-01-01", code), **told) in applied
    assert say("paper-law-applied", code, **told) not in applied
    page = read(memo(found, code, DAY))
    assert page.index(in_words(first.text, code)) < page.index(say("paper-basis", code))


@pytest.mark.parametrize("code", languages())
def test_a_memo_says_seriously_that_time_ran_out_before_it_was_made(code: str) -> None:
    found = qualify(read_case(EXAMPLES / "cases" / "harm-of-another.yaml"))  # a misdemeanour of 14 October 2025
    wanted = list(run_out(found, code, "2026-11-29"))
    assert len(wanted) == 1
    notes = [
        block.text for block in qualification_paper(found, code, DAY).blocks if isinstance(block, Note) and block.serious
    ]
    assert set(wanted) <= set(notes)
    page = read(memo(found, code, DAY))
    assert all(in_words(one, code) in page for one in wanted)


@pytest.mark.parametrize(("state", "kind"), [("de", "checked"), ("ee", "absent")])
def test_a_memo_says_where_no_text_is_in_hand(state: str, kind: str) -> None:
    found = qualify(read_case_text(CASE.replace("jurisdiction: kz", f"jurisdiction: {state}"), "case.yaml"))
    edition = spoken_day(found.encoding.newest.edition, "en")
    assert dict(basis_rows(qualification_paper(found, "en", DAY)))["Text"] == say(
        f"paper-text-{kind}", "en", edition=edition
    )


CASE = """schema: saralau/case/1
case: two-entries
jurisdiction: kz
persons:
  - {id: p}
acts:
  - {id: one, date: 2025-10-14, conduct: access, fault: direct_intent}
  - {id: other, date: 2025-10-14, conduct: access, fault: direct_intent}
"""


@pytest.mark.parametrize(("kind", "code"), EVERY)
def test_pdf_says_everything_and_is_tagged(kind: str, code: str) -> None:
    of = paper(kind, code)
    data = pdf(of)
    told = bare(pdf_words(data))
    heads = [bare(one.text) for one in of.blocks if isinstance(one, Heading)]
    assert [words for words in heads if words not in told] == []
    for value in (of.title, *(value for _, value in basis_rows(of))):
        assert bare(value) in told
    items = [bare(words) for one in of.blocks if isinstance(one, Paragraph | Note) for words in [_plain(one.text)] if words]
    assert [words for words in items if words not in told] == []
    with pypdfium2.PdfDocument(data) as document:
        assert document.get_metadata_dict()["Title"] == clean(f"{of.kind}. {of.title}")
        width, height = document[0].get_size()
    assert (round(width), round(height)) == (595, 842)  # A4
    assert b"pdfuaid:part>1<" in data and b"pdfaid:part>2<" in data
    assert re.search(rb"/Lang ?\(" + code.encode(), data)
    found = tags(data)
    assert found.count("H1") == sum(isinstance(one, Heading) and one.level == 1 for one in of.blocks)
    assert found.count("THead") == sum(isinstance(one, Table) for one in of.blocks)
    assert found.count("Figure") == sum(isinstance(one, Figure) for one in of.blocks)


def _plain(text: str | tuple[Run, ...]) -> str:
    return text if isinstance(text, str) else "".join(one.words for one in text)


def test_kazakh_letters_come_back_from_both() -> None:
    of = small(KAZAKH)
    assert bare(pdf_words(pdf(of))).count(bare(KAZAKH)) > 8
    assert docx_words(docx(of)).count(KAZAKH) > 8


@pytest.mark.parametrize("code", languages())
def test_the_gap_analysis_has_every_line_of_its_tellers(code: str) -> None:
    found = [cover(treaty("budapest"), "kz", day) for day in ("2022-01-01", None)]
    told = docx_words(docx(coverage_paper(found, code, DAY)))
    lines = [line.strip() for one in found for line in (*overall(one, code), *demanded_lines(one, code))]
    for before, after in pairs(found):
        lines += [line.strip() for line in shifted_lines(before, after, code)]
    for one in found:
        for row in one.obligations:
            for scenario in row.scenarios:
                lines.append(labelled(scenario, row, code))
                if scenario.status in ("not_covered", "only_if"):
                    lines += reasons(scenario, one, row, code, 6)
    assert len(lines) > 300 and [line for line in lines if in_words(line, code) not in told] == []


def test_gaps_are_as_many_as_the_counts_say() -> None:
    found: Coverage = cover(treaty("budapest"), "kz")
    told = found.counts()
    gaps = [one for one in paper("coverage", "en").blocks if isinstance(one, Heading) and one.level == 3]
    assert len(gaps) == told["not_covered"] + told["only_if"]


def test_several_codes_lie_across_and_what_obliges_nobody_says_so() -> None:
    budapest = treaty("budapest")
    wide = coverage_paper([cover(budapest, state) for state in ("kz", "de", "fr", "ru", "gb")], "ru", DAY)
    with pypdfium2.PdfDocument(pdf(wide)) as document:
        width, height = document[0].get_size()
    assert width > height
    section = opened(docx(wide)).sections[0]
    assert section.page_width > section.page_height
    nobody = coverage_paper([cover(treaty("sco2009"), "kz")], "en", DAY)
    assert "obliges nobody" in docx_words(docx(nobody))


@pytest.mark.parametrize("code", languages())
def test_the_memo_has_every_line_of_the_answer(code: str) -> None:
    found = qualify(read_case(EXAMPLES / "cases/data-held-to-ransom.yaml"))
    told = docx_words(docx(paper("case", code)))
    heading, *lines, _ = [line.strip().removeprefix("– ") for line in qualification_lines(found, code) if line.strip()]
    assert found.case.titles[code] in told and found.case.titles[code] in heading
    assert len(lines) > 15 and [line for line in lines if in_words(line, code) not in told] == []


@pytest.mark.parametrize("code", languages())
def test_the_impact_has_every_line_and_every_changed_word(code: str) -> None:
    told, of = docx_words(docx(paper("draft", code))), impact()
    assert title(of, code) in told
    for section in told_sections(of, linted(of), code):
        assert section.title in told
        if section.title != say("draft-part-units", code):  # which stand in the comparative table
            assert [line for line in section.lines if line.removeprefix("– ") not in told] == []
    for article in of.diff.articles:
        for change in article.changes:
            if change.how == "reworded":
                assert "".join(piece.before for piece in change.pieces).strip() in told
                assert "".join(piece.after for piece in change.pieces).strip() in told
    words = [run.text for run in opened(docx(paper("draft", code))).element.body.iter(qn("w:r")) if _is_marked(run)]
    assert {"двух", "трех"} <= {word.strip() for word in words}


def _is_marked(run: _Element) -> bool:
    return run.find(f"{qn('w:rPr')}/{qn('w:u')}") is not None


def test_words_of_the_law_keep_their_language() -> None:
    marked = opened(docx(paper("draft", "en"))).element.body.iterfind(f".//{qn('w:tc')}//{qn('w:rPr')}/{qn('w:lang')}")
    assert {one.get(qn("w:val")) for one in marked} == {"ru-RU"}
    assert b"/Lang(ru" in pdf(paper("draft", "en")).replace(b"/Lang (", b"/Lang(")


@pytest.mark.parametrize("code", languages())
def test_stability_tells_groups_and_how_to_read_them(code: str) -> None:
    told = docx_words(docx(paper("stability", code)))
    assert [line for line in explained(measured(), code) if line not in told] == []
    for group in measured().groups:
        assert all(cell in told for cell in group_row(group, measured(), code))


def test_a_clean_text_says_that_it_is() -> None:
    of = lint_paper([], [], "en", DAY)
    assert say("paper-lint-none", "en") in docx_words(docx(of)) and not any(isinstance(one, Table) for one in of.blocks)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1))
@settings(max_examples=60)
def test_a_string_of_typst_stands_for_its_words(words: list[str]) -> None:
    assert json.loads(typst.eval(b"", f"({', '.join(map(string, words))},)")) == words


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_mere_words(words: str) -> None:
    assert json.loads(typst.eval(b"", string(words))) == words
    of = small(words)
    told = bare(pdf_words(pdf(of)))
    assert told.count(bare(words)) >= 8 and "root:" not in told
    assert docx_words(docx(of)).count(words) >= 8


def test_a_source_reads_and_imports_nothing() -> None:
    source = typst_source(paper("coverage", "ru"))
    outside = re.sub(r'"(?:\\.|[^"\\])*"', '""', source)
    assert not re.search(r"\b(?:read|include|import|plugin|json|csv|xml|yaml|cbor|toml|eval)\b", outside)


@given(st.text(min_size=1, max_size=40))
@settings(max_examples=25)
def test_any_words_can_be_filed(words: str) -> None:
    of = small(words)
    shown = clean(words)
    data = docx(of)
    assert zipfile.ZipFile(BytesIO(data)).testzip() is None
    assert shown.strip() in docx_words(data)
    assert pdf(of).startswith(b"%PDF-")


def test_a_sign_without_a_glyph_stands_by_its_number() -> None:
    data = pdf(small("Қазақ 中 мәтін"))
    assert "[U+4E2D]" in pdf_words(data) and b"pdfuaid:part>1<" in data


def test_what_no_file_can_hold_is_seen_to_be_missing() -> None:
    assert clean("a\x00b\ud800c\ufffed\r\ne\tf") == "a�b�c�d e f"


def test_a_paper_refuses_a_leap_and_a_row_that_does_not_fit() -> None:
    with pytest.raises(ValueError, match="level 3"):
        Paper("en", "k", "t", Basis(DAY), (Heading(1, "one"), Heading(3, "three")))
    with pytest.raises(ValueError, match="does not fit"):
        table("t", (Column("a"), Column("b"), Column("c")), [("1", "2")])


def test_lists_deeper_than_styles_are_written_whole() -> None:
    deep = Item("1", (Item("2", (Item("3", (Item("4", (Item("5"),)),)),)),))
    of = Paper("en", "k", "t", Basis(DAY), (bullets(["0"]), type(bullets([]))((deep,))))
    assert all(f"\n{number}\n" in docx_words(docx(of)) for number in range(6))
    assert pdf(of).startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("code", "day"), [("kk", "2026 жылғы 9 қараша"), ("ru", "9 ноября 2026 года"), ("en", "9 November 2026")]
)
def test_days_in_words(code: str, day: str) -> None:
    assert spoken_day("2026-11-09", code) == day
    assert spoken_day("undated", code) == "undated"


def test_titles_of_acts() -> None:
    assert act_title("kz/criminal-code", "ru") == "Уголовный кодекс Республики Казахстан"
    assert act_title("criminal-code", "en") == "Criminal Code of the Republic of Kazakhstan"
    assert act_title("de/criminal-code", "ru") == "Уголовный кодекс Германии"  # by its register
    assert act_title("gb/computer-misuse-act", "en").endswith("(gb/computer-misuse-act)")
    assert act_title("lighthouses", "en") == "lighthouses"


COMMANDS = {
    "case": (0, "qualify", str(EXAMPLES / "cases/data-held-to-ransom.yaml")),
    "coverage": (0, "cover", "budapest"),
    "lint": (1, "lint", str(EXAMPLES / "sample-code.kk.md")),
    "draft": (0, "draft", "impact", str(EXAMPLES / "sample-code.ru.html"), str(EXAMPLES / "sample-draft.ru.md")),
}


@pytest.mark.parametrize("kind", COMMANDS)
def test_the_commands_write_both(kind: str, tmp_path: Path) -> None:
    expected, *line = COMMANDS[kind]
    word, portable = tmp_path / "a.docx", tmp_path / "a.pdf"
    done = CliRunner().invoke(app, ["--ui", "kk", *map(str, line), "--docx", str(word), "--pdf", str(portable)])
    assert (done.exit_code, done.stdout) == (expected, "")
    assert done.stderr.count(say("case-page-written", "kk", path=word)) == 1
    assert bare(say(f"paper-kind-{kind}", "kk")).upper() in bare(pdf_words(portable.read_bytes())).upper()
    assert say(f"paper-kind-{kind}", "kk") in docx_words(word.read_bytes())


def test_stability_writes_both(tmp_path: Path) -> None:
    pytest.importorskip("lifelines")
    word, portable = tmp_path / "a.docx", tmp_path / "a.pdf"
    act = tmp_path / "lighthouses.md"
    act.write_text(LATER, "utf-8")
    line = ["stability", str(act), "--adopted", "2010-01-01", "--docx", str(word), "--pdf", str(portable)]
    done = CliRunner().invoke(app, ["--ui", "ru", *line])
    assert (done.exit_code, done.stdout) == (0, "")
    assert say("paper-kind-stability", "ru") in docx_words(word.read_bytes())
    assert portable.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(("option", "room", "package"), [("--docx", "paper_docx", "docx"), ("--pdf", "paper_pdf", "typst")])
def test_without_the_extra_a_sentence_names_it(
    option: str, room: str, package: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in [one for one in sys.modules if one == package or one.startswith(f"{package}.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    for name in ("paper_docx", "paper_docx_form", "paper_pdf"):
        monkeypatch.delitem(sys.modules, f"saralau.report.{name}", raising=False)
    done = CliRunner().invoke(app, ["--ui", "en", "cover", "budapest", option, str(tmp_path / "x")])
    assert isinstance(done.exception, InputError) and "saralau[docs]" in done.exception.told("en")
    assert not (tmp_path / "x").exists()


def test_a_table_of_cases_has_no_papers(tmp_path: Path) -> None:
    done = CliRunner().invoke(
        app, ["--ui", "en", "qualify", "x.csv", "--batch", "-o", "y.csv", "--pdf", str(tmp_path / "x")]
    )
    assert isinstance(done.exception, InputError) and "--pdf" in done.exception.told("en")
