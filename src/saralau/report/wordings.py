"""The wordings of a provision that are in hand, as codes: from packs by edition, from a text that a user gives; compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from saralau.acts import Act
from saralau.amendments import edition_of, find_amendments
from saralau.cases.encoding import Article, Encoding
from saralau.cases.formula import All, Either, Element, Formula
from saralau.history import Lines, touches
from saralau.offences import Offence, find_offences
from saralau.offences.model import PRINCIPAL, Kind, Punishment, Unit
from saralau.offences.records import expand, from_record
from saralau.packs import load


class Heaviest(NamedTuple):
    """The heaviest principal punishment: a kind, and its maximum as stated in `unit`; a life term has none."""

    kind: str
    maximum: int | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Wording:
    """What a provision punishes in one wording.

    `as_of` is the edition (the date of the newest law in the text) or a year; "" if nothing tells. `conduct` and
    `consequence` are terms of facts of the basic offences, None where nobody encoded them; `required` tells whether every
    basic offence asks for a consequence (None: unknown). `ict` and `features` are codes of elements and qualifying features.
    `heaviest` is None where a threat was not wholly read.
    """

    act: str
    at: str
    as_of: str
    language: str | None  # in which `ict` and `features` were found; None where a reader encoded them
    source: str  # "encoded", "register", "text"
    verified: bool
    conduct: tuple[str, ...] | None
    consequence: tuple[str, ...] | None
    required: bool | None
    ict: tuple[str, ...]
    features: tuple[str, ...]
    heaviest: Heaviest | None
    with_parts: tuple[str, ...] = ()  # parts that qualify `at`, told together with it


class Difference(NamedTuple):
    """What a later wording has otherwise. `facet` is conduct, consequence, required, ict, features or heaviest."""

    facet: str
    lost: tuple[str, ...]
    gained: tuple[str, ...]


def encoded_wordings(lines: Lines, act: str, place: str) -> Iterator[Wording]:
    """Wordings that the pack of lineage encodes, of what touches a place."""
    for one in lines.wordings:
        if one.act == act and touches(one.at, place):
            yield Wording(
                one.act, one.at, one.as_of, None, "encoded", one.verified, one.conduct, one.consequence,
                bool(one.consequence), one.ict, one.features, Heaviest(*one.heaviest), one.with_parts,
            )  # fmt: skip


def register_wordings(law: Encoding, act: str, article: str) -> Iterator[Wording]:
    """An article in every edition that packs hold, oldest first."""
    for wording in law.wordings:
        register = load(wording.register)
        offences = [from_record(expand(row)) for row in register["offences"] if row["article"] == article]
        if offences:
            elements = _elements(wording.articles.get(article))
            yield _of_offences(offences, (act, article, wording.edition, register["act"]["language"], "register"), elements)


def text_wording(act: Act, name: str, place: str) -> Wording | None:
    """A provision as a text has it: a part with what extends it, or the whole article; None where it is no offence there."""
    article, _, part = place.partition(".")
    offences = [one for one in find_offences(act).items if one.address.article == article]
    if part:
        wanted = {part.partition(".")[0]}
        for one in offences:  # a part stands behind those that it extends
            if any(base.part in wanted for base in one.extends):
                wanted.add(one.address.part or "")
        offences = [one for one in offences if one.address.part in wanted]
    edition = edition_of(tuple(find_amendments(act))) or ""
    return _of_offences(offences, (name, place, edition, act.language.code, "text"), None) if offences else None


def compared(chain: Sequence[Wording]) -> Iterator[tuple[Wording, Wording, tuple[Difference, ...]]]:
    """Each wording beside the one before it. What a lexicon finds depends on the language: it is compared with the last one
    in the same language, if that is another, as a pair of its own.
    """
    for place, after in enumerate(chain):
        if place == 0:
            continue
        before = chain[place - 1]
        yield before, after, differences(before, after)
        alike = next((one for one in reversed(chain[:place]) if one.language == after.language), None)
        if alike is not None and alike is not before and not _comparable(before, after):
            yield alike, after, tuple(one for one in differences(alike, after) if one.facet in _FOUND)


_FOUND = ("ict", "features")  # facets that a lexicon of one language finds


def differences(before: Wording, after: Wording) -> tuple[Difference, ...]:
    """What two wordings have otherwise, of what both tell in a way that can be compared."""
    found = []
    for facet in ("conduct", "consequence", *_FOUND):
        was, now = getattr(before, facet), getattr(after, facet)
        if was is None or now is None or (facet in _FOUND and not _comparable(before, after)):
            continue
        lost, gained = (tuple(x for x in one if x not in other) for one, other in ((was, now), (now, was)))
        if lost or gained:
            found.append(Difference(facet, lost, gained))
    if None not in (before.required, after.required) and before.required != after.required:
        found.append(Difference("required", (_said(before.required),), (_said(after.required),)))
    if before.heaviest is not None and after.heaviest is not None and before.heaviest != after.heaviest:
        found.append(Difference("heaviest", (before.heaviest.kind,), (after.heaviest.kind,)))
    return tuple(found)


def _comparable(before: Wording, after: Wording) -> bool:
    return None in (before.language, after.language) or before.language == after.language


def amended(law: Encoding, article: str) -> Iterator[tuple[str, str, str, bool]]:
    """The laws that changed an article by the notes in all editions: passed, number, what it did, whether a text of the
    result is in hand: an edition in which no later law has touched the article.
    """
    rows: dict[tuple[str, str], str] = {}
    held: set[str] = set()
    for wording in law.wordings:
        events = [row for row in _events(load(wording.register), article) if row[2] not in ("announced", "ruled")]
        rows.update(((row[0], row[1]), row[2]) for row in events)
        held.add(max((row[0] for row in events), default=""))
    for (passed, number), action in sorted(rows.items()):
        yield passed, number, action, passed in held


def _events(register: Mapping[str, Any], article: str) -> Sequence[Sequence[str]]:
    return next((row["amendments"] for row in register["articles"] if row["number"] == article), ())


def _said(required: bool | None) -> str:
    return "yes" if required else "no"


_Elements = tuple[tuple[str, ...], tuple[str, ...], bool]


def _of_offences(offences: Sequence[Offence], name: tuple[str, str, str, str, str], elements: _Elements | None) -> Wording:
    conduct, consequence, required = elements or (None, None, None)
    ict = {proof.code for one in offences for proof in one.ict}
    features = {feature.code for one in offences for feature in one.features if not feature.excluded} - {"other"}
    heaviest = None if any(one.sanction.unread for one in offences) else _heaviest(offences)
    return Wording(
        *name, True, conduct, consequence, required, tuple(sorted(ict)), tuple(sorted(features)), heaviest
    )  # fmt: skip


def _heaviest(offences: Iterable[Offence]) -> Heaviest | None:
    threats = [punishment for one in offences for punishment in one.sanction.principal]
    if not threats:
        return None
    worst = max(threats, key=_weight)
    return Heaviest(worst.kind.value, None if worst.life else worst.maximum, worst.unit.value if worst.unit else None)


_ORDER = {kind: place for place, kind in enumerate(kind for kind in Kind if kind in PRINCIPAL)}
_DAYS = {Unit.DAYS: 1, Unit.MONTHS: 30, Unit.YEARS: 365}


def _weight(punishment: Punishment) -> tuple[int, bool, int]:
    scale = _DAYS.get(punishment.unit, 1) if punishment.unit else 1
    return _ORDER[punishment.kind], punishment.life, (punishment.maximum or 0) * scale


def _elements(article: Article | None) -> _Elements | None:
    """Conduct and consequences of the basic parts, and whether each of them asks for a consequence."""
    basic = [part.own for part in article.parts if part.own is not None and not part.of] if article else []
    if not basic:
        return None
    elements = [element for own in basic for element in _walk(own)]
    terms = [
        tuple(dict.fromkeys(term for element in elements if element.facet == facet for term in element.terms))
        for facet in ("conduct", "consequence")
    ]
    return terms[0], terms[1], all(_asks(own) for own in basic)


def _walk(formula: Formula) -> Iterator[Element]:
    if isinstance(formula, Element):
        yield formula
    elif isinstance(formula, All | Either):
        for part in formula.parts:
            yield from _walk(part)


def _asks(formula: Formula) -> bool:
    """Whether a formula is never fulfilled without a consequence."""
    if isinstance(formula, Element):
        return formula.facet == "consequence"
    if isinstance(formula, All):
        return any(_asks(part) for part in formula.parts)
    return isinstance(formula, Either) and all(_asks(part) for part in formula.parts)
