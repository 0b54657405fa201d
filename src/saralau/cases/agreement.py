"""Whether an encoding says what the register of its act says: parts, what they extend, points, features."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from saralau.cases.encoding import Article, Part, encoding
from saralau.cases.formula import All, Either, Element, Formula, Size, Through
from saralau.offences import Offence
from saralau.offences.records import expand, from_record
from saralau.packs import load


class Disagreement(NamedTuple):
    """What an encoding lacks or has too much: a part, a point, a feature or what a part extends; where, and which."""

    kind: str
    address: str
    what: str


def disagreements(jurisdiction: str) -> tuple[Disagreement, ...]:
    """Everything in which the encoding of a jurisdiction and its register differ; nothing where they agree."""
    law = encoding(jurisdiction)
    pack = load(f"{law.act}.elements")
    offences = [from_record(expand(row)) for row in load(law.register)["offences"]]
    return tuple(
        found
        for article in law.articles
        for found in _article(article, [one for one in offences if one.address.article == article.number], pack)
    )


def _article(article: Article, offences: Sequence[Offence], pack: Mapping[str, Any]) -> Iterator[Disagreement]:
    known = {offence.address.part or "1": offence for offence in offences}
    encoded = {part.number: part for part in article.parts}
    for number in sorted(known.keys() ^ encoded.keys()):
        yield Disagreement("part", f"{article.number}.{number}", "register" if number in known else "encoding")
    for number, part in encoded.items():
        if number in known:
            yield from _part(f"{article.number}.{number}", part, known[number], pack)


def _part(at: str, part: Part, offence: Offence, pack: Mapping[str, Any]) -> Iterator[Disagreement]:
    extended = {".".join(filter(None, (address.part or "1", address.point))) for address in offence.extends}
    for number in sorted(extended ^ set(part.of)):
        yield Disagreement("extends", at, number)
    alive = [feature for feature in offence.features if not feature.excluded]
    points = {feature.point for feature in alive if feature.point}
    for point in sorted(points ^ part.points.keys()):
        yield Disagreement("point", at, point)
    for feature in alive:
        formula = part.points.get(feature.point) if feature.point else part.own
        if formula is None or feature.code in pack.get("within_another", ()):
            continue
        told = pack["features"].get(feature.code, ())
        wanted = {told} if isinstance(told, str) else set(told)
        if wanted.isdisjoint(_words(formula)):
            yield Disagreement("feature", f"{at}.{feature.point}" if feature.point else at, feature.code)


def _words(formula: Formula) -> Iterator[str]:
    """All terms and sizes that a formula speaks of."""
    if isinstance(formula, Element):
        yield from formula.terms
    elif isinstance(formula, Size):
        yield formula.size
    elif isinstance(formula, Through):
        yield from _words(formula.inner)
    elif isinstance(formula, All | Either):
        for part in formula.parts:
            yield from _words(part)
