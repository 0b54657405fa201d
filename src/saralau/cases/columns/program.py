"""The encoded offences of an edition as one list of nodes, each behind what it is made of; equal formulas are one node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from saralau.acts import Address
from saralau.cases.encoding import Article, Encoding, Part
from saralau.cases.formula import All, Either, Element, Formula, Not, Size, Through
from saralau.cases.vocabulary import Terms, terms
from saralau.cases.weighing import Rules
from saralau.offences import Offence


class Fits(NamedTuple):
    """An element: the terms that fulfil it, the wider ones that leave it open, whether its facet has one answer."""

    facet: str
    fitting: tuple[str, ...]
    vague: tuple[str, ...]
    single: bool


class Limit(NamedTuple):
    """A size of amount as a limit in times the index; None where nothing says what the size is."""

    times: int | None
    up_to: bool


class Joint(NamedTuple):
    """What is made of other nodes: "all", "any", "not", "through"."""

    kind: str
    of: tuple[int, ...]


Node = Fits | Limit | Joint


class Occurrence(NamedTuple):
    """An element where a part speaks of it: fulfilled if the part is, the element is, and so are the branches on the way.

    `through` are node and branches in the act that is named as a means; None for an element of the act itself.
    """

    facet: str
    terms: tuple[str, ...]
    node: int
    branches: tuple[int, ...]
    through: tuple[int, ...] | None


@dataclass(frozen=True, slots=True, eq=False)
class CompiledPart:
    """A part: the node of its truth, those of its points, what it speaks of, its gravity, the age of liability."""

    address: Address
    root: int
    points: Mapping[str, int]
    extends: bool
    occurrences: tuple[Occurrence, ...]
    severity: tuple[int, ...]
    age: int
    offence: Offence


@dataclass(frozen=True, slots=True)
class Program:
    """All nodes in order, and the parts of each article by edition."""

    nodes: tuple[Node, ...]
    articles: Mapping[tuple[str, str], tuple[CompiledPart, ...]]


@dataclass(slots=True)
class _Nodes:
    vocabulary: Terms
    rules: Rules
    known: dict[Node, int] = field(default_factory=dict)
    narrower: dict[str, list[str]] = field(default_factory=dict)

    def number(self, node: Node) -> int:
        return self.known.setdefault(node, len(self.known))

    def joint(self, kind: str, of: Iterable[int]) -> int:
        parts = tuple(of)
        return parts[0] if len(parts) == 1 and kind in ("all", "any") else self.number(Joint(kind, parts))

    def fits(self, element: Element) -> int:
        wide = self.vocabulary.wide
        fitting = tuple(dict.fromkeys(term for wanted in element.terms for term in self.narrower[wanted]))
        vague = {wider for term in element.terms for wider in wide[term]}.difference(fitting)
        return self.number(Fits(element.facet, fitting, tuple(sorted(vague)), self.vocabulary.facets[element.facet]))

    def formula(self, formula: Formula, article: str) -> int:
        if isinstance(formula, Element):
            return self.fits(formula)
        if isinstance(formula, Size):
            row = self.rules.threshold(formula.size, article)
            return self.number(Limit(None, False) if row is None else Limit(int(row["times"]), bool(row.get("up_to"))))
        if isinstance(formula, Through | Not):
            kind = "through" if isinstance(formula, Through) else "not"
            return self.number(Joint(kind, (self.formula(formula.inner, article),)))
        kind = "all" if isinstance(formula, All) else "any"
        return self.joint(kind, [self.formula(part, article) for part in formula.parts])


def compiled(law: Encoding, rules: Rules) -> Program:
    """The program of every edition of an encoding."""
    vocabulary = terms()
    narrower: dict[str, list[str]] = {}
    for term, wide in vocabulary.wide.items():
        for wider in wide:
            narrower.setdefault(wider, []).append(term)
    nodes = _Nodes(vocabulary, rules, narrower=narrower)
    articles = {
        (number, wording.edition): tuple(_article(article, nodes))
        for wording in law.wordings
        for number, article in wording.articles.items()
    }
    return Program(tuple(nodes.known), articles)


def _article(article: Article, nodes: _Nodes) -> Iterator[CompiledPart]:
    bases: dict[str, int] = {}
    for part in article.parts:
        demands = [nodes.joint("any", [bases[named] for named in part.of])] if part.of else []
        if part.own is not None:
            demands.append(nodes.formula(part.own, article.number))
        points = {number: nodes.formula(formula, article.number) for number, formula in part.points.items()}
        bases |= {f"{part.number}.{number}": nodes.joint("all", [*demands, point]) for number, point in points.items()}
        if points:
            demands.append(nodes.joint("any", list(points.values())))
        bases[part.number] = nodes.joint("all", demands)
        address = Address(article.number, part.number)
        yield CompiledPart(
            address,
            bases[part.number],
            points,
            bool(part.of),
            tuple(dict.fromkeys(_spoken_of(part, article.number, nodes))),
            nodes.rules.severity(part.offence),
            nodes.rules.age_for(address),
            part.offence,
        )


def _spoken_of(part: Part, article: str, nodes: _Nodes) -> Iterator[Occurrence]:
    if part.own is not None:
        yield from _occurrences(part.own, article, nodes, (), None)
    for formula in part.points.values():
        yield from _occurrences(formula, article, nodes, (nodes.formula(formula, article),), None)


def _occurrences(
    formula: Formula, article: str, nodes: _Nodes, branches: tuple[int, ...], through: tuple[int, ...] | None
) -> Iterator[Occurrence]:
    """Every element of a formula but what must not be so: an absence is no element of which another could take account."""
    if isinstance(formula, Element):
        yield Occurrence(formula.facet, formula.terms, nodes.formula(formula, article), branches, through)
    elif isinstance(formula, Size):
        yield Occurrence("amount", (formula.size,), nodes.formula(formula, article), branches, through)
    elif isinstance(formula, Through):
        inner = nodes.formula(formula.inner, article)
        yield from _occurrences(formula.inner, article, nodes, branches, (*(through or ()), inner))
    elif isinstance(formula, All):
        for part in formula.parts:
            yield from _occurrences(part, article, nodes, branches, through)
    elif isinstance(formula, Either):
        for part in formula.parts:
            branch = nodes.formula(part, article)
            if through is None:
                yield from _occurrences(part, article, nodes, (*branches, branch), None)
            else:
                yield from _occurrences(part, article, nodes, branches, (*through, branch))
