"""The catalogue of a library: which works it has, in which languages and editions, and what cites what.

`open_store` gives a `Store` to read or to write; `writing` and `reading` are its transactions. Whoever writes holds the lock
of the folder; readers wait for nobody and see what was committed when they began.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from saralau.corpus.model import Held, Link
from saralau.corpus.store import connecting, locking
from saralau.corpus.store.migrating import upgrade
from saralau.corpus.store.records import old_records, read_content
from saralau.corpus.store.spans import Mark
from saralau.corpus.store.sqlite import READING
from saralau.messages import InputError

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine, Select


@dataclass(frozen=True, slots=True)
class Store:
    """A library that is open: its folder, and what makes connections to its catalogue."""

    folder: Path
    engine: Engine


@dataclass(frozen=True, slots=True)
class ListedWork:
    """An act that the library has a text of: address (IRI), a pack's id or "", kind, day (ISO, or a year), number."""

    iri: str
    id: str
    kind: str
    date: str
    number: str | None
    jurisdiction: str


class Listed(NamedTuple):
    """A text in hand with its units."""

    held: Held
    units: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition of a work in a language: its day (ISO), the text, and its units as (address, digest)."""

    edition: str
    sha256: str
    units: tuple[Mark, ...]


@contextmanager
def open_store(folder: Path, *, write: bool = False) -> Iterator[Store]:
    """A library, to be read or to be written; to write makes it if it is not there, and takes over one of before.

    InputError if there is none to be read, if another process writes, if a newer Saralau made it, or without the extra
    `search`.
    """
    if not write:
        store = readable(folder)
        try:
            yield store
        finally:
            store.engine.dispose()
        return
    with writer(folder) as store:
        if old_records(folder):
            from saralau.corpus.store.adopting import adopt

            adopt(store)
        yield store


def readable(folder: Path) -> Store:
    """A library to be read, which keeps connections until its engine is disposed of. InputError as `open_store`."""
    if not connecting.have_catalogue(folder):
        raise InputError("library-absent", name=folder)
    store = Store(folder, connecting.engine_of(folder, write=False))
    try:
        with reading(store) as connection:
            found = connecting.version_of(connection)
        connecting.check_version(found, folder)
    except BaseException:
        store.engine.dispose()
        raise
    if not connecting.can_read(found):
        store.engine.dispose()
        raise InputError("catalogue-older" if found else "library-absent", name=connecting.shown(folder))
    return store


@contextmanager
def writer(folder: Path) -> Iterator[Store]:
    """A library to be written, as it is: nothing is taken over."""
    connecting.need_sqlalchemy()  # first, for without the extra nothing is to be made
    with locking.folder_lock(folder), locked_writer(folder) as store:
        yield store


@contextmanager
def locked_writer(folder: Path) -> Iterator[Store]:
    """A library to be written, for who holds the lock of its folder."""
    store = Store(folder, connecting.engine_of(folder, write=True))
    try:
        with _server_lock(store):
            with writing(store) as connection:
                found = connecting.version_of(connection)
                if not connecting.check_version(found, folder):
                    if found == "v1":
                        from saralau.corpus.store.refiling import refile

                        refile(connection, folder)
                    upgrade(connection, connecting.SCRIPTS)
            yield store
    finally:
        store.engine.dispose()


@contextmanager
def _server_lock(store: Store) -> Iterator[None]:
    if not connecting.server_url():
        yield
        return
    with connecting.told(store.folder), locking.server_lock(store.engine):
        yield


@contextmanager
def writing(store: Store) -> Iterator[Connection]:
    """One transaction: all of it is there afterwards, or nothing. InputError if the disk is full, the catalogue damaged."""
    with connecting.told(store.folder), store.engine.begin() as connection:
        yield connection


@contextmanager
def reading(store: Store) -> Iterator[Connection]:
    """One view of the catalogue, which does not change while it is open."""
    with connecting.told(store.folder), store.engine.connect().execution_options(**READING) as connection:
        yield connection


def texts(store: Store, iri: str | None = None, language: str | None = None) -> Iterator[Held]:
    """Texts in hand, by work, language and edition; all, or those of a work or in a language."""
    from saralau.corpus.store.tables import texts as table

    query = held_query()
    if iri is not None:
        query = query.where(table.c.iri == iri)
    if language is not None:
        query = query.where(table.c.language == language)
    query = query.order_by(table.c.iri, table.c.language, table.c.edition, table.c.sha256)
    with reading(store) as connection, connection.execution_options(yield_per=1000).execute(query) as rows:
        for row in rows:
            yield Held(*row)


def text_of(store: Store, sha256: str) -> Held | None:
    """The text with this checksum, if it is in hand."""
    from saralau.corpus.store.tables import texts as table

    with reading(store) as connection:
        row = connection.execute(held_query().where(table.c.sha256 == sha256)).one_or_none()
    return None if row is None else Held(*row)


def latest(store: Store, iri: str, on: str | None = None, language: str | None = None) -> Held | None:
    """The latest text of a work, of those not later than a day (ISO), in a language or in any."""
    from saralau.corpus.store.tables import texts as table

    query = held_query().where(table.c.iri == iri)
    if on is not None:
        query = query.where(table.c.edition <= on)
    if language is not None:
        query = query.where(table.c.language == language)
    query = query.order_by(table.c.edition.desc(), table.c.sha256.desc()).limit(1)
    with reading(store) as connection:
        row = connection.execute(query).one_or_none()
    return None if row is None else Held(*row)


def held_query() -> Select[Any]:
    """Asks for texts, with the columns of `Held`."""
    from sqlalchemy import select

    from saralau.corpus.store.tables import texts as t
    from saralau.corpus.store.tables import works as w

    columns = (t.c.iri, w.c.id, t.c.edition, t.c.language, t.c.name, t.c.sha256, t.c.title, t.c.source)
    return select(*columns).join_from(t, w, w.c.iri == t.c.iri)


def works(store: Store) -> Iterator[ListedWork]:
    """Works in hand, by address."""
    from sqlalchemy import select

    from saralau.corpus.store.tables import works as table

    query = select(table).order_by(table.c.iri)
    with reading(store) as connection, connection.execution_options(yield_per=1000).execute(query) as rows:
        for row in rows:
            yield ListedWork(*row)


def titles(store: Store, iri: str) -> dict[str, str]:
    """What a work is called in its newest editions, by language."""
    from sqlalchemy import select

    from saralau.corpus.store.tables import titles as table

    with reading(store) as connection:
        found = connection.execute(select(table.c.language, table.c.title).where(table.c.iri == iri))
        return {row.language: row.title for row in found}


def all_titles(store: Store) -> list[tuple[str, str, str, str]]:
    """Titles of all works, each with its work's address and id and its language."""
    return list(each_title(store))


def each_title(store: Store) -> Iterator[tuple[str, str, str, str]]:
    """The same, one after the other."""
    from sqlalchemy import select

    from saralau.corpus.store.tables import titles, works

    query = select(titles.c.iri, works.c.id, titles.c.language, titles.c.title).join(works, works.c.iri == titles.c.iri)
    with reading(store) as connection, connection.execution_options(yield_per=1000).execute(query) as rows:
        for row in rows:
            yield row.iri, row.id, row.language, row.title


def content(store: Store, held: Held) -> bytes:
    """A text as it came. InputError if it is absent or is not what was added."""
    return read_content(store.folder, held.sha256, held.name)


def editions(store: Store, iri: str, language: str) -> tuple[Edition, ...]:
    """Editions of a work in a language, the oldest first; of several texts of one day the one that `latest` gives."""
    return editions_of(all_texts(store, [(iri, language)]).get((iri, language), ()))


def editions_of(listed: Iterable[Listed]) -> tuple[Edition, ...]:
    """The same of texts in the order of their days and checksums."""
    return tuple({one.held.edition: Edition(one.held.edition, one.held.sha256, one.units) for one in listed}.values())


def all_texts(store: Store, keys: Sequence[tuple[str, str]]) -> Mapping[tuple[str, str], Sequence[Listed]]:
    """The texts of some works in a language, each with its units, in the order of their days and checksums: one question."""
    from saralau.corpus.store.tables import texts as table

    wanted = set(keys)
    query = held_query().add_columns(table.c.units).where(table.c.iri.in_(sorted({iri for iri, _ in keys})))
    found: dict[tuple[str, str], list[Listed]] = {}
    with reading(store) as connection:
        for *told, units in connection.execute(query.order_by(table.c.edition, table.c.sha256)):
            held = Held(*told)
            if (held.iri, held.language) in wanted:
                found.setdefault((held.iri, held.language), []).append(Listed(held, unpacked(units)))
    return found


def links(store: Store, iri: str, language: str | None = None) -> Iterator[tuple[str, Link]]:
    """What the newest edition of a work cites, in a language or in all, in the order of the text: (language, reference)."""
    from sqlalchemy import select

    from saralau.corpus.store.tables import citations as c

    query = select(c.c.language, c.c.from_address, c.c.to_iri, c.c.to_address).where(c.c.iri == iri)
    if language is not None:
        query = query.where(c.c.language == language)
    with reading(store) as connection, connection.execute(query.order_by(c.c.language, c.c.row)) as rows:
        for code, at, to_iri, to in rows:
            yield code, Link(at, to_iri, to)


def citing(store: Store, iri: str) -> Iterator[tuple[str, str, Link]]:
    """Who cites a work from outside: (address of the act that cites, language, reference)."""
    from sqlalchemy import select

    from saralau.corpus.store.tables import citations as c

    query = select(c.c.iri, c.c.language, c.c.from_address, c.c.to_iri, c.c.to_address).where(c.c.to_iri == iri)
    with reading(store) as connection, connection.execute(query.order_by(c.c.iri, c.c.language, c.c.row)) as rows:
        for source, code, at, to_iri, to in rows:
            yield source, code, Link(at, to_iri, to)


def packed(units: Sequence[Mark]) -> bytes:
    """Units as (address, digest), as the catalogue keeps them."""
    return zlib.compress(json.dumps(units, ensure_ascii=False, separators=(",", ":")).encode())


def unpacked(units: bytes) -> tuple[Mark, ...]:
    """The reverse of `packed`."""
    return tuple((address, digest) for address, digest in json.loads(zlib.decompress(units)))
