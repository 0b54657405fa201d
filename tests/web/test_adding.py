"""Adding acts in the browser: by editors alone, read in a worker, nothing kept of what is no act."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from saralau.corpus.library import opened
from saralau.corpus.shelf import Shelf
from saralau.web.app import make_app
from saralau.web.security import guarded
from saralau.web.settings import Identity, Settings

from ..conftest import EXAMPLES
from .conftest import IRI

SAMPLE = (EXAMPLES / "sample-code.en.md").read_bytes()


@pytest.fixture
def mine(tmp_path: Path) -> Iterator[TestClient]:
    settings = Settings(tmp_path / "library", hosts=("testserver",), computations=1000.0)
    app = make_app(settings)
    with TestClient(guarded(app, settings), raise_server_exceptions=False, headers={"accept-language": "en"}) as client:
        yield client
    app.state.sandbox.close()
    app.state.keeper.close()


def token(client: TestClient) -> str:
    return re.findall(r'name="token" value="([0-9a-f]+)"', client.get("/acts/add").text)[0]


def test_an_act_is_added_shown_and_found(mine: TestClient, tmp_path: Path) -> None:
    form = {"token": token(mine), "called": IRI, "title": "Sample code"}
    answer = mine.post("/acts/add", data=form, files={"file": ("C:\\x\\..\\sample.md", SAMPLE)})
    assert answer.status_code == 200, answer.text
    assert answer.url.path.startswith(IRI)
    (work,) = Shelf(opened(tmp_path / "library")).works()
    assert [(one.name, one.title) for one in work.texts] == [("sample.md", "Sample code")]
    assert IRI in mine.get("/search", params={"q": "taking"}).text
    assert "act-added" in (tmp_path / "library/audit.jsonl").read_text()


HOSTILE = {
    "x.md": b"no act at all",
    "x.pdf": b"%PDF-1.7 broken",
    "x.docx": b"PK\x03\x04 broken",
    "x.exe": b"MZ",
    "": SAMPLE,
    "x.html": b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><p>&e;</p>",
}


def test_what_is_no_act_leaves_nothing(mine: TestClient, tmp_path: Path) -> None:
    t = token(mine)
    for name, content in HOSTILE.items():
        answer = mine.post("/acts/add", data={"token": t}, files={"file": (name or "noname", content)})
        assert answer.status_code == 422, name
        assert "root:" not in answer.text
    assert mine.post("/acts/add", data={"token": t}).status_code == 422
    large = mine.post("/acts/add", data={"token": t}, files={"file": ("x.md", b"x" * ((10 << 20) + 1))})
    assert large.status_code == 413
    assert not (tmp_path / "library").exists()
    assert mine.post("/acts/add", data={"token": "x"}, files={"file": ("x.md", SAMPLE)}).status_code == 403
    assert not (tmp_path / "library/texts").exists()


def test_who_reads_adds_nothing(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "library", hosts=("testserver",), identity=Identity.OPEN)
    with TestClient(guarded(make_app(settings), settings)) as client:
        assert client.get("/acts/add").status_code == 403
        assert client.post("/acts/add", files={"file": ("x.md", SAMPLE)}).status_code == 403
        assert "/acts/add" not in client.get("/acts").text
