"""Search from every page: what was found, marked; facets narrow it; nothing typed breaks it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from saralau.messages import say

from .conftest import IRI

EN = {"accept-language": "en"}


def test_every_page_has_the_field(client: TestClient) -> None:
    for path in ("/", "/acts", "/map", "/search"):
        assert 'name="q"' in client.get(path, headers=EN).text


def test_what_was_found_is_marked_and_leads_to_its_page(client: TestClient) -> None:
    answer = client.get("/search", params={"q": "вещь"}, headers=EN)
    assert answer.status_code == 200
    assert "<mark>" in answer.text
    assert f'href="{IRI}/' in answer.text


def test_a_facet_narrows_and_can_be_taken_back(client: TestClient) -> None:
    wide = client.get("/search", params={"q": "компьютерным данным"}, headers=EN).text
    narrow = client.get("/search", params={"q": "компьютерным данным", "group": "I"}, headers=EN).text
    assert narrow.count('class="snippet"') <= wide.count('class="snippet"')
    assert 'aria-current="true">✓' in narrow


def test_nothing_found_is_told(client: TestClient) -> None:
    assert say("search-none", "en") in client.get("/search", params={"q": "zzzzqqqq"}, headers=EN).text


@pytest.mark.parametrize("q", ["-only", "a*", "x" * 3000, '"', "\x00", "<script>alert(1)</script>"])
def test_hostile_words_are_answered_or_told(client: TestClient, q: str) -> None:
    answer = client.get("/search", params={"q": q}, headers=EN)
    assert answer.status_code in (200, 422)
    assert "<script>alert" not in answer.text


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_no_words_break_the_page(client: TestClient, q: str) -> None:
    assert client.get("/search", params={"q": q}, headers=EN).status_code in (200, 422, 429)


@pytest.mark.parametrize("on", ["x", "9" * 40, "\x00", "2025-7", "2025-07-16-01", "٢٠٢٥"])
def test_a_day_that_is_none_is_a_mistake_and_no_damage_of_the_index(client: TestClient, on: str) -> None:
    answer = client.get("/search", params={"q": "вещь", "on": on}, headers=EN)
    assert answer.status_code == 422
    assert say("date-unreadable", "en", typed=on[:40]).replace("\x00", "") in answer.text.replace("\x00", "")
