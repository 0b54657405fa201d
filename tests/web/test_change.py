"""Change: what the notes tell of an act, how long wordings last, two editions, another text beside an article."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml.html import HtmlElement, fromstring
from starlette.testclient import TestClient

from saralau.corpus.store.catalogue import open_store, writing
from saralau.corpus.store.putting import put_all
from saralau.corpus.units import Hints, read_text
from saralau.messages import languages, say
from saralau.report.drawing import Curve, columns, curves, standing
from saralau.report.forebears import forebears, outline
from saralau.report.written import in_words

from ..conftest import ROOT
from .conftest import EDITION, IRI, NEWER, ORDER, Here, served

EN = {"accept-language": "en"}
NEWEST, OLDER = f"rus@{NEWER}", f"rus@{EDITION}"


def read(client: TestClient, path: str) -> HtmlElement:
    answer = client.get(path, headers=EN)
    assert answer.status_code == 200, answer.text
    return fromstring(answer.text)


def test_the_laws_that_changed_an_act_are_told_with_what_they_changed(reader: TestClient) -> None:
    page = read(reader, f"/change{IRI}/{NEWEST}")
    laws = {row.xpath("string(th)"): row for row in page.xpath("//h2[@id='laws']/following-sibling::div[1]//tbody/tr")}
    assert {"9 September 2019 № 5-II", "5 March 2021 № 17-II", "2 February 2022 № 31-II"} <= set(laws)
    assert "30" in [link.text for link in laws["2 February 2022 № 31-II"].iter("a")]


def test_the_picture_of_the_years_has_a_table_behind_it(reader: TestClient) -> None:
    page = read(reader, f"/change{IRI}/{NEWEST}")
    drawn = {int(title.text[:4]) for title in page.xpath("//svg[@role='img']//title")}
    told = {int(one.text) for one in page.xpath("//figcaption//tbody//th")}
    assert drawn == told
    assert {2020, 2021, 2022} <= told  # when the laws above entered into force


def test_what_changed_most_leads_to_its_article(reader: TestClient) -> None:
    first = read(reader, f"/change{IRI}/{NEWEST}").xpath("//h2[@id='most']/following-sibling::div[1]//tbody/tr")[0]
    assert reader.get(first.xpath(".//a/@href")[0]).status_code == 200


def test_an_article_that_the_text_has_no_more_is_no_link(tmp_path: Path) -> None:
    """The older text tells that article 30 was reworded; the newer one lacks it."""
    older = (ROOT / "examples/sample-code.ru.html").read_text("utf-8")
    start = older.index("<h3> Статья 30.")
    end = older.find("<h3>", start + 1)
    newer = older[:start] + (older[end:] if end > 0 else "</body></html>")
    with open_store(tmp_path, write=True) as store, writing(store) as connection:
        for name, text, edition in (("older.ru.html", older, EDITION), ("newer.ru.html", newer, NEWER)):
            content = text.encode()
            put_all(connection, store, [(read_text(content, name, Hints(IRI, "Sample code", edition)), content)])
    with served(tmp_path) as client:
        page = read(client, f"/change{IRI}/rus@{NEWER}")
        rows = page.xpath("//h2[@id='laws']/following-sibling::div[1]//tbody/tr")
        assert any("30" in row.xpath("string(td[3])") for row in rows)
        links = set(page.xpath("//h2[@id='laws']/following-sibling::div[1]//tbody//a/@href"))
        assert links
        assert not [href for href in links if href.endswith("art_30")]


@pytest.mark.parametrize("code", languages())
def test_a_day_that_no_note_tells_is_called_a_lower_bound(reader: TestClient, code: str) -> None:
    """Law 80-III is in force so many days after its publication, the law that reworded article 30 from a day that it names."""
    page = fromstring(reader.get(f"/change{IRI}/{NEWEST}", headers={"accept-language": code}).text)
    rows = page.xpath("//h2[@id='most']/following-sibling::div[1]//tbody/tr")
    last = {row.xpath("string(th/a)"): row.xpath("string(td[last()])") for row in rows}
    assert last["10"] == in_words(say("history-not-before", code, day="2024-11-22"), code)
    assert last["30"] == in_words("2022-03-01", code)
    told = page.xpath("//dl[@class='figures']//dd")[0].text
    bound = page.xpath("string(//p[@id='bound'])")
    assert bound == in_words(say("web-change-bound", code, n=1, of=int(told), day=NEWER), code)
    assert page.xpath("//h2[@id='most']/following-sibling::div[1]//th[@aria-describedby='bound']")


def test_two_editions_are_compared_and_what_differs_is_marked(reader: TestClient) -> None:
    page = read(reader, f"/differences{IRI}/{NEWEST}?with={OLDER}")
    assert [one.get("id") for one in page.xpath("//section[@class='changed']")] == ["a10", "a22"]
    ten = page.xpath("//section[@id='a10']")[0]
    assert [one.text for one in ten.iter("del")] == ["пятисот"]
    assert [one.text for one in ten.iter("ins")] == ["шестисот"]
    assert say("diff-unannounced", "en") in ten.text_content()  # no note tells of either


def test_the_order_of_two_editions_does_not_matter(reader: TestClient) -> None:
    one, other = (
        fromstring(reader.get(f"/differences{IRI}/{a}?with={b}", headers=EN).text)
        for a, b in ((NEWEST, OLDER), (OLDER, NEWEST))
    )
    assert one.xpath("string(//h1)") == other.xpath("string(//h1)") == "28 February 2020 → 1 January 2023"


@pytest.mark.parametrize("other", ["", "rus@1999-01-01", f"kaz@{EDITION}", NEWEST, "<b>"])
def test_an_edition_that_cannot_be_compared_leads_back(reader: TestClient, other: str) -> None:
    answer = reader.get(f"/differences{IRI}/{NEWEST}", params={"with": other}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/change{IRI}/{NEWEST}")


def test_an_article_stands_beside_its_other_edition_with_differences(reader: TestClient) -> None:
    page = read(reader, f"{IRI}/{NEWEST}/~art_10?with={OLDER}")
    beside = page.find_class("beside")
    assert [(one.tag, one.text) for side in beside for one in side.iter("del", "ins")] == [
        ("del", "пятисот"),
        ("ins", "шестисот"),
    ]
    assert say("web-beside-same", "en") in beside[-1].text_content()


def test_a_text_that_is_not_in_hand_cannot_stand_beside_and_that_is_said(reader: TestClient) -> None:
    said = say("web-beside-not-in-hand", "en")
    assert said in read(reader, f"{IRI}/{NEWEST}/~art_10?with=rus@1999-01-01").text_content()
    assert said not in read(reader, f"{IRI}/{NEWEST}/~art_10").text_content()


def test_an_article_stands_beside_its_text_in_the_other_language(reader: TestClient) -> None:
    page = read(reader, f"{IRI}/{NEWEST}/~art_20?with=kaz@{EDITION}")
    sides = page.find_class("beside")
    assert {one.get("lang") for one in sides} == {"kk"}
    assert not page.xpath("//div[@lang='kk']//del")
    assert all(re.search("[әғқңөұүі]", one.text_content()) for one in sides)


def test_an_article_that_the_other_text_lacks_is_told(reader: TestClient) -> None:
    page = read(reader, f"{IRI}/{OLDER}/~art_22?with={NEWEST}")
    assert say("web-beside-absent", "en", day="1 January 2023") in page.text_content()


def test_what_became_of_an_article_is_told_on_its_page(reader: TestClient) -> None:
    line = read(reader, f"{IRI}/{NEWEST}/~art_30").find_class("timeline")[0]
    assert "31-II" in line.text_content()
    first = line.xpath("li[1]/time")[0]
    assert (first.get("datetime"), first.text) == ("2022-03-01", "1 March 2022")


def test_stability_is_told_with_its_figures(reader: TestClient) -> None:
    page = read(reader, f"/survival{IRI}/{NEWEST}?by=chapter")
    rows = page.xpath("//h2[@id='groups']/following-sibling::div[1]//tbody/tr")
    assert len(rows) >= 2
    assert say("web-survival-read", "en") in page.text_content()


def test_the_numbers_of_stability_come_from_those_of_change(reader: TestClient) -> None:
    """Line by line: what stands in bold is the sum of what stands above it, the first is what the page of change shows."""
    change = read(reader, f"/change{IRI}/{NEWEST}")
    assert change.xpath(f"//a[@href='/survival{IRI}/{NEWEST}#sums']")
    shown = {one.find("dt").text: int(one.find("dd").text) for one in change.xpath("//dl[@class='figures']/div")}
    page = read(reader, f"/survival{IRI}/{NEWEST}")
    lines = [
        (row.get("class") == "total", int(row.xpath("string(td)").replace("− ", "-").replace("+ ", "")))
        for row in page.xpath("//table[@class='sums']//tr")
    ]
    assert lines[0] == (True, shown[say("web-change-events", "en")])
    running = lines[0][1]
    for total, number in lines[1:]:
        running = running if total else running + number
        assert not total or number == running
    laws, touched = (shown[say(f"web-change-{one}", "en")] for one in ("laws", "touched"))
    told = page.text_content()
    assert f"Laws: {laws} are told" in told and f"a change touches: {touched};" in told


def test_the_model_is_worked_out_only_where_it_is_asked_for(reader: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """It reads every offence and loads what takes seconds: a worker does that, on its own link."""
    page = read(reader, f"/survival{IRI}/{NEWEST}?by=year")
    (link,) = page.xpath("//main//a[contains(@href, 'model=')]/@href")
    assert not page.xpath("//h2[@id='model']")
    asked = read(reader, f"/survival{IRI}/{NEWEST}{link}")
    assert asked.xpath("//h2[@id='model']") and not asked.xpath("//main//a[contains(@href, 'model=')]")
    monkeypatch.setattr(Here, "run", lambda *_: pytest.fail("a worker was asked"))
    assert reader.get(f"/survival{IRI}/{NEWEST}?by=chapter").status_code == 200


def test_a_curve_falls_in_steps_and_its_band_encloses_it() -> None:
    picture = str(curves([Curve("one <b>", [0, 1, 2], [1, 0.5, 0.25], [1, 0.4, 0.1], [1, 0.6, 0.4])], "years", "label"))
    assert picture.count("<path") == 5 + 2  # lines across, the band, the curve
    assert "one &lt;b&gt;" in picture
    assert "style=" not in picture


def test_the_table_of_a_curve_has_what_stands_after_whole_years() -> None:
    fell, short = Curve("fell", [0.5, 2, 3.5], [0.8, 0.5, 0.25], [], []), Curve("short", [1.2], [0.9], [], [])
    assert standing([fell, short]) == [
        (0, ["100 %", "100 %"]),  # nothing has fallen
        (1, ["80 %", "100 %"]),
        (2, ["50 %", ""]),  # on the day it falls; the other was not observed for so long
        (3, ["50 %", ""]),
    ]


def test_columns_stack_what_they_count() -> None:
    picture = fromstring(str(columns({2020: (1, 3), 2022: (4, 0)}, "label")))
    heights = [float(one.get("height")) for one in picture.iter("rect")]
    assert heights[1] == pytest.approx(3 * heights[0], abs=0.2)
    assert heights[2] == pytest.approx(heights[0] + heights[1], abs=0.2)
    assert [one.text for one in picture.xpath("//text[@text-anchor='middle']")] == ["2020", "2021", "2022"]


def test_the_line_of_an_article_names_the_provisions_that_it_carries_on() -> None:
    found = forebears("criminal-code", "205", "kz", "en")
    assert found is not None
    assert {(kin.act, kin.address.printed) for kin in found.kin if kin.older} >= {("criminal-code-1997", "227(1)")}
    assert forebears("criminal-code", "188", "kz", "en") is None  # only amended within its own code


def test_lines_set_in_by_blanks_become_an_outline() -> None:
    found = outline(["a", "  b", "    c", "  d", "e"])
    assert [one.text for one in found] == ["a", "e"]
    assert [(one.text, len(one.below)) for one in found[0].below] == [("b", 1), ("d", 0)]


def test_an_act_of_points_has_its_pages(reader: TestClient) -> None:
    text = f"{ORDER}/rus@2032-06-03"
    change = read(reader, f"/change{text}")
    assert f"{text}/~point_3" in change.xpath("//h2[@id='most']/following-sibling::div[1]//a/@href")
    for path in (text, f"{text}/~point_3", f"/findings{text}", f"/findings{text}/~point_3", f"/terms{text}"):
        read(reader, path)
    (point,) = read(reader, f"/differences{text}?with=rus@2031-05-14").xpath("//section[@class='changed']")
    assert point.xpath("h2/a")[0].get("href") == f"{text}/~point_3"
    assert [one.text for one in point.iter("del", "ins")] == ["гарантировать", "обеспечить"]
    assert "хранитель" in [one.text for one in read(reader, f"/terms{text}").iter("dfn")]
