"""An API over a library with the fictional code in three languages, and an earlier edition of the Russian one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..conftest import EXAMPLES

pytest.importorskip("fastapi", reason="needs the extra `web`")
pytest.importorskip("sqlalchemy", reason="needs the extra `search`")
pytest.importorskip("tantivy", reason="needs the extra `search`")

from starlette.testclient import TestClient

from saralau.api.app import make_api
from saralau.corpus.searching import refresh
from saralau.corpus.store.catalogue import Store, open_store, writing
from saralau.corpus.store.putting import put_all
from saralau.corpus.units import Hints, read_text

IRI = "/akn/alt/act/code/2020-02-28/17"
KEY = "alt:act:code:2020-02-28:17"
NEWER_IRI, NEWER = "/akn/alt/act/code/2030-01-01/5", "alt:act:code:2030-01-01:5"
NEW, OLD = "2021-07-02", "2020-02-28"
FILES = {"en": "sample-code.en.md", "kk": "sample-code.kk.md", "ru": "sample-code.ru.html"}


def fill(folder: Path) -> Path:
    """A library in a folder."""
    with open_store(folder, write=True) as store:
        _put(store)
        refresh(store)
    return folder


def _put(store: Store) -> None:
    with writing(store) as connection:
        for code, name in FILES.items():
            content = (EXAMPLES / name).read_bytes()
            put_all(connection, store, [(read_text(content, name, Hints(IRI, "Sample code", NEW, code)), content)])
        earlier = (EXAMPLES / FILES["ru"]).read_text("utf-8").replace("до четырех лет", "до пяти лет", 1).encode()
        hints = Hints(IRI, "Sample code", OLD, "ru")
        put_all(connection, store, [(read_text(earlier, "earlier.ru.html", hints), earlier)])


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("library"))


@pytest.fixture(scope="session")
def wider(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same library with a code that followed: its chapter on technology is renumbered, the first chapter is gone."""
    folder = tmp_path_factory.mktemp("wider") / "library"
    shutil.copytree(library, folder)
    words = (EXAMPLES / FILES["en"]).read_text("utf-8")
    kept = words[: words.index("### Chapter 1")] + words[words.index("### Chapter 2") :]
    newer = kept.replace("Article 2", "Article 12").encode()
    with open_store(folder, write=True) as store, writing(store) as connection:
        hints = Hints(NEWER_IRI, "Newer sample code", "2030-01-01", "en")
        put_all(connection, store, [(read_text(newer, "newer.en.md", hints), newer)])
    return folder


@pytest.fixture(scope="session")
def api(library: Path) -> Iterator[TestClient]:
    app = make_api(library)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client
    app.state.working.sandbox.close()
