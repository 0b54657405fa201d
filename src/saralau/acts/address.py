"""Addresses of provisions: where in an act, in the forms that people type, packs store and documents exchange.

`188.2.4` is article 188, part 2, point 4. A point of an article that has no numbered parts leaves the part
empty: `116..2`. Inserted units keep their hyphen or letter: `134.3.1-1`, `202a.1`. The exchanged form is an element id
in the Akoma Ntoso naming convention (OASIS, 2019): `art_188__para_2__point_4`.

Acts without articles are made of points, which are counted anew in each annex. Where an article would stand, their
addresses have the text in which the point is counted: `body.5.2` is subpoint 2 of point 5 of the act itself
(`point_5__subp_2`), `att1.3` point 3 of annex 1 (`att_1__point_3`), `att1-2.3` point 3 of annex 2 to what annex 1 holds.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from saralau.messages import InputError

_NUMBER = r"[0-9]+[A-Za-z]{0,2}(?:-[0-9]+[A-Za-z]{0,2})*"
_LETTERED = rf"(?:{_NUMBER}|[^\W\d_])"
_ROOT = r"body|att[0-9a-z]{1,6}(?:-[0-9a-z]{1,6})?"
_ROOTED = re.compile(_ROOT)
_SHORT = re.compile(rf"({_NUMBER}|{_ROOT})(?:\.({_NUMBER})|\.(?=\.))?(?:\.({_LETTERED}))?")
_TYPED = re.compile(rf"({_NUMBER}|{_ROOT})(?:\(({_NUMBER})?\))?(?:\(({_LETTERED})\))?")


_EID = re.compile(r"art_([\w-]+?)(?:__para_([\w-]+?))?(?:__point_([\w-]+))?")
BODY = "body"


class Address(NamedTuple):
    """Article, part and point; what is absent is None. Sorts by `sort_key`, not by spelling.

    In an act without articles `article` is the text in which points are counted, `part` the point, `point` its subpoint.
    """

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
        """`188(2)(4)`, the form of screens and of the scholarly literature; `5(2)` of an act without articles."""
        if self.article == BODY and self.part is not None:
            return self.part + (f"({self.point})" if self.point is not None else "")
        return self.article + "".join(f"({unit})" for unit in (self.part, self.point) if unit is not None)

    @property
    def eid(self) -> str:
        """`art_188__para_2__point_4`, the Akoma Ntoso element id."""
        if self.rooted:
            annexes = self.article.removeprefix("att").split("-") if self.article != BODY else ()
            inside = zip(("point", "subp"), (self.part, self.point), strict=True)
            return "__".join((*(f"att_{one}" for one in annexes), *(f"{unit}_{one}" for unit, one in inside if one)))
        ids = [f"art_{self.article}"]
        if self.part is not None:
            ids.append(f"para_{self.part}")
        if self.point is not None:
            ids.append(f"point_{self.point}")
        return "__".join(ids)

    @property
    def rooted(self) -> bool:
        """Whether it is of an act without articles: of the act itself or of an annex to it."""
        return self.article[:4] == BODY or (self.article[:3] == "att" and len(self.article) > 3)

    @property
    def main(self) -> Address:
        """What is read, cited and searched as one: the article, or the point in an act without articles."""
        return Address(self.article, self.part) if self.rooted else Address(self.article)

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

    @classmethod
    def of_main(cls, short: str) -> Address:
        """The address whose `main` is written so: an article by any number, `body.5`, `att1.3`."""
        text, _, inside = short.partition(".")
        return cls(text, inside or None) if _ROOTED.fullmatch(text) else cls(short)

    @classmethod
    def of_eid(cls, eid: str) -> Address | None:
        """The address that an Akoma Ntoso element id spells; None if it is none of a provision."""
        if found := _EID.fullmatch(eid):
            return cls(*found.groups())
        units, _, numbers = zip(*(one.partition("_") for one in eid.split("__")), strict=True)
        annexes = units.count("att")
        inside = numbers[annexes:]
        if annexes > 2 or not all(numbers) or units != ("att",) * annexes + ("point", "subp")[: len(inside)]:
            return None
        return cls("att" + "-".join(numbers[:annexes]) if annexes else BODY, *inside)


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
    text, _, inside = number.partition(".")
    if _ROOTED.fullmatch(text):  # the act itself before its annexes
        return ((0,) if text == BODY else number_key(text.removeprefix("att"))) + number_key(inside)
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
