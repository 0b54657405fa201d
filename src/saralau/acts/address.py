"""Addresses of provisions: where in an act, in the forms that people type, packs store and documents exchange.

`188.2.4` is article 188, part 2, point 4. A point of an article that has no numbered parts leaves the part
empty: `116..2`. Inserted units keep their hyphen or letter: `134.3.1-1`, `202a.1`. The exchanged form is an element id
in the Akoma Ntoso naming convention (OASIS, 2019): `art_188__para_2__point_4`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from saralau.messages import InputError

_NUMBER = r"[0-9]+[A-Za-z]{0,2}(?:-[0-9]+[A-Za-z]{0,2})*"
_LETTERED = rf"(?:{_NUMBER}|[^\W\d_])"
_SHORT = re.compile(rf"({_NUMBER})(?:\.({_NUMBER})|\.(?=\.))?(?:\.({_LETTERED}))?")
_TYPED = re.compile(rf"({_NUMBER})(?:\(({_NUMBER})?\))?(?:\(({_LETTERED})\))?")


class Address(NamedTuple):
    """Article, part and point; what is absent is None. Sorts by `sort_key`, not by spelling."""

    article: str
    part: str | None = None
    point: str | None = None

    @property
    def short(self) -> str:
        """`188.2.4`, the form of packs and JSON."""
        if self.point is not None:
            return f"{self.article}.{self.part or ''}.{self.point}"
        return self.article if self.part is None else f"{self.article}.{self.part}"

    @property
    def printed(self) -> str:
        """`188(2)(4)`, the form of screens and of the scholarly literature."""
        return self.article + "".join(f"({unit})" for unit in (self.part, self.point) if unit is not None)

    @property
    def eid(self) -> str:
        """`art_188__para_2__point_4`, the Akoma Ntoso element id."""
        ids = [f"art_{self.article}"]
        if self.part is not None:
            ids.append(f"para_{self.part}")
        if self.point is not None:
            ids.append(f"point_{self.point}")
        return "__".join(ids)

    @property
    def within(self) -> Address:
        """The address of the part (or of the article, where it has no parts) that holds this point."""
        return Address(self.article, self.part)

    @property
    def sort_key(self) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
        """Orders 99 before 100, 188 before 188-1 before 189."""
        return number_key(self.article), number_key(self.part), number_key(self.point)

    def holds(self, other: Address) -> bool:
        """Whether `other` is this provision or stands inside it."""
        return self.article == other.article and self.part in (None, other.part) and self.point in (None, other.point)

    @classmethod
    def read(cls, typed: str) -> Address:
        """Reads `188.2.4` and `188(2)(4)`; raises InputError with a sentence for anything else."""
        return _read(typed)


@lru_cache(maxsize=4096)
def _read(typed: str) -> Address:
    for pattern in (_SHORT, _TYPED):
        if found := pattern.fullmatch(typed.strip()):
            article, part, point = found.groups()
            return Address(article, part, point)
    raise InputError("address-unreadable", typed=typed)


def number_key(number: str | None) -> tuple[int, ...]:
    """Splits "2-1" into (2, 1) and "202a" into (202, 1); a lettered point sorts by its letter; nothing sorts first."""
    if not number:
        return ()
    return tuple(key for piece in re.split("[-.]", number) for key in _piece_key(piece))


def _piece_key(piece: str) -> tuple[int, ...]:
    if piece.isdecimal():
        return (int(piece),)
    digits, letter = piece[:-1], ord(piece[-1])
    return (int(digits), letter - ord("a") + 1) if digits.isdecimal() else (letter,)


def follows(number: str, previous: str | None) -> bool:
    """Whether `number` is what comes next after `previous`: 4 or 3-1 after 3, 3-2 or 4 after 3-1."""
    key, before = number_key(number), number_key(previous)
    if not before:
        return False
    return key in ((*before, 1), (*before[:-1], before[-1] + 1), (before[0] + 1,))
