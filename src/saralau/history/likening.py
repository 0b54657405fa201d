"""How like the articles of two acts are: by title, by chapter, by all their words, and unit by unit.

An inverted index finds what shares a telling term; terms that stand everywhere are not looked up, so that the work is linear
in the two texts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from saralau.acts import Address
from saralau.history.substance import Article, Unit, Weights, common, mass, rarity, terms, weighed
from saralau.languages import fold

_NEAREST = 8  # newer articles that are looked at for one older one, besides those with a unit that stands there
_ALIKE = 0.15  # cosine from which a unit is taken to be found in another
_CARRIED = 0.4  # ... and to be carried over nearly as it was
_CHAPTER = 0.2  # weight of the chapter's title; title, wording and substance weigh 1 each


class Likeness(NamedTuple):
    """How like a newer article is to an older one; shares from 0 to 1.

    `title`, `chapter` and `wording` are cosines; `substance` is the share of the older article found in the newer, unit by
    unit; `gained` the share whose units are found nowhere better; `carried` those of them that stand there nearly as they
    were: older address, newer address, cosine.
    """

    title: float
    chapter: float
    wording: float
    substance: float
    gained: float
    carried: tuple[tuple[Address, Address, float], ...]

    @property
    def score(self) -> float:
        """One number to order by, from 0 to 3.2."""
        return self.title + _CHAPTER * self.chapter + self.wording + self.substance


def liken(older: Sequence[Article], newer: Sequence[Article]) -> list[dict[int, Likeness]]:
    """For each older article the newer ones that come near, by their places in `newer`."""
    without = common(_unit_terms(older)) | common(_unit_terms(newer))
    rare = rarity([article.terms for article in (*older, *newer)])
    wording = _cosines(*([weighed(one.terms, rare, without) for one in side] for side in (older, newer)))
    title = _named([one.title for one in older], [one.title for one in newer])
    chapter = _chapters(older, newer)
    units = [(at, unit) for at, article in enumerate(newer) for unit in article.units]
    index = _index([weighed(unit.terms, rare, without) for _, unit in units])
    found: list[dict[int, Likeness]] = []
    for at, article in enumerate(older):
        masses = [mass(unit.terms, rare) for unit in article.units]
        vectors = [weighed(unit.terms, rare, without) for unit in article.units]
        substance, gained, carried = _unit_by_unit(article, masses, vectors, units, index, title[at])
        near = {
            where: Likeness(
                title[at].get(where, 0.0),
                chapter.get((article.heading, newer[where].heading), 0.0),
                wording[at].get(where, 0.0),
                substance.get(where, 0.0),
                gained.get(where, 0.0),
                tuple(carried.get(where, ())),
            )
            for where in {*title[at], *wording[at], *substance}
        }
        order = sorted(near, key=lambda where: (-near[where].score, where))
        found.append({where: near[where] for rank, where in enumerate(order) if rank < _NEAREST or near[where].carried})
    return found


_Shares = Mapping[int, float]
_Carried = Mapping[int, Sequence[tuple[Address, Address, float]]]


def _unit_by_unit(
    article: Article,
    masses: Sequence[float],
    vectors: Sequence[Weights],
    units: Sequence[tuple[int, Unit]],
    index: _Index,
    titles: _Shares,
) -> tuple[_Shares, _Shares, _Carried]:
    """Where the units of an older article are found: `Likeness.substance`, `gained` and `carried` by newer article."""
    substance: dict[int, float] = defaultdict(float)
    gained: dict[int, float] = defaultdict(float)
    carried: dict[int, list[tuple[Address, Address, float]]] = defaultdict(list)
    whole = sum(masses) or 1.0
    for unit, weight, vector in zip(article.units, masses, vectors, strict=True):
        best: dict[int, tuple[float, Address]] = {}
        for place, cosine in _look_up(vector, index).items():
            where, other = units[place]
            if where not in best or cosine > best[where][0]:
                best[where] = cosine, other.address
        for where, (cosine, _) in best.items():
            substance[where] += weight / whole * cosine
        if not best:
            continue
        # Of equals, the article of the likest title.
        where = max(best, key=lambda one: (round(best[one][0], 6), titles.get(one, 0.0), -one))
        cosine, address = best[where]
        if cosine >= _ALIKE:
            gained[where] += weight / whole
        if cosine >= _CARRIED:
            carried[where].append((unit.address, address, cosine))
    return substance, gained, carried


def _unit_terms(articles: Sequence[Article]) -> list[Mapping[str, int]]:
    return [unit.terms for article in articles for unit in article.units]


def _named(older: Sequence[str], newer: Sequence[str]) -> list[dict[int, float]]:
    """Cosines of titles. Their words are weighed by how rare they are in titles, whatever the texts say."""
    sides = [[Counter(word for word in terms(fold(title)) if " " not in word) for title in side] for side in (older, newer)]
    rare = rarity([*sides[0], *sides[1]])
    without = common([*sides[0]]) | common([*sides[1]])
    flat = [[weighed(dict.fromkeys(title, 1), rare, without) for title in side] for side in sides]
    return _cosines(*flat)


def _chapters(older: Sequence[Article], newer: Sequence[Article]) -> Mapping[tuple[str, str], float]:
    sides = [list(dict.fromkeys(article.heading for article in side)) for side in (older, newer)]
    found = _named(*sides)
    return {
        (one, sides[1][where]): cosine for one, row in zip(sides[0], found, strict=True) for where, cosine in row.items()
    }


def _cosines(older: Iterable[Weights], newer: Iterable[Weights]) -> list[dict[int, float]]:
    index = _index(newer)
    return [_look_up(one, index) for one in older]


_Index = Mapping[str, Sequence[tuple[int, float]]]


def _index(texts: Iterable[Weights]) -> _Index:
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, text in enumerate(texts):
        for term, weight in text.items():
            index[term].append((place, weight))
    return index


def _look_up(text: Weights, index: _Index) -> dict[int, float]:
    found: dict[int, float] = {}
    for term, weight in text.items():
        for place, other in index.get(term, ()):
            found[place] = found.get(place, 0.0) + weight * other
    return found
