"""Secrets, and the keys that are made of them: from the environment, or from a file beside the library on one's own machine.

Several secrets may be given, the newest first: it seals, the others only open, until everything is sealed anew (`rekey`).
"""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from saralau.messages import InputError

FILE = "keeping.key"
VARIABLE, VARIABLE_FILE = "SARALAU_SECRET", "SARALAU_SECRET_FILE"
SHORTEST = 32  # characters of a secret
ID = 4  # bytes that name a key


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys that open, by their ids, and the id of the one that seals; `forms` signs what browsers are given."""

    newest: bytes
    opening: Mapping[bytes, bytes] = field(repr=False)
    forms: bytes = field(repr=False)


def keys_of(folder: Path) -> Keys | None:
    """The keys for a folder, those of the environment before the one of the folder's file; None where there is no secret.

    InputError for a secret that is too short, or a file that others can read.
    """
    given = [*secrets_given(), *_filed(folder / FILE)]
    return made_of(given) if given else None


def own_keys(folder: Path) -> Keys:
    """The same; where there is no secret, one is made and laid beside what it protects, for its owner alone to read."""
    found = keys_of(folder)
    if found is not None:
        return found
    place = folder / FILE
    beside = place.with_name(f".{FILE}.{os.getpid()}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside.unlink(missing_ok=True)
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "w") as out:
                out.write(secrets.token_urlsafe(32) + "\n")
                out.flush()
                os.fsync(out.fileno())
            with suppress(FileExistsError):
                os.link(beside, place)  # whole or not at all, and never over a key that another process has made
        finally:
            beside.unlink(missing_ok=True)
    except OSError as refusal:
        raise InputError("output-refused", name=place, why=refusal.strerror or refusal) from None
    return made_of(_filed(place))


def secrets_given() -> list[str]:
    """Secrets of the environment, the newest first; none if it has none."""
    told, named = os.environ.get(VARIABLE, ""), os.environ.get(VARIABLE_FILE, "")
    if told and named:
        raise InputError("choose-one", options=f"{VARIABLE}, {VARIABLE_FILE}")
    if named:
        try:
            told = Path(named).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as refusal:
            raise InputError("file-refused", name=named, why=getattr(refusal, "strerror", None) or refusal) from None
        if not told.strip():
            raise InputError("keep-secret-short", name=named, least=SHORTEST)
    given = told.split()
    if any(len(one) < SHORTEST for one in given):
        raise InputError("keep-secret-short", name=named or VARIABLE, least=SHORTEST)
    return given


def made_of(given: Sequence[str]) -> Keys:
    """The keys of secrets, the newest first."""
    opening = {_derived(one, b"id", ID): _derived(one, b"cases") for one in reversed(given)}
    return Keys(_derived(given[0], b"id", ID), opening, _derived(given[0], b"forms"))


def _filed(place: Path) -> list[str]:
    try:
        mode = place.stat().st_mode
        if stat.S_IMODE(mode) & 0o077:
            raise InputError("keep-key-open", name=place)
        return place.read_text("ascii").split()
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as refusal:
        raise InputError("file-refused", name=place, why=getattr(refusal, "strerror", None) or refusal) from None


def _derived(secret: str, purpose: bytes, length: int = 32) -> bytes:
    """A key for one purpose alone (HKDF, RFC 5869): none tells anything of another or of the secret."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), length, salt=None, info=b"saralau/keeping/1/" + purpose).derive(secret.encode())
