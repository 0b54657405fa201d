"""Encryption of what is kept: AES-256-GCM, bound to what it is about, so that one sealed thing cannot stand for another.

A sealed thing is a byte for the form, the id of the key (4 bytes), a nonce (12, random) and the ciphertext with its tag.
"""

from __future__ import annotations

import os

from saralau.keeping.keys import ID, Keys
from saralau.messages import InputError

_FORM = b"\x01"
_NONCE = 12


def seal(keys: Keys, text: str, about: str) -> bytes:
    """A text, sealed with the newest key."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(_NONCE)
    cipher = AESGCM(keys.opening[keys.newest])
    return _FORM + keys.newest + nonce + cipher.encrypt(nonce, text.encode(), about.encode())


def unseal(keys: Keys, sealed: bytes, about: str) -> str:
    """The text. InputError if no key fits, or if it was changed or is about something else."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    key = keys.opening.get(sealed[1 : 1 + ID]) if sealed[:1] == _FORM else None
    if key is None:
        raise InputError("keep-no-key")
    nonce, inner = sealed[1 + ID : 1 + ID + _NONCE], sealed[1 + ID + _NONCE :]
    try:
        return AESGCM(key).decrypt(nonce, inner, about.encode()).decode()
    except (InvalidTag, ValueError):
        raise InputError("keep-changed") from None


def is_newest(keys: Keys, sealed: bytes) -> bool:
    """Whether a thing is sealed with the newest key."""
    return sealed[1 : 1 + ID] == keys.newest
