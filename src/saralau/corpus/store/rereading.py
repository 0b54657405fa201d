"""A text in hand read again, as what it is known to be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from saralau.corpus.model import Held, Reading
from saralau.corpus.store.records import read_content, read_record, record_place
from saralau.messages import InputError


def read_again(folder: Path, held: Held) -> tuple[Reading, bytes]:
    """What is understood of a text in the folder, with its content. InputError if it is absent or damaged."""
    from saralau.corpus.units import Hints, read_text

    content = read_content(folder, held.sha256, held.name)
    ended = held.repealed or _recorded(folder, held.sha256)
    hints = Hints(held.iri, held.title or held.name, held.edition, held.language, repealed=ended)
    return replace(read_text(content, held.name, hints, held.source), held=held), content


def _recorded(folder: Path, sha256: str) -> str:
    """The day from which its act no longer stands, as the record of a text keeps it; "" without a record."""
    try:
        return read_record(record_place(folder, sha256)).repealed
    except InputError:
        return ""
