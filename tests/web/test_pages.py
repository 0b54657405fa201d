"""Pages: what a reader finds on each, in three languages."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from lxml.html import fromstring, tostring
from starlette.testclient import TestClient

from saralau.messages import languages, say

from .conftest import EDITION, IRI

PAGES = (
    "/",
    "/acts",
    "/map",
    "/treaties",
    "/treaties/budapest",
    "/qualify",
    "/change",
    "/findings",
    "/terms",
    "/drafts",
    f"/change{IRI}/rus@{EDITION}",
    f"/findings{IRI}/rus@{EDITION}",
    f"/terms{IRI}/rus@{EDITION}",
    f"{IRI}/eng@{EDITION}",
    f"{IRI}/rus@{EDITION}/~art_21",
)


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("path", PAGES)
def test_every_page_speaks_the_readers_language(client: TestClient, path: str, code: str) -> None:
    answer = client.get(path, headers={"accept-language": code})
    assert answer.status_code == 200
    assert f'<html lang="{code}">' in answer.text
    assert say("web-foot", code) in answer.text
    assert answer.text.count("<h1") == 1
    assert not re.search(
        r"(?i)\bstyle=|\bon[a-z]+=|<script(?! type=\"module\" src=\"/static/)", answer.text
    )  # the policy forbids them


@pytest.mark.parametrize("path", PAGES)
def test_every_page_can_be_read_without_seeing_it(client: TestClient, path: str) -> None:
    """Headings in order, ids once, tables with heads and names, pictures and fields with names; where one is, marked."""
    page = fromstring(client.get(path, headers={"accept-language": "en"}).text)
    levels = [int(one.tag[1]) for one in page.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert not page.xpath("//table[not(.//th[@scope])]")
    assert not page.xpath("//table[not(caption or @aria-label or @aria-labelledby)]")
    for table in page.xpath("//table/@aria-labelledby"):
        assert page.xpath(f"//*[@id='{table}']"), table
    assert not page.xpath("//*[@role='img'][not(@aria-label)]")
    assert path == "/" or len(page.xpath("//header//nav[@class='sections']//a[@aria-current='page']")) == 1
    for field in page.xpath("//input[not(@type='hidden')] | //select | //textarea"):
        named = field.xpath("ancestor::label") or page.xpath(f"//label[@for='{field.get('id')}']")
        assert named, tostring(field)


def test_the_language_is_kept(client: TestClient) -> None:
    assert '<html lang="kk">' in client.get("/acts?ui=kk").text
    assert '<html lang="kk">' in client.get("/acts").text


def test_a_work_leads_to_its_newest_text_with_all_that_was_asked(client: TestClient) -> None:
    answer = client.get(f"{IRI}?ui=kk&on=2999-01-01&with=rus%40{EDITION}", follow_redirects=False)
    assert answer.headers["location"].endswith(f"@{EDITION}?ui=kk&with=rus%40{EDITION}")
    assert '<html lang="kk">' in client.get(f"{IRI}?ui=kk").text


def test_a_work_leads_to_its_newest_text(client: TestClient) -> None:
    answer = client.get(IRI, headers={"accept-language": "ru"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{IRI}/rus@{EDITION}")


def test_an_article_shows_the_laws_words_beside_what_was_understood(client: TestClient) -> None:
    text = client.get(f"{IRI}/rus@{EDITION}/~art_21", headers={"accept-language": "en"}).text
    assert 'id="art_21' in text
    assert say("web-sanction", "en") in text
    assert 'lang="ru"' in text


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/akn/xx/act/code/2000-01-01/1",
        f"{IRI}/eng@1999-01-01",
        f"{IRI}/eng@{EDITION}/~art_999",
        "/akn/%2e%2e/%2e%2e",
    ],
)
def test_what_is_not_there_is_told(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={"accept-language": "en"})
    assert answer.status_code == 404
    assert say("web-absent", "en") in answer.text


def test_a_mistake_is_told_with_its_sentence(client: TestClient) -> None:
    answer = client.get("/map?register=nothing<b>", headers={"accept-language": "en"})
    assert answer.status_code == 422
    assert "nothing&lt;b&gt;" in answer.text


def test_nothing_new_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/acts")
    again = client.get("/acts", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_no_word_of_an_act_turns_what_stands_beside_it(client: TestClient) -> None:
    answer = client.get("/search?q=%E2%80%AEtaking%E2%81%A6")
    assert "taking" in answer.text
    assert not {"\u202e", "\u2066"} & set(answer.text)
