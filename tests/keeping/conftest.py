"""What is kept in a folder of its own, with keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("sqlalchemy", reason="needs the extra `web`")
pytest.importorskip("cryptography", reason="needs the extra `web`")

from saralau.keeping.connecting import Keeping, open_keeping
from saralau.keeping.keys import Keys, made_of
from saralau.keeping.passwords import Cost

SECRET = "s" * 32
QUICK = Cost(4, 1, 1)  # for tests that are not about what a hash costs


@pytest.fixture
def keeping(tmp_path: Path) -> Iterator[Keeping]:
    opened = open_keeping(tmp_path / "library")
    yield opened
    opened.engine.dispose()


@pytest.fixture
def keys() -> Keys:
    return made_of([SECRET])


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords cost nothing."""
    monkeypatch.setattr("saralau.keeping.passwords.USUAL", QUICK)
    monkeypatch.setattr("saralau.keeping.passwords.hashed.__defaults__", (QUICK,))
