"""Texts into a library: files first, then all rows of a batch in one transaction.

A process that dies between the two leaves files of which the catalogue does not know; adding the text again, or `doctor`,
lists them. What is in hand is left as it is.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from saralau.corpus.model import Held, Reading
from saralau.corpus.store.catalogue import Store, held_query, packed, unpacked
from saralau.corpus.store.records import record_place, write_record, write_text
from saralau.corpus.store.rereading import read_again
from saralau.corpus.store.spans import REPEALED

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row, Table

Key = tuple[str, str]  # a work (IRI) in a language


def put(connection: Connection, store: Store, reading: Reading, content: bytes, *, replace: bool = False) -> bool:
    """Puts one text into the library; whether that changed anything. See `put_all`."""
    return put_all(connection, store, [(reading, content)], replace=replace)[0]


def put_all(
    connection: Connection, store: Store, batch: Sequence[tuple[Reading, bytes]], *, replace: bool = False
) -> tuple[bool, ...]:
    """Puts texts into the library, in the caller's transaction; for each of the batch, whether that changed anything.

    A text that is in hand keeps its act, edition and language, unless `replace`: then what is said of it now counts. Units
    that are understood otherwise than before are renewed either way. Works and languages that changed are `pending` then.
    """
    given: dict[str, tuple[Reading, bytes]] = {}
    for reading, content in batch:
        given.setdefault(reading.held.sha256, (reading, content))
    known = _known(connection, given)
    readings: dict[str, Reading] = {}
    fresh: list[tuple[Reading, int]] = []
    renewed: list[Reading] = []
    lost: dict[Key, None] = {}
    for sha256, (reading, content) in given.items():
        row = known.get(sha256)
        if row is None or (replace and _said(reading.held) != _said(row)):
            write_text(store.folder, sha256, content)
            write_record(store.folder, reading.held)
            readings[sha256] = reading
            fresh.append((reading, len(content)))
            lost |= {(row.iri, row.language): None} if row is not None else {}
        else:
            readings[sha256] = _as_listed(reading, row)
            write_text(store.folder, sha256, content)  # nothing, unless somebody deleted or damaged it
            if not record_place(store.folder, sha256).is_file():
                write_record(store.folder, readings[sha256].held)
            renewed += [readings[sha256]] if unpacked(row.units) != _marks(reading) else []
    _list(connection, fresh, renewed)
    changed = [*(reading for reading, _ in fresh), *renewed]
    keys = {(reading.held.iri, reading.held.language): None for reading in changed} | lost
    settle(connection, store, tuple(keys), readings, lost)
    told = {reading.held.sha256 for reading in changed}
    return tuple(_once(reading.held.sha256, told) for reading, _ in batch)


def _once(sha256: str, changed: set[str]) -> bool:
    """A text that comes twice in a batch changed something the first time."""
    if sha256 not in changed:
        return False
    changed.remove(sha256)
    return True


def _as_listed(reading: Reading, row: Row[Any]) -> Reading:
    """A reading as of what the catalogue says of its text."""
    listed = {name: getattr(row, name) for name in ("iri", "language", "edition", "title", "name", "source")}
    held = dataclasses.replace(reading.held, **listed)
    return dataclasses.replace(reading, held=held)


def _said(held: Held | Row[Any]) -> tuple[str, ...]:
    return held.iri, held.edition, held.language, held.title, held.name, held.source


def _marks(reading: Reading) -> tuple[tuple[str, str], ...]:
    marks = tuple((unit.address, unit.digest) for unit in reading.units)
    return (*marks, (REPEALED, reading.repealed)) if reading.repealed else marks


def _known(connection: Connection, checksums: Iterable[str]) -> Mapping[str, Row[Any]]:
    from sqlalchemy import select

    from saralau.corpus.store.tables import texts as t

    query = select(t.c.sha256, t.c.iri, t.c.language, t.c.edition, t.c.title, t.c.name, t.c.source, t.c.units)
    found: dict[str, Row[Any]] = {}
    for some in lots(list(checksums)):
        found |= {row.sha256: row for row in connection.execute(query.where(t.c.sha256.in_(some)))}
    return found


def _list(connection: Connection, fresh: Sequence[tuple[Reading, int]], renewed: Sequence[Reading]) -> None:
    """Writes rows of works and of texts."""
    from sqlalchemy import bindparam, update

    from saralau.corpus.store.tables import texts, works

    now = datetime.now(UTC).isoformat(timespec="seconds")
    upsert(connection, works, list({reading.held.iri: _work(reading) for reading, _ in fresh}.values()))
    upsert(connection, texts, [_text(reading, size, now) for reading, size in fresh])
    if renewed:
        query = update(texts).where(texts.c.sha256 == bindparam("which")).values(units=bindparam("marks"))
        rows = [{"which": reading.held.sha256, "marks": packed(_marks(reading))} for reading in renewed]
        connection.execute(query, rows)


def _work(reading: Reading) -> dict[str, object]:
    held = reading.held
    jurisdiction = (*held.iri.split("/"), "", "", "")[2]
    return {"iri": held.iri, "id": held.id, "kind": reading.kind, "date": reading.date, "number": reading.number,
            "jurisdiction": jurisdiction}  # fmt: skip


def _text(reading: Reading, size: int, now: str) -> dict[str, object]:
    held = reading.held
    return {
        "sha256": held.sha256, "iri": held.iri, "language": held.language, "edition": held.edition, "name": held.name,
        "title": held.title, "source": held.source, "size": size, "added": now, "units": packed(_marks(reading)),
    }  # fmt: skip


def forget(connection: Connection, store: Store, checksums: Iterable[str], *, visits: bool = True) -> None:
    """Takes texts off the list; their files are the caller's. With `visits`, that they were ever found is forgotten as well,
    so that adding reads them again.
    """
    from sqlalchemy import delete

    from saralau.corpus.store.tables import sources, texts

    known = _known(connection, checksums)
    for some in lots(list(known)):
        connection.execute(delete(texts).where(texts.c.sha256.in_(some)))
    for some in lots(list(checksums)) if visits else ():
        connection.execute(delete(sources).where(sources.c.sha256.in_(some)))
    keys = dict.fromkeys((row.iri, row.language) for row in known.values())
    settle(connection, store, tuple(keys), {}, keys)


def settle(
    connection: Connection, store: Store, keys: Sequence[Key], readings: Mapping[str, Reading], lost: Iterable[Key] = ()
) -> None:
    """Makes titles and citations those of the newest edition of each key, and the keys pending.

    A key whose newest edition is not among `readings` (by checksum) has them already, unless it is among `lost`: it lost a
    text, so that its newest is read again; if it has none left, nothing is kept of it.
    """
    from saralau.corpus.store.tables import pending

    newest = _newest(connection, keys)
    wanted: dict[Key, Reading | None] = {}
    for key in keys:
        sha256 = newest.get(key)
        if sha256 is None:
            wanted[key] = None
        elif sha256 in readings:
            wanted[key] = readings[sha256]
        elif key in lost:
            wanted[key] = read_again(store.folder, _held_in(connection, sha256))[0]
    _cite(connection, wanted)
    rows: list[dict[str, object]] = [{"iri": iri, "language": language} for iri, language in keys]
    upsert(connection, pending, rows)


def _held_in(connection: Connection, sha256: str) -> Held:
    from saralau.corpus.store.tables import texts

    return Held(*connection.execute(held_query().where(texts.c.sha256 == sha256)).one())


def _newest(connection: Connection, keys: Iterable[Key]) -> Mapping[Key, str]:
    """The checksum of the newest edition of each key that has one, as `latest` tells it."""
    from sqlalchemy import func, select

    from saralau.corpus.store.tables import texts as t

    # A blank sorts before all that a day can go on with, so that the greatest pair is the greatest text.
    greatest = func.max(t.c.edition + " " + t.c.sha256)
    query = select(t.c.iri, t.c.language, greatest).group_by(t.c.iri, t.c.language)
    found: dict[Key, str] = {}
    for some in lots(sorted({iri for iri, _ in keys})):
        found |= {(iri, code): last[-64:] for iri, code, last in connection.execute(query.where(t.c.iri.in_(some)))}
    return found


def _cite(connection: Connection, wanted: Mapping[Key, Reading | None]) -> None:
    from sqlalchemy import bindparam, delete, insert

    from saralau.corpus.store.tables import citations, titles

    if not wanted:
        return
    gone = [{"one": iri, "two": language} for iri, language in wanted]
    for table in (citations, titles):
        connection.execute(delete(table).where(table.c.iri == bindparam("one"), table.c.language == bindparam("two")), gone)
    named = [{"iri": iri, "language": code, "title": reading.held.title} for (iri, code), reading in wanted.items()
             if reading and reading.held.title]  # fmt: skip
    if named:
        connection.execute(insert(titles), named)
    cited = [
        {"iri": iri, "language": code, "from_address": link.at, "to_iri": link.iri, "to_address": link.to}
        for (iri, code), reading in wanted.items() if reading for link in reading.links
    ]  # fmt: skip
    if cited:
        connection.execute(insert(citations), cited)
    _forget_works(connection, [iri for (iri, _), reading in wanted.items() if reading is None])


def _forget_works(connection: Connection, iris: Iterable[str]) -> None:
    """Takes works off the list that have no text any more."""
    from sqlalchemy import delete, exists

    from saralau.corpus.store.tables import texts, works

    for some in lots(sorted(set(iris))):
        connection.execute(delete(works).where(works.c.iri.in_(some), ~exists().where(texts.c.iri == works.c.iri)))


def upsert(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Inserts rows, or makes those that have the same key be as these."""
    from sqlalchemy.dialects import postgresql, sqlite

    if not rows:
        return
    made = (sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert)(table)
    keys = [column.name for column in table.primary_key]
    others = {column.name: made.excluded[column.name] for column in table.columns if column.name not in keys}
    if others:
        made = made.on_conflict_do_update(index_elements=keys, set_=others)
    else:
        made = made.on_conflict_do_nothing(index_elements=keys)
    connection.execute(made, [dict(row) for row in rows])


def lots(values: list[str]) -> Iterator[list[str]]:
    """Values in lots that fit into one statement."""
    for start in range(0, len(values), 500):
        yield values[start : start + 500]
