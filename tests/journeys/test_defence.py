"""A judge or defence counsel: an article on a day, what it refers to, the other language, another edition, on paper."""

from __future__ import annotations

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from .conftest import CODE, NEWER, OLDER, Read
from .reader import manner

pytestmark = pytest.mark.xdist_group("journeys")  # one server and one browser for all


@pytest.mark.parametrize(
    ("code", "tongue", "other", "title"),
    [("kk", "kaz", "rus", "Ұрлау"), ("ru", "rus", "kaz", "Похищение"), ("en", "eng", "kaz", "Taking")],
)
def test_an_article_on_a_day(read: Read, code: str, tongue: str, other: str, title: str) -> None:
    reader = read(code, manner(2, code))
    page = reader.page
    article = f"{CODE}/{tongue}@{OLDER}/~art_10"

    reader.open(article)
    expect(page.locator("h1")).to_contain_text(title)
    expect(page.locator("h1")).to_have_attribute("lang", code)
    reader.follow(page.locator(".law a.ref").first)
    expect(page.locator(".block.focus")).to_have_count(1)

    reader.choose(page.locator("select[name=with]"), f"{other}@{OLDER}")
    reader.follow(page.locator(".toolbar.choices button"))
    beside = page.locator(".law.beside").first
    expect(beside).to_have_attribute("lang", {"kaz": "kk", "rus": "ru"}[other])
    assert beside.inner_text().strip()

    reader.press(page.locator(".editions summary"))
    reader.follow(page.locator(f".editions a[href*='rus@{NEWER}']"))
    reader.choose(page.locator("select[name=with]"), f"rus@{OLDER}")
    reader.follow(page.locator(".toolbar.choices button"))
    assert page.locator(".beside del").all_text_contents() + page.locator(".beside ins").all_text_contents() != []
    assert {"пятисот", "шестисот"} == {*page.locator(".beside del, .beside ins").all_text_contents()}
    printed = on_paper(page)
    assert "Похищение" in printed
    assert reader.say("web-nav-treaties") not in printed  # there is no navigation on paper

    reader.names = {"criminal", "code", "ru", "kz", "elements", "sha", "bde"}  # of the file and the packs that a memo names
    reader.open("/qualify/example/data-copied")
    reader.follow(page.locator(".answer a[href^='/qualify/memo']"))
    expect(page.locator("body")).to_contain_text("208(1)")
    assert "208(1)" in on_paper(page)


def on_paper(page: Page) -> str:
    """The words of a page as it is printed."""
    page.emulate_media(media="print")
    document = pypdfium2.PdfDocument(page.pdf(format="A4"))
    words = "\n".join(sheet.get_textpage().get_text_range() for sheet in document)
    document.close()
    page.emulate_media(media="screen")
    return words
