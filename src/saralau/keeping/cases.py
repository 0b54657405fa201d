"""Saved cases: each belongs to one owner, whose name no question leaves out; names and texts are sealed."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from saralau.keeping.connecting import Keeping, now, reading, writing
from saralau.keeping.keys import Keys
from saralau.keeping.sealing import is_newest, seal, unseal
from saralau.messages import InputError

MOST = 1000  # cases of one owner
LARGEST = 60_000  # characters of a case
LONGEST = 200  # characters of a name


@dataclass(frozen=True, slots=True)
class Kept:
    """A saved case: its id, its name, its revision, when it was changed; the text where it was opened."""

    id: str
    name: str
    revision: int
    changed: int
    text: str = ""


def save(keeping: Keeping, keys: Keys, owner: str, name: str, text: str) -> Kept:
    """Keeps a case under a name. It is on the disk when this returns. InputError if it is too large or one too many."""
    from sqlalchemy import func, insert, select

    from saralau.keeping.tables import cases as t

    kept = Kept(secrets.token_urlsafe(12), _name(name), 1, now(), _text(text))
    row = {"id": kept.id, "owner": owner, "revision": 1, "changed": kept.changed, **_sealed(keys, owner, kept)}
    with writing(keeping) as connection:
        if (connection.scalar(select(func.count()).where(t.c.owner == owner)) or 0) >= MOST:
            raise InputError("keep-too-many", most=MOST)
        connection.execute(insert(t).values(row))
    return kept


def replace(keeping: Keeping, keys: Keys, owner: str, id: str, revision: int, name: str, text: str) -> Kept:
    """Keeps a case anew in the place of what it was. InputError if it is gone, or was changed since that revision."""
    from sqlalchemy import update

    from saralau.keeping.tables import cases as t

    kept = Kept(id, _name(name), revision + 1, now(), _text(text))
    mine = (t.c.id == id, t.c.owner == owner)
    with writing(keeping) as connection:
        changed = {"revision": kept.revision, "changed": kept.changed, **_sealed(keys, owner, kept)}
        done = connection.execute(update(t).where(*mine, t.c.revision == revision).values(changed))
        if done.rowcount == 0:
            raise InputError("keep-overtaken" if _there(connection, *mine) else "keep-absent")
    return kept


def rename(keeping: Keeping, keys: Keys, owner: str, id: str, name: str) -> None:
    """Gives a case another name, which is a change: who saves over it has to have seen it. InputError if it is gone."""
    from sqlalchemy import update

    from saralau.keeping.tables import cases as t

    sealed = seal(keys, _name(name), _about(owner, id, "name"))
    with writing(keeping) as connection:
        anew = update(t).where(t.c.id == id, t.c.owner == owner).values(name=sealed, revision=t.c.revision + 1)
        done = connection.execute(anew)
        if done.rowcount == 0:
            raise InputError("keep-absent")


def delete(keeping: Keeping, owner: str, id: str, revision: int | None = None) -> None:
    """Forgets a case. InputError if it is gone already, or was changed since the revision, if one is told."""
    from sqlalchemy import delete as removal

    from saralau.keeping.tables import cases as t

    mine = (t.c.id == id, t.c.owner == owner)
    known = () if revision is None else (t.c.revision == revision,)
    with writing(keeping) as connection:
        if connection.execute(removal(t).where(*mine, *known)).rowcount == 0:
            raise InputError("keep-overtaken" if _there(connection, *mine) else "keep-absent")


def listed(keeping: Keeping, keys: Keys, owner: str) -> list[Kept]:
    """The cases of an owner without their texts, the one that changed last first; a name that no key opens is empty."""
    from sqlalchemy import select

    from saralau.keeping.tables import cases as t

    query = select(t.c.id, t.c.name, t.c.revision, t.c.changed).where(t.c.owner == owner)
    with reading(keeping) as connection:
        rows = connection.execute(query.order_by(t.c.changed.desc(), t.c.id)).all()
    return [Kept(row.id, _read_name(keys, row.name, owner, row.id), row.revision, row.changed) for row in rows]


def opened(keeping: Keeping, keys: Keys, owner: str, id: str) -> Kept:
    """A case with its text. InputError if the owner has none with this id."""
    from sqlalchemy import select

    from saralau.keeping.tables import cases as t

    with reading(keeping) as connection:
        row = connection.execute(select(t).where(t.c.id == id, t.c.owner == owner)).one_or_none()
    if row is None:
        raise InputError("keep-absent")
    name, text = (unseal(keys, row._mapping[part], _about(owner, id, part)) for part in ("name", "text"))
    return Kept(id, name, row.revision, row.changed, text)


def rekey(keeping: Keeping, keys: Keys) -> int:
    """Seals with the newest key what an older one has sealed; how many cases that were. All of them, or none."""
    from sqlalchemy import select, update

    from saralau.keeping.tables import cases as t

    done = 0
    with writing(keeping) as connection:
        for row in connection.execute(select(t)).all():
            anew = {}
            for part in ("name", "text"):
                sealed, about = row._mapping[part], _about(row.owner, row.id, part)
                if not is_newest(keys, sealed):
                    anew[part] = seal(keys, unseal(keys, sealed, about), about)
            if anew:
                connection.execute(update(t).where(t.c.id == row.id).values(anew))
                done += 1
    return done


def count_of(connection: Any, *owners: str) -> int:
    """How many cases owners have."""
    from sqlalchemy import func, select

    from saralau.keeping.tables import cases as t

    return int(connection.scalar(select(func.count()).where(t.c.owner.in_(owners))) or 0)


def _read_name(keys: Keys, sealed: bytes, owner: str, id: str) -> str:
    try:
        return unseal(keys, sealed, _about(owner, id, "name"))
    except InputError:
        return ""


def _there(connection: Any, *mine: Any) -> bool:
    from sqlalchemy import select

    from saralau.keeping.tables import cases as t

    return connection.scalar(select(t.c.id).where(*mine)) is not None


def _sealed(keys: Keys, owner: str, kept: Kept) -> dict[str, bytes]:
    parts = (("name", kept.name), ("text", kept.text))
    return {part: seal(keys, words, _about(owner, kept.id, part)) for part, words in parts}


def _about(owner: str, id: str, part: str) -> str:
    """What a sealed thing is bound to; no owner or id has a line break."""
    return f"{owner}\n{id}\n{part}"


def _name(typed: str) -> str:
    """A name as it is kept: one line, without signs that steer a terminal or turn the direction of writing."""
    name = " ".join("".join(sign if sign.isprintable() else " " for sign in typed).split())
    if not name or len(name) > LONGEST:
        raise InputError("keep-name", most=LONGEST)
    return name


def _text(text: str) -> str:
    if len(text) > LARGEST:
        raise InputError("keep-case-large", most=LARGEST)
    return text
