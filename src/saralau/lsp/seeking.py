"""What stands at a place of a draft: a reference, a provision, a term; where it leads, and who refers to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from saralau.acts import Address, Kind, Provision
from saralau.citations import Citation, Resolution
from saralau.documents import Span
from saralau.languages import fold
from saralau.lsp.reading import Reading
from saralau.terms import Definition

_WORD = re.compile(r"[^\W\d_][\w-]*")
_STEM = 3  # letters that two forms of a word share at least
_ENDING = 3  # letters in which two forms of one word may differ
_STANDING = ("exists", "excluded")


def reference_at(reading: Reading, at: int) -> Citation | None:
    """The reference at a character of the act: the words that name it, else the phrase in which they stand."""
    if reading.subject is None:
        return None
    around = [one for one in reading.subject.citations if one.phrase.start <= at <= one.phrase.end]
    exact = [one for one in around if one.span.start <= at <= one.span.end]
    behind = [one for one in around if one.span.start >= at]
    return next(iter((*exact, *behind, *reversed(around))), None)


def resolution_of(reading: Reading, citation: Citation) -> Resolution | None:
    """What stands at a reference; None for one to another act."""
    return reading.led.get(id(citation))


def provision_at(reading: Reading, at: int) -> Provision | None:
    """The innermost provision with an address at a character of the act."""
    if reading.subject is None:
        return None
    found: Provision | None = None
    for unit in reading.subject.act.walk():
        first = beginning(unit)
        if first is not None and first.start > at:
            break
        if unit.address is not None:
            found = unit
        elif unit.kind not in (Kind.NOTE, Kind.ITEM):  # a division begins, and no article stands in it yet
            found = None
        elif found is not None:
            found = reading.places.get(Address(found.address.article)) if found.address else None
    return found


def target_at(reading: Reading, at: int) -> Address | None:
    """The address that a reference at a place leads to, or of the provision that stands there."""
    citation = reference_at(reading, at)
    resolution = resolution_of(reading, citation) if citation else None
    if resolution is not None and resolution.status in _STANDING and resolution.address:
        return resolution.address
    unit = provision_at(reading, at) if citation is None else None
    return unit.address if unit else None


def led_to(reading: Reading, at: int) -> Iterator[Span]:
    """Where the definition of what stands at a place is: the provision referred to, else the definition of a term."""
    citation = reference_at(reading, at)
    if citation is None:
        if (definition := term_at(reading, at)) is not None:
            yield definition.term
        return
    resolution = resolution_of(reading, citation)
    if resolution is None or resolution.status not in _STANDING or reading.subject is None:
        return
    unit = reading.places.get(resolution.address) if resolution.address else None
    unit = unit or reading.subject.contents.divisions.get(citation.place or "")
    if unit is not None and (start := beginning(unit)) is not None:
        yield start


def references_to(reading: Reading, address: Address) -> Iterator[Span]:
    """The words that refer to a provision or to what stands in it, alone or inside a range."""
    if reading.subject is None:
        return
    for citation, resolution in reading.own:
        if resolution.address is None or resolution.status not in _STANDING:
            continue
        inside: tuple[Address, ...] = ()
        if citation.address and citation.until:
            inside = reading.subject.contents.between(citation.address, citation.until)
        if address.holds(resolution.address) or any(address.holds(one) for one in inside):
            yield citation.span


def term_at(reading: Reading, at: int) -> Definition | None:
    """The definition of the term at a character of the act: of several the longest one, forms of its words included."""
    if reading.subject is None:
        return None
    folded = reading.subject.act.folded
    start, end = folded.rfind("\n", 0, at) + 1, folded.find("\n", at)
    words = [(found.group(), found.span()) for found in _WORD.finditer(folded, start, end if end >= 0 else len(folded))]
    here = next((index for index, (_, (first, last)) in enumerate(words) if first <= at <= last), None)
    if here is None:
        return None
    best: tuple[int, Definition] | None = None
    for definition in reading.definitions:
        for term in (definition.term, *definition.aliases):
            wanted = _WORD.findall(fold(reading.subject.act.words(term)))
            if wanted and (best is None or len(wanted) > best[0]) and _said(wanted, [word for word, _ in words], here):
                best = len(wanted), definition
    return best[1] if best else None


def beginning(unit: Provision) -> Span | None:
    """The first words of a provision: its heading, its number, or its first line."""
    return next(iter((*unit.heading, *((unit.label,) if unit.label else ()), *unit.text)), None)


def _said(term: list[str], words: list[str], here: int) -> bool:
    """Whether the words of a term stand in a line, in any form, around the word at `here`."""
    first = max(here - len(term) + 1, 0)
    tried = (words[start : start + len(term)] for start in range(first, here + 1))
    return any(len(said) == len(term) and _alike(term, said) for said in tried)


def _alike(term: list[str], said: list[str]) -> bool:
    """Whether words can be forms of those of a term: all but their endings is common, of a word alone three letters."""
    least = _STEM if len(term) == 1 else _STEM - 1
    for one, other in zip(term, said, strict=True):
        common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
        alike = common >= max(least, max(len(one), len(other)) - _ENDING)
        if one != other and not alike and not (len(one) >= _STEM and other.startswith(one)):
            return False
    return True
