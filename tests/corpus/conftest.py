"""Libraries for tests: with the catalogue in the folder, and on two servers where they can be started."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from .servers import NoServerError, installed, packaged, running

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def packaged_server() -> Iterator[str]:
    """The server that comes with the tests."""
    yield from _server("packaged")


@pytest.fixture(scope="session")
def installed_server() -> Iterator[str]:
    """The system's server."""
    yield from _server("installed")


def _server(which: str) -> Iterator[str]:
    try:
        with running(packaged() if which == "packaged" else installed()) as address:
            yield address
    except NoServerError as why:
        pytest.skip(f"no PostgreSQL: {why}")


def database(address: str) -> str:
    """The address of a new database on a server."""
    from sqlalchemy import create_engine, text

    name = f"library{next(_NUMBERS)}"
    engine = create_engine(address % "postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return address % name


@pytest.fixture(params=["folder", "packaged", "installed"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for a library; its catalogue is in the folder, or in a new database of one of the servers."""
    monkeypatch.delenv("SARALAU_DATABASE_URL", raising=False)
    if request.param != "folder":
        monkeypatch.setenv("SARALAU_DATABASE_URL", database(request.getfixturevalue(f"{request.param}_server")))
    return tmp_path / "library"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for a library whose catalogue is in the folder."""
    monkeypatch.delenv("SARALAU_DATABASE_URL", raising=False)
    return tmp_path / "library"
