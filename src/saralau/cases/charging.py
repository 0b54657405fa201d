"""Which part of an article an act fulfils, which graver one hangs on something, and what fails first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from saralau.acts import Address
from saralau.cases.encoding import Article, Part
from saralau.cases.formula import Finding, Formula, Verdict, both, either, judge
from saralau.cases.model import Case, Deed
from saralau.cases.vocabulary import terms
from saralau.cases.weighing import Rules
from saralau.offences import Offence


@dataclass(frozen=True, slots=True)
class Charge:
    """A part that acts fulfil. `points` are its own fulfilled points, `features` those of milder parts of the article.

    `met` are all elements that are fulfilled; `offence` what the register of the edition knows of the part.
    """

    address: Address
    edition: str
    deeds: tuple[str, ...]
    points: tuple[str, ...]
    features: tuple[Address, ...]
    met: tuple[Finding, ...]
    offence: Offence


@dataclass(frozen=True, slots=True)
class Hanging:
    """A part that would be fulfilled if what is not known were so."""

    address: Address
    deed: str
    open: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Failing:
    """An article that the conduct calls to mind and that does not apply, by the element that failed first."""

    address: Address
    deed: str
    failed: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Judged:
    part: Part
    verdict: Verdict
    points: tuple[str, ...]


def judge_article(article: Article, deed: Deed, case: Case, rules: Rules) -> Iterator[Charge | Hanging | Failing]:
    """What an act is under one article: at most one charge, its gravest part, and the graver ones that hang."""
    judged = _judged(article, deed, case, rules)
    fulfilled = [one for one in judged if one.verdict.truth]
    gravest = max(fulfilled, key=lambda one: rules.severity(one.part.offence), default=None)
    floor = rules.severity(gravest.part.offence) if gravest else ()
    if gravest is not None:
        yield _charge(article, gravest, fulfilled, deed)
    for one in judged:
        if one.verdict.truth is None and rules.severity(one.part.offence) > floor and _touched(one.verdict, deed):
            yield Hanging(Address(article.number, one.part.number), deed.id, one.verdict.open)
    if all(one.verdict.truth is False for one in judged):
        first = next((one for one in judged if _touched(one.verdict, deed)), None)
        if first is not None:
            yield Failing(Address(article.number, first.part.number), deed.id, first.verdict.failed)


def _judged(article: Article, deed: Deed, case: Case, rules: Rules) -> list[_Judged]:
    found: dict[str, _Judged] = {}
    bases: dict[str, Verdict] = {}  # what can be taken over: whole parts, and what single points of them describe
    for part in article.parts:
        demands: list[Verdict] = []
        if part.of:
            demands.append(either([bases[named] for named in part.of]))
        if part.own is not None:
            demands.append(_judge(part.own, deed, case, rules, article))
        points = {number: _judge(formula, deed, case, rules, article) for number, formula in part.points.items()}
        bases |= {f"{part.number}.{number}": both([*demands, verdict]) for number, verdict in points.items()}
        if points:
            demands.append(either(list(points.values())))
        bases[part.number] = both(demands)
        told = tuple(number for number, verdict in points.items() if verdict.truth)
        found[part.number] = _Judged(part, bases[part.number], told)
    return list(found.values())


def _judge(formula: Formula, deed: Deed, case: Case, rules: Rules, article: Article) -> Verdict:
    return judge(formula, deed, case, terms(), lambda size, of: rules.is_of_size(size, article.number, of))


def _charge(article: Article, gravest: _Judged, fulfilled: Sequence[_Judged], deed: Deed) -> Charge:
    features: list[Address] = []
    for one in fulfilled:
        if one is gravest or not one.part.of:
            continue
        features += [Address(article.number, one.part.number, point) for point in one.points]
        if not one.part.points:
            features.append(Address(article.number, one.part.number))
    met = tuple(dict.fromkeys(finding for one in fulfilled for finding in one.verdict.met))
    address = Address(article.number, gravest.part.number)
    return Charge(address, article.edition, (deed.id,), gravest.points, tuple(features), met, gravest.part.offence)


def _touched(verdict: Verdict, deed: Deed) -> bool:
    """Whether the act itself has conduct that the part speaks of: without it an article is not worth a word."""
    return any(
        finding.facet == "conduct" and finding.facts and finding.deed == deed.id for finding in (*verdict.met, *verdict.open)
    )
