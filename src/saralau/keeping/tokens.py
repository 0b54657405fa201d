"""Tokens for programs: random, shown once, kept as digests; each ends on its day, or when it is revoked."""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass

from saralau.keeping.connecting import Keeping, now, reading, writing
from saralau.keeping.people import Person, id_of, person_of
from saralau.messages import InputError

DAYS = 90  # that a token is good for unless told otherwise
_TOKEN = re.compile(r"saralau_[A-Za-z0-9_-]{43}")  # known by its beginning to who looks for secrets where none should be


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it is listed."""

    id: str
    name: str
    label: str
    since: int
    until: int


def make(keeping: Keeping, name: str, label: str, days: int = DAYS) -> str:
    """A token for an account, to be shown this once. InputError if there is no such account."""
    from sqlalchemy import insert

    from saralau.keeping.tables import tokens as t

    token, moment = f"saralau_{secrets.token_urlsafe(32)}", now()
    row = {"id": secrets.token_hex(4), "digest": _digest(token), "person": id_of(keeping, name), "label": label[:100]}
    with writing(keeping) as connection:
        connection.execute(insert(t).values(**row, since=moment, until=moment + days * 86400))
    return token


def find(keeping: Keeping, token: str) -> Person | None:
    """Whose token this is; None for one that was never given, was revoked, or is over."""
    from sqlalchemy import select

    from saralau.keeping.tables import people
    from saralau.keeping.tables import tokens as t

    if not _TOKEN.fullmatch(token):
        return None
    query = select(people).join_from(t, people, people.c.id == t.c.person)
    with reading(keeping) as connection:
        row = connection.execute(query.where(t.c.digest == _digest(token), t.c.until > now())).one_or_none()
    return None if row is None else person_of(row)


def tokens(keeping: Keeping) -> list[Token]:
    """All tokens, by account and age; what they are nobody can tell any more."""
    from sqlalchemy import select

    from saralau.keeping.tables import people
    from saralau.keeping.tables import tokens as t

    query = select(t.c.id, people.c.name, t.c.label, t.c.since, t.c.until).join_from(t, people, people.c.id == t.c.person)
    with reading(keeping) as connection:
        return [Token(*row) for row in connection.execute(query.order_by(people.c.name, t.c.since, t.c.id))]


def revoke(keeping: Keeping, id: str) -> str:
    """Makes a token worthless; whose it was. InputError if there is none with this id."""
    from sqlalchemy import delete

    from saralau.keeping.tables import tokens as t

    found = next((one for one in tokens(keeping) if one.id == id), None)
    if found is None:
        raise InputError("account-token-absent", id=id[:40])
    with writing(keeping) as connection:
        connection.execute(delete(t).where(t.c.id == id))
    return found.name


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()  # of 256 random bits: nothing slower is needed
