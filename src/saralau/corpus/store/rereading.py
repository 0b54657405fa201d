"""A text in hand read again, as what it is known to be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from saralau.corpus.model import Held, Reading
from saralau.corpus.store.records import read_content


def read_again(folder: Path, held: Held) -> tuple[Reading, bytes]:
    """What is understood of a text in the folder, with its content. InputError if it is absent or damaged."""
    from saralau.corpus.units import Hints, read_text

    content = read_content(folder, held.sha256, held.name)
    hints = Hints(held.iri, held.title or held.name, held.edition, held.language)
    return replace(read_text(content, held.name, hints, held.source), held=held), content
