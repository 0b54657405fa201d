"""The smallest change to a code that closes a gap: demands of a part dropped, conduct or object named; each is tried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from typing import NamedTuple

from saralau.acts import Address
from saralau.cases.charging import Charge, judge_article
from saralau.cases.encoding import Article, encoding
from saralau.cases.formula import All, Either, Element, Formula, Size, Through
from saralau.cases.weighing import rules
from saralau.cases.wording import held_on
from saralau.treaties.covering import (
    COVERED,
    ONLY_IF_PERMITTED,
    OUTSIDE,
    Condition,
    Coverage,
    ObligationCoverage,
    ScenarioCoverage,
    as_case,
    permission_for,
    sanctions_meet,
)
from saralau.treaties.lacking import Need, Needs, fulfilling, words_of
from saralau.treaties.model import Obligation

_NAMED = ("conduct", "object")  # what a part names: it is not dropped, something is named beside it


@dataclass(frozen=True, slots=True)
class Change:
    """A part that would punish a scenario if it dropped these demands and named this conduct or object too.

    `sanctions_meet` tells whether its punishments, as they stand, have what the treaty wants among them.
    """

    address: Address
    dropped: tuple[Need, ...]
    named: tuple[str, ...]
    sanctions_meet: bool


class _Option(NamedTuple):
    """A part that comes near: what would have to go, what the treaty permits to keep."""

    address: Address
    needs: Needs
    kept: Needs
    together: bool


def smallest_change(one: ScenarioCoverage, found: Coverage) -> Change | None:
    """The first of the smallest changes that, tried, makes the scenario punishable; None for no gap, or if none is found."""
    if one.status in (COVERED, ONLY_IF_PERMITTED, OUTSIDE):
        return None
    law, figures = encoding(found.jurisdiction), rules(found.jurisdiction)
    row = next(row for row in found.obligations if any(one is other for other in row.scenarios))
    case = as_case(one.scenario.deeds, found.jurisdiction, found.day)
    sisters = _provisions(row)
    options = list(_options(one, row.obligation, sisters))
    held = {option.address.article: held_on(law, option.address.article, found.day).wording.articles for option in options}
    articles = {number: wording[number] for number, wording in held.items()}
    told = {facet: tuple(fact.term for fact in case.deeds[-1].facts.get(facet, ())) for facet in _NAMED}
    for option in sorted(options, key=lambda option: _weight(option, articles[option.address.article], told, sisters)):
        widened = frozenset(need for need in option.needs if need.facet in _NAMED and not option.together)
        named = {facet: words for facet, words in told.items() if any(need.facet == facet for need in widened)}
        article = articles[option.address.article]
        tried = _changed(article, option.address, option.needs, named)
        deeds = (*case.deeds[:-1], *fulfilling(case.deeds[-1], option.kept, figures))
        if any(isinstance(one, Charge) for one in judge_article(tried, deeds[-1], replace(case, deeds=deeds), figures)):
            part = next(one for one in article.parts if one.number == option.address.part)
            named_words = tuple(term for words in named.values() for term in words)
            met = sanctions_meet(part.offence, found.treaty)
            return Change(option.address, tuple(sorted(option.needs - widened)), named_words, met)
    return None


def _options(one: ScenarioCoverage, obligation: Obligation, sisters: Set[Address]) -> Iterator[_Option]:
    """Parts that would punish it under further facts; and parts near it, if nothing but what they name has to change, or if
    they punish other scenarios of the obligation."""
    for condition in one.conditions:
        yield _Option(condition.address, *_parted(condition), together=False)
    for lack in one.nearest:
        kept = frozenset(need for need in lack.needs if permission_for(need, obligation) is not None)
        if lack.together or lack.address in sisters or all(need.facet in _NAMED for need in lack.needs - kept):
            yield _Option(lack.address, lack.needs - kept, kept, lack.together)


def _provisions(row: ObligationCoverage) -> Set[Address]:
    """The provisions that punish scenarios of an obligation, or come nearest to it."""
    punishing = {provision.address for one in row.scenarios for provision in one.punishing}
    return punishing | {one.conditions[0].address for one in row.scenarios if one.conditions}


def _weight(
    option: _Option, article: Article, told: Mapping[str, tuple[str, ...]], sisters: Set[Address]
) -> tuple[object, ...]:
    """How fit a part is for a drafter: it punishes other scenarios of the obligation; fewer of its demands are dropped; it
    names the very object; it is the first of its article."""
    part = next(one for one in article.parts if one.number == option.address.part)
    words = set() if part.own is None else set(words_of(part.own))
    dropped = sum(need.facet not in _NAMED for need in option.needs)
    first = part.number == article.parts[0].number
    names_object = not words.isdisjoint(told["object"])
    return option.address not in sisters, dropped, not names_object, not first, len(option.needs), option.address.sort_key


def _parted(condition: Condition) -> tuple[Needs, Needs]:
    """What the state may not demand, which has to go, and what it may."""
    pairs = list(zip(condition.needs, condition.permitted, strict=True))
    return frozenset(need for need, by in pairs if by is None), frozenset(need for need, by in pairs if by is not None)


def _changed(article: Article, at: Address, needs: Needs, named: Mapping[str, tuple[str, ...]]) -> Article:
    """The article with a part that demands less, and what that part takes over demanding less too."""
    parts = tuple(
        replace(
            part,
            own=None if part.own is None else _less(part.own, needs, named),
            points={number: kept for number, one in part.points.items() if (kept := _less(one, needs, named)) is not None}
            if part.number == at.part
            else part.points,
        )
        for part in article.parts
    )
    return replace(article, parts=parts)


def _less(formula: Formula, needs: Needs, named: Mapping[str, tuple[str, ...]]) -> Formula | None:
    """A formula without the demands that are dropped; None where nothing is left of it."""
    if isinstance(formula, Element):
        if Need(formula.facet, formula.terms) not in needs:
            return formula
        wider = named.get(formula.facet)
        return None if wider is None else Element(formula.facet, (*formula.terms, *wider))
    if isinstance(formula, Size):
        return None if Need("amount", (formula.size,)) in needs else formula
    if isinstance(formula, Through):
        return None if Need("means", tuple(words_of(formula.inner))) in needs else formula
    if isinstance(formula, All | Either):
        parts = [_less(part, needs, named) for part in formula.parts]
        kept = tuple(part for part in parts if part is not None)
        if isinstance(formula, Either):  # an alternative of which nothing is left is always fulfilled
            return None if len(kept) < len(parts) else Either(kept)
        return All(kept) if kept else None
    return formula


def changes(found: Coverage) -> list[tuple[ScenarioCoverage, Change]]:
    """The change that closes each gap, where one is found."""
    rows = [one for row in found.obligations for one in row.scenarios]
    return [(one, change) for one in rows if (change := smallest_change(one, found)) is not None]
