"""What became of an encoded article from edition to edition: parts that came and went, other elements, other threats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from saralau.cases.comparing import Outcome, compared, outcome
from saralau.cases.encoding import Article, Encoding, Part
from saralau.cases.weighing import Rules


@dataclass(frozen=True, slots=True)
class PartChange:
    """What an edition made of one part. `kind`: "came", "went" or "changed"; of a change, whether elements are encoded
    otherwise, and how the threat compares with that before.
    """

    part: str
    kind: str
    elements: bool = False
    threat: Outcome = Outcome.SAME


@dataclass(frozen=True, slots=True)
class EditionOfArticle:
    """An article in one edition: its parts there, none where it has no such article; what differs from the one before."""

    edition: str
    parts: tuple[str, ...]
    changes: tuple[PartChange, ...]


def editions_of(law: Encoding, number: str, rules: Rules) -> tuple[EditionOfArticle, ...]:
    """An article in every edition in hand, oldest first."""
    found: list[EditionOfArticle] = []
    before: Article | None = None
    for at, wording in enumerate(law.wordings):
        article = wording.articles.get(number)
        changes = tuple(_changes(before, article, rules)) if at else ()
        parts = tuple(part.number for part in article.parts) if article is not None else ()
        found.append(EditionOfArticle(wording.edition, parts, changes))
        before = article
    return tuple(found)


def _changes(before: Article | None, after: Article | None, rules: Rules) -> Iterator[PartChange]:
    old = {part.number: part for part in before.parts} if before is not None else {}
    new = {part.number: part for part in after.parts} if after is not None else {}
    for number in dict.fromkeys((*old, *new)):
        if number not in old:
            yield PartChange(number, "came")
        elif number not in new:
            yield PartChange(number, "went")
        else:
            elements = _elements(old[number]) != _elements(new[number])
            threat = outcome(compared(old[number].offence, new[number].offence, rules))
            if elements or threat is not Outcome.SAME:
                yield PartChange(number, "changed", elements, threat)


def _elements(part: Part) -> object:
    return part.own, part.of, part.points
