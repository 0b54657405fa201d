"""The terms of facts: which facet a term answers, which terms are wider, which facets have one answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from saralau.languages import fold
from saralau.messages import InputError
from saralau.packs import load, names, of_packs


@dataclass(frozen=True, slots=True)
class Terms:
    """The vocabulary of facts, from `vocabulary/facts` and every `vocabulary/facts-…` beside it.

    `untold` are the answers that are taken where a facet is not told: an act is completed unless something else is said.
    """

    facets: Mapping[str, bool]  # by id: whether it has one answer
    untold: Mapping[str, str]
    asked_of: Mapping[str, str]  # "act", "person", or "found" for what the engine itself finds
    facet_of: Mapping[str, str]
    broader: Mapping[str, str]
    labels: Mapping[str, Mapping[str, str]]  # of terms and facets
    wide: Mapping[str, frozenset[str]]  # the term and every wider one
    excluded: frozenset[frozenset[str]] = frozenset()  # pairs of terms that cannot both be so of one act

    def widening(self, term: str) -> frozenset[str]:
        """The term and every wider one."""
        return self.wide[term]

    def facets_of(self, whom: str) -> list[str]:
        """The facets that are asked of an act, or of a person."""
        return [facet for facet in self.facets if self.asked_of[facet] == whom]

    def label(self, id: str, language: str) -> str:
        """A term or a facet in words."""
        return self.labels[id][language] if id in self.labels else id


def terms_called(typed: str) -> Iterator[str]:
    """Terms whose labels, in any language, or whose ids have every word that is typed; all where none is."""
    words = _without_dots(typed).split()
    for id, labels in _folded("vocabulary/facts").items():
        if all(word in labels for word in words):
            yield id


@of_packs
def _folded(name: str) -> Mapping[str, str]:
    known = _terms(name)
    return {id: _without_dots(" ".join((*known.labels[id].values(), id))) for id in known.facet_of}


def _without_dots(words: str) -> str:
    """Folded, with е for ё: labels are printed with ё, and few people type it."""
    return fold(words).replace("ё", "е")


def terms() -> Terms:
    """The vocabulary in hand."""
    return _terms("vocabulary/facts")


@of_packs
def _terms(name: str) -> Terms:
    packs = [load(found) for found in names(name) if found == name or found.startswith(f"{name}-")]
    families = [row for pack in packs for row in pack.get("families", ())]
    rows = [row for pack in packs for row in pack["terms"]]
    ids = Counter(row["id"] for row in (*families, *rows))
    if twice := [id for id, times in ids.items() if times > 1]:
        raise InputError("elements-term", place=name, typed=twice[0])
    broader = {term["id"]: term["broader"] for term in rows if term.get("broader")}
    return Terms(
        {family["id"]: bool(family.get("single")) for family in families},
        {family["id"]: family["untold"] for family in families if family.get("untold")},
        {family["id"]: family.get("asked_of", "act") for family in families},
        {term["id"]: term["family"] for term in rows},
        broader,
        {row["id"]: row["label"] for row in (*families, *rows)},
        {term["id"]: frozenset(_widening(term["id"], broader)) for term in rows},
        frozenset(frozenset((term["id"], other)) for term in rows for other in term.get("excludes", ())),
    )


def _widening(term: str, broader: Mapping[str, str]) -> Iterator[str]:
    at: str | None = term
    while at is not None:
        yield at
        at = broader.get(at)
