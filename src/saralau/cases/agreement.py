"""Whether an encoding says what the register of its act says: parts, what they extend, points, features."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from saralau.cases.encoding import Part, Wording, elements_packs, encoding
from saralau.cases.formula import All, Either, Element, Formula, Not, Size, Through
from saralau.offences import Offence
from saralau.offences.records import expand, from_record
from saralau.packs import load


class Disagreement(NamedTuple):
    """What an encoding of an edition lacks or has too much: a part, a point, a feature or what a part extends; which."""

    kind: str
    edition: str
    address: str
    what: str


def disagreements(jurisdiction: str) -> tuple[Disagreement, ...]:
    """Everything in which the encoding of a jurisdiction and its registers differ, edition by edition."""
    law = encoding(jurisdiction)
    packs = list(elements_packs(f"{law.act}.elements"))
    told: dict[str, set[str]] = {}
    for code, words in (row for pack in packs for row in pack.get("features", {}).items()):
        told.setdefault(code, set()).update([words] if isinstance(words, str) else words)
    within = {code for pack in packs for code in pack.get("within_another", ())}
    return tuple(found for wording in law.wordings for found in _wording(wording, list(law.reach), _Codes(told, within)))


class _Codes(NamedTuple):
    """The register's codes of features as terms of an encoding, and those whose words add nothing to another's."""

    told: Mapping[str, set[str]]
    within: set[str]


def _wording(wording: Wording, numbers: Sequence[str], codes: _Codes) -> Iterator[Disagreement]:
    rows = load(wording.register)["offences"]
    offences = [from_record(expand(row)) for row in rows if row["article"] in numbers]
    for number in numbers:
        known = {one.address.part or "1": one for one in offences if one.address.article == number}
        encoded = {part.number: part for part in wording.articles[number].parts} if number in wording.articles else {}
        for part in sorted(known.keys() ^ encoded.keys()):
            yield Disagreement("part", wording.edition, f"{number}.{part}", "register" if part in known else "encoding")
        for part in sorted(known.keys() & encoded.keys()):
            yield from _part(f"{number}.{part}", encoded[part], known[part], wording.edition, codes)


def _part(at: str, part: Part, offence: Offence, edition: str, codes: _Codes) -> Iterator[Disagreement]:
    extended = {".".join(filter(None, (address.part or "1", address.point))) for address in offence.extends}
    for number in sorted(extended ^ {*part.of, *part.like}):
        yield Disagreement("extends", edition, at, number)
    alive = [feature for feature in offence.features if not feature.excluded]
    points = {feature.point for feature in alive if feature.point}
    for point in sorted(points ^ part.points.keys()):
        yield Disagreement("point", edition, at, point)
    for feature in alive:
        formula = part.points.get(feature.point) if feature.point else part.own
        if formula is None or feature.code in codes.within:
            continue
        if codes.told.get(feature.code, set()).isdisjoint(_words(formula)):
            yield Disagreement("feature", edition, f"{at}.{feature.point}" if feature.point else at, feature.code)


def _words(formula: Formula) -> Iterator[str]:
    """All terms and sizes that a formula speaks of."""
    if isinstance(formula, Element):
        yield from formula.terms
    elif isinstance(formula, Size):
        yield formula.size
    elif isinstance(formula, Through | Not):
        yield from _words(formula.inner)
    elif isinstance(formula, All | Either):
        for part in formula.parts:
            yield from _words(part)
