"""How far a definition reaches: the whole act, or the articles that its own words name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from saralau.acts import Act, Address, Kind, Provision
from saralau.citations import Citation, find_citations
from saralau.documents import Span
from saralau.terms.finding import articles_on_notions
from saralau.terms.model import Definition


class Scope(NamedTuple):
    """`articles` are the numbers of those that it reaches, None for the whole act; `without` of those taken out."""

    articles: frozenset[str] | None = None
    without: frozenset[str] = frozenset()

    def covers(self, address: Address) -> bool:
        """Whether the definition holds there."""
        return (self.articles is None or address.article in self.articles) and address.article not in self.without

    def meets(self, other: Scope) -> bool:
        """Whether there may be an article where both hold."""
        if self.articles is None or other.articles is None:
            return True
        return bool((self.articles - self.without) & (other.articles - other.without))


def scope_of(act: Act, definition: Definition, notions: frozenset[str | None] | None = None) -> Scope:
    """What the sentence says before the definiens ("in this article and article 9"); where it says nothing, a point of an
    article on notions and a sentence of the law reach everywhere, a note its own article.

    `notions` are the numbers of the act's articles on notions, for who asks of many definitions.
    """
    home = definition.address.article
    if definition.listed:
        return Scope()
    told = [(citation.excepted, _articles(act, citation, home)) for citation in _told(act, definition)]
    named = frozenset(number for excepted, numbers in told if not excepted for number in numbers or ())
    without = frozenset(number for excepted, numbers in told if excepted for number in numbers or ())
    if any(numbers is None and not excepted for excepted, numbers in told):
        return Scope(None, without)
    if named:
        return Scope(named, without)
    noted = definition.unit in (Kind.NOTE, Kind.ITEM) or (
        definition.unit in (Kind.POINT, Kind.PART) and definition.address == Address(home)
    )
    own = noted and home not in (notions_of(act) if notions is None else notions)
    return Scope(frozenset({home}) if own else None, without)


def notions_of(act: Act) -> frozenset[str | None]:
    """The numbers of the articles on notions."""
    return frozenset(article.number for article in articles_on_notions(act))


def _told(act: Act, definition: Definition) -> Iterator[Citation]:
    """References before the definiens and outside the term, in the same line."""
    start = act.folded.rfind("\n", 0, definition.term.start) + 1
    end = definition.definiens[0].start
    for citation in find_citations(act.words(Span(start, end)), act.language.code, definition.address):
        if not definition.term.start <= citation.span.start + start < definition.term.end:
            yield citation


def _articles(act: Act, citation: Citation, home: str) -> frozenset[str] | None:
    """Numbers of the articles of this act that a reference names; None for the whole act, none if it is to another act."""
    if citation.work is not None or citation.unknown:
        return frozenset()
    if citation.address is not None:
        return frozenset({citation.address.article} if citation.address.article else ())
    if citation.kind == "division":
        kind, _, number = (citation.place or "").partition(":")
        return frozenset(one for unit in act.walk() for one in _in_division(unit, kind, number, home))
    return None


def _in_division(unit: Provision, kind: str, number: str, home: str) -> frozenset[str]:
    if unit.kind.value != kind or (number and unit.number != number):
        return frozenset()
    inside = frozenset(one.number for one in unit.walk() if one.kind is Kind.ARTICLE and one.number)
    return inside if number or home in inside else frozenset()
