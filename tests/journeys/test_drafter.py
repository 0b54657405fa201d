"""Somebody who drafts laws: finds an act, what is wrong with it, how it has changed, and what a draft would do to it."""

from __future__ import annotations

import io
import zipfile

import pytest
from playwright.sync_api import expect

from ..conftest import EXAMPLES
from .conftest import CODE, NEWER, OLDER, Read
from .reader import manner

pytestmark = pytest.mark.xdist_group("journeys")  # one server and one browser for all

DRAFT = (EXAMPLES / "sample-draft.ru.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("code", "words", "title", "tongue"),
    [("kk", "ұрлау", "Ұрлау", "kaz"), ("ru", "похищение", "Похищение", "rus"), ("en", "taking", "Taking", "eng")],
)
def test_from_an_act_to_a_draft(read: Read, code: str, words: str, title: str, tongue: str) -> None:
    reader = read(code, manner(0, code))
    page = reader.page
    reader.names = {"older", "ru"}  # of the file in the library

    reader.open("/")
    reader.write(page.locator("#top-q"), words)
    reader.follow(page.locator(".top form[role=search] button"))
    reader.follow(page.locator(f".results .name a[href*='/{tongue}@'][href*='art_10']").first)
    expect(page.locator("h1")).to_contain_text(title)

    reader.follow(page.locator("main a[href^='/findings/']"))
    reader.follow(page.locator(".kicker a"))  # of the whole text
    many = page.locator(".note").count()
    reader.follow(page.locator(".sift a[href*='family=']").first)
    assert 0 < page.locator(".note").count() <= many
    why = page.locator(".note details").first
    reader.press(why.locator("summary"))
    expect(why.locator("p")).to_be_visible()

    reader.section("change")
    reader.follow(page.locator(f"main a[href='/change{CODE}/rus@{NEWER}']"))
    reader.choose(page.locator("form[action^='/differences/'] select"), f"rus@{OLDER}")
    reader.follow(page.locator("form[action^='/differences/'] button"))
    changed = page.locator("#a10")  # the fine of the first part went up
    assert "пятисот" in changed.locator("del").all_text_contents()
    assert "шестисот" in changed.locator("ins").all_text_contents()

    reader.section("drafts")
    reader.choose(page.locator("#act"), f"{CODE}/rus@{OLDER}")
    reader.write(page.locator("#text"), DRAFT)
    name, document = reader.fetch(page.locator("button[value=docx]"))
    assert name == "draft-impact.docx"
    with zipfile.ZipFile(io.BytesIO(document)) as inside:
        assert "22(2)" in inside.read("word/document.xml").decode()
    reader.follow(page.locator("button[value=page]"))
    row = page.locator(".sides tr", has=page.locator("th", has_text="22(2)"))  # two years become three
    assert row.locator("del").all_text_contents() == ["двух"]
    assert row.locator("ins").all_text_contents() == ["трех"]
