"""Acts of which nothing tells whose they are, moved from `un` (the United Nations), where libraries of before have them.

Treaties stay, and so does what somebody said to be the United Nations' own. Files come first: a process that dies leaves
the catalogue as of before, and the next that writes does it all again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from saralau.acts import UNTOLD
from saralau.corpus.model import Held
from saralau.corpus.store.catalogue import held_query
from saralau.corpus.store.putting import lots, upsert
from saralau.corpus.store.records import as_json, read_content, read_record, record_place, write_record, write_whole

if TYPE_CHECKING:
    from sqlalchemy import Connection

_BEFORE, _NOW = "/akn/un/", f"/akn/{UNTOLD}/"
_OWN_BEFORE, _OWN_NOW = "own-un-", f"own-{UNTOLD}-"  # what a library's own packs are called
_TREATIES = "act/treaty/"


def namesake(iri: str) -> str:
    """The other address under which an act of which nothing tells whose it is can be filed, or was; "" for other acts."""
    for one, other in ((_BEFORE, _NOW), (_NOW, _BEFORE)):
        if iri.startswith(one) and not iri.startswith(f"{one}{_TREATIES}"):
            return other + iri.removeprefix(one)
    return ""


def refile(connection: Connection, folder: Path) -> tuple[str, ...]:
    """Moves the acts, in the caller's transaction; their old addresses. InputError if a text or the disk fails."""
    moved = _moved(connection, folder)
    for held in moved:
        _rewrite_record(folder, held)
    addresses = tuple(sorted({held.iri for held in moved}))
    for iri in addresses:
        _rewrite_pack(folder, iri)
    _move_rows(connection, addresses)
    _move_references(connection, addresses)
    return addresses


def _moved(connection: Connection, folder: Path) -> list[Held]:
    """The texts of the acts that are to be moved."""
    from saralau.corpus.store.tables import texts as t

    query = held_query().where(t.c.iri >= _BEFORE, t.c.iri < _BEFORE[:-1] + "0").order_by(t.c.sha256)
    found = [held for held in (Held(*row) for row in connection.execute(query)) if namesake(held.iri)]
    stamps = _stamps(connection, [held.sha256 for held in found])
    said = {held.iri for held in found if _is_said(folder, held, stamps.get(held.sha256))}
    return [held for held in found if held.iri not in said]


def _stamps(connection: Connection, checksums: Iterable[str]) -> Mapping[str, str]:
    """Of texts that were found along paths, all that was noted of these."""
    from sqlalchemy import select

    from saralau.corpus.store.tables import sources as s

    found: dict[str, str] = {}
    for some in lots(list(checksums)):
        for sha256, stamp in connection.execute(select(s.c.sha256, s.c.stamp).where(s.c.sha256.in_(some))):
            found[sha256] = f"{found.get(sha256, '')} {stamp}"
    return found


def _is_said(folder: Path, held: Held, stamp: str | None) -> bool:
    """Whether somebody said that it is an act of the United Nations: by `--state un`, or by its address where a text that
    was added by itself does not tell that.
    """
    from saralau.corpus.units import Hints, read_text

    if stamp is not None:
        return "--state=un" in stamp.split()
    try:
        told = read_text(read_content(folder, held.sha256, held.name), held.name, Hints(language=held.language))
    except Exception:  # whatever is wrong with a text, it is no reason for nobody to write any more
        return True
    return told.held.iri != namesake(held.iri)


def _rewrite_record(folder: Path, held: Held) -> None:
    place = record_place(folder, held.sha256)
    ended = read_record(place).repealed if place.is_file() else ""
    write_record(folder, replace(held, iri=namesake(held.iri), id=_id(held.id), repealed=ended))


def _id(name: str) -> str:
    return _OWN_NOW + name.removeprefix(_OWN_BEFORE) if name.startswith(_OWN_BEFORE) else name


def _rewrite_pack(folder: Path, iri: str) -> None:
    """What makes the act known to the finder of references, under its new address."""
    for place in sorted((folder / "packs").glob(f"{_OWN_BEFORE}*/works.json")):
        try:
            pack = json.loads(place.read_text("utf-8"))
            rows = pack["works"]
            if [row["iri"] for row in rows] != [iri]:
                continue
        except (OSError, ValueError, LookupError, TypeError):
            continue  # not one that `add` wrote
        told = [{**row, "iri": namesake(iri), "id": _id(row["id"])} for row in rows]
        write_whole(
            folder / "packs" / _id(place.parent.name) / place.name,
            as_json({**pack, "jurisdiction": UNTOLD, "works": told}),
        )
        place.unlink()
        with suppress(OSError):  # something else may lie there
            place.parent.rmdir()


def _move_rows(connection: Connection, addresses: Sequence[str]) -> None:
    from sqlalchemy import delete, select, update

    from saralau.corpus.store.tables import citations, pending, texts, titles, works

    for iri in addresses:
        new = namesake(iri)
        row = connection.execute(select(works).where(works.c.iri == iri)).mappings().one()
        upsert(connection, works, [{**row, "iri": new, "id": _id(row["id"]), "jurisdiction": UNTOLD}])
        codes = list(connection.scalars(select(texts.c.language).where(texts.c.iri == iri).distinct()))
        for table in (titles, citations):  # of an act that is there already under the new address these count
            twice = select(table.c.language).where(table.c.iri == new)
            connection.execute(delete(table).where(table.c.iri == iri, table.c.language.in_(twice)))
        for table in (texts, titles, citations):
            connection.execute(update(table).where(table.c.iri == iri).values(iri=new))
        connection.execute(delete(works).where(works.c.iri == iri))
        # The index forgets the old address and learns the new one.
        upsert(connection, pending, [{"iri": one, "language": code} for one in (iri, new) for code in codes])


def _move_references(connection: Connection, addresses: Sequence[str]) -> None:
    """References to the acts, and what the acts refer to that is not in hand and of which nothing tells whose it is."""
    from sqlalchemy import select, update

    from saralau.corpus.store.tables import citations as c
    from saralau.corpus.store.tables import works as w

    query = select(c.c.to_iri).where(c.c.to_iri >= _BEFORE, c.c.to_iri < _BEFORE[:-1] + "0").distinct()
    staying = set(connection.scalars(select(w.c.iri).where(w.c.iri >= _BEFORE, w.c.iri < _BEFORE[:-1] + "0")))
    for to in list(connection.scalars(query)):
        if to in staying or not namesake(to):
            continue
        which = update(c).where(c.c.to_iri == to)
        if to not in addresses:
            which = which.where(c.c.iri.startswith(_NOW))
        connection.execute(which.values(to_iri=namesake(to)))
