"""Elements of an offence as a formula, judged in three values: fulfilled, not fulfilled, unknown, each with its reasons."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from saralau.cases.model import Case, Deed, Fact
from saralau.cases.vocabulary import Terms
from saralau.messages import InputError

Truth = bool | None  # None: unknown


@dataclass(frozen=True, slots=True)
class Element:
    """One demand: that an act answers a facet by one of the terms."""

    facet: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Size:
    """A demand that an amount of the act is of a legal size ("large"), which the pack computes."""

    size: str


@dataclass(frozen=True, slots=True)
class Through:
    """A demand on an act that this one names among its means."""

    inner: Formula


@dataclass(frozen=True, slots=True)
class All:
    """Every part."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What must not be so."""

    inner: Formula


Formula = Element | Size | Through | All | Either | Not


class Finding(NamedTuple):
    """What became of one element at one act. `facts` are the answers that fulfil it, or might.

    `assumed` tells that it fails only because the case says that what it does not name did not happen.
    """

    deed: str
    facet: str
    terms: tuple[str, ...]
    facts: tuple[Fact, ...] = ()
    assumed: bool = False


class Verdict(NamedTuple):
    """The truth of a formula; what it is fulfilled by; the first element that fails; what it hangs on."""

    truth: Truth
    met: tuple[Finding, ...] = ()
    failed: tuple[Finding, ...] = ()
    open: tuple[Finding, ...] = ()


def read_formula(data: Mapping[str, Any], vocabulary: Terms, where: str) -> Formula:
    """A formula of a pack: `all`, `any`, `not`, `through`, `amount`, facets with terms. InputError names a strange word."""
    parts: list[Formula] = []
    for key, value in data.items():
        if key == "all":
            parts += [read_formula(part, vocabulary, where) for part in value]
        elif key == "any":
            parts.append(Either(tuple(read_formula(part, vocabulary, where) for part in value)))
        elif key == "not":
            parts.append(Not(read_formula(value, vocabulary, where)))
        elif key == "through":
            parts.append(Through(read_formula(value, vocabulary, where)))
        elif key == "amount":
            parts.append(Size(str(value)))
        else:
            wanted = tuple(value) if isinstance(value, list) else (value,)
            if strange := [term for term in wanted if vocabulary.facet_of.get(term) != key]:
                raise InputError("elements-term", place=where, typed=f"{key}: {strange[0]}")
            parts.append(Element(key, wanted))
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def judge(formula: Formula, deed: Deed, case: Case, vocabulary: Terms, size: Callable[[str, Deed], Truth]) -> Verdict:
    """Judges a formula at one act; `size` tells whether the act's amount is of a legal size."""
    if isinstance(formula, Element):
        return _element(formula, deed, case, vocabulary)
    if isinstance(formula, Size):
        return _size(formula, deed, case, size)
    if isinstance(formula, Through):
        return _through(formula, deed, case, vocabulary, size)
    if isinstance(formula, Not):
        return _not(judge(formula.inner, deed, case, vocabulary, size))
    verdicts = [judge(part, deed, case, vocabulary, size) for part in formula.parts]
    return both(verdicts) if isinstance(formula, All) else either(verdicts)


def both(verdicts: Sequence[Verdict]) -> Verdict:
    """All of them: what fails first is the reason; what is open counts only where nothing fails."""
    failed = next((verdict.failed for verdict in verdicts if verdict.truth is False), None)
    met = _union([verdict.met for verdict in verdicts])
    if failed is not None:
        return Verdict(False, met, failed)
    opened = [verdict.open for verdict in verdicts if verdict.truth is None]
    return Verdict(None, met, (), _union(opened)) if opened else Verdict(True, met)


def either(verdicts: Sequence[Verdict]) -> Verdict:
    """One of them: every fulfilled one is told, since each is a feature of its own."""
    fulfilled = [verdict.met for verdict in verdicts if verdict.truth]
    if fulfilled:
        return Verdict(True, _union(fulfilled))
    opened = [verdict for verdict in verdicts if verdict.truth is None]
    if opened:
        return Verdict(None, _union([v.met for v in opened]), (), _union([v.open for v in opened]))
    return Verdict(False, (), _union([verdict.failed for verdict in verdicts]))


def _not(verdict: Verdict) -> Verdict:
    """The opposite: what was fulfilled is what fails. An absence is no element for another offence to take account of."""
    if verdict.truth is None:
        return Verdict(None, open=verdict.open)
    return Verdict(False, failed=verdict.met) if verdict.truth else Verdict(True)


def _union(groups: Sequence[tuple[Finding, ...]]) -> tuple[Finding, ...]:
    """All findings, each once, in their order."""
    told = [group for group in groups if group]
    if len(told) < 2:
        return told[0] if told else ()
    return tuple(dict.fromkeys([finding for group in told for finding in group]))


def _element(element: Element, deed: Deed, case: Case, vocabulary: Terms) -> Verdict:
    facet, terms = element.facet, element.terms
    told = deed.facts.get(facet) or _taken(facet, deed, vocabulary)
    if not told:
        return _untold(Finding(deed.id, facet, terms, (), True), deed, case)
    wide = vocabulary.wide
    fitting = tuple([fact for fact in told if not wide[fact.term].isdisjoint(terms)])
    if fitting:
        return Verdict(True, (Finding(deed.id, facet, terms, fitting),))
    wider = {broad for term in terms for broad in wide[term]}
    if vague := tuple([fact for fact in told if fact.term in wider]):  # perhaps less precisely than the law asks
        return Verdict(None, open=(Finding(deed.id, facet, terms, vague),))
    finding = Finding(deed.id, facet, terms)
    if not vocabulary.facets[facet]:
        return _untold(finding, deed, case)
    found = vocabulary.asked_of[facet] == "found"  # an answer of the engine's own may be one of several
    return _untold(finding, deed, case) if found and facet in deed.unknown else Verdict(False, failed=(finding,))


def _taken(facet: str, deed: Deed, vocabulary: Terms) -> tuple[Fact, ...]:
    """The answer that is taken where none is told, unless the case says that it is not known."""
    usual = vocabulary.untold.get(facet)
    return () if usual is None or facet in deed.unknown else (Fact(usual),)


def _untold(finding: Finding, deed: Deed, case: Case) -> Verdict:
    """An answer that is not given: unknown, unless the case is closed and does not say that it is."""
    if finding.facet in deed.unknown or not (case.closed or finding.facet in deed.complete):
        return Verdict(None, open=(finding._replace(assumed=False) if finding.assumed else finding,))
    return Verdict(False, failed=(finding,))


def _size(demand: Size, deed: Deed, case: Case, size: Callable[[str, Deed], Truth]) -> Verdict:
    finding = Finding(deed.id, "amount", (demand.size,))
    if not deed.amounts:
        return _untold(finding._replace(assumed=True), deed, case)
    truth = size(demand.size, deed)
    if truth is None:
        return Verdict(None, open=(finding,))
    return Verdict(True, (finding,)) if truth else Verdict(False, failed=(finding,))


def _through(demand: Through, deed: Deed, case: Case, vocabulary: Terms, size: Callable[[str, Deed], Truth]) -> Verdict:
    verdicts = [judge(demand.inner, case.deed(id), case, vocabulary, size) for id in deed.means]
    if not verdicts or "means" in deed.unknown:
        verdicts.append(_untold(Finding(deed.id, "means", (), assumed=True), deed, case))
    return either(verdicts)
