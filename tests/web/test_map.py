"""The map: lists laid over it, two registers side by side."""

from __future__ import annotations

import html
from collections import Counter

import pytest
from lxml.html import fromstring
from starlette.testclient import TestClient

from saralau.messages import say
from saralau.packs import load
from saralau.report.overlay import overlay, review_of, typed_lists
from saralau.report.register import read_register
from saralau.treaties import cover, treaty

EN = {"accept-language": "en"}
REGISTER = "kz/criminal-code@2025-07-16.ru"


def test_the_lists_of_the_review_agree_with_a_register_as_with_the_text() -> None:
    """The same provisions as the comparison with the official text finds (tests/taxonomy), with no text in hand."""
    review = review_of("kz/criminal-code")
    assert review is not None
    rows, counted = overlay(read_register(load(REGISTER)), review, "en")
    assert {one.address.printed for one in rows if one.verdict == "another_group"} == {"272(4)", "409(3)(4)"}
    ours = {one.address.printed for one in rows if one.verdict == "only_ours"}
    assert ours == {
        "121-1", "150(2)(4)", "151(2)", "217-1(1)", "223(1)", "299(2)(3)", "301(3)(4)", "307(1)", "309(2)(3)",
    }  # fmt: skip
    assert counted["only_theirs"] == 0
    assert review_of("de/criminal-code") is None


def test_a_list_that_is_typed_is_laid_over(client: TestClient) -> None:
    query = {"register": REGISTER, "lists": "own", "I": "205; 99", "II": "188(2)(4)"}
    page = fromstring(client.get("/map", params=query, headers=EN).text)
    rows = {one.xpath("string(th)"): one for one in page.xpath("//table[@class='laid']/tbody/tr")}
    assert rows["205"].get("class") == rows["188(2)(4)"].get("class") == "both"
    assert rows["99"].get("class") == "only-theirs"  # murder has no element of technology


def test_what_is_no_address_is_told(client: TestClient) -> None:
    answer = client.get("/map", params={"lists": "own", "I": "<b>"}, headers=EN)
    assert answer.status_code == 422
    assert "<b>" not in answer.text.replace("<b>&lt;", "")
    assert client.get("/map", params={"lists": "own", "I": "205", "written": "soon"}, headers=EN).status_code == 422


def test_addresses_are_read_as_they_are_written() -> None:
    assert typed_lists({"I": "205, 188(2)(4)\n190.2.4"}, "2024-01-01").groups == {
        "I": {"provisions": ["205", "188.2.4", "190.2.4"]}
    }


def test_two_registers_stand_side_by_side(client: TestClient) -> None:
    other = "kz/criminal-code@2020-05-04.ru"
    page = fromstring(client.get("/map", params={"register": REGISTER, "before": other}, headers=EN).text)
    rows = page.xpath("//h2[@id='beside']/following-sibling::div[1]//tbody/tr")
    offences = next(row for row in rows if row.xpath("string(th)") == say("figure-offences", "en"))
    assert [cell.text for cell in offences.iter("td")] == [f"{len(load(one)['offences']):,}" for one in (REGISTER, other)]


@pytest.mark.parametrize(("state", "other"), [("de", "ee"), ("ee", "gb")])
def test_two_states_are_compared_by_groups(client: TestClient, state: str, other: str) -> None:
    """Every scenario of the treaty stands in one group, with what each code makes of it; counts are those of the treaty."""
    page = fromstring(client.get("/map", params={"state": state, "other": other}, headers=EN).text)
    covered = [cover(treaty("budapest"), one) for one in (state, other)]
    for at, one in enumerate(covered, 1):
        told: Counter[str] = Counter()
        for cell in page.xpath(f"//h2[@id='beside']/following-sibling::div[1]//tbody/tr/td[{at}]"):
            for words in cell.text.split(";"):
                status, _, number = words.strip().rpartition(" – ")
                told[status] += int(number)
        assert told == {say("cover-" + status.replace("_", "-"), "en"): n for status, n in one.counts().items() if n}
    links = page.xpath("//table[@class='matrix']//th[@scope='row']/a/@href")
    assert len(links) == len(set(links)) == sum(covered[0].counts().values())
    there = fromstring(client.get(links[0].partition("#")[0], headers=EN).text)
    assert {one.partition("#")[2] for one in links} <= set(there.xpath("//tr/@id"))


def test_a_group_has_the_offences_that_the_treaty_puts_there(client: TestClient) -> None:
    """Illegal access is of the first group, fraud of the second, images of children of the third (articles 2, 8 and 9)."""
    page = fromstring(client.get("/map", params={"state": "kz", "other": "de"}, headers=EN).text)
    for group, demand, punished in (("I", "illegal access", "202a(1)"), ("II", "computer-related fraud", "263a(1)"),
                                    ("III", "producing child pornography", "312(1)")):  # fmt: skip
        table = page.xpath(f"//h2[@id='g{group}']/following-sibling::div[1]")[0].text_content()
        assert demand in table and punished in table


def test_what_cannot_be_compared_is_said(client: TestClient) -> None:
    page = client.get("/map", params={"state": "de", "other": "ee"}, headers=EN).text
    assert say("web-map-states-limits", "en") in html.unescape(page)
    assert say("paper-text-absent", "en", edition="1 January 2024") in page
    assert client.get("/map", params={"state": "kz", "other": "kz"}, headers=EN).status_code == 422
    assert client.get("/map", params={"state": "kz", "other": "zz"}, headers=EN).status_code == 422


def test_a_code_of_which_no_text_was_read_has_no_map_of_its_own(client: TestClient) -> None:
    """Its register has the encoded articles alone: it is compared as a state, and offered as one."""
    page = fromstring(client.get("/map", headers=EN).text)
    assert "de" in page.xpath("//select[@name='other']/option/@value")
    assert not [one for one in page.xpath("//select[@name='register']/option/@value") if not one.startswith("kz/")]
    assert client.get("/map", params={"register": "de/criminal-code@2021-11-22"}, headers=EN).status_code == 422
    assert client.get("/map", params={"before": "de/criminal-code@2021-11-22"}, headers=EN).status_code == 422


def test_a_treaty_can_be_taken_along(client: TestClient) -> None:
    kinds = {"docx": b"PK", "csv": "\ufeffobligation".encode(), "json": b"["}
    for form, begins in kinds.items():
        answer = client.get(f"/treaties/cis2018/export.{form}?code=kz", headers=EN)
        assert answer.status_code == 200
        assert answer.content.startswith(begins)
        assert "attachment" in answer.headers["content-disposition"]
    spoken = client.get("/treaties/cis2018/export.csv?code=kz&ui=kk", headers=EN).content.decode()
    assert spoken.startswith("\ufeffміндеттеме,сценарий,")
    assert client.get("/treaties/budapest/export.exe").status_code in (404, 422)
    assert client.get("/treaties/nothing").status_code == 404
