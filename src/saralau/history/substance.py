"""What articles say, as weighted terms: the rarer a term is in two acts, the more it tells.

A term is the beginning of a word, or of two words that follow each other. Cutting words to their first letters is the oldest
stemmer that needs no data of a language (McNamee and Mayfield, 2004); it suits languages that inflect at the end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt

from saralau.acts import Act, Address, Kind, Provision
from saralau.documents import Span
from saralau.languages import fold

_WORD = re.compile(r"[^\W\d_]{3,}+")
_LETTERS = 5  # of a word that are kept
_SPREAD = 64  # texts in which a term may stand and still tell them apart; bounds the work for each term

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Unit:
    """A part or a point (or the opening words of an article) by its own words: how often each term stands in it."""

    address: Address
    terms: Counter[str]


@dataclass(frozen=True, slots=True)
class Article:
    """An article that has words: `place` is its order among them from 0 to 1, `heading` the title of its chapter."""

    provision: Provision
    number: str
    title: str
    heading: str
    place: float
    units: tuple[Unit, ...]
    terms: Counter[str]


def articles_of(act: Act) -> tuple[Article, ...]:
    """The articles of an act that have words, in order; of two with one number, the first."""
    found: dict[str, tuple[Provision, str, tuple[Unit, ...]]] = {}
    for provision, heading in _under_headings(act.provisions, ""):
        if provision.number and provision.number not in found and (units := tuple(_units(act, provision))):
            found[provision.number] = provision, heading, units
    last = max(1, len(found) - 1)
    return tuple(
        Article(provision, number, provision.title or "", heading, at / last, units, _sum(units))
        for at, (number, (provision, heading, units)) in enumerate(found.items())
    )


def terms(folded: str) -> list[str]:
    """The terms of a folded text: words first, then pairs of neighbours."""
    words = [word[:_LETTERS] for word in _WORD.findall(folded)]
    return words + [f"{one} {other}" for one, other in pairwise(words)]


def printed(act: Act, article: Article, wanted: Sequence[str]) -> tuple[str, ...]:
    """Terms as an article spells them, in the order of `wanted`."""
    spelt: dict[str, str] = {}
    for text in (fold(article.title), *(act.folded[span.start : span.end] for span in _spans(article.provision))):
        words = _WORD.findall(text)
        for word in words:
            spelt.setdefault(word[:_LETTERS], word)
        for one, other in pairwise(words):
            spelt.setdefault(f"{one[:_LETTERS]} {other[:_LETTERS]}", f"{one} {other}")
    return tuple(spelt[term] for term in wanted if term in spelt)


def rarity(texts: Sequence[Mapping[str, int]]) -> Weights:
    """How telling each term of some texts is: the logarithm of how few of them have it."""
    having = Counter(term for text in texts for term in text)
    return {term: log((len(texts) + 1) / count) for term, count in having.items()}


def common(texts: Iterable[Mapping[str, int]]) -> frozenset[str]:
    """Terms that stand in too many texts to tell one from another."""
    having = Counter(term for text in texts for term in text)
    return frozenset(term for term, count in having.items() if count > _SPREAD)


def weighed(counts: Mapping[str, int], rare: Weights, without: frozenset[str] = frozenset()) -> Weights:
    """A text as a vector of length one: the weight of each term by how rare it is and how often it stands here."""
    raw = {term: (1 + log(count)) * rare[term] for term, count in counts.items() if term not in without}
    length = sqrt(sum(weight * weight for weight in raw.values())) or 1.0
    return {term: weight / length for term, weight in raw.items()}


def mass(counts: Mapping[str, int], rare: Weights) -> float:
    """How much a text has to say: the weight of all its terms."""
    return sum((1 + log(count)) * rare[term] for term, count in counts.items())


def _under_headings(provisions: Sequence[Provision], heading: str) -> Iterator[tuple[Provision, str]]:
    for provision in provisions:
        if provision.kind is Kind.ARTICLE:
            if not provision.excluded:
                yield provision, heading
        else:
            yield from _under_headings(provision.children, (provision.title or "") or heading)


def _units(act: Act, article: Provision) -> Iterator[Unit]:
    for unit in article.walk():
        if unit.excluded:
            continue
        words = " ".join(act.folded[span.start : span.end] for span in (*unit.text, *unit.closing))
        if counted := Counter(terms(words)):
            yield Unit(unit.address or article.address or Address(article.number or ""), counted)


def _spans(article: Provision) -> Iterator[Span]:
    for unit in article.walk():
        yield from (*unit.text, *unit.closing)


def _sum(units: Sequence[Unit]) -> Counter[str]:
    whole: Counter[str] = Counter()
    for unit in units:
        whole.update(unit.terms)
    return whole
