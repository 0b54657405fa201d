"""The three tests of absorption over all cases in which two charges meet; `saralau.cases.absorbing` says the same of one.

Charges of one article that stand at the same acts are one group: the same elements fulfil them, whichever part it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from saralau.cases.absorbing import HOW
from saralau.cases.columns.charging import PartOf
from saralau.cases.columns.model import Bits, Cases
from saralau.cases.columns.program import CompiledPart, Fits, Program
from saralau.cases.columns.truth import Truths


class Met(NamedTuple):
    """An element that is fulfilled: its facet and terms, its node, the act in which it is so."""

    facet: str
    terms: tuple[str, ...]
    node: int
    act: int


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Charges of one article in one edition that stand at the same acts: the cases by part, where each element is met.

    `conduct` are all terms of conduct by which they can be fulfilled, `gravest` and `mildest` how severe their parts are.
    """

    article: str
    edition: str
    acts: tuple[int, ...]
    parts: Mapping[CompiledPart, Bits]
    cases: Bits
    met: Mapping[Met, Bits]
    conduct: frozenset[str]
    gravest: tuple[int, ...]
    mildest: tuple[int, ...]


class Tests(NamedTuple):
    """Where one group absorbs another; where that hangs on a fact, where it turns on how words are read."""

    yes: Bits
    unknown: Bits
    disputed: Bits


def grouped(charges: Mapping[PartOf, Sequence[Bits]], found: Truths, program: Program) -> list[Group]:
    """The charges in groups; each case of a part is in the one group of the acts at which that part stands there."""
    parts: dict[tuple[str, str, tuple[int, ...]], dict[CompiledPart, Bits]] = {}
    for what, acts in charges.items():
        for standing, bits in _patterns(acts):
            parts.setdefault((what.part.address.article, what.edition, standing), {})[what.part] = bits
    groups = []
    for (article, edition, standing), by_part in parts.items():
        cases = 0
        for bits in by_part.values():
            cases |= bits
        met = _met(program.articles[article, edition], found, standing, cases)
        conduct = {one.node for one in met if one.facet == "conduct"}
        terms = frozenset(term for node in conduct for term in program.nodes[node].fitting)  # type: ignore[union-attr]
        severity = sorted(part.severity for part in by_part)
        groups.append(Group(article, edition, standing, by_part, cases, met, terms, severity[-1], severity[0]))
    return groups


def _patterns(acts: Sequence[Bits]) -> Iterator[tuple[tuple[int, ...], Bits]]:
    """The sets of acts at which something stands, each with the cases in which it stands at just these."""
    found: dict[tuple[int, ...], Bits] = {(): -1}
    for act, bits in enumerate(acts):
        split = {(*standing, act): cases & bits for standing, cases in found.items()}
        found = {standing: cases & ~bits for standing, cases in found.items()} | split
        found = {standing: cases for standing, cases in found.items() if cases}
    return ((standing, cases) for standing, cases in found.items() if standing)


def _met(parts: Sequence[CompiledPart], found: Truths, acts: Sequence[int], cases: Bits) -> dict[Met, Bits]:
    """Every element that is met by a charge of an article: those of all its fulfilled parts, over all its acts."""
    met: dict[Met, Bits] = {}
    for act in acts:
        for part in parts:
            within = cases & found.of(part.root, act).yes
            for spoken in part.occurrences if within else ():
                for at, bits in found.met(spoken, act, within).items():
                    if bits:
                        key = Met(spoken.facet, spoken.terms, spoken.node, at)
                        met[key] = met.get(key, 0) | bits
    return met


@dataclass(frozen=True, slots=True)
class Meetings:
    """The tests over some cases. What one group says of an element of another is known once it is asked."""

    cases: Cases
    program: Program
    losses: frozenset[str]  # consequences that a taking's loss is, when it is the same person's
    beyond: dict[tuple[Met, Met], Bits] = field(default_factory=dict)
    named: dict[tuple[int, Met], Bits] = field(default_factory=dict)
    covered: dict[tuple[int, Met], tuple[Bits, Bits]] = field(default_factory=dict)
    reached: dict[tuple[int, tuple[int, ...]], Bits] = field(default_factory=dict)

    def over(self, groups: Sequence[Group]) -> Iterator[tuple[Group, list[tuple[Group, Tests]]]]:
        """Every group with those that absorb it somewhere, or may.

        Most pairs never come near each other, which what they are made of tells before any case is looked at: who is graver
        nowhere, or names nothing of an element that the other always has, takes no account of it.
        """
        needs, covers = self._elements_of(groups)
        by_conduct: dict[tuple[tuple[int, ...], str], list[int]] = {}
        for at, group in enumerate(groups):
            for term in group.conduct:
                by_conduct.setdefault((group.acts, term), []).append(at)
        reaching = {acts: [at for at, a in enumerate(groups) if self._linked(a, acts)] for acts in {b.acts for b in groups}}
        linked: dict[tuple[int, ...], dict[str, Bits]] = {acts: {} for acts in reaching}
        for acts, by_article in linked.items():
            for at in reaching[acts]:
                a = groups[at]
                by_article[a.article] = by_article.get(a.article, 0) | self._linked(a, acts)
        for at, b in enumerate(groups):
            near = dict.fromkeys([*reaching[b.acts], *(near for term in b.conduct for near in by_conduct[b.acts, term])])
            need, mildest, hits, meets = needs[at], b.mildest, [], dict[str, bool]()
            for other in near:
                a = groups[other]
                if need & ~covers[other] or a.gravest <= mildest or other == at:
                    continue
                if a.acts != b.acts:  # most articles meet nowhere, which is told for all their groups at once
                    if a.article not in meets:
                        meets[a.article] = bool(linked[b.acts][a.article] & b.cases)
                    if not meets[a.article]:
                        continue
                if (found := self.tests(a, b)) is not None:
                    hits.append((a, found))
            yield b, hits

    def _elements_of(self, groups: Sequence[Group]) -> tuple[list[int], list[int]]:
        """As sets of numbers: of each group the elements that it always has, and those of any group that it can cover."""
        known: dict[tuple[str, tuple[str, ...]], int] = {}
        for group in groups:
            for one in group.met:
                known.setdefault((one.facet, one.terms), len(known))
        kin = {
            key: sum(
                1 << at for (facet, terms), at in known.items() if facet == key[0] and not set(terms).isdisjoint(key[1])
            )
            for key in known
        }
        needs, covers = [], []
        for group in groups:
            need = cover = 0
            for one, bits in group.met.items():
                cover |= kin[one.facet, one.terms]
                loss = one.facet == "consequence" and not self.losses.isdisjoint(one.terms)
                if bits == group.cases and one.facet not in HOW and not loss:
                    need |= 1 << known[one.facet, one.terms]
            needs.append(need)
            covers.append(cover)
        return needs, covers

    def tests(self, a: Group, b: Group) -> Tests | None:
        """Where A takes account of B; None where they have nowhere to do with each other, or A is nowhere the graver."""
        linked = self._linked(a, b.acts)
        meeting = (a.cases if a.acts == b.acts else linked) & b.cases
        if not meeting or not (meeting := meeting & _graver(a, b)):
            return None
        named = {act: self._conduct(a, b, act) for act in b.acts}
        conduct = meeting
        for bits in named.values():
            conduct &= bits
        disputed = meeting & linked & ~conduct
        if not conduct and not disputed:
            return None
        covered = self._elements(a, b, named, conduct, disputed)
        yes, no = conduct & covered.yes & covered.brought, covered.no | covered.not_brought
        return Tests(yes, conduct & ~yes & ~no, disputed & ~covered.no)

    def _elements(self, a: Group, b: Group, named: Mapping[int, Bits], conduct: Bits, disputed: Bits) -> _Elements:
        """Whether every element of B is covered, and where the means is not named what it brings with it."""
        yes = brought = -1
        no = not_brought = 0
        for finding, bits in b.met.items():
            if finding.facet not in HOW:
                here = bits & (conduct | disputed)
                if here:
                    said, denied = self._covered(a, finding)
                    yes &= ~here | said
                    no |= here & denied
            elif here := bits & conduct & ~named.get(finding.act, 0):
                said = self._names(a, finding)
                brought &= ~here | said
                not_brought |= here & ~said
        return _Elements(yes, no, brought, not_brought)

    def _linked(self, a: Group, acts: tuple[int, ...]) -> Bits:
        """Where every one of some acts is among the means of one of A."""
        key = (id(a), acts)
        if key not in self.reached:
            found = a.cases
            for act in acts:
                through = 0
                for at in a.acts:
                    through |= self.cases.acts[at].means.get(act, 0)
                found &= through
            self.reached[key] = found
        return self.reached[key]

    def _conduct(self, a: Group, b: Group, act: int) -> Bits:
        """Where A's elements name what B punishes in one of its acts: everything that it did there is what A speaks of."""
        found = 0
        for other, there in b.met.items():
            if other.facet == "conduct" and other.act == act:
                found |= there & self._names(a, other, act)
        return found

    def _names(self, a: Group, finding: Met, act: int | None = None) -> Bits:
        """Where an element of A in the same facet, at that act or at any, holds every fact that fulfils an element of B."""
        key = (id(a), finding if act is None else finding._replace(terms=(str(act),)))
        if key not in self.named:
            found = 0
            for one, where in a.met.items():
                if one.facet == finding.facet and (act is None or one.act == act) and where & ~found:
                    found |= where & ~self._beyond(finding, one)
            self.named[key] = found
        return self.named[key]

    def _beyond(self, finding: Met, other: Met) -> Bits:
        """Where a fact that fulfils an element is none of those that fulfil another."""
        key = (finding, other)
        if key not in self.beyond:
            wanted, offered = self.program.nodes[finding.node], self.program.nodes[other.node]
            found = 0
            if isinstance(wanted, Fits) and isinstance(offered, Fits):
                told, there = self.cases.acts[finding.act].told, self.cases.acts[other.act].told
                fitting = set(offered.fitting)
                for term in wanted.fitting:
                    if bits := told.get(term, 0):
                        found |= bits & ~there.get(term, 0) if term in fitting else bits
            self.beyond[key] = found
        return self.beyond[key]

    def _covered(self, a: Group, finding: Met) -> tuple[Bits, Bits]:
        """Where A takes account of an element of B, and where not: it names the same, or B's harm is A's loss."""
        key = (id(a), finding)
        if key not in self.covered:
            yes = 0
            for one, where in a.met.items():
                if one.facet == finding.facet and not set(one.terms).isdisjoint(finding.terms):
                    yes |= where
            loss = finding.facet == "consequence" and not self.losses.isdisjoint(finding.terms)
            same, other = self._loss(a, finding) if loss else (0, a.cases)
            self.covered[key] = (yes | same, other & ~yes)
        return self.covered[key]

    def _loss(self, a: Group, finding: Met) -> tuple[Bits, Bits]:
        """Where the harm and the loss are the same person's, and where they are not; in the rest it is not told whose."""
        told = named = 0
        unnamed, same = 0, 0
        for at in a.acts:
            act = self.cases.acts[at]
            told |= act.damage
            named |= act.damage_named
            unnamed |= act.damage & ~act.damage_named
            same |= self.cases.loss_of.get((at, finding.act), 0)
        known = told & ~unnamed & self.cases.acts[finding.act].harm_named
        return a.cases & known & same, a.cases & (~told | (known & ~same))


class _Elements(NamedTuple):
    """Where all elements are covered, where one is not; where all that the means brings is, where something is not."""

    yes: Bits
    no: Bits
    brought: Bits
    not_brought: Bits


def _graver(a: Group, b: Group) -> Bits:
    """Where the part of A is graver than that of B."""
    found = 0
    for part, bits in a.parts.items():
        milder = 0
        for other, there in b.parts.items():
            if part.severity > other.severity:
                milder |= there
        found |= bits & milder
    return found
