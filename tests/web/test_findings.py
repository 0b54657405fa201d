"""Findings of the linter at their places."""

from __future__ import annotations

from collections import Counter

from lxml.html import HtmlElement, fromstring
from starlette.testclient import TestClient

from saralau.acts import Act, read_act
from saralau.lint import lint
from saralau.report.lint_view import places, words_beside

from ..conftest import ROOT
from .conftest import EDITION, IRI

EN = {"accept-language": "en"}
PAGE = f"/findings{IRI}/rus@{EDITION}"


def sample() -> Act:
    return read_act(ROOT / "examples/sample-code.ru.html")


def read(client: TestClient, path: str) -> HtmlElement:
    return fromstring(client.get(path, headers=EN).text)


def test_every_finding_is_marked_at_its_words_and_told_beside(client: TestClient) -> None:
    page, found = read(client, PAGE), lint(sample())
    assert found
    codes = Counter(note.xpath("string(.//span[@class='tag'])") for note in page.find_class("note"))
    assert codes == Counter(one.rule.code for one in found)
    for flag in page.find_class("flag"):
        assert page.get_element_by_id(flag.get("href")[1:]) is not None
    assert {one.get("id") for one in page.find_class("flag")} == {f"f{n + 1}" for n in range(len(found))}


def test_a_family_and_a_rule_sift(client: TestClient) -> None:
    rule = lint(sample())[0].rule
    for query, wanted in ((f"?rule={rule.code}", rule.code), (f"?family={rule.family}", rule.code[0])):
        tags = [one.text for one in read(client, PAGE + query).xpath("//*[@class='note']//span[@class='tag']")]
        assert tags
        assert all(tag.startswith(wanted) for tag in tags)


def test_one_article_is_shown_whole(client: TestClient) -> None:
    found = [one for one in lint(sample()) if one.finding.address and one.finding.address.article == "20"]
    page = read(client, f"{PAGE}/~art_20")
    assert len(page.find_class("note")) == len(found)
    assert "Умышленный неправомерный доступ" in page.text_content()
    assert client.get(f"{PAGE}/~art_999").status_code == 404


def test_the_words_of_a_line_stay_what_they_are() -> None:
    """Pieces joined are the line, whatever findings overlap in it."""
    act = sample()
    found = list(enumerate(lint(act), 1))
    for article in act.articles():
        (place,) = places(act, found, "en", whole=f"art_{article.number}")
        words = ["".join(piece.text for piece in line.pieces) for line in place.lines]
        assert all(line in act.document.text for line in words)
        assert place.number == article.number
    shown = [place for place in places(act, found, "en") for _ in place.notes]
    assert len(shown) == len(found)


def test_a_safe_fix_shows_what_goes_and_what_comes() -> None:
    act = sample()
    found = [(n, one) for n, one in enumerate(lint(act), 1) if one.finding.fix]
    assert found
    notes = [note for place in places(act, found, "en") for note in place.notes]
    for (_, one), note in zip(found, notes, strict=True):
        assert one.finding.fix is not None
        assert note.fix is not None
        assert note.fix[1:3] == (act.words(one.finding.fix.span), one.finding.fix.words)


def test_a_fix_stands_among_whole_words() -> None:
    text = "first line\n" + "слово " * 30 + "HERE " + "другое " * 30
    at = text.index("HERE")
    before, behind = words_beside(text, at, at + 4)
    assert before.startswith("… слово ") and behind.endswith(" другое …")
    assert words_beside("начало HERE конец\nsecond", 7, 11) == ("начало ", " конец")
