"""The three tests of absorption over all cases in which two charges meet; `saralau.cases.absorbing` says the same of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from saralau.cases.absorbing import HOW
from saralau.cases.columns.charging import PartOf
from saralau.cases.columns.model import Bits, Cases
from saralau.cases.columns.program import CompiledPart, Fits, Program
from saralau.cases.columns.truth import Truths


@dataclass(frozen=True, slots=True)
class Charged:
    """A charge by act: where it stands, and where each element is met, by act of the charge and act of the element."""

    what: PartOf
    acts: tuple[Bits, ...]
    met: Mapping[Met, Bits]

    @property
    def cases(self) -> Bits:
        """All cases with this charge."""
        found = 0
        for bits in self.acts:
            found |= bits
        return found


class Met(NamedTuple):
    """An element that is fulfilled: its facet and terms, its node, the act in which it is so."""

    facet: str
    terms: tuple[str, ...]
    node: int
    act: int


class Tests(NamedTuple):
    """Where one charge absorbs another; where that hangs, or turns on how the words are read."""

    yes: Bits
    unknown: Bits
    disputed: Bits


def met_at(parts: Sequence[CompiledPart], found: Truths, act: int, charged: Bits) -> dict[Met, Bits]:
    """Every element that is met by a charge of an article: those of all its fulfilled parts."""
    met: dict[Met, Bits] = {}
    for part in parts:
        within = charged & found.of(part.root, act).yes
        if not within:
            continue
        for spoken in part.occurrences:
            for at, bits in found.met(spoken, act, within).items():
                if bits:
                    key = Met(spoken.facet, spoken.terms, spoken.node, at)
                    met[key] = met.get(key, 0) | bits
    return met


def absorbs(a: Charged, b: Charged, cases: Cases, program: Program, losses: frozenset[str]) -> Tests | None:
    """Where A takes account of B; A is the graver charge. None where they have nowhere to do with each other."""
    same, linked = _same(a, b), _linked(a, b, cases)
    meeting = a.cases & b.cases & (same | linked)
    if not meeting:
        return None
    named = _named(a, b, cases, program)
    conduct = meeting
    for act, done in enumerate(b.acts):
        conduct &= ~done | named[act]
    covered = brought = meeting
    covered_no = brought_no = 0
    for finding, bits in b.met.items():
        if finding.facet in HOW:
            here = bits & ~named[finding.act]
            yes = _brought(finding, a, cases, program)
            brought &= ~here | yes
            brought_no |= here & ~yes
        else:
            yes, no = _covered(finding, a, cases, losses, meeting)
            covered &= ~bits | yes
            covered_no |= bits & no
    yes = conduct & covered & brought
    no = meeting & (~conduct | covered_no | brought_no)
    otherwise_no = covered_no | ~(linked & ~conduct)
    return Tests(yes, meeting & ~yes & ~no, no & ~otherwise_no)


def _same(a: Charged, b: Charged) -> Bits:
    found = -1
    for one, other in zip(a.acts, b.acts, strict=True):
        found &= ~(one ^ other)
    return found


def _linked(a: Charged, b: Charged, cases: Cases) -> Bits:
    """Where every act of B is among the means of one of A."""
    found = -1
    for act, done in enumerate(b.acts):
        through = 0
        for at, charged in enumerate(a.acts):
            through |= charged & cases.acts[at].means.get(act, 0)
        found &= ~done | through
    return found


def _named(a: Charged, b: Charged, cases: Cases, program: Program) -> list[Bits]:
    """By act of B, where A's elements name its conduct: everything that it did and B punishes is what A speaks of."""
    found = [0] * len(b.acts)
    for one, where in a.met.items():
        if one.facet != "conduct":
            continue
        for other, there in b.met.items():
            if other.facet == "conduct" and other.act == one.act:
                both = where & there & b.acts[one.act]
                if both & ~found[one.act]:
                    found[one.act] |= both & ~_beyond(other, one, cases, program)
    return found


def _brought(finding: Met, a: Charged, cases: Cases, program: Program) -> Bits:
    """Where A names what B's conduct was and was done to."""
    found = 0
    for one, where in a.met.items():
        if one.facet == finding.facet and where & ~found:
            found |= where & ~_beyond(finding, one, cases, program)
    return found


def _beyond(finding: Met, other: Met, cases: Cases, program: Program) -> Bits:
    """Where a fact that fulfils an element is none of those that fulfil another."""
    wanted, offered = program.nodes[finding.node], program.nodes[other.node]
    if not isinstance(wanted, Fits) or not isinstance(offered, Fits):
        return 0
    told, there = cases.acts[finding.act].told, cases.acts[other.act].told
    fitting = set(offered.fitting)
    found = 0
    for term in wanted.fitting:
        if bits := told.get(term, 0):
            found |= bits & ~there.get(term, 0) if term in fitting else bits
    return found


def _covered(finding: Met, a: Charged, cases: Cases, losses: frozenset[str], meeting: Bits) -> tuple[Bits, Bits]:
    """Where A takes account of an element of B, and where not: it names the same, or B's harm is the loss punished by A."""
    yes = 0
    for one, where in a.met.items():
        if one.facet == finding.facet and not set(one.terms).isdisjoint(finding.terms):
            yes |= where
    if finding.facet != "consequence" or losses.isdisjoint(finding.terms):
        return yes, meeting & ~yes
    told = of_one = unnamed = 0
    for at, charged in enumerate(a.acts):
        act = cases.acts[at]
        told |= charged & act.damage
        unnamed |= charged & act.damage & ~act.damage_named
        of_one |= charged & cases.loss_of.get((at, finding.act), 0)
    unnamed |= told & ~cases.acts[finding.act].harm_named
    known = told & ~unnamed
    return yes | (known & of_one), meeting & ~yes & (~told | (known & ~of_one))


def ranked(charged: Sequence[Charged], places: Mapping[str, int]) -> Iterator[tuple[Charged, Bits]]:
    """Charges, the gravest first, of equal ones the first by act and article; each with the cases where it stands there."""
    groups: dict[tuple[int, ...], list[Charged]] = {}
    for one in charged:
        groups.setdefault(one.what.part.severity, []).append(one)
    for severity in sorted(groups, reverse=True):
        group = sorted(groups[severity], key=lambda one: places[one.what.part.address.article])
        seen = [0] * len(group)
        for act in range(len(group[0].acts)):
            for at, one in enumerate(group):
                if first := one.acts[act] & ~seen[at]:
                    seen[at] |= first
                    yield one, first
