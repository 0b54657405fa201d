"""A library of the fictional code in three languages, with an older Russian edition, to search in."""

from __future__ import annotations

from pathlib import Path

from saralau.corpus.model import Reading
from saralau.corpus.searching import refresh
from saralau.corpus.store.catalogue import open_store, writing
from saralau.corpus.store.putting import put_all
from saralau.corpus.units import Hints, read_text

from ..conftest import EXAMPLES

CODE = "/akn/ra/act/code/2020-01-31/1-i"
OLDER = "2021-01-01"
NEWER = "2024-11-11"  # the day of the newest law in the sample's notes


def sample(language: str) -> tuple[Reading, bytes]:
    """The fictional code in a language."""
    name = f"sample-code.{language}.{'html' if language == 'ru' else 'md'}"
    content = (EXAMPLES / name).read_bytes()
    return read_text(content, name, Hints(CODE, "Code of things")), content


def older() -> tuple[Reading, bytes]:
    """The Russian text as it was: one article was headed otherwise."""
    content = (EXAMPLES / "sample-code.ru.html").read_bytes()
    changed = content.replace("порочащих рисунков".encode(), "позорящих картинок".encode())
    assert changed != content
    return read_text(changed, "older.html", Hints(CODE, "Code of things", OLDER)), changed


def put(folder: Path, *texts: tuple[Reading, bytes]) -> tuple[int, int]:
    """Puts texts into a library and its index; how many documents were added and taken away."""
    with open_store(folder, write=True) as store:
        with writing(store) as connection:
            put_all(connection, store, list(texts))
        done = refresh(store, [reading for reading, _ in texts])
    return done.added, done.removed
