"""A library of acts: a folder in which each text lies under its checksum, with a record of which act it is.

Adding is safe at any moment: files are written beside their place and moved there whole, a text that is in hand is not
written again, and no shared index can be lost. `texts/<sha256>` are the files as they came, `acts/<sha256>.json` the
records (`saralau/held-act/1`), `packs/<name>/works.json` how acts that no pack knows are called, so that references find
them.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from saralau.acts import Act, parse_act
from saralau.amendments import edition_of, find_amendments
from saralau.citations.resolving import Contents
from saralau.citations.works import Work, work_named, work_of
from saralau.documents.reading import read_bytes
from saralau.languages import fold, language
from saralau.messages import InputError


@dataclass(frozen=True, slots=True)
class Held:
    """A text in hand: the act's address (IRI) and id, its edition's date, its language, the file's name and checksum."""

    iri: str
    id: str
    edition: str
    language: str
    name: str
    sha256: str


def opened(folder: Path | None) -> Path:
    """The folder of the library: the one given, `SARALAU_LIBRARY`, or one among the user's data."""
    if folder is not None:
        return folder
    if named := os.environ.get("SARALAU_LIBRARY"):
        return Path(named)
    data = os.environ.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local/share") / "saralau"


def add(path: Path, folder: Path, called: str | None = None, title: str | None = None, lang: str | None = None) -> Held:
    """Adds the act in the file at `path`; what is there already is left as it is. `lang` is its language, if it is known.

    `called` says which act it is (an id of a pack, a portal id, an IRI) where the text does not; an IRI that no pack knows
    makes the act known, under `title`. Raises InputError if the file is no act, or none that is known.
    """
    try:
        content = path.read_bytes()
    except OSError as refusal:
        raise InputError("file-refused", name=path, why=refusal.strerror or refusal) from None
    act = parse_act(read_bytes(content, path.name), language(lang) if lang else None)
    if next(act.articles(), None) is None:
        raise InputError("act-without-articles", name=path, code=act.language.code)
    work = _work(act, called, title)
    if work is None:
        raise InputError("work-untold", name=path)
    sha256 = hashlib.sha256(content).hexdigest()
    edition = edition_of(find_amendments(act)) or work.date
    held = Held(work.iri, work.id, edition, act.language.code, path.name, sha256)
    if not work.id:
        _write(folder / "packs" / _name(work.iri) / "works.json", _as_pack(work, act.language.code, title or path.stem))
    _write(folder / "texts" / sha256, content)
    _write(folder / "acts" / f"{sha256}.json", _json(held_record(held)))
    return held


def held_record(held: Held) -> dict[str, str]:
    """A text in hand as JSON (`saralau/held-act/1`)."""
    return {"schema": "saralau/held-act/1", **asdict(held)}


def _work(act: Act, called: str | None, title: str | None) -> Work | None:
    if called is None:
        return work_of(act)
    known = work_named(called, act.language.code)
    if known is not None:
        return known
    parts = called.split("/")
    if len(parts) == 7 and parts[:2] == ["", "akn"] and parts[3] == "act" and title:
        return Work("", parts[4], parts[5], parts[6], called)
    raise InputError("work-unknown-address", typed=called)


def _as_pack(work: Work, code: str, title: str) -> bytes:
    """What makes an act known to the finder of references: its title, date and number."""
    row = {
        "id": _name(work.iri),
        "kind": work.kind,
        "verified": False,
        "date": work.date,
        "number": work.number,
        "iri": work.iri,
    }
    jurisdiction = work.iri.split("/")[2]
    return _json({
        "schema": "saralau/works/1", "jurisdiction": jurisdiction, "state": {}, "portal": {},
        "works": [{**row, "titles": {code: title}}],
    })  # fmt: skip


def _name(iri: str) -> str:
    return "own-" + "".join(letter if letter.isalnum() else "-" for letter in fold(iri).strip("/").removeprefix("akn/"))


def _json(record: Any) -> bytes:
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()


def _write(place: Path, content: bytes) -> None:
    """Writes a file whole or not at all; one that has the same content is left alone."""
    try:
        if place.is_file() and place.read_bytes() == content:
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(content)
            Path(name).replace(place)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as refusal:
        raise InputError("output-refused", name=place, why=refusal.strerror or refusal) from None


def library(folder: Path) -> Library:
    """The library in a folder; an empty one where there is no folder."""
    return Library(folder, tuple(_held(folder)))


def _held(folder: Path) -> Iterator[Held]:
    for record in sorted((folder / "acts").glob("*.json")):
        if not re.fullmatch(r"[0-9a-f]{64}", record.stem):
            raise InputError("library-record", name=record, why=record.stem)
        try:
            data = json.loads(record.read_text("utf-8"))
            yield Held(**{name: str(data[name]) for name in Held.__slots__} | {"sha256": record.stem})
        except (ValueError, KeyError, TypeError, OSError) as flaw:
            raise InputError("library-record", name=record, why=flaw) from None


class Library:
    """Holdings of references (`citations.resolving.Holdings`): texts are read when they are first asked for."""

    def __init__(self, folder: Path, held: Sequence[Held]) -> None:
        self.folder = folder
        self.held = tuple(held)
        self._read: dict[str, Contents] = {}

    def edition(self, iri: str, on: str | None) -> Contents | None:
        """The latest text of the act, of those not later than `on`."""
        fitting = [held for held in self.held if held.iri == iri and (not on or held.edition <= on)]
        return self._contents(max(fitting, key=lambda held: (held.edition, held.sha256))) if fitting else None

    def _contents(self, held: Held) -> Contents:
        if held.sha256 not in self._read:
            try:
                content = (self.folder / "texts" / held.sha256).read_bytes()
            except OSError as refusal:
                raise InputError("file-refused", name=held.name, why=refusal.strerror or refusal) from None
            if hashlib.sha256(content).hexdigest() != held.sha256:
                raise InputError("library-text", name=self.folder / "texts" / held.sha256)
            self._read[held.sha256] = Contents(parse_act(read_bytes(content, held.name), language(held.language)))
        return self._read[held.sha256]
