"""How far a library is: which paths were visited and what came of them, and what the index does not have yet."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from saralau.corpus.store.catalogue import Store, reading
from saralau.corpus.store.putting import Key, lots, upsert

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Visit:
    """A path that was visited: by which `stamp` it is known to be unchanged, which text it gave, or why it gave none.

    `reason` is the id of a message, `details` its variables. `seen` is when (ISO), for people: nothing is decided by it.
    """

    path: str
    stamp: str
    sha256: str | None
    outcome: str
    reason: str = ""
    details: Mapping[str, str] | None = None
    seen: str = ""


def visits(store: Store, paths: Sequence[str]) -> Mapping[str, Visit]:
    """What is known of paths, by path; of those that were never visited, nothing."""
    from sqlalchemy import select

    from saralau.corpus.store.tables import sources as table

    found: dict[str, Visit] = {}
    with reading(store) as connection:
        for some in lots(list(paths)):
            for row in connection.execute(select(table).where(table.c.path.in_(some))):
                found[row.path] = Visit(
                    row.path, row.stamp, row.sha256, row.outcome, row.reason, json.loads(row.details), row.seen
                )
    return found


def note_visits(connection: Connection, visited: Iterable[Visit]) -> None:
    """Writes down what came of paths, in place of what was written of them before."""
    from saralau.corpus.store.tables import sources

    now = datetime.now(UTC).isoformat(timespec="seconds")
    rows = {
        one.path: {
            "path": one.path, "stamp": one.stamp, "sha256": one.sha256, "outcome": one.outcome, "reason": one.reason,
            "details": json.dumps(dict(one.details or {}), ensure_ascii=False), "seen": one.seen or now,
        } for one in visited
    }  # fmt: skip
    upsert(connection, sources, list(rows.values()))


def pending(store: Store) -> tuple[Key, ...]:
    """Works in a language (IRI, language) whose texts the index does not have yet, sorted."""
    from sqlalchemy import select

    from saralau.corpus.store.tables import pending as table

    with reading(store) as connection:
        rows = connection.execute(select(table.c.iri, table.c.language).order_by(table.c.iri, table.c.language))
        return tuple((iri, language) for iri, language in rows)


def clear_pending(connection: Connection, keys: Iterable[Key]) -> None:
    """Says that the index has these; to be called after the index is committed."""
    from sqlalchemy import bindparam, delete

    from saralau.corpus.store.tables import pending as table

    rows = [{"one": iri, "two": language} for iri, language in keys]
    if rows:
        connection.execute(delete(table).where(table.c.iri == bindparam("one"), table.c.language == bindparam("two")), rows)


def make_all_pending(connection: Connection) -> None:
    """Says that the index has nothing: it is to be made anew."""
    from sqlalchemy import select

    from saralau.corpus.store.tables import texts

    rows = connection.execute(select(texts.c.iri, texts.c.language).distinct()).all()
    from saralau.corpus.store.tables import pending as table

    upsert(connection, table, [{"iri": iri, "language": language} for iri, language in rows])
