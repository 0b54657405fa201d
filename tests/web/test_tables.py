"""Tables of pages as files: the links that a page has lead to the API, which has the same rows, in the page's language."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml.html import fromstring
from starlette.testclient import TestClient

from saralau.api.app import make_api
from saralau.messages import languages
from saralau.web.app import make_app
from saralau.web.security import guarded
from saralau.web.settings import Settings

from .conftest import IRI, NEWER, Here

TEXT = f"{IRI}/rus@{NEWER}"
PAGES = {
    "change": f"/change{TEXT}",
    "survival": f"/survival{TEXT}?by=chapter",
    "findings": f"/findings{TEXT}",
    "one family": f"/findings{TEXT}?family=text",
    "definitions": f"/terms{TEXT}",
    "map": "/map?group=I",
}


@pytest.fixture(scope="module")
def whole(editions: Path) -> Iterator[TestClient]:
    """Pages and the API over one library, as `saralau serve` has them."""
    settings = Settings(editions, hosts=("testserver",), pages=10_000, computations=10_000)
    app, api = make_app(settings), make_api(editions)
    app.state.sandbox = api.state.working.sandbox = Here()
    app.mount("/api/v1", api)
    with TestClient(guarded(app, settings), raise_server_exceptions=False) as client:
        yield client


def links(client: TestClient, path: str, code: str = "en") -> dict[str, str]:
    page = client.get(path, headers={"accept-language": code})
    assert page.status_code == 200, page.text
    return {one.text: one.get("href") for one in fromstring(page.text).xpath("//p[contains(@class, 'take')]/a")}


def rows(client: TestClient, href: str) -> list[dict[str, str]]:
    """The table that is behind a link; the browser of a reader wants another language than the page has."""
    answer = client.get(href, headers={"accept-language": "en"})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-disposition"].startswith("attachment")
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_with_a_table_offers_it_in_both_forms(whole: TestClient, name: str) -> None:
    found = links(whole, PAGES[name])
    assert list(found) == ["CSV", "XLSX"]
    assert rows(whole, found["CSV"])
    book = whole.get(found["XLSX"]).content
    assert "xl/workbook.xml" in zipfile.ZipFile(io.BytesIO(book)).namelist()


def test_the_rows_are_those_of_the_page(whole: TestClient) -> None:
    """As many changes, groups, findings and provisions as the pages show."""
    change = fromstring(whole.get(PAGES["change"], headers={"accept-language": "en"}).text)
    assert len(rows(whole, links(whole, PAGES["change"])["CSV"])) == int(change.xpath("//dl[@class='figures']//dd")[0].text)
    groups = fromstring(whole.get(PAGES["survival"]).text).xpath("//h2[@id='groups']/following-sibling::div[1]//tbody/tr")
    assert len(rows(whole, links(whole, PAGES["survival"])["CSV"])) == len(groups)
    family = fromstring(whole.get(PAGES["one family"]).text).xpath("//article[@class='note']")
    assert len(rows(whole, links(whole, PAGES["one family"])["CSV"])) == len(family)
    shown = fromstring(whole.get(PAGES["map"]).text).xpath("//ul[@class='provisions']/li")
    told = rows(whole, links(whole, PAGES["map"])["CSV"])
    assert {one["group"] for one in told} == {"I"} and len(told) == len(shown)


@pytest.mark.parametrize("code", languages())
def test_the_language_of_the_page_goes_with_its_table(whole: TestClient, code: str) -> None:
    href = links(whole, PAGES["findings"], code)["CSV"]
    assert parse_qs(urlsplit(href).query)["ui"] == [code]
    page = whole.get(PAGES["findings"], headers={"accept-language": code}).text
    assert rows(whole, href)[0]["message"] in fromstring(page).text_content()


def test_a_treaty_goes_along_as_a_workbook_with_the_rows_of_the_table(whole: TestClient) -> None:
    page = fromstring(whole.get("/treaties/cis2018?code=kz&code=de").text)
    (href,) = page.xpath("//a[contains(@href, 'export.xlsx')]/@href")
    sheet = zipfile.ZipFile(io.BytesIO(whole.get(href).content)).read("xl/worksheets/sheet1.xml")
    table = list(csv.reader(io.StringIO(whole.get(href.replace("xlsx", "csv")).content.decode("utf-8-sig"))))
    assert sheet.count(b"<row ") == len(table) and len(table[0]) == 4
