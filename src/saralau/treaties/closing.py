"""The smallest change to a code that closes a gap: demands of a part dropped, conduct or object named; each is tried."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace

from saralau.acts import Address
from saralau.cases.charging import Charge, judge_article
from saralau.cases.encoding import Article, encoding
from saralau.cases.formula import All, Either, Element, Formula, Size, Through
from saralau.cases.vocabulary import terms
from saralau.cases.weighing import rules
from saralau.cases.wording import held_on
from saralau.treaties.covering import COVERED, ONLY_IF_PERMITTED, OUTSIDE, Condition, Coverage, ScenarioCoverage, as_case
from saralau.treaties.lacking import Need, Needs, fulfilling, words_of

_NAMED = ("conduct", "object")  # what a part names: it is not dropped, something is named beside it


@dataclass(frozen=True, slots=True)
class Change:
    """A part that would punish a scenario if it dropped these demands and named this conduct or object too."""

    address: Address
    dropped: tuple[Need, ...]
    named: tuple[str, ...]


def smallest_change(one: ScenarioCoverage, found: Coverage) -> Change | None:
    """The first of the smallest changes that, tried, makes the scenario punishable; None for no gap, or if none is found."""
    if one.status in (COVERED, ONLY_IF_PERMITTED, OUTSIDE):
        return None
    law, figures = encoding(found.jurisdiction), rules(found.jurisdiction)
    case = as_case(one.scenario.deeds, found.jurisdiction, found.day)
    facts_of = {facet: tuple(fact.term for fact in case.deeds[-1].facts.get(facet, ())) for facet in _NAMED}
    nothing: Needs = frozenset()
    options = [(condition.address, *_parted(condition)) for condition in one.conditions]
    options += [(lack.address, lack.needs, nothing) for lack in one.nearest]
    held = {option[0].article: held_on(law, option[0].article, found.day).wording.articles for option in options}
    articles = {option[0]: held[option[0].article][option[0].article] for option in options}
    facts = {fact.term for told in case.deeds[-1].facts.values() for fact in told}
    for address, needs, kept in sorted(options, key=lambda option: _weight(option[0], option[1], articles, facts)):
        article = articles[address]
        widened = frozenset(need for need in needs if need.facet in _NAMED)
        named = {facet: told for facet, told in facts_of.items() if any(need.facet == facet for need in widened)}
        tried = _changed(article, address, needs, named)
        deeds = (*case.deeds[:-1], *fulfilling(case.deeds[-1], kept, figures))
        as_permitted = replace(case, deeds=deeds)
        if any(isinstance(one, Charge) for one in judge_article(tried, deeds[-1], as_permitted, figures)):
            return Change(address, tuple(sorted(needs - widened)), tuple(term for told in named.values() for term in told))
    return None


def _weight(address: Address, needs: Needs, articles: Mapping[Address, Article], facts: Set[str]) -> tuple[object, ...]:
    """How much a change would ask of a drafter: the part that names the very object is at hand; then demands dropped; a
    basic part before one that aggravates another."""
    part = next(one for one in articles[address].parts if one.number == address.part)
    words = set() if part.own is None else set(words_of(part.own))
    names_object = any(terms().facet_of[word] == "object" for word in facts & words)
    return not names_object, len(needs), bool(part.of), address.sort_key


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
