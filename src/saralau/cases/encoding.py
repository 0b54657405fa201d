"""The encoded offences of an act: elements from a pack, sanctions and categories from the generated register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from saralau.acts import Address
from saralau.cases.formula import All, Either, Element, Formula, read_formula
from saralau.cases.vocabulary import terms
from saralau.messages import InputError
from saralau.offences import Offence
from saralau.offences.records import expand, from_record
from saralau.packs import load, names, of_packs


@dataclass(frozen=True, slots=True)
class Part:
    """A part as elements: its own, the parts whose elements it takes over, its points; and as the register knows it.

    `of` are parts ("2") or single points of them ("2.4"), which stand for their part with that point.
    """

    number: str
    own: Formula | None
    of: tuple[str, ...]
    points: Mapping[str, Formula]
    offence: Offence


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its encoded parts, in the order of the pack: a part stands behind those that it takes over.

    `conduct` are the terms without which none of its parts is fulfilled; `special_of` the articles whose norm is the general
    one beside it.
    """

    number: str
    parts: tuple[Part, ...]
    conduct: frozenset[str]
    special_of: frozenset[str] = frozenset()

    def concerns(self, told: Iterable[str]) -> bool:
        """Whether conduct that an act tells is, or may turn out to be, what the article speaks of."""
        wide = terms().widening
        return any(
            not self.conduct.isdisjoint(wide(term)) or any(term in wide(known) for known in self.conduct) for term in told
        )


@dataclass(frozen=True, slots=True)
class Encoding:
    """All encoded offences of a jurisdiction in one edition.

    `register` names the pack of its sanctions; `edition` is its day, `until` the last on which it is known to hold.
    """

    jurisdiction: str
    act: str
    register: str
    edition: str
    until: str
    articles: tuple[Article, ...]


@of_packs
def encoding(jurisdiction: str) -> Encoding:
    """The offences of a jurisdiction; InputError where no pack has any, or a pack names what its register does not have."""
    found = [name for name in names(f"{jurisdiction}/") if name.endswith(".elements")]
    if not found:
        known = sorted({name.partition("/")[0] for name in names() if name.endswith(".elements")})
        raise InputError("jurisdiction-unencoded", typed=jurisdiction or "–", known=", ".join(known))
    name = found[0]
    pack = load(name)
    register = load(pack["register"])
    offences = {offence.address: offence for offence in map(from_record, map(expand, register["offences"]))}
    articles = [_article(row, offences, name) for row in pack["articles"]]
    return Encoding(
        pack["jurisdiction"],
        f"{pack['jurisdiction']}/{pack['act']}",
        pack["register"],
        register["act"]["edition"],
        pack["until"],
        tuple(articles),
    )


def _article(row: Mapping[str, Any], offences: Mapping[Address, Offence], name: str) -> Article:
    number = str(row["article"])
    parts: list[Part] = []
    for part in row["parts"]:
        address = Address(number, str(part["part"]))
        offence = offences.get(address) or offences.get(Address(number))
        if offence is None:
            raise InputError("elements-address", name=name, typed=address.short)
        before = [
            named for known in parts for named in (known.number, *(f"{known.number}.{point}" for point in known.points))
        ]
        parts.append(_part(part, address, offence, name, before))
    special = frozenset(map(str, row.get("special_of", ())))
    conduct = {term for part in parts if part.own is not None for term in _conduct(part.own)}
    if not conduct:
        raise InputError("elements-term", place=f"{name} {number}", typed="conduct: –")
    return Article(number, tuple(parts), frozenset(conduct), special)


def _conduct(formula: Formula) -> Iterator[str]:
    """The conduct that a formula demands of the act itself."""
    if isinstance(formula, Element) and formula.facet == "conduct":
        yield from formula.terms
    elif isinstance(formula, All | Either):
        for part in formula.parts:
            yield from _conduct(part)


def _part(part: Mapping[str, Any], address: Address, offence: Offence, name: str, before: Sequence[str]) -> Part:
    where = f"{name} {address.short}"
    of = tuple(map(str, part.get("of", ())))
    if strange := [number for number in of if number not in before]:
        raise InputError("elements-address", name=where, typed=strange[0])
    own = part.get("is")
    return Part(
        str(part["part"]),
        read_formula(own, terms(), where) if own else None,
        of,
        {point: read_formula(formula, terms(), where) for point, formula in part.get("points", {}).items()},
        offence,
    )
