"""Drafts: what is pasted or sent is weighed in a worker, within limits; forms of strangers are refused; nothing is kept."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml.html import fromstring
from starlette.testclient import TestClient

from saralau.messages import say
from saralau.web.pages.drafts import LARGEST

from ..conftest import ROOT
from .conftest import EDITION, IRI, served

EN = {"accept-language": "en"}
ACT = f"{IRI}/rus@{EDITION}"
DRAFT = (ROOT / "examples/sample-draft.ru.md").read_text("utf-8")


@pytest.fixture
def form(client: TestClient) -> Iterator[dict[str, str]]:
    """What a browser would send that has opened the form."""
    text = client.get("/drafts", headers=EN).text
    token = re.search(r'name="token" value="([0-9a-f]+)"', text)
    assert token is not None
    yield {"token": token[1], "act": ACT}


def post(client: TestClient, data: dict[str, str], **files: tuple[str, bytes]) -> Any:
    return client.post("/drafts", data=data, files=files or {"none": ("", b"")}, headers=EN)


def test_a_pasted_draft_is_told_with_its_consequences(client: TestClient, form: dict[str, str]) -> None:
    answer = post(client, {**form, "text": DRAFT})
    assert answer.status_code == 200
    page = fromstring(answer.text)
    rows = {row.xpath("string(th/text())").strip(): row for row in page.xpath("//table[@class='sides']/tbody/tr")}
    changed = rows["22(2)"]
    assert [one.text for one in changed.iter("del")] == ["двух"]
    assert [one.text for one in changed.iter("ins")] == ["трех"]
    assert "30(2)(1)" in rows
    assert answer.headers["cache-control"] == "no-store"


def test_without_a_patch_the_effect_on_cases_is_unknown(client: TestClient, form: dict[str, str]) -> None:
    text = post(client, {**form, "text": DRAFT}).text
    assert say("paper-draft-not-told", "en") in text


def test_a_file_goes_before_pasted_text_and_its_bytes_tell_what_it_is(client: TestClient, form: dict[str, str]) -> None:
    html = "<html><body>" + "".join(f"<p>{line}</p>" for line in DRAFT.splitlines() if line.strip()) + "</body></html>"
    answer = post(client, {**form, "text": "ничего"}, file=("../../evil.exe", html.encode()))
    assert answer.status_code == 200
    assert "22(2)" in answer.text
    assert "<h1>evil" in answer.text  # its name without folders, without the suffix that lies


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "draft.docx"),
        (b"PK\x03\x04" + b"\xff" * 99, "draft.docx"),
        (b"\x00\x01\x02\x03" * 99, "draft.txt"),
        ("Просто слова, ни одного указания.".encode(), "draft.txt"),
    ],
)
def test_what_cannot_be_read_is_told_on_the_form(
    client: TestClient, form: dict[str, str], content: bytes, name: str
) -> None:
    answer = post(client, form, file=(name, content))
    assert answer.status_code == 422
    assert fromstring(answer.text).xpath("//*[@role='alert']")[0].text_content().strip()


def test_nothing_and_too_much_are_told(client: TestClient, form: dict[str, str]) -> None:
    assert say("web-draft-nothing", "en") in post(client, form).text
    large = post(client, form, file=("a.txt", b"a" * (LARGEST + 1)))
    assert large.status_code == 422
    assert say("web-draft-large", "en", most=str(LARGEST >> 10)) in large.text


def test_what_was_pasted_is_still_there_after_a_mistake(client: TestClient, form: dict[str, str]) -> None:
    answer = post(client, {**form, "text": "<b>ничего</b>"})
    assert answer.status_code == 422
    assert fromstring(answer.text).xpath("string(//textarea)") == "<b>ничего</b>"


def test_a_form_without_its_token_is_refused(client: TestClient, form: dict[str, str]) -> None:
    assert post(client, {**form, "token": "0" * 64, "text": DRAFT}).status_code == 403
    assert post(client, {"act": ACT, "text": DRAFT}).status_code == 403
    client.cookies.clear()
    assert post(client, {**form, "text": DRAFT}).status_code == 403


def test_a_text_that_is_not_in_hand_is_told(client: TestClient, form: dict[str, str]) -> None:
    for act in ("", "/akn/xx/act/code/2000-01-01/1", "/akn/../../etc", f"{IRI}/rus@1999-01-01"):
        assert post(client, {**form, "act": act, "text": DRAFT}).status_code == 422


def test_a_patch_that_is_none_is_told_with_its_name(client: TestClient, form: dict[str, str]) -> None:
    answer = post(client, {**form, "text": DRAFT}, patch=("my-patch.yaml", b"schema: [unclosed"))
    assert answer.status_code == 422
    assert "my-patch.yaml" in answer.text


def files(folder: Path) -> dict[str, int]:
    """The files of a library with the times of their last change; what SQLite maps into memory, and its empty journal, aside."""
    return {
        place.name: place.stat().st_mtime_ns
        for place in folder.rglob("*")
        if place.is_file()
        and place.suffix != ".sqlite-shm"
        and not (place.suffix == ".sqlite-wal" and not place.stat().st_size)
    }


def test_a_worker_makes_the_document_and_keeps_nothing(library: Path) -> None:
    """With a real worker process, which can write no file."""
    before = files(library)
    with served(library, here=False) as client:
        token = re.search(r'name="token" value="([0-9a-f]+)"', client.get("/drafts", headers=EN).text)
        assert token is not None
        data = {"token": token[1], "act": ACT, "text": DRAFT, "as": "docx"}
        answer = post(client, data)
    assert answer.status_code == 200
    with zipfile.ZipFile(io.BytesIO(answer.content)) as document:
        assert "22(2)" in document.read("word/document.xml").decode()
    assert files(library) == before
