"""Fictional laws for tests of the library, one small text for each number and edition."""

from __future__ import annotations

from pathlib import Path

from saralau.corpus.model import Reading
from saralau.corpus.store.catalogue import open_store, writing
from saralau.corpus.store.putting import put_all
from saralau.corpus.units import Hints, read_text

DAYS = ("2020-01-31", "2021-02-28", "2022-03-31", "2023-04-30")


def iri(number: int) -> str:
    return f"/akn/ra/act/law/2020-01-31/{number}-vi"


def law(number: int, edition: int = 0, language: str = "ru", words: str = "") -> tuple[Reading, bytes]:
    """A law in an edition: its first article stays, its second changes, from the third edition on there is a third."""
    article = {"ru": "Статья", "en": "Article"}[language]
    said = {"ru": "и статьёй 1 настоящего Закона", "en": "and article 1 of this Law"}[language]
    text = f"### {article} 1. A{number}\n\n1. One {number}.\n\n2. Two, {said} {words}.\n\n### {article} 2. B\n\nThree {edition}.\n"
    text += f"\n### {article} 3. C\n\nFour.\n" if edition > 1 else ""
    content = text.encode()
    hints = Hints(iri(number), f"О вещах {number}, {edition}", DAYS[edition], language)
    return read_text(content, f"{number}.{edition}.md", hints, f"laws/{number}.{edition}.md"), content


def fill(folder: Path, *batch: tuple[Reading, bytes]) -> tuple[bool, ...]:
    """Puts laws into a library, in one transaction."""
    with open_store(folder, write=True) as store, writing(store) as connection:
        return put_all(connection, store, batch)
