"""The encoded offences of an act: elements from packs, sanctions and categories from the generated register of each edition.

A part names the editions in which its wording held; a wording of the act is all parts of one edition.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations
from typing import Any, NamedTuple

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

    `of` are parts ("2") or single points of them ("2.4"), which stand for their part with that point. `like` are parts whose
    act this one punishes with something in place of theirs (another victim): nothing is taken over, `own` is whole.
    """

    number: str
    own: Formula | None
    of: tuple[str, ...]
    like: tuple[str, ...]
    points: Mapping[str, Formula]
    offence: Offence


@dataclass(frozen=True, slots=True)
class Article:
    """An article in one edition, its parts in the order of the pack: a part stands behind those that it takes over.

    `reach` are the terms of conduct that are, or may turn out to be, what one of its parts speaks of; `special_of` the
    articles whose norm is the general one beside it.
    """

    number: str
    edition: str
    parts: tuple[Part, ...]
    reach: frozenset[str]
    special_of: frozenset[str] = frozenset()


class Change(NamedTuple):
    """A law that changed an article: when it was passed, its number, the first day on which it can have been in force."""

    passed: str
    number: str
    not_before: str


@dataclass(frozen=True, slots=True)
class Wording:
    """All encoded articles in one edition.

    `edition` is the date of the newest law in the text, `as_of` a day on which the text is known to have been in force;
    `changes` are the laws that the notes of this edition report, by article.
    """

    edition: str
    as_of: str
    register: str
    articles: Mapping[str, Article]
    changes: Mapping[str, frozenset[Change]]


@dataclass(frozen=True, slots=True)
class Encoding:
    """All encoded offences of a jurisdiction, oldest edition first; `until` is the last day of which the newest is known."""

    jurisdiction: str
    act: str
    wordings: tuple[Wording, ...]
    until: str
    reach: Mapping[str, frozenset[str]]  # by article: the terms of conduct that concern it in any edition
    changed: frozenset[tuple[str, str, str]]  # articles with two editions between which elements or threats differ

    @property
    def newest(self) -> Wording:
        """The wording of the newest edition."""
        return self.wordings[-1]

    def edition(self, date: str) -> Wording:
        """The wording of an edition that is there."""
        return next(wording for wording in self.wordings if wording.edition == date)


@of_packs
def encoding(jurisdiction: str) -> Encoding:
    """The offences of a jurisdiction; InputError where no pack has any, or a pack names what its register does not have."""
    found = [name for name in names(f"{jurisdiction}/") if name.endswith(".elements")]
    if not found:
        known = sorted({name.partition("/")[0] for name in names() if name.endswith(".elements")})
        raise InputError("jurisdiction-unencoded", typed=jurisdiction or "–", known=", ".join(known))
    name = found[0]
    pack = load(name)
    rows = list(encoded_articles(name))
    counts = Counter(str(row["article"]) for row in rows)
    if twice := [number for number, times in counts.items() if times > 1]:
        raise InputError("elements-twice", name=name, typed=twice[0])
    forced = {(row["passed"], row["number"]): str(row["not_before"]) for row in pack.get("in_force", ())}
    wordings = [_wording(edition, rows, forced, name) for edition in pack["editions"]]
    wordings.sort(key=lambda wording: wording.as_of)
    numbers = dict.fromkeys(str(row["article"]) for row in rows)
    return Encoding(
        pack["jurisdiction"],
        f"{pack['jurisdiction']}/{pack['act']}",
        tuple(wordings),
        pack["until"],
        {number: frozenset().union(*_reaches(number, wordings)) for number in numbers},
        frozenset(
            (number, one.edition, other.edition)
            for number in numbers
            for one, other in combinations(wordings, 2)
            if _law(one.articles.get(number)) != _law(other.articles.get(number))
        ),
    )


def _reaches(number: str, wordings: Sequence[Wording]) -> Iterator[frozenset[str]]:
    yield from (wording.articles[number].reach for wording in wordings if number in wording.articles)


def _law(article: Article | None) -> object:
    """What of an article decides a case, without titles and languages."""
    if article is None:
        return None
    return [(p.number, p.own, p.of, p.points, p.offence.sanction, p.offence.category) for p in article.parts]


def encoded_articles(name: str) -> Iterator[Mapping[str, Any]]:
    """The rows of all encoded articles of an act: in its own pack, then in those of its chapters."""
    for pack in elements_packs(name):
        yield from pack.get("articles", ())


def elements_packs(name: str) -> Iterator[Mapping[str, Any]]:
    """The pack of an act's elements, then those of its chapters, by name."""
    yield load(name)
    yield from (load(chapter) for chapter in names(f"{name}/"))


def _wording(
    edition: Mapping[str, Any], rows: Sequence[Mapping[str, Any]], forced: Mapping[tuple[str, str], str], name: str
) -> Wording:
    register = load(edition["register"])
    wanted = {str(row["article"]) for row in rows}
    offences = {
        offence.address: offence
        for row in register["offences"]
        if row["article"] in wanted
        for offence in [from_record(expand(row))]
    }
    articles = {}
    for row in rows:
        parts = [part for part in row["parts"] if held(part, edition["edition"])]
        if parts:
            articles[str(row["article"])] = _article(row, edition["edition"], parts, offences, name)
    changes = {
        row["number"]: frozenset(
            Change(passed, number, forced.get((passed, number), passed))
            for passed, number, action, *_ in row["amendments"]
            if action not in ("announced", "ruled")
        )
        for row in register["articles"]
    }
    return Wording(edition["edition"], edition["as_of"], edition["register"], articles, changes)


def held(part: Mapping[str, Any], edition: str) -> bool:
    """Whether a part, as a pack has it, is the wording of an edition: `from` and `until` are editions, both included."""
    return str(part.get("from", "")) <= edition <= str(part.get("until", "9999"))


def _article(
    row: Mapping[str, Any], edition: str, rows: Sequence[Mapping[str, Any]], offences: Mapping[Address, Offence], name: str
) -> Article:
    number = str(row["article"])
    parts: list[Part] = []
    for part in rows:
        address = Address(number, str(part["part"]))
        offence = offences.get(address) or offences.get(Address(number))
        if offence is None:
            raise InputError("elements-address", name=name, typed=address.short)
        before = [
            named for known in parts for named in (known.number, *(f"{known.number}.{point}" for point in known.points))
        ]
        parts.append(_part(part, address, offence, name, before))
    special = frozenset(map(str, row.get("special_of", ())))
    formulas = [formula for part in parts for formula in (part.own, *part.points.values()) if formula is not None]
    conduct = {term for formula in formulas for term in _conduct(formula)}
    if not conduct:
        raise InputError("elements-term", place=f"{name} {number}", typed="conduct: –")
    return Article(number, edition, tuple(parts), _reach(conduct), special)


def _reach(conduct: Set[str]) -> frozenset[str]:
    """Terms of conduct, everything narrower, and everything wider, which may turn out to be one of them."""
    narrower = {term for term, wide in terms().wide.items() if not wide.isdisjoint(conduct)}
    return frozenset(narrower.union(*(terms().widening(term) for term in conduct)))


def _conduct(formula: Formula) -> Iterator[str]:
    """The conduct that a formula asks of the act itself."""
    if isinstance(formula, Element) and formula.facet == "conduct":
        yield from formula.terms
    elif isinstance(formula, All | Either):
        for part in formula.parts:
            yield from _conduct(part)


def _part(part: Mapping[str, Any], address: Address, offence: Offence, name: str, before: Sequence[str]) -> Part:
    where = f"{name} {address.short}"
    of = tuple(map(str, part.get("of", ())))
    like = tuple(map(str, part.get("like", ())))
    if strange := [number for number in (*of, *like) if number not in before]:
        raise InputError("elements-address", name=where, typed=strange[0])
    own = part.get("is")
    return Part(
        str(part["part"]),
        read_formula(own, terms(), where) if own else None,
        of,
        like,
        {point: read_formula(formula, terms(), where) for point, formula in part.get("points", {}).items()},
        offence,
    )
