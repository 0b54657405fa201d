"""Passwords: kept as scrypt hashes (RFC 7914), each with its salt and what it cost, so that the cost can grow.

A hash is `scrypt$<log2 of N>$<r>$<p>$<salt>$<hash>`, the last two in hexadecimal digits.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import threading
import unicodedata
from dataclasses import dataclass

from saralau.messages import InputError

SHORTEST, LONGEST = 12, 1000  # characters
_PATIENCE = 3.0  # seconds
_AT_ONCE = threading.Semaphore(2)  # each takes `memory` bytes and a core for a tenth of a second


@dataclass(frozen=True, slots=True)
class Cost:
    """What one hash costs: N = 2**`log2`, block size, lanes. The usual one takes 32 MB and about 0.2 s."""

    log2: int = 15
    block: int = 8
    lanes: int = 3

    @property
    def memory(self) -> int:
        """Bytes that one hash takes."""
        return 128 * self.block * ((1 << self.log2) + self.lanes + 2)


USUAL = Cost()


def hashed(password: str, cost: Cost = USUAL) -> str:
    """A password as it is kept. InputError if it is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise InputError("account-password-length", least=SHORTEST, most=LONGEST)
    salt = os.urandom(16)
    return f"scrypt${cost.log2}${cost.block}${cost.lanes}${salt.hex()}${_hash(password, salt, cost).hex()}"


def fits(password: str, kept: str | None) -> bool:
    """Whether a password is the one kept. Takes as long where there is none, so that nobody learns who has an account."""
    cost, salt, wanted = _parts(kept) if kept else (USUAL, b"\0" * 16, b"")
    found = _hash(password[:LONGEST], salt, cost)
    return hmac.compare_digest(found, wanted or b"\0" * len(found)) and bool(wanted)


def is_dated(kept: str) -> bool:
    """Whether a password was hashed at another cost than is usual now."""
    return _parts(kept)[0] != USUAL


def _parts(kept: str) -> tuple[Cost, bytes, bytes]:
    _, log2, block, lanes, salt, wanted = kept.split("$")
    return Cost(int(log2), int(block), int(lanes)), bytes.fromhex(salt), bytes.fromhex(wanted)


def _hash(password: str, salt: bytes, cost: Cost) -> bytes:
    # Keyboards write one letter in several ways; a password is what one sees.
    plain = unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
    if not _AT_ONCE.acquire(timeout=_PATIENCE):  # or who waits for a guess would keep readers waiting
        raise InputError("account-busy")
    try:
        return hashlib.scrypt(
            plain, salt=salt, n=1 << cost.log2, r=cost.block, p=cost.lanes, maxmem=cost.memory + (1 << 20), dklen=32
        )
    finally:
        _AT_ONCE.release()
