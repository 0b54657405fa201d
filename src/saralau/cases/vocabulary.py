"""The terms of facts: which facet a term answers, which terms are wider, which facets have one answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from saralau.packs import load, of_packs


@dataclass(frozen=True, slots=True)
class Terms:
    """The vocabulary of facts, from `vocabulary/facts`."""

    facets: Mapping[str, bool]  # by id: whether it has one answer
    facet_of: Mapping[str, str]
    broader: Mapping[str, str]
    labels: Mapping[str, Mapping[str, str]]  # of terms and facets
    wide: Mapping[str, frozenset[str]]  # the term and every wider one

    def widening(self, term: str) -> frozenset[str]:
        """The term and every wider one."""
        return self.wide[term]

    def label(self, id: str, language: str) -> str:
        """A term or a facet in words."""
        return self.labels[id][language] if id in self.labels else id


def terms() -> Terms:
    """The vocabulary in hand."""
    return _terms("vocabulary/facts")


@of_packs
def _terms(name: str) -> Terms:
    pack = load(name)
    broader = {term["id"]: term["broader"] for term in pack["terms"] if term.get("broader")}
    return Terms(
        {family["id"]: bool(family.get("single")) for family in pack["families"]},
        {term["id"]: term["family"] for term in pack["terms"]},
        broader,
        {row["id"]: row["label"] for row in (*pack["families"], *pack["terms"])},
        {term["id"]: frozenset(_widening(term["id"], broader)) for term in pack["terms"]},
    )


def _widening(term: str, broader: Mapping[str, str]) -> Iterator[str]:
    at: str | None = term
    while at is not None:
        yield at
        at = broader.get(at)
