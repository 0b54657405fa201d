"""A server over a library with the fictional code in three languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ..conftest import ROOT

pytest.importorskip("fastapi", reason="needs the extra `web`")
pytest.importorskip("sqlalchemy", reason="needs the extra `search`")

from starlette.testclient import TestClient

from saralau.corpus.store.catalogue import open_store, writing
from saralau.corpus.store.putting import put_all
from saralau.corpus.units import Hints, read_text
from saralau.web.app import make_app
from saralau.web.security import guarded
from saralau.web.settings import Settings

IRI = "/akn/alt/act/code/2020-02-28/17"
EDITION = "2020-02-28"


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("library")
    hints = Hints(called=IRI, title="Sample code", edition=EDITION)
    with open_store(folder, write=True) as store, writing(store) as connection:
        for name in ("sample-code.en.md", "sample-code.kk.md", "sample-code.ru.html"):
            content = (ROOT / "examples" / name).read_bytes()
            put_all(connection, store, [(read_text(content, name, hints), content)])
    return folder


@pytest.fixture
def client(library: Path) -> Iterator[TestClient]:
    settings = Settings(library, hosts=("testserver",))
    with TestClient(guarded(make_app(settings), settings), raise_server_exceptions=False) as client:
        yield client
