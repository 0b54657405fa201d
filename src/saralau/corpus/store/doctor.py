"""What is wrong with a library, and its repair: the catalogue made anew from texts and records, damaged files put aside.

Nothing that may be somebody's text is deleted: what is damaged, or of which nothing tells what it is, goes to `broken/`.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from saralau.corpus.model import Held
from saralau.corpus.store import connecting
from saralau.corpus.store.adopting import Mapper, take_in
from saralau.corpus.store.catalogue import Store, held_query, locked_writer, readable, reading, text_of, unpacked, writing
from saralau.corpus.store.locking import folder_lock
from saralau.corpus.store.progress import make_all_pending
from saralau.corpus.store.putting import forget
from saralau.corpus.store.records import (
    NEW,
    is_checksum,
    old_records,
    old_text,
    read_record,
    record_place,
    records,
    refused,
    text_place,
    write_record,
)
from saralau.messages import InputError

BROKEN = "broken"  # the folder to which damaged files are moved
INDEX = "index"


@dataclass(frozen=True, slots=True)
class Ailment:
    """Something that is wrong: its kind, the file or the text's checksum, and what was found there, "" if the kind tells.

    Kinds: `catalogue-absent`, `catalogue-broken`, `catalogue-older`; `stray` (left by a writer that died); `record-broken`,
    `record-absent`; `text-broken` (not what was added), `text-absent`, `text-unknown` (no record tells what it is);
    `row-absent` (not listed), `row-alone` (listed, but neither text nor record is there), `row-differs`; `index-absent`.
    """

    kind: str
    path: str
    why: str = ""


def examine(folder: Path) -> tuple[Ailment, ...]:
    """All that is wrong with a library; reads all texts. InputError if there is none, or while another process writes it."""
    if not folder.is_dir():
        raise InputError("library-absent", name=folder)
    lock: AbstractContextManager[None] = folder_lock(folder) if os.access(folder, os.W_OK) else nullcontext()
    with lock:
        return _examined(folder)


def repair(folder: Path, *, anew: bool = False, mapper: Mapper = map) -> tuple[Ailment, ...]:
    """Mends what is wrong, and says what that was; `anew` makes the whole catalogue anew even if nothing is wrong with it.

    Texts are read again by `mapper`, which may spread them over processes. InputError as `examine`.
    """
    if not folder.is_dir():
        raise InputError("library-absent", name=folder)
    connecting.need_sqlalchemy()
    with folder_lock(folder):
        found = _examined(folder)
        broken = any(ailment.kind == "catalogue-broken" for ailment in found)
        if anew or broken:  # nothing would tell any more which documents of the index are outdated
            shutil.rmtree(folder / INDEX, ignore_errors=True)
        if broken:
            _put_catalogue_aside(folder)
        with locked_writer(folder) as store:
            # First, for the rows tell what the records must say.
            _write_records(store, [ailment.path for ailment in found if ailment.kind in ("record-absent", "record-broken")])
            if anew:
                _empty(store)
            _mend(store, found, mapper, anew=anew or broken)
    return found


def _examined(folder: Path) -> tuple[Ailment, ...]:
    found = [Ailment("stray", str(place)) for place in _strays(folder)]
    store, flaw = _catalogue(folder)
    try:
        if store is not None and (why := _unsound(store)):
            flaw = Ailment("catalogue-broken", connecting.shown(folder), why)
        if flaw is not None:
            found.append(flaw)
        listed = store if flaw is None else None
        for prefix in (f"{number:02x}" for number in range(256)):
            found += _compare(folder, prefix, None if listed is None else _rows(listed, prefix))
        found += _old(folder)
        if listed is not None and _unindexed(listed):
            found.append(Ailment("index-absent", str(folder / INDEX)))
    finally:
        if store is not None:
            store.engine.dispose()
    return tuple(found)


def _catalogue(folder: Path) -> tuple[Store | None, Ailment | None]:
    """The catalogue, or what is wrong with it; a folder of before needs none."""
    try:
        return readable(folder), None
    except InputError as flaw:
        if flaw.message in ("catalogue-broken", "catalogue-older"):
            return None, Ailment(flaw.message, connecting.shown(folder), flaw.arguments.get("why", ""))
        if flaw.message != "library-absent":
            raise
    if next(records(folder), None) is not None:
        return None, Ailment("catalogue-absent", connecting.shown(folder))
    return None, None


def _unsound(store: Store) -> str:
    """What SQLite finds wrong with its file, "" if nothing; a server looks after itself."""
    if store.engine.dialect.name != "sqlite":
        return ""
    try:
        with reading(store) as connection:
            said = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(3)")]
            said += [f"{row[0]} {row[1]}" for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
    except InputError as flaw:
        if flaw.message != "catalogue-broken":
            raise
        said = [flaw.arguments["why"]]
    return "; ".join(" ".join(line.split()) for line in said[:3] if line != "ok")


def _rows(store: Store, prefix: str) -> dict[str, Held | None]:
    """What the catalogue lists under a prefix of checksums; None for a row whose units cannot be read."""
    from saralau.corpus.store.tables import texts as t

    query = held_query().add_columns(t.c.units).where(t.c.sha256 >= prefix, t.c.sha256 < prefix + "g")
    with reading(store) as connection:
        return {row.sha256: Held(*row[:-1]) if _readable(row.units) else None for row in connection.execute(query)}


def _readable(units: bytes) -> bool:
    try:
        unpacked(units)
    except Exception:  # whatever it is that cannot be read
        return False
    return True


def _compare(folder: Path, prefix: str, rows: dict[str, Held | None] | None) -> Iterator[Ailment]:
    """Texts, records and rows under a prefix of checksums against each other; no rows if there is no catalogue."""
    there = sorted((folder / "acts" / prefix).glob("*.json"))
    said = {place.stem: place for place in there if is_checksum(place.stem) and place.stem.startswith(prefix)}
    yield from (Ailment("record-broken", str(place), place.stem) for place in there if place.stem not in said)
    lying = {place.name: place for place in sorted((folder / "texts" / prefix).glob("*")) if is_checksum(place.name)}
    for sha256 in sorted({*said, *lying, *(rows or ())}):
        held, flaw = _record(said.get(sha256))
        if flaw is not None:
            yield flaw
        text = lying.get(sha256)
        if text is not None and not _sound(text):
            yield Ailment("text-broken", str(text))
        elif text is not None and sha256 not in said:
            listed = rows is not None and rows.get(sha256) is not None
            yield Ailment("record-absent" if listed else "text-unknown", str(text))
        elif text is None:
            alone = sha256 not in said
            yield Ailment("row-alone" if alone else "text-absent", sha256 if alone else str(said[sha256]))
        elif rows is not None and held is not None:
            if sha256 not in rows:
                yield Ailment("row-absent", str(said[sha256]))
            elif not _same(rows[sha256], held):
                yield Ailment("row-differs", str(said[sha256]))


def _record(place: Path | None) -> tuple[Held | None, Ailment | None]:
    if place is None:
        return None, None
    try:
        return read_record(place), None
    except InputError as flaw:
        return None, Ailment("record-broken", str(place), flaw.arguments["why"])


def _sound(text: Path) -> bool:
    """Whether a text is what its name says."""
    digest = hashlib.sha256()
    try:
        with text.open("rb") as opened:
            while lot := opened.read(1 << 20):
                digest.update(lot)
    except OSError:
        return False
    return digest.hexdigest() == text.name


def _same(row: Held | None, held: Held) -> bool:
    """Whether a row says what the record says; what packs call the act may have changed since."""
    return row is not None and replace(row, id=held.id, repealed=held.repealed) == held


def _old(folder: Path) -> Iterator[Ailment]:
    """What is wrong with texts that lie flat, as libraries of before have them."""
    said = {place.stem: place for place in old_records(folder)}
    for sha256, place in said.items():
        _, flaw = _record(place)
        text = old_text(folder, sha256)
        if flaw is not None:
            yield flaw
        elif text.is_file():  # one that was in hand in both ways is read where texts lie now
            if not _sound(text):
                yield Ailment("text-broken", str(text))
        elif not text_place(folder, sha256).is_file():
            yield Ailment("text-absent", str(place))
    for text in sorted((folder / "texts").glob("*")):
        if text.is_file() and is_checksum(text.name) and text.name not in said:
            yield Ailment("text-unknown", str(text))


def _unindexed(store: Store) -> bool:
    """Whether there is no index though something is not pending."""
    from sqlalchemy import exists, select

    from saralau.corpus.store.tables import pending, texts

    if (store.folder / INDEX).is_dir():
        return False
    waiting = exists().where(pending.c.iri == texts.c.iri, pending.c.language == texts.c.language)
    with reading(store) as connection:
        return connection.execute(select(texts.c.sha256).where(~waiting).limit(1)).first() is not None


def _strays(folder: Path) -> Iterator[Path]:
    """Files of writers that died; no writer writes now."""
    for room in ("texts", "acts", "packs"):
        yield from sorted((folder / room).rglob(f"{NEW}*"))


def _put_catalogue_aside(folder: Path) -> None:
    """Moves the file of the catalogue away. The log goes first: without its database it is nothing."""
    for ending in ("-wal", "-shm", ""):
        _put_aside(folder, folder / f"{connecting.CATALOGUE}{ending}")


def _empty(store: Store) -> None:
    """Takes everything off the list but which paths were visited."""
    from sqlalchemy import delete

    from saralau.corpus.store.tables import metadata, sources

    with writing(store) as connection:
        for table in reversed(metadata.sorted_tables):
            if table is not sources:
                connection.execute(delete(table))


def _put_aside(folder: Path, place: Path) -> None:
    """Moves a file to the same place under `broken/`."""
    aside = folder / BROKEN / place.relative_to(folder)
    try:
        aside.parent.mkdir(parents=True, exist_ok=True)
        place.replace(aside)
    except FileNotFoundError:
        return
    except OSError as refusal:
        raise refused(aside, refusal) from None


def _mend(store: Store, found: Sequence[Ailment], mapper: Mapper, *, anew: bool) -> None:
    folder = store.folder
    by_kind: dict[str, list[str]] = {}
    for ailment in found:
        by_kind.setdefault(ailment.kind, []).append(ailment.path)
    for path in by_kind.get("stray", ()):
        Path(path).unlink(missing_ok=True)
    gone = {*by_kind.get("row-alone", ()), *_checksums(by_kind, "text-broken", "text-absent")}
    for sha256 in sorted(gone):
        for place in (
            text_place(folder, sha256),
            record_place(folder, sha256),
            old_text(folder, sha256),
            _flat(folder, sha256),
        ):
            _put_aside(folder, place)
    for path in by_kind.get("text-unknown", ()):
        _put_aside(folder, Path(path))
    with writing(store) as connection:
        forget(connection, store, sorted(gone))
        forget(connection, store, sorted(_checksums(by_kind, "row-differs")), visits=False)
        if "index-absent" in by_kind:
            make_all_pending(connection)
    wanted = {Path(path) for kind in ("row-absent", "row-differs") for path in by_kind.get(kind, ())}
    if anew or "catalogue-absent" in by_kind:
        wanted |= set(records(folder))
    wanted |= set(old_records(folder))
    take_in(store, sorted(place for place in wanted if place.is_file()), _aside(folder), mapper)


def _aside(folder: Path) -> Callable[[Path, InputError], None]:
    """What is done with a record whose text cannot be read: both are put aside."""

    def put(place: Path, _: InputError) -> None:
        for one in (text_place(folder, place.stem), old_text(folder, place.stem), place):
            _put_aside(folder, one)

    return put


def _flat(folder: Path, sha256: str) -> Path:
    return folder / "acts" / f"{sha256}.json"


def _checksums(by_kind: dict[str, list[str]], *kinds: str) -> set[str]:
    """The checksums of texts by the names of the files that are told."""
    return {Path(path).name.removesuffix(".json") for kind in kinds for path in by_kind.get(kind, ())}


def _write_records(store: Store, paths: Sequence[str]) -> None:
    """Records as the catalogue has them; where it does not list the text, nothing tells what it is, and all is put aside."""
    for path in paths:
        sha256 = Path(path).name.removesuffix(".json")
        if path.endswith(".json"):
            _put_aside(store.folder, Path(path))
        if not is_checksum(sha256) or record_place(store.folder, sha256).is_file():
            continue
        held = text_of(store, sha256)
        if held is not None:
            write_record(store.folder, held)
        else:
            for place in (text_place(store.folder, sha256), old_text(store.folder, sha256)):
                _put_aside(store.folder, place)
