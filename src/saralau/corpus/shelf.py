"""Acts of a library for other rooms: found by address, day and language, read once, kept while they are asked for."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from saralau.acts import Act, parse_act
from saralau.citations import Work
from saralau.citations.resolving import Contents
from saralau.corpus.model import Held
from saralau.corpus.titles import Row, by_title, work_at
from saralau.documents.reading import read_bytes
from saralau.languages import language

_MOST = 6  # acts whose tree and what was worked out of them are kept
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shelved:
    """A work with its texts in hand, the newest edition first; titles by language."""

    iri: str
    id: str
    titles: dict[str, str]
    texts: tuple[Held, ...]

    def text(self, lang: str | None = None, on: str | None = None) -> Held | None:
        """The newest text not later than a day, in a language if there is one in it."""
        fitting = [held for held in self.texts if on is None or held.edition <= on]
        return next((held for held in fitting if held.language == lang), fitting[0] if fitting else None)


class Shelf:
    """The texts of a library (also `Holdings`, where references are looked up). Safe to ask from several threads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._kept: OrderedDict[tuple[str, str], Any] = OrderedDict()
        self._whole: dict[str, tuple[tuple[int, int] | None, Any]] = {}
        self._lock = threading.RLock()
        self._listed: tuple[tuple[int, int], tuple[Shelved, ...]] | None = None

    def works(self) -> tuple[Shelved, ...]:
        """All works in hand, by address; none where there is no library yet."""
        from saralau.corpus.store.catalogue import readable, texts

        stamp = self._stamp()
        if stamp is None:
            return ()
        with self._lock:
            if self._listed is None or self._listed[0] != stamp:
                store = readable(self.folder)
                try:
                    self._listed = (stamp, _grouped(tuple(texts(store))))
                finally:
                    store.engine.dispose()
            return self._listed[1]

    def work(self, name: str) -> Shelved | None:
        """The work with an address (IRI) or a pack's id."""
        return next((one for one in self.works() if name in (one.iri, one.id) and name), None)

    def act(self, held: Held) -> Act:
        """A text as an act. InputError if the text is gone or damaged."""
        return self.kept(held, "act", lambda: self._read(held))

    def contents(self, held: Held) -> Contents:
        """An act whose provisions can be looked up."""
        return self.kept(held, "contents", lambda: Contents(self.act(held)))

    def edition(self, iri: str, on: str | None) -> Contents | None:
        """The newest text of a work, of those not later than a day: what references are resolved against."""
        work = self.work(iri)
        held = work.text(on=on) if work else None
        return self.contents(held) if held else None

    def titled(self, language: str, kind: str, title: str) -> Work | None:
        """The work in hand of a title (`citations.works.Titles`)."""
        known = self.lasting("titles", lambda: by_title(_titles(self.works())))
        return known.find(language, kind, title)

    def kept(self, held: Held, name: str, make: Callable[[], T]) -> T:
        """What was worked out of a text, under a name; made once, and forgotten when other texts are asked for."""
        key = (held.sha256, name)
        with self._lock:
            if key not in self._kept:
                self._kept[key] = make()
            self._kept.move_to_end(key)
            texts = dict.fromkeys(sha256 for sha256, _ in reversed(self._kept))
            for old in list(texts)[_MOST:]:
                for stale in [one for one in self._kept if one[0] == old]:
                    del self._kept[stale]
            return self._kept[key]  # type: ignore[no-any-return]  # what `make` gave under this name

    def lasting(self, name: str, make: Callable[[], T]) -> T:
        """What was worked out of the library as a whole; made anew after something was added."""
        with self._lock:
            stamp = self._stamp()
            known = self._whole.get(name)
            if known is None or known[0] != stamp:
                known = self._whole[name] = (stamp, make())
            return known[1]

    def _read(self, held: Held) -> Act:
        from saralau.corpus.store.records import read_content

        content = read_content(self.folder, held.sha256, held.name)
        return parse_act(read_bytes(content, held.name), language(held.language))

    def _indexes(self) -> list[Path]:
        folder = self.folder / "index"
        return sorted(folder.iterdir()) if folder.is_dir() else []

    def _stamp(self) -> tuple[int, int] | None:
        """What changes whenever the catalogue does; None where there is none."""
        names = ("catalogue.sqlite", "catalogue.sqlite-wal", *(f"index/{place.name}/meta.json" for place in self._indexes()))
        places = (self.folder / name for name in names)
        found = [place.stat() for place in places if place.exists()]
        return (max(one.st_mtime_ns for one in found), sum(one.st_size for one in found)) if found else None


def _titles(works: Iterable[Shelved]) -> Iterator[Row]:
    for work in works:
        for code, title in work.titles.items():
            yield Row(code, title, work_at(work.iri, work.id))


def _grouped(held: Sequence[Held]) -> tuple[Shelved, ...]:
    by_work: dict[str, list[Held]] = {}
    for one in held:
        by_work.setdefault(one.iri, []).append(one)
    found = []
    for iri, texts in sorted(by_work.items()):
        newest = sorted(texts, key=lambda one: (one.edition, one.sha256), reverse=True)
        titles: dict[str, str] = {}
        for one in newest:
            titles.setdefault(one.language, one.title or one.name)
        found.append(Shelved(iri, newest[0].id, titles, tuple(newest)))
    return tuple(found)
