"""Which article of a newer act carries on which article of an older one: a proposal with evidence, for a reader to judge.

Thresholds and the confidence were set on one pair of acts only (docs/lineage.md says which, and what the others showed).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

from saralau.acts import Act
from saralau.history.likening import Likeness, liken
from saralau.history.substance import Article, articles_of, printed, rarity, terms, weighed
from saralau.languages import fold
from saralau.messages import InputError

HOW = ("kept", "partly", "split", "merged", "dropped")

_LINKED = 0.5  # score from which a newer article is taken to carry an older one on
_SHARE = 0.1  # of the older article that a further newer one has to take
_WHOLE = 0.8  # score under which an article is carried on in part only
_PEER = 2.0  # an article is merged with another whose score for the same newer one is at most so many times as high
_TELLING = 6  # terms that are shown
_LOGISTIC = (-1.2, 2.6)  # the confidence of a link by its score
_SUREST = 0.99  # words alone never tell for certain


@dataclass(frozen=True, slots=True)
class Link:
    """A newer article that carries an older one on, or comes nearest to it.

    `places` are the orders of both articles in their acts, from 0 to 1; `title_words` and `telling` what they share, as the
    newer one spells it, the most telling first. `confidence` is how often a link of such a score is right.
    """

    article: str
    title: str
    likeness: Likeness
    places: tuple[float, float]
    title_words: tuple[str, ...]
    telling: tuple[str, ...]

    @property
    def confidence(self) -> float:
        """From 0 to 1."""
        return likelihood(self.likeness.score)


@dataclass(frozen=True, slots=True)
class Row:
    """What became of an older article: `how` is one of HOW.

    `links` lead to the newer articles, the likest first; `nearest` is the likest that was not taken, if any comes near at
    all.
    """

    article: str
    title: str
    how: str
    links: tuple[Link, ...]
    nearest: Link | None

    @property
    def confidence(self) -> float:
        """Of the first link; of an article without one, that the nearest does not carry it on."""
        if self.links:
            return self.links[0].confidence
        return 1 - (self.nearest.confidence if self.nearest else likelihood(0))


@dataclass(frozen=True, slots=True)
class New:
    """An article of the newer act that carries on nothing; `score` is that of the older one that comes nearest."""

    article: str
    title: str
    nearest: str | None
    score: float

    @property
    def confidence(self) -> float:
        """That it is new."""
        return 1 - likelihood(self.score)


@dataclass(frozen=True, slots=True)
class Concordance:
    """Two acts, the older first, article by article."""

    older: Act
    newer: Act
    rows: tuple[Row, ...]
    new: tuple[New, ...]

    def counts(self) -> Mapping[str, int]:
        """Older articles by what became of them, then new ones."""
        counted = Counter(row.how for row in self.rows)
        return {**{how: counted[how] for how in HOW}, "new": len(self.new)}


def concord(older: Act, newer: Act) -> Concordance:
    """The concordance of two acts in one language. Linear in their texts.

    Raises InputError for acts in two languages and for an act without articles.
    """
    if older.language is not newer.language:
        raise InputError("concordance-two-languages", one=older.language.name, other=newer.language.name)
    sides = articles_of(older), articles_of(newer)
    for act, articles in zip((older, newer), sides, strict=True):
        if not articles:
            raise InputError("concordance-no-articles", name=act.document.source.name)
    near = liken(*sides)
    taken = [_taken(row) for row in near]
    rare = rarity([article.terms for side in sides for article in side])
    firsts: dict[int, list[float]] = defaultdict(list)
    for row, places in zip(near, taken, strict=True):
        if places:
            firsts[places[0]].append(row[places[0]].score)

    def link(article: Article, row: Mapping[int, Likeness], place: int) -> Link:
        other = sides[1][place]
        shared = _shared(article, other, rare)
        words = [word for word in dict.fromkeys(terms(fold(article.title))) if word in set(terms(fold(other.title)))]
        title_words = printed(newer, other, [word for word in words if " " not in word])
        places = article.place, other.place
        return Link(other.number, other.title, row[place], places, title_words, printed(newer, other, shared))

    rows = []
    for article, row, places in zip(sides[0], near, taken, strict=True):
        others = [place for place in row if place not in places]
        nearest = max(others, key=lambda place: (row[place].score, -place), default=None)
        rows.append(
            Row(
                article.number,
                article.title,
                _how(row, places, firsts),
                tuple(link(article, row, place) for place in places),
                None if nearest is None else link(article, row, nearest),
            )
        )
    return Concordance(older, newer, tuple(rows), _new(sides, near, taken))


def likelihood(score: float) -> float:
    """How likely a link of a score is right."""
    return min(_SUREST, 1 / (1 + exp(-_LOGISTIC[0] - _LOGISTIC[1] * score)))


def _taken(row: Mapping[int, Likeness]) -> list[int]:
    """The newer articles that carry an older one on: the likest; others that take their share of it or a unit as it was."""
    order = sorted(row, key=lambda place: (-row[place].score, place))
    return [
        place
        for rank, place in enumerate(order)
        if (row[place].score >= _LINKED and (rank == 0 or row[place].gained >= _SHARE)) or row[place].carried
    ]


def _how(row: Mapping[int, Likeness], places: Sequence[int], firsts: Mapping[int, Sequence[float]]) -> str:
    if not places:
        return "dropped"
    if any(row[place].gained >= _SHARE for place in places[1:]):
        return "split"
    score = row[places[0]].score
    if sum(score / _PEER <= other <= score * _PEER for other in firsts[places[0]]) > 1:
        return "merged"
    return "kept" if score >= _WHOLE else "partly"


def _shared(one: Article, other: Article, rare: Mapping[str, float]) -> list[str]:
    """The most telling terms of two articles; a word that stands in a pair taken before is not repeated."""
    mine, theirs = (weighed(article.terms, rare) for article in (one, other))
    weights = {term: weight * theirs[term] for term, weight in mine.items() if term in theirs}
    found: list[str] = []
    seen: set[str] = set()
    for term in sorted(weights, key=lambda term: (-weights[term], term)):
        if seen.isdisjoint(words := term.split()):
            found.append(term)
            seen.update(words)
        if len(found) == _TELLING:
            break
    return found


def _new(
    sides: tuple[Sequence[Article], Sequence[Article]],
    near: Sequence[Mapping[int, Likeness]],
    taken: Sequence[Sequence[int]],
) -> tuple[New, ...]:
    carrying = {place for places in taken for place in places}
    nearest: dict[int, tuple[float, str]] = {}
    for article, row in zip(sides[0], near, strict=True):
        for place, likeness in row.items():
            if place not in nearest or likeness.score > nearest[place][0]:
                nearest[place] = likeness.score, article.number
    found = []
    for place, article in enumerate(sides[1]):
        if place not in carrying:
            score, number = nearest.get(place, (0.0, None))
            found.append(New(article.number, article.title, number, score))
    return tuple(found)
