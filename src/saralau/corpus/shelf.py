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
_WHOLE = 24  # things worked out of the library as a whole that are kept, those made last
_Stamp = tuple[int, int] | None
T = TypeVar("T")


class _Making:
    """Something that a thread is working out, for the others that want it to wait for."""

    __slots__ = ("done", "maker")

    def __init__(self) -> None:
        self.maker, self.done = threading.get_ident(), threading.Event()


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
    """The texts of a library (also `Holdings`, where references are looked up). Safe to ask from several threads.

    What one thread works out, the others that want the same wait for; whoever wants something else does not wait. What is
    worked out may ask the shelf for other things, of other texts too, as long as it does not ask for itself: that is told
    at once, whichever threads lie between, so that nobody waits for ever.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._kept: OrderedDict[tuple[str, str], Any] = OrderedDict()
        self._whole: OrderedDict[str, tuple[_Stamp, Any]] = OrderedDict()
        self._making: dict[tuple[Any, ...], _Making] = {}
        self._waiting: dict[int, _Making] = {}  # by thread
        self._lock = threading.Lock()  # of the four above; never held while something is worked out
        self._listing = threading.Lock()
        self._listed: tuple[_Stamp, tuple[Shelved, ...]] | None = None

    def works(self) -> tuple[Shelved, ...]:
        """All works in hand, by address; none where there is no library yet."""
        from saralau.corpus.store.catalogue import readable, texts

        stamp = self._stamp()
        if stamp is None:
            return ()
        with self._listing:
            if self._listed is None or self._listed[0] != stamp:
                store = readable(self.folder)
                try:
                    self._listed = (stamp, _grouped(tuple(texts(store))))
                finally:
                    store.engine.dispose()
            return self._listed[1]

    def work(self, name: str) -> Shelved | None:
        """The work with an address (IRI) or a pack's id; one that is or was filed under no state under either address."""
        from saralau.corpus.store.refiling import namesake

        for asked in filter(None, (name, namesake(name))):
            found = next((one for one in self.works() if asked in (one.iri, one.id)), None)
            if found is not None:
                return found
        return None

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

        def look() -> tuple[Any] | None:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return (self._kept[key],)

        def keep(made: T) -> None:
            self._kept[key] = made
            texts = dict.fromkeys(sha256 for sha256, _ in reversed(self._kept))
            for old in list(texts)[_MOST:]:
                for stale in [one for one in self._kept if one[0] == old]:
                    del self._kept[stale]

        found: T = self._made(key, look, make, keep)
        return found

    def lasting(self, name: str, make: Callable[[], T]) -> T:
        """What was worked out of the library as a whole; made anew after something was added."""
        stamp = self._stamp()

        def look() -> tuple[Any] | None:
            known = self._whole.get(name)
            return (known[1],) if known is not None and known[0] == stamp else None

        def keep(made: T) -> None:
            self._whole[name] = (stamp, made)
            self._whole.move_to_end(name)
            while len(self._whole) > _WHOLE:
                self._whole.popitem(last=False)

        found: T = self._made(("", name, stamp), look, make, keep)
        return found

    def _made(
        self, key: tuple[Any, ...], look: Callable[[], tuple[Any] | None], make: Callable[[], T], keep: Callable[[T], None]
    ) -> Any:
        """What is known under a key, or is made by whoever asks first; if that fails, the next who waits tries it."""
        while True:
            with self._lock:
                known = look()
                if known is not None:
                    return known[0]
                others = self._making.get(key)
                if others is None:
                    mine = self._making[key] = _Making()
                    break
                self._wait_for(others, key)
            others.done.wait()
            with self._lock:
                self._waiting.pop(threading.get_ident(), None)
        try:
            made = make()
            with self._lock:
                keep(made)
            return made
        finally:
            with self._lock:
                del self._making[key]
            mine.done.set()

    def _wait_for(self, others: _Making, key: tuple[Any, ...]) -> None:
        """Notes that this thread waits. RuntimeError if who makes it waits, over however many threads, for this one."""
        me = threading.get_ident()
        reached: _Making | None = others
        while reached is not None:
            if reached.maker == me:
                raise RuntimeError(f"{key[-1 if key[0] else 1]} cannot be made of itself")
            reached = self._waiting.get(reached.maker)
        self._waiting[me] = others

    def _read(self, held: Held) -> Act:
        from saralau.corpus.store.records import read_content

        content = read_content(self.folder, held.sha256, held.name)
        return parse_act(read_bytes(content, held.name), language(held.language))

    def _indexes(self) -> list[Path]:
        folder = self.folder / "index"
        return sorted(folder.iterdir()) if folder.is_dir() else []

    def _stamp(self) -> _Stamp:
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
