"""What an act lacks to be an offence: the smallest sets of further facts under which a part of a code punishes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from saralau.acts import Address
from saralau.cases.encoding import Article
from saralau.cases.formula import All, Either, Element, Formula, Not, Size, Through, judge
from saralau.cases.model import Amount, Case, Deed, Fact
from saralau.cases.vocabulary import Terms, terms
from saralau.cases.weighing import Rules

MOST = 4  # further facts; sets of more are not looked for


class Need(NamedTuple):
    """One further fact: a facet answered by one of the terms. "amount": a sum of a legal size; "means": another act."""

    facet: str
    terms: tuple[str, ...]


Needs = frozenset[Need]


class Lack(NamedTuple):
    """A part, and the further facts under which the act fulfils it.

    `together` tells that the part names this conduct, but only together with the other that is among the needs.
    """

    address: Address
    needs: Needs
    together: bool = False


def lacks(article: Article, deed: Deed, case: Case, rules: Rules, with_conduct: bool = False) -> list[Lack]:
    """The smallest sets for each part, smallest first, complete up to `MOST` facts.

    An act stays the act that it is: other conduct is no further fact, unless `with_conduct` asks what would have to be
    punished besides.
    """
    search = _Search(deed, case, rules, article.number, terms(), with_conduct)
    bases: dict[str, list[Needs]] = {}
    found: list[Lack] = []
    for part in article.parts:
        demands = [_smallest([one for named in part.of for one in bases[named]])] if part.of else []
        if part.own is not None:
            demands.append(search.sets(part.own))
        points = {number: search.sets(formula) for number, formula in part.points.items()}
        bases |= {f"{part.number}.{number}": _together([*demands, sets]) for number, sets in points.items()}
        if points:
            demands.append(_smallest([one for sets in points.values() for one in sets]))
        bases[part.number] = _together(demands)
        found += [Lack(Address(article.number, part.number), needs) for needs in bases[part.number]]
    return sorted(found, key=lambda lack: (len(lack.needs), lack.address.sort_key, sorted(lack.needs)))


class _Search(NamedTuple):
    deed: Deed
    case: Case
    rules: Rules
    article: str
    vocabulary: Terms
    with_conduct: bool

    def sets(self, formula: Formula) -> list[Needs]:
        """The sets under which a formula is fulfilled; none where the act excludes it."""
        if isinstance(formula, Element):
            return self._element(formula)
        if isinstance(formula, Size):
            return [frozenset({Need("amount", (formula.size,))})]
        if isinstance(formula, Through):
            acts = [self._replace(deed=self.case.deed(id)).sets(formula.inner) for id in self.deed.means]
            told = [one for sets in acts for one in sets]
            return _smallest([*told, frozenset({Need("means", tuple(words_of(formula.inner)))})])
        if isinstance(formula, Not):
            verdict = judge(formula.inner, self.deed, self.case, self.vocabulary, lambda _size, _deed: False)
            return [frozenset()] if verdict.truth is False else []
        sets = [self.sets(part) for part in formula.parts]
        return _together(sets) if isinstance(formula, All) else _smallest([one for found in sets for one in found])

    def _element(self, element: Element) -> list[Needs]:
        told = self.deed.facts.get(element.facet, ())
        wide = self.vocabulary.wide
        if any(not wide[fact.term].isdisjoint(element.terms) for fact in told):
            return [frozenset()]
        vague = any(fact.term in wide[term] for term in element.terms for fact in told)
        closed = self.vocabulary.facets[element.facet] or (element.facet == "conduct" and not self.with_conduct)
        if told and closed and not vague:
            return []
        return [frozenset({Need(element.facet, element.terms)})]


def words_of(formula: Formula) -> Iterable[str]:
    """The terms of which a formula speaks."""
    if isinstance(formula, Element):
        yield from formula.terms
    elif isinstance(formula, All | Either):
        for part in formula.parts:
            yield from words_of(part)


def _together(groups: Sequence[Sequence[Needs]]) -> list[Needs]:
    """One set of each group, united."""
    found: list[Needs] = [frozenset()]
    for group in groups:
        found = _smallest([one | other for one in found for other in group if len(one | other) <= MOST])
    return found


def _smallest(sets: Sequence[Needs]) -> list[Needs]:
    """Those that hold no other."""
    found: list[Needs] = []
    for one in sorted(set(sets), key=lambda needs: (len(needs), sorted(needs))):
        if not any(other <= one for other in found):
            found.append(one)
    return found


def fulfilling(deed: Deed, needs: Needs, rules: Rules) -> tuple[Deed, ...]:
    """The act with the further facts, and the acts among its means that these ask for; sums lie far beyond any size."""
    most = {row["amount"] for row in rules.data["thresholds"] if row.get("up_to")}  # sizes that are a limit from above
    facts: dict[str, tuple[Fact, ...]] = dict(deed.facts)
    means: list[Deed] = []
    amounts = deed.amounts
    for need in sorted(needs):
        if need.facet == "amount":
            amounts = (*amounts, Amount("damage", 1 if need.terms[0] in most else 10**12, rules.data["currency"]))
        elif need.facet == "means":
            means.append(Deed(f"means{len(means) + 1}", deed.date, deed.by, _by_facet(need.terms)))
        else:
            facts[need.facet] = (*facts.get(need.facet, ()), Fact(need.terms[0]))
    named = (*deed.means, *(one.id for one in means))
    return (*means, replace(deed, facts=facts, amounts=amounts, means=named))


def _by_facet(words: Sequence[str]) -> Mapping[str, tuple[Fact, ...]]:
    found: dict[str, tuple[Fact, ...]] = {}
    for word in words:
        facet = terms().facet_of[word]
        if facet not in found or not terms().facets[facet]:
            found[facet] = (*found.get(facet, ()), Fact(word))
    return found
