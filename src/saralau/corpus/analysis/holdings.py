"""The texts of a library as analyses take them: in the order of works, languages and editions."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import chain, pairwise
from pathlib import Path
from typing import IO

from saralau.corpus.analysis.model import Text
from saralau.corpus.model import Held
from saralau.corpus.store.catalogue import open_store, texts
from saralau.corpus.store.records import old_text, read_content, text_place


@dataclass(frozen=True, slots=True)
class Stored:
    """Reads a text in the folder of a library, wherever that folder is seen; InputError if it is not what was added."""

    folder: Path
    held: Held

    def __call__(self) -> bytes:
        return read_content(self.folder, self.held.sha256, self.held.name)


def texts_of(folder: Path) -> Iterator[Text]:
    """Every text of a library; the list is that of one moment. InputError if there is no library.

    The list goes through a file, so that neither memory grows with it nor the catalogue is held for as long as a run takes.
    """
    listed = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115  # `_listed` closes it
    try:
        with open_store(folder) as store:
            for held in texts(store):
                listed.write(json.dumps(asdict(held), ensure_ascii=False) + "\n")
    except BaseException:
        listed.close()
        raise
    return marked(_listed(listed), folder.resolve())


def _listed(listed: IO[str]) -> Iterator[Held]:
    with listed:
        listed.seek(0)
        for line in listed:
            yield Held(**json.loads(line))


def marked(held: Iterable[Held], folder: Path) -> Iterator[Text]:
    """Texts, the newest of each act in each language marked: the last, since they come by edition and checksum."""
    for one, following in pairwise(chain(held, (None,))):
        assert one is not None  # None is the last, which is only ever `following`
        newest = following is None or (one.iri, one.language) != (following.iri, following.language)
        yield Text(one, _size(folder, one), Stored(folder, one), newest)


def _size(folder: Path, held: Held) -> int:
    """Bytes of a text; of one that is not there 0, reading which says so."""
    for place in (text_place(folder, held.sha256), old_text(folder, held.sha256)):
        if place.is_file():
            return place.stat().st_size
    return 0
