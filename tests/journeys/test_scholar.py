"""A scholar: the map, what two editions differ in, a treaty, why a gap is one and what would close it, the table."""

from __future__ import annotations

import csv
import io

import pytest
from playwright.sync_api import expect

from .conftest import Read
from .reader import manner

pytestmark = pytest.mark.xdist_group("journeys")  # one server and one browser for all

OLDER = "kz/criminal-code@2020-05-04.ru"


@pytest.mark.parametrize("code", ["kk", "ru", "en"])
def test_from_the_map_to_a_treaty(read: Read, code: str) -> None:
    reader = read(code, manner(3, code))
    page = reader.page

    reader.open("/")
    reader.section("map")
    whole = page.locator(".provisions li").count()
    cell = page.locator(".chapters a.cell[href*='chapter=7&'][href*='group=I#']")
    number = sum(int(one) for one in cell.inner_text().split("+"))
    reader.follow(cell)
    expect(page.locator(".provisions li")).to_have_count(number)
    assert number < whole

    reader.choose(page.locator("select[name=before]"), OLDER)
    reader.follow(page.locator("form.toolbar", has=page.locator("select[name=before]")).locator("button"))
    expect(page.locator("#beside")).to_have_count(1)
    expect(page.locator("#losses")).to_have_count(1)

    reader.section("treaties")
    reader.follow(page.locator("main h2 a[href='/treaties/budapest']"))
    gap = page.locator(".matrix td", has=page.locator(".square.not-covered")).first
    reader.press(gap.locator("summary"))
    expect(gap.locator("li").first).to_be_visible()
    smallest = {
        "kk": "ең шағын өзгеріс, тексерілген",
        "ru": "Наименьшее изменение, которое закрывает",
        "en": "Smallest change that closes it, tried",
    }
    assert smallest[code] in page.locator(".matrix").text_content()
    name, table = reader.fetch(page.locator("a[href*='export.csv']"))
    assert name.endswith(".csv")
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"))))
    assert len(rows) == page.locator(".matrix tr[id]").count()
