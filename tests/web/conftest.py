"""A server over a library with the fictional code in three languages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from ..conftest import ROOT

pytest.importorskip("fastapi", reason="needs the extra `web`")
pytest.importorskip("sqlalchemy", reason="needs the extra `search`")

from starlette.testclient import TestClient

from saralau.corpus.searching import refresh
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
    with open_store(folder, write=True) as store:
        refresh(store, [])
    return folder


@pytest.fixture
def client(library: Path) -> Iterator[TestClient]:
    with served(library) as client:
        yield client


NEWER = "2023-01-01"  # an edition in Russian with another fine in article 10, and without article 22


@pytest.fixture(scope="session")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library in which the fictional code has two editions in Russian, and one in Kazakh."""
    folder = tmp_path_factory.mktemp("editions")
    russian = (ROOT / "examples/sample-code.ru.html").read_text("utf-8")
    start, end = russian.index("<h3> Статья 22."), russian.index("<h3> Глава 3.")
    newer = (russian[:start] + russian[end:]).replace("до пятисот месячных", "до шестисот месячных")
    texts = {
        "older.ru.html": (russian, EDITION),
        "newer.ru.html": (newer, NEWER),
        "code.kk.md": ((ROOT / "examples/sample-code.kk.md").read_text("utf-8"), EDITION),
    }
    with open_store(folder, write=True) as store, writing(store) as connection:
        for name, (text, edition) in texts.items():
            content = text.encode()
            hints = Hints(called=IRI, title="Sample code", edition=edition)
            put_all(connection, store, [(read_text(content, name, hints), content)])
        order = (ROOT / "examples/sample-order.ru.html").read_bytes()
        earlier = order.replace("обеспечить:".encode(), "гарантировать:".encode())
        for name, content, edition in (("order.ru.html", order, "2032-06-03"), ("older.ru.html", earlier, "2031-05-14")):
            put_all(connection, store, [(read_text(content, name, Hints(ORDER, "Order", edition)), content)])
    return folder


ORDER = "/akn/alt/act/order/2031-05-14/77"  # an act of points, without articles


@pytest.fixture
def reader(editions: Path) -> Iterator[TestClient]:
    """A client of the library with two editions."""
    with served(editions) as client:
        yield client


class Here:
    """Stands for the worker processes: the same tasks in this process, their answers through JSON as from there."""

    def run(self, task: str, *arguments: Any) -> Any:
        module, _, function = task.partition(":")
        return json.loads(json.dumps(getattr(import_module(module), function)(*arguments)))

    def close(self) -> None:
        """There is no worker to end."""


def served(library: Path, *, here: bool = True) -> TestClient:
    """A client of a server over a library; `here`: without worker processes."""
    settings = Settings(library, hosts=("testserver",), pages=10_000, computations=10_000)
    app = make_app(settings)
    if here:
        app.state.sandbox = Here()
    return TestClient(guarded(app, settings), raise_server_exceptions=False)
