"""The truth of every node in every act of every case: the cases in which it is so, those in which it is not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from saralau.cases.columns.model import Act, Bits, Cases
from saralau.cases.columns.program import Fits, Joint, Limit, Node, Occurrence, Program
from saralau.cases.vocabulary import terms


class Trits(NamedTuple):
    """A truth by case: fulfilled, not fulfilled; in the rest it is unknown.

    `met` and `open` are the cases in which conduct of the act itself is among what is fulfilled, or among that on which it
    hangs; without it an article is not worth a word.
    """

    yes: Bits
    no: Bits
    met: Bits = 0
    open: Bits = 0


@dataclass(frozen=True, slots=True)
class Truths:
    """Every node of a program by act, in its order."""

    cases: Cases
    nodes: Sequence[Sequence[Trits]]

    def of(self, node: int, act: int) -> Trits:
        """The truth of a node in an act."""
        return self.nodes[node][act]

    def met(self, spoken: Occurrence, act: int, within: Bits) -> Mapping[int, Bits]:
        """By act, the cases among those in which a part is fulfilled at `act` in which it is so by this element."""
        for branch in (*spoken.branches, *(() if spoken.through is not None else (spoken.node,))):
            within &= self.nodes[branch][act].yes
        if spoken.through is None:
            return {act: within}
        found = {}
        for other, named in self.cases.acts[act].means.items():
            there = within & named
            for branch in (*spoken.through, spoken.node):
                there &= self.nodes[branch][other].yes
            found[other] = there
        return found


def truths(program: Program, cases: Cases) -> Truths:
    """Judges every node over all cases, once."""
    return _truths(program, cases, lambda node: True, ())


def truths_again(program: Program, cases: Cases, facet: str, before: Truths) -> Truths:
    """Judges again what speaks of a facet in which alone the cases differ from those before."""
    changed: set[int] = set()
    for number, node in enumerate(program.nodes):
        if (isinstance(node, Fits) and node.facet == facet) or (isinstance(node, Joint) and not changed.isdisjoint(node.of)):
            changed.add(number)
    return _truths(program, cases, changed.__contains__, before.nodes)


def _truths(program: Program, cases: Cases, concerns: Callable[[int], bool], before: Sequence[Sequence[Trits]]) -> Truths:
    judged: list[Sequence[Trits]] = []
    asked = _asked(cases)
    everywhere = cases.all
    for number, node in enumerate(program.nodes):
        if concerns(number):
            judged.append([_judged(node, at, cases, judged, told, everywhere) for at, told in enumerate(asked)])
        else:
            judged.append(before[number])
    return Truths(cases, judged)


class _Asked(NamedTuple):
    """Of one act, by facet: the cases with any answer, and those in which what is not told is not so."""

    any: Mapping[str, Bits]
    absent: Mapping[str, Bits]


def _asked(cases: Cases) -> list[_Asked]:
    facet_of = terms().facet_of
    found = []
    for act in cases.acts:
        told: dict[str, Bits] = {}
        for term, bits in act.told.items():
            told[facet_of[term]] = told.get(facet_of[term], 0) | bits
        facets = (*terms().facets, "amount", "means")
        absent = {f: (cases.closed | act.complete.get(f, 0)) & ~act.unknown.get(f, 0) for f in facets}
        found.append(_Asked(told, absent))
    return found


def _judged(node: Node, at: int, cases: Cases, known: Sequence[Sequence[Trits]], asked: _Asked, everywhere: Bits) -> Trits:
    act = cases.acts[at]
    if isinstance(node, Fits):
        return _fits(node, act, asked, everywhere)
    if isinstance(node, Limit):
        return _limit(node, act, asked, everywhere)
    if node.kind == "through":
        return _through(node, act, known, asked, everywhere)
    parts = [known[number][at] for number in node.of]
    if node.kind == "all":
        return _all(parts, everywhere)
    return _any(parts, everywhere) if node.kind == "any" else _not(parts[0], everywhere)


def _fits(node: Fits, act: Act, asked: _Asked, everywhere: Bits) -> Trits:
    yes = vague = 0
    for term in node.fitting:
        yes |= act.told.get(term, 0)
    for term in node.vague:  # perhaps less precisely than the law asks
        vague |= act.told.get(term, 0)
    vague &= ~yes
    absent = asked.absent[node.facet]
    if node.single:
        absent |= asked.any.get(node.facet, 0)
    no = everywhere & ~yes & ~vague & absent
    return Trits(yes, no, yes, vague) if node.facet == "conduct" else Trits(yes, no)


def _limit(node: Limit, act: Act, asked: _Asked, everywhere: Bits) -> Trits:
    untold = everywhere & ~act.amounts & asked.absent["amount"]
    if node.times is None:
        return Trits(0, untold)
    over = act.over.get(node.times, 0)
    under = act.sums & ~over
    return Trits(under, over | untold) if node.up_to else Trits(over, under | untold)


def _through(node: Joint, act: Act, known: Sequence[Sequence[Trits]], asked: _Asked, everywhere: Bits) -> Trits:
    inner = known[node.of[0]]
    yes, no, named = 0, everywhere, 0
    for other, bits in act.means.items():
        named |= bits
        yes |= bits & inner[other].yes
        no &= ~bits | inner[other].no
    untold = ~named | act.unknown.get("means", 0)
    return Trits(yes, no & (~untold | asked.absent["means"]))


def _all(parts: Sequence[Trits], everywhere: Bits) -> Trits:
    yes, no, met, opened = everywhere, 0, 0, 0
    for part in parts:
        yes &= part.yes
        no |= part.no
        met |= part.met
        opened |= part.open & ~part.yes & ~part.no
    return Trits(yes, no, met, opened & ~no)


def _any(parts: Sequence[Trits], everywhere: Bits) -> Trits:
    yes, no = 0, everywhere
    for part in parts:
        yes |= part.yes
        no &= part.no
    met = opened = 0
    for part in parts:  # what counts is what makes it so, or may
        hangs = ~(yes | part.yes | part.no)
        met |= part.met & (part.yes | hangs)
        opened |= part.open & hangs
    return Trits(yes, no, met, opened)


def _not(part: Trits, everywhere: Bits) -> Trits:
    return Trits(part.no, part.yes, 0, part.open & ~part.yes & ~part.no & everywhere)
