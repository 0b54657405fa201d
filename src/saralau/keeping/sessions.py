"""Sessions: a random id in a cookie, signed, of which the database has the digest alone. They end by time, by signing out,
and when the account or its password goes.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from saralau.keeping.connecting import Keeping, now, reading, writing
from saralau.keeping.people import Person, person_of

LONGEST = 12 * 3600  # seconds from signing in
IDLE = 2 * 3600  # seconds without a request
_NOTED = 60  # seconds before it is noted again that a session is in use: reading pages need not write


def begin(keeping: Keeping, person: Person, key: bytes) -> str:
    """Begins a session; what the cookie is to say. Sessions that are over are forgotten."""
    from sqlalchemy import delete, insert

    from saralau.keeping.tables import sessions as t

    id, moment = secrets.token_urlsafe(32), now()
    row = {"digest": _digest(id), "person": person.account, "seen": moment, "until": moment + LONGEST}
    with writing(keeping) as connection:
        connection.execute(delete(t).where((t.c.until <= moment) | (t.c.seen <= moment - IDLE)))
        connection.execute(insert(t).values(row))
    return f"{id}.{_signature(id, key)}"


def find(keeping: Keeping, cookie: str, key: bytes) -> Person | None:
    """Whose session a cookie is of; None for a forged one, which never reaches the database, and for one that is over."""
    from sqlalchemy import select, update

    from saralau.keeping.tables import people
    from saralau.keeping.tables import sessions as t

    id, _, signature = cookie[:200].partition(".")
    if not hmac.compare_digest(_signature(id, key).encode(), signature.encode()):
        return None
    moment, digest = now(), _digest(id)
    query = select(people, t.c.seen).join_from(t, people, people.c.id == t.c.person)
    with reading(keeping) as connection:
        lasting = query.where(t.c.digest == digest, t.c.until > moment, t.c.seen > moment - IDLE)
        row = connection.execute(lasting).one_or_none()
    if row is None:
        return None
    if row.seen <= moment - _NOTED:
        with writing(keeping) as connection:
            connection.execute(update(t).where(t.c.digest == digest).values(seen=moment))
    return person_of(row, digest)


def end(keeping: Keeping, person: Person, *, others: bool = False) -> None:
    """Ends the session of a person; with `others` all sessions of theirs."""
    from sqlalchemy import delete

    from saralau.keeping.tables import sessions as t

    which = t.c.person == person.account if others else t.c.digest == person.session
    with writing(keeping) as connection:
        connection.execute(delete(t).where(which))


def _digest(id: str) -> str:
    return hashlib.sha256(id.encode()).hexdigest()


def _signature(id: str, key: bytes) -> str:
    return hmac.new(key, b"session\n" + id.encode(), "sha256").hexdigest()
