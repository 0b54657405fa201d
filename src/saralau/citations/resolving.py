"""What stands at the address that a reference names: there, excluded, or nowhere in this edition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol, runtime_checkable

from saralau.acts import Act, Address, Kind, Provision
from saralau.acts.address import number_key
from saralau.citations.model import Citation
from saralau.citations.rules import Annexes, annexes_of
from saralau.citations.works import Titles, Work
from saralau.documents import Span


@dataclass(frozen=True, slots=True)
class Resolution:
    """What was found for a reference.

    `status`: exists; excluded (the provision keeps its number and has lost its words); dead (no such provision in this
    edition, `address` is then the nearest that there is); not_in_hand (the act or a stretch of it is not here); unresolved
    (`reason`: article, no article named and none to be filled in; act, named by too little; division or annex, none numbered
    or none in hand); renumbered (what stood there is now at `address`; only said against an earlier edition). `misnamed`
    tells that the unit is called otherwise there: "points" of an article that are its parts.
    """

    status: str
    address: Address | None = None
    title: str | None = None
    reason: str = ""
    misnamed: bool = False


class Contents:
    """The units of one act, by address: made once, asked for every reference."""

    def __init__(self, act: Act) -> None:
        self.act = act
        self.units: Mapping[Address, Provision] = {unit.address: unit for unit in act.walk() if unit.address}
        self.titles = {unit.number: unit.title for unit in self.units.values() if unit.kind is Kind.ARTICLE}
        self.divisions = {f"{unit.kind.value}:{unit.number}": unit for unit in act.walk() if unit.kind in _DIVISIONS}

    @cached_property
    def articles(self) -> list[str]:
        """Numbers of the articles, in order."""
        return [number for number in self.titles if number]

    @cached_property
    def annexes(self) -> Annexes:
        """What the act has annexed, by title."""
        return annexes_of(self.act)

    @cached_property
    def _order(self) -> dict[Address, int]:
        return {address: index for index, address in enumerate(self.units)}

    def resolve(self, citation: Citation) -> Resolution:
        """What stands at the address of a reference to this act."""
        if citation.missing:
            return Resolution("unresolved", reason=citation.missing)
        if citation.kind == "division":
            return self._division(citation.place or "")
        if citation.address is None:
            return Resolution("exists")
        return self._at(citation.address, noted=(citation.place or "").startswith("note"))

    def _division(self, place: str) -> Resolution:
        if place.startswith("annex"):
            return self._annex(place.removeprefix("annex").removeprefix(":"))
        if ":" not in place:
            return Resolution("unresolved", reason="division")
        unit = self.divisions.get(place)
        return Resolution("dead") if unit is None else Resolution("exists", title=unit.title)

    def _annex(self, number: str) -> Resolution:
        """An annex of an act without articles; in one with articles, where they are divisions, none is looked up."""
        annexes = [unit for unit in self.units.values() if unit.kind is Kind.ANNEX]
        address = Address(f"att{number}") if number else annexes[0].address if len(annexes) == 1 else None
        unit = self.units.get(address) if address is not None else None
        if unit is None or not annexes:
            return Resolution("unresolved", reason="annex")
        return Resolution("exists", address, unit.title)

    def _at(self, address: Address, *, noted: bool) -> Resolution:
        for candidate, misnamed in ((address, False), *((other, True) for other in otherwise(address))):
            if (unit := self.units.get(candidate)) is not None:
                title = self.titles.get(candidate.article)
                if noted and not any(child.kind is Kind.NOTE for child in unit.children):
                    return Resolution("dead", candidate, title)
                within = [self.units.get(Address(candidate.article)), self.units.get(candidate.within), unit]
                excluded = any(holder is not None and holder.excluded for holder in within)
                return Resolution("excluded" if excluded else "exists", candidate, title, misnamed=misnamed)
        if self._paragraph(address):
            return Resolution("exists", Address(address.article), self.titles.get(address.article))
        if not address.rooted and self._outside(address.article):
            return Resolution("not_in_hand")
        return Resolution("dead", self._nearest(address), self.titles.get(address.article))

    def _paragraph(self, address: Address) -> bool:
        """Whether a part that has no number is meant: the article numbers none and has as many paragraphs."""
        article = self.units.get(Address(address.article))
        if article is None or address.point is not None or address.part is None or not address.part.isdecimal():
            return False
        return not any(unit.kind is Kind.PART for unit in article.children) and 1 < int(address.part) <= len(article.text)

    def _outside(self, article: str) -> bool:
        """Whether a text that is a part of its act lacks the stretch in which an article would stand."""
        numbers = self._numbers
        wanted = number_key(article)[:1]
        if not numbers or not wanted or wanted[0] > max(numbers):
            return False
        return wanted[0] < min(numbers) or numbers.isdisjoint(range(wanted[0] - GAP, wanted[0] + GAP + 1))

    @cached_property
    def _numbers(self) -> frozenset[int]:
        return frozenset(key[0] for number in self.articles if (key := number_key(number)))

    def _nearest(self, address: Address) -> Address | None:
        """What there is of an address that is not there: its part, its article, the article that it was inserted behind."""
        inserted_behind = Address(re.split("[-.]", address.article)[0])
        for candidate in (address.within, Address(address.article), inserted_behind):
            if candidate in self.units:
                return candidate
        return None

    def between(self, first: Address, last: Address) -> tuple[Address, ...]:
        """Units of the kind of `first` behind it and before `last`, inserted ones included; none if either is not there."""
        if first not in self._order or last not in self._order:
            return ()
        kind, inside = self.units[first].kind, list(self.units)[self._order[first] + 1 : self._order[last]]
        return tuple(address for address in inside if self.units[address].kind is kind)


_DIVISIONS = (Kind.SECTION, Kind.CHAPTER, Kind.PARAGRAPH)


GAP = 15  # numbers of articles, more than which no act leaves out


def expanded(citations: Sequence[Citation], contents: Contents) -> tuple[Citation, ...]:
    """The citations, all of the act in hand, with what stands inside their ranges, save what the same words except."""
    excepted = {(citation.phrase, citation.address) for citation in citations if citation.excepted}
    return tuple(
        member for index, citation in enumerate(citations) for member in _members(citations, index, contents, excepted)
    )


def _members(
    citations: Sequence[Citation], index: int, contents: Contents, excepted: set[tuple[Span, Address | None]]
) -> Iterator[Citation]:
    citation = citations[index]
    yield citation
    if citation.until is None or citation.address is None:
        return
    end = next((later for later in citations[index + 1 :] if later.phrase == citation.phrase), citation)
    words = Span(citation.span.start, max(citation.span.end, end.span.end))
    out = {address for phrase, address in excepted if 0 <= phrase.start - citation.phrase.end < _NEAR}
    for address in contents.between(citation.address, citation.until):
        yield replace(citation, span=words, address=address, until=None, between=True, excepted=address in out)


_NEAR = 60  # characters between a range and what is taken out of it


class Holdings(Protocol):
    """Texts of acts in hand."""

    def edition(self, iri: str, on: str | None) -> Contents | None:
        """The text of the act at `iri` that was the latest on a day (ISO; None: the latest in hand)."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Holdings that are simply given: the address of each act, the date of its edition ("" if unknown), the act."""

    texts: tuple[tuple[str, str, Contents | Act], ...]

    def __post_init__(self) -> None:
        made = ((iri, date, Contents(text) if isinstance(text, Act) else text) for iri, date, text in self.texts)
        object.__setattr__(self, "texts", tuple(made))

    def edition(self, iri: str, on: str | None) -> Contents | None:
        """The latest text of the act, of those not later than `on`."""
        fitting = [
            (date, index) for index, (known, date, _) in enumerate(self.texts) if known == iri and (not on or date <= on)
        ]
        text = self.texts[max(fitting)[1]][2] if fitting else None
        return Contents(text) if isinstance(text, Act) else text


NOTHING = Shelf(())


@runtime_checkable
class Titled(Protocol):
    """Holdings that know the titles of what they hold."""

    def titled(self, language: str, kind: str, title: str) -> Work | None:
        """The act of a title, as `works.Titles` asks for it."""


def titles_of(holdings: Holdings) -> Titles | None:
    """How holdings tell an act by its title; None if they do not."""
    return holdings.titled if isinstance(holdings, Titled) else None


def resolve(
    citations: Iterable[Citation], register: Holdings, on: str | None = None, home: Contents | None = None
) -> tuple[Resolution, ...]:
    """What stands at each reference, in the texts in hand on a day. `home` is the act in which the words stand, if one."""
    return tuple(_resolved(citation, register, on, home) for citation in citations)


def _resolved(citation: Citation, register: Holdings, on: str | None, home: Contents | None) -> Resolution:
    if citation.unknown:
        return Resolution("unresolved", reason="act")
    if citation.work is None:
        return home.resolve(citation) if home else Resolution("unresolved", reason=citation.missing or "act")
    contents = register.edition(citation.work.iri, on)
    if contents is not None:
        return contents.resolve(citation)
    return Resolution("unresolved", reason=citation.missing) if citation.missing else Resolution("not_in_hand")


def led_into_annexes(citations: Iterable[Citation], register: Holdings, on: str | None = None) -> Iterator[Citation]:
    """The citations; points of rules that another act approved are led into its annex, where the act is in hand and has
    exactly one of that name. Else they stay references to an annex that is not told.
    """
    for citation in citations:
        point, text = citation.annexed, None
        if point is not None and citation.work is not None:
            contents = register.edition(citation.work.iri, on)
            text = contents.annexes.called(point.rules) if contents is not None else None
        if point is None or text is None:
            yield citation
            continue
        until = point.until and point.until._replace(article=text)
        address = point.address._replace(article=text)
        yield replace(citation, kind="provision", address=address, until=until, place=None, annexed=None)


def find_moved(before: Contents, now: Contents) -> dict[Address, Address]:
    """Where the words of an earlier edition's units stand now, if that is another place than before and only one."""
    places: dict[str, list[Address]] = {}
    for address, unit in now.units.items():
        places.setdefault(_said(now.act, unit), []).append(address)
    moved = {}
    for address, unit in before.units.items():
        words = _said(before.act, unit)
        there = places.get(words, [])
        if len(words) > _TELLING and len(there) == 1 and not address.holds(there[0]):
            moved[address] = there[0]
    return moved


_TELLING = 60  # letters below which two units may say the same by chance


def _said(act: Act, unit: Provision) -> str:
    """The letters of a unit and of what stands in it, its own number left out."""
    own = unit.label.end if unit.label else 0
    spans = [span for inner in unit.walk() for span in (*inner.text, *inner.closing)]
    words = "".join(act.folded[max(span.start, own) : span.end] for span in spans)
    return "".join(letter for letter in words if letter.isalpha())


def otherwise(address: Address) -> tuple[Address, ...]:
    """Other units that a writer may have meant: parts called points, and points of an article without parts called parts."""
    if address.rooted:
        return ()
    if address.point is not None and address.part is None:
        return (Address(address.article, address.point),)
    if address.part is not None and address.point is None:
        first = (Address(address.article),) if address.part == "1" else ()
        return (*first, Address(address.article, None, address.part))
    if address.part == "1":  # an article without numbered parts has one
        return (Address(address.article, None, address.point),)
    return ()
