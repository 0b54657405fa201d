"""People: who has an account, in which role. Cases belong to an owner, which is not a name: names can be given again."""

from __future__ import annotations

import re
import secrets
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from saralau.keeping.cases import count_of
from saralau.keeping.connecting import Keeping, now, reading, writing
from saralau.keeping.passwords import fits, hashed, is_dated
from saralau.messages import InputError

if TYPE_CHECKING:
    from sqlalchemy import Select

READER, EDITOR = "reader", "editor"
ROLES = (READER, EDITOR)  # each may do what the ones before may
LOCAL = "local"
WHO = "saralau.who"  # where a request has the person who asks, once the server has found out
_NAME = re.compile(r"[^\W_][\w.@+\\-]{0,79}")


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks: a name for the log and the screen, a role, and the owner of their cases ("" for who may keep none).

    `account` is the id of an account and `session` the digest of the one that was used, where there are such.
    """

    name: str
    role: str
    owner: str
    account: str = ""
    session: str = ""

    def may(self, role: str) -> bool:
        """Whether what a role may do is allowed."""
        return ROLES.index(self.role) >= ROLES.index(role)


NOBODY = Person("-", READER, "")  # who reads a server that is open to all
HERSELF = Person(LOCAL, EDITOR, LOCAL)  # who sits at the machine


@dataclass(frozen=True, slots=True)
class Account:
    """An account as it is listed; `password` tells whether it has one, `cases` how many it keeps."""

    name: str
    role: str
    password: bool
    since: int
    cases: int


def add(keeping: Keeping, name: str, role: str, password: str | None) -> None:
    """Makes an account; without a password for who comes through a proxy alone. InputError if there is one of that name."""
    from sqlalchemy import insert, select

    from saralau.keeping.tables import people as t

    row = {"id": secrets.token_urlsafe(9), "name": _named(name), "role": _role(role), "since": now()}
    row["password"] = hashed(password) if password is not None else None
    with writing(keeping) as connection:
        if connection.scalar(select(t.c.id).where(t.c.name == row["name"])) is not None:
            raise InputError("account-there", name=row["name"])
        connection.execute(insert(t).values(row))


def accounts(keeping: Keeping) -> list[Account]:
    """All accounts by name."""
    from sqlalchemy import select

    from saralau.keeping.tables import people as t

    with reading(keeping) as connection:
        rows = connection.execute(select(t).order_by(t.c.name)).all()
        return [
            Account(row.name, row.role, row.password is not None, row.since, count_of(connection, *_owners(row)))
            for row in rows
        ]


def set_role(keeping: Keeping, name: str, role: str) -> None:
    """Gives an account another role; it holds from the next request."""
    _change(keeping, name, {"role": _role(role)})


def set_password(keeping: Keeping, name: str, password: str) -> None:
    """Gives an account another password and ends its sessions."""
    from sqlalchemy import delete

    from saralau.keeping.tables import sessions

    told = {"password": hashed(password)}
    with writing(keeping) as connection:
        row = _found(connection, name)
        _update(connection, row.id, told)
        connection.execute(delete(sessions).where(sessions.c.person == row.id))


def remove(keeping: Keeping, name: str, *, with_cases: bool = False) -> int:
    """Removes an account with its sessions, tokens and cases; how many cases these were. InputError if it has cases and they
    are not to go.
    """
    from sqlalchemy import delete

    from saralau.keeping.tables import cases
    from saralau.keeping.tables import people as t

    with writing(keeping) as connection:
        row = _found(connection, name)
        kept = count_of(connection, *_owners(row))
        if kept and not with_cases:
            raise InputError("account-has-cases", name=row.name, n=kept)
        connection.execute(delete(cases).where(cases.c.owner.in_(_owners(row))))
        connection.execute(delete(t).where(t.c.id == row.id))
        return kept


def signed_in(keeping: Keeping, name: str, password: str) -> Person | None:
    """Who has this name and this password; None, after as long a time, if nobody has."""
    with reading(keeping) as connection:
        row = connection.execute(_by_name(name)).one_or_none()
    if not fits(password, row.password if row else None) or row is None:
        return None
    if is_dated(row.password):
        with writing(keeping) as connection:
            _update(connection, row.id, {"password": hashed(password)})
    return person_of(row)


def come_through_proxy(keeping: Keeping | None, name: str) -> Person:
    """Who a proxy says is asking: in the role of the account of just this name, if there is one, else a reader.

    Names are not folded: that the proxy takes two for one nobody here can know.
    """
    row = None
    if keeping is not None:
        with reading(keeping) as connection:
            row = connection.execute(_by_name(name)).one_or_none()
    return Person(name, row.role if row and row.name == name else READER, f"proxy:{name}")


def person_of(row: Any, session: str = "") -> Person:
    """The person in a row of the table."""
    return replace(Person(row.name, row.role, f"account:{row.id}", row.id), session=session)


def id_of(keeping: Keeping, name: str) -> str:
    """The id of an account. InputError if there is none of that name."""
    with reading(keeping) as connection:
        return str(_found(connection, name).id)


def _change(keeping: Keeping, name: str, told: dict[str, Any]) -> None:
    with writing(keeping) as connection:
        _update(connection, _found(connection, name).id, told)


def _update(connection: Any, id: str, told: dict[str, Any]) -> None:
    from sqlalchemy import update

    from saralau.keeping.tables import people as t

    connection.execute(update(t).where(t.c.id == id).values(told))


def _found(connection: Any, name: str) -> Any:
    row = connection.execute(_by_name(name)).one_or_none()
    if row is None:
        raise InputError("account-absent", name=name[:100])
    return row


def _by_name(name: str) -> Select[Any]:
    from sqlalchemy import select

    from saralau.keeping.tables import people as t

    return select(t).where(t.c.name == folded(name))


def _owners(row: Any) -> tuple[str, str]:
    """Whose cases are those of an account: its own, and those kept under its name behind a proxy."""
    return f"account:{row.id}", f"proxy:{row.name}"


def _named(name: str) -> str:
    called = folded(name)
    if not _NAME.fullmatch(called):
        raise InputError("account-name", name=name[:100])
    return called


def folded(name: str) -> str:
    """Names that look the same to who types them are the same."""
    return unicodedata.normalize("NFKC", name[:200]).strip().lower()


def _role(role: str) -> str:
    if role not in ROLES:
        raise InputError("account-role", typed=role[:40], known=", ".join(ROLES))
    return role
