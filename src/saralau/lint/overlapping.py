"""Pairs of encoded offences that one act can be at once: their smallest joint facts, tried on the evaluator of cases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import NamedTuple

from saralau.acts import Address
from saralau.cases.encoding import Article, Wording
from saralau.cases.model import Case, Deed, Fact, Person
from saralau.cases.qualifying import qualify
from saralau.cases.vocabulary import Terms, terms
from saralau.cases.weighing import Rules, rules
from saralau.treaties.lacking import Lack, Need, Needs, fulfilling, lacks

_AGE = 30  # of age for every offence
# What nearly every offence demands, told beforehand, so that the search is for what sets offences apart.
_TOLD = {"authorisation": (Fact("without_right"),), "fault": (Fact("direct_intent"),)}


class Overlap(NamedTuple):
    """Two provisions of which one act is charged with both, and the terms of the facts that make it both."""

    one: Address
    other: Address
    facts: tuple[str, ...]


def overlaps(wording: Wording, jurisdiction: str) -> Iterator[Overlap]:
    """Every pair of articles that have conduct in common; of each pair the smallest facts.

    Looked at are parts that build upon no other. One act has one conduct, and one answer to each question that both
    offences ask: an act that is two things to two persons is no overlap of the law.
    """
    figures = rules(jurisdiction)
    person = Person("p", age=_AGE)
    bare = Deed("act", wording.as_of, (person.id,), _TOLD)
    case = Case("overlap", jurisdiction, (person,), (bare,), closed=True)
    demanded = {article.number: _basic(article, bare, case, figures) for article in wording.articles.values()}
    for one, other in combinations(wording.articles.values(), 2):
        if not one.reach.isdisjoint(other.reach):
            found = _first(demanded[one.number], demanded[other.number], case, figures)
            if found is not None:
                yield found


def _basic(article: Article, deed: Deed, case: Case, figures: Rules) -> list[Lack]:
    parts = {part.number for part in article.parts if not part.of and not part.like}
    return [lack for lack in lacks(article, deed, case, figures, with_conduct=True) if lack.address.part in parts]


def _first(ones: Sequence[Lack], others: Sequence[Lack], case: Case, figures: Rules) -> Overlap | None:
    for one, other in product(ones, others):
        joint = _joint(one.needs, other.needs, terms())
        if joint is not None and _both(one.address, other.address, joint, case, figures):
            facts = tuple(need.terms[0] for need in sorted(joint))
            return Overlap(one.address, other.address, facts)
    return None


def _joint(one: Needs, other: Needs, vocabulary: Terms) -> Needs | None:
    """The needs of both, each question answered once; None where no answer is both or no conduct is asked for."""
    ours, theirs = {need.facet: need for need in one}, {need.facet: need for need in other}
    if "conduct" not in ours or "conduct" not in theirs or len(ours) < len(one) or len(theirs) < len(other):
        return None
    joint = {**ours, **theirs}
    for facet in ours.keys() & theirs.keys():
        answer = _common(ours[facet].terms, theirs[facet].terms, vocabulary)
        if answer is None:
            return None
        joint[facet] = Need(facet, (answer,))
    return frozenset(joint.values())


def _common(ours: Sequence[str], theirs: Sequence[str], vocabulary: Terms) -> str | None:
    """A term that is one of each, itself or as what is narrower."""
    for one, other in product(ours, theirs):
        if one == other or one in vocabulary.wide.get(other, ()):
            return other
        if other in vocabulary.wide.get(one, ()):
            return one
    return None


def _both(one: Address, other: Address, joint: Needs, case: Case, figures: Rules) -> bool:
    deeds = fulfilling(case.deeds[0], joint, figures)
    (answer,) = qualify(Case(case.id, case.jurisdiction, case.persons, deeds, closed=True)).answers
    charged = {charge.address.article for charge in answer.charges}
    return {one.article, other.article} <= charged
