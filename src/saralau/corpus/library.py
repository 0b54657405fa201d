"""A library of acts: a folder in which each text lies under its checksum, with a record of what it is, and a catalogue.

Adding is safe at any moment (`corpus.store`). `packs/<name>/works.json` tells how acts that no pack knows are called, so
that references find them. A library of before, which has no catalogue, is read as it is and taken over at the first adding.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from saralau.acts import parse_act
from saralau.citations import Work
from saralau.citations.resolving import Contents
from saralau.citations.works import is_placed
from saralau.corpus.model import Held, Reading
from saralau.corpus.store.connecting import have_catalogue
from saralau.corpus.store.records import (
    as_json,
    held_record,
    old_records,
    read_content,
    read_record,
    records,
    write_whole,
)
from saralau.corpus.titles import ByTitle, Row, by_title, work_at
from saralau.documents.reading import read_bytes
from saralau.languages import fold, language
from saralau.messages import InputError

if TYPE_CHECKING:
    from saralau.corpus.store.catalogue import Store

Found = TypeVar("Found")

__all__ = ["Held", "Library", "add", "held_record", "know_own_acts", "library", "opened"]


def opened(folder: Path | None) -> Path:
    """The folder of the library: the one given, `SARALAU_LIBRARY`, or one among the user's data."""
    if folder is not None:
        return folder
    if named := os.environ.get("SARALAU_LIBRARY"):
        return Path(named)
    data = os.environ.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local/share") / "saralau"


def add(
    path: Path,
    folder: Path,
    called: str | None = None,
    title: str | None = None,
    lang: str | None = None,
    state: str | None = None,
) -> Held:
    """Adds the act in the file at `path`; what is there already is left as it is. `lang` is its language, if it is known,
    `state` whose act it is (ISO 3166, small letters) if the text does not tell.

    `called` says which act it is (an id of a pack, a portal id, an IRI) where the text does not; an IRI that no pack knows
    makes the act known, under `title`. What is said so counts for a text that is there already, too. Raises InputError if
    the file is no act, or none that is known, or if the library cannot be written (`corpus.store.catalogue.open_store`).
    """
    from saralau.corpus.units import Hints, read_text

    try:
        content = path.read_bytes()
    except OSError as refusal:
        raise InputError("file-refused", name=path, why=refusal.strerror or refusal) from None
    hints = Hints(called or "", title or "", "", lang or "", state or "")
    try:
        reading = read_text(content, path.name, hints, str(path))
    except InputError as flaw:
        if flaw.arguments.get("name") != path.name:
            raise
        raise InputError(flaw.message, **{**flaw.arguments, "name": str(path)}) from None
    return add_reading(folder, reading, content, replace=bool(called or lang))


def add_reading(folder: Path, reading: Reading, content: bytes, *, replace: bool = False) -> Held:
    """Adds a text that was read; with `replace`, what is said of it counts for one that is there already. InputError
    as `add` if the library cannot be written.
    """
    from saralau.corpus.store.catalogue import latest, open_store, text_of, writing
    from saralau.corpus.store.putting import put

    with open_store(folder, write=True) as store:
        before = text_of(store, reading.held.sha256)
        if reading.held.id in ("", _name(reading.held.iri)):
            _make_known(folder, reading)
        mended = before is not None and not is_placed(before.iri) and is_placed(reading.held.iri)
        with writing(store) as connection:
            put(connection, store, reading, content, replace=replace or mended)
        if mended and before is not None and latest(store, before.iri) is None:
            (folder / "packs" / _name(before.iri) / "works.json").unlink(missing_ok=True)  # nothing is there any more
        return text_of(store, reading.held.sha256) or reading.held


def _make_known(folder: Path, reading: Reading) -> None:
    """What makes an act known to the finder of references: its title in each language that was added, date and number."""
    held = reading.held
    name = _name(held.iri)
    place = folder / "packs" / name / "works.json"
    titles = {**_titles(place), held.language: held.title or held.name}
    row = {
        "id": name,
        "kind": reading.kind,
        "verified": False,
        "date": reading.date,
        "number": reading.number,
        "iri": held.iri,
        "titles": titles,
    }
    jurisdiction = held.iri.split("/")[2]
    pack = {"schema": "saralau/works/1", "jurisdiction": jurisdiction, "state": {}, "portal": {}, "works": [row]}
    write_whole(place, as_json(pack))


def _titles(place: Path) -> dict[str, str]:
    try:
        return dict(json.loads(place.read_text("utf-8"))["works"][0]["titles"])
    except (OSError, ValueError, LookupError, TypeError):
        return {}  # there is none yet, or none that can be read


def _name(iri: str) -> str:
    return "own-" + "".join(letter if letter.isalnum() else "-" for letter in fold(iri).strip("/").removeprefix("akn/"))


def know_own_acts(folder: Path) -> None:
    """Acts that only a library's own packs tell become known to this process and to those that it starts."""
    packs = folder / "packs"
    known = list(filter(None, os.environ.get("SARALAU_PACKS", "").split(os.pathsep)))
    if packs.is_dir() and str(packs.resolve()) not in known:
        os.environ["SARALAU_PACKS"] = os.pathsep.join((*known, str(packs.resolve())))


def library(folder: Path) -> Library:
    """The library in a folder; an empty one where there is no folder. InputError if a record that it reads is damaged."""
    return Library(folder, map(read_record, _unlisted(folder)))


def _unlisted(folder: Path) -> Iterator[Path]:
    """Records of which no catalogue tells: those of a library of before."""
    yield from old_records(folder)
    if not have_catalogue(folder):
        yield from records(folder)


class Library:
    """Holdings of references (`citations.resolving.Holdings`): texts are read when they are first asked for."""

    def __init__(self, folder: Path, unlisted: Iterable[Held]) -> None:
        self.folder = folder
        self._unlisted = tuple(unlisted)
        self._latest: dict[tuple[str, str], Held | None] = {}
        self._read: dict[str, Contents] = {}
        self._titles: ByTitle | None = None

    @property
    def held(self) -> tuple[Held, ...]:
        """All texts, by act, language and edition: many, if the library is large."""
        from saralau.corpus.store.catalogue import texts

        listed = self._listed(lambda store: list(texts(store))) or []
        found = {held.sha256: held for held in (*self._unlisted, *listed)}
        return tuple(sorted(found.values(), key=lambda held: (held.iri, held.language, held.edition, held.sha256)))

    def edition(self, iri: str, on: str | None) -> Contents | None:
        """The latest text of the act, of those not later than `on`; see `refiling.namesake`."""
        from saralau.corpus.store.refiling import namesake

        asked = (iri, on or "")
        if asked not in self._latest:
            named = filter(None, (iri, namesake(iri)))
            self._latest[asked] = next(filter(None, (self._find(one, on or None) for one in named)), None)
        held = self._latest[asked]
        return None if held is None else self._contents(held)

    def titled(self, language: str, kind: str, title: str) -> Work | None:
        """The act in hand of a title (`citations.works.Titles`); titles are read when one is first asked for."""
        if self._titles is None:
            from saralau.corpus.store.catalogue import all_titles

            rows = self._listed(all_titles) or []
            self._titles = by_title(Row(code, title, work_at(iri, name)) for iri, name, code, title in rows)
        return self._titles.find(language, kind, title)

    def _find(self, iri: str, on: str | None) -> Held | None:
        from saralau.corpus.store.catalogue import latest

        fitting = [held for held in self._unlisted if held.iri == iri and (on is None or held.edition <= on)]
        listed = self._listed(lambda store: latest(store, iri, on))
        return max((*fitting, *([listed] if listed else ())), key=lambda held: (held.edition, held.sha256), default=None)

    def _listed(self, ask: Callable[[Store], Found]) -> Found | None:
        """What the catalogue answers; None where there is none yet."""
        from saralau.corpus.store.catalogue import open_store

        if not have_catalogue(self.folder):
            return None
        try:
            with open_store(self.folder) as store:
                return ask(store)
        except InputError as flaw:
            if flaw.message != "library-absent":
                raise
            return None  # a server, or a file, in which nobody has made tables yet

    def _contents(self, held: Held) -> Contents:
        if held.sha256 not in self._read:
            content = read_content(self.folder, held.sha256, held.name)
            self._read[held.sha256] = Contents(parse_act(read_bytes(content, held.name), language(held.language)))
        return self._read[held.sha256]
