"""Another number for a provision, and for every reference to it in the act; or a sentence that tells why not.

What is to be written is read again before it is handed out: every provision must stand where it stood, every reference
must lead where it led, under the new number. Nothing that cannot be proved so is done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from saralau.acts import Address, Kind, Provision
from saralau.acts.address import number_key
from saralau.citations import Citation, Resolution
from saralau.citations.numbering import Numbered, numbers_of, renumbered
from saralau.citations.reader import calls_subpoints
from saralau.documents import Span
from saralau.lsp.reading import Reading, read_draft
from saralau.lsp.seeking import reference_at, resolution_of
from saralau.lsp.text import text_of
from saralau.messages import InputError

_NUMBER = re.compile(r"[0-9]+(?:-[0-9]+)*|[^\W\d_]")
_LEVELS = {Kind.ARTICLE: "article", Kind.PART: "part", Kind.POINT: "point"}
_SHOWN = 80


def number_at(reading: Reading, at: int) -> tuple[Address, Span] | None:
    """The provision whose number stands at a character of the act, in its own heading or in a reference, and that number."""
    if reading.subject is None:
        return None
    for unit in reading.places.values():
        own = _own_number(reading, unit)
        if own is not None and own.start <= at <= own.end and unit.address is not None:
            return unit.address, own
    citation = reference_at(reading, at)
    resolution = resolution_of(reading, citation) if citation else None
    if citation is None or resolution is None or (address := _meant(citation, resolution)) is None:
        return None
    there = next((one for one in _numbers(reading, citation) if one.span.start <= at <= one.span.end), None)
    if there is None:
        return None
    for above in (Address(address.article), address.within, address):
        if above in reading.places and there.number == _last(above) and _fits(there, above, resolution):
            return above, there.span
    return None


def renumber(reading: Reading, address: Address, typed: str, name: str) -> list[tuple[Span, str]]:
    """The words to be written, in the order of the client's text. InputError, one sentence, where it cannot be done."""
    assert reading.subject is not None
    new = _renamed(address, typed)
    _check_order(reading, address, new)
    edits: dict[Span, str] = {}
    for span in _own_numbers(reading, address):
        edits[span] = _written(reading, span, address, new)
    for citation, resolution in reading.own:
        meant = _meant(citation, resolution)
        if citation.noted or meant is None or not address.holds(meant):
            continue
        for one in _numbers(reading, citation):
            if one.number == _last(address) and _fits(one, address, resolution):
                span, words = _in_reference(reading, one.span, _written(reading, one.span, address, new))
                edits[span] = words
    placed = sorted((reading.place(span), words) for span, words in edits.items())
    _prove(reading, placed, address, new, name)
    return placed


def _renamed(address: Address, typed: str) -> Address:
    number = typed.strip().rstrip(").").strip()
    lettered = _last(address).isalpha()
    if not _NUMBER.fullmatch(number) or number.isalpha() != lettered:
        raise InputError("lsp-rename-number", typed=typed[:_SHOWN])
    return _with_last(address, number)


def _check_order(reading: Reading, address: Address, new: Address) -> None:
    """A number must be free, and stand in the order of its neighbours."""
    if new in reading.places:
        raise InputError("lsp-rename-taken", to=new.printed)
    siblings = [one for one in reading.places if _parent(one) == _parent(address)]
    at = siblings.index(address)
    beside = [*siblings[max(at - 1, 0) : at], new, *siblings[at + 1 : at + 2]]
    keys = [number_key(_last(one)) for one in beside]
    if keys != sorted(keys):
        others = ", ".join(one.printed for one in beside if one != new)
        raise InputError("lsp-rename-order", to=new.printed, beside=others)


def _prove(reading: Reading, edits: list[tuple[Span, str]], old: Address, new: Address, name: str) -> None:
    """Reads what would be written; InputError if anything but the number would be another."""
    assert reading.subject is not None
    source, reached = reading.text.source, 0
    pieces: list[str] = []
    for span, words in edits:
        if span.start < reached or len(source[span.start : span.end]) > _SHOWN:
            raise InputError("lsp-rename-written", to=old.printed)
        pieces += source[reached : span.start], words
        reached = span.end
    after = read_draft(text_of("".join((*pieces, source[reached:]))), name, reading.subject.act.language)
    if after.subject is None or list(after.places) != [_moved(one, old, new) for one in reading.places]:
        raise InputError("lsp-rename-written", to=old.printed)
    for was, now in zip_longest(reading.subject.citations, after.subject.citations):
        if was is None or now is None or _led(reading, was, old, new) != _led(after, now, None, None):
            flawed = was or reading.subject.citations[-1]
            line = reading.text.position(reading.place(flawed.phrase).start)[0] + 1
            words = " ".join(reading.subject.words(flawed.phrase).split())
            ranged = was is not None and (was.until is not None or _ends_range(reading, was))
            raise InputError("lsp-rename-range" if ranged else "lsp-rename-meaning", line=line, words=words[:_SHOWN])


def _led(reading: Reading, citation: Citation, old: Address | None, new: Address | None) -> tuple[Any, ...]:
    """Where a reference leads, with what stands inside a range; addresses as they are after the renumbering."""
    assert reading.subject is not None
    resolution = resolution_of(reading, citation)
    iri = citation.work.iri if citation.work else None
    if resolution is None:
        return citation.kind, iri, citation.address, citation.place
    meant = _meant(citation, resolution)
    inside: tuple[Address, ...] = ()
    if citation.address and citation.until:
        inside = reading.subject.contents.between(citation.address, citation.until)
    addresses = tuple(None if one is None else _moved(one, old, new) for one in (meant, citation.until, *inside))
    return citation.kind, citation.place, resolution.status, citation.excepted, addresses


def _ends_range(reading: Reading, citation: Citation) -> bool:
    return any(one.phrase == citation.phrase and one.until is not None for one, _ in reading.own)


def _meant(citation: Citation, resolution: Resolution) -> Address | None:
    """The address of what stands there; of what does not, as the words tell it."""
    return resolution.address if resolution.status in ("exists", "excluded") else citation.address


def _moved(address: Address, old: Address | None, new: Address | None) -> Address:
    if old is None or new is None or not old.holds(address):
        return address
    return Address(new.article, new.part or address.part, new.point or address.point)


def _numbers(reading: Reading, citation: Citation) -> tuple[Numbered, ...]:
    assert reading.subject is not None
    act = reading.subject.act
    return numbers_of(act.folded, citation, act.language, subpoints=calls_subpoints(act.folded, act.language))


def _fits(one: Numbered, address: Address, resolution: Resolution) -> bool:
    """Whether a number in a reference is of the level of a provision, or of the one for which the words take it."""
    level = "point" if address.point is not None else "part" if address.part is not None else "article"
    return one.level == level or (resolution.misnamed and {one.level, level} == {"part", "point"})


def _own_numbers(reading: Reading, address: Address) -> Iterator[Span]:
    """The number in a provision's own heading or label, and in a table of contents before the act."""
    assert reading.subject is not None
    own = _own_number(reading, reading.places[address])
    if own is None:
        raise InputError("lsp-rename-unnumbered", to=address.printed)
    yield own
    if address.part is None and address.point is None:
        act = reading.subject.act
        for line in act.front:
            found = act.language.structure.article.match(act.folded, line.start, line.end)
            if found and found.group(1) == address.article:
                yield Span(*found.span(1))


def _own_number(reading: Reading, unit: Provision) -> Span | None:
    assert reading.subject is not None
    act = reading.subject.act
    if unit.kind is Kind.ARTICLE and unit.heading:
        found = act.language.structure.article.match(act.folded, *unit.heading[0])
        return Span(*found.span(1)) if found else None
    number = _NUMBER.match(act.folded, *unit.label) if unit.label and unit.kind in _LEVELS else None
    return Span(*number.span()) if number else None


def _written(reading: Reading, span: Span, old: Address, new: Address) -> str:
    assert reading.subject is not None
    numerals = reading.subject.act.language.numerals
    words = renumbered(reading.subject.words(span), _last(old), _last(new), numerals)
    if words is None:
        raise InputError("lsp-rename-written", to=old.printed)
    return words


def _in_reference(reading: Reading, span: Span, words: str) -> tuple[Span, str]:
    """Where a number stands before its unit, digits in the place of a word are joined to it by a hyphen."""
    assert reading.subject is not None
    act = reading.subject.act
    if not act.language.citing.number_first or not act.folded[span.start].isalpha() or words[0].isalpha():
        return span, words
    end = span.end
    while end < len(act.folded) and act.folded[end] == " ":
        end += 1
    return Span(span.start, end), f"{words}-"


def _last(address: Address) -> str:
    return address.point or address.part or address.article


def _with_last(address: Address, number: str) -> Address:
    if address.point is not None:
        return address._replace(point=number)
    return Address(number) if address.part is None else address._replace(part=number)


def _parent(address: Address) -> tuple[object, ...]:
    if address.point is not None:
        return "point", address.article, address.part
    return ("article",) if address.part is None else ("part", address.article)
