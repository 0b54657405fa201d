"""An article beside another text of the same act: its words in the other language, or what another edition has otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from saralau.acts import Act, Address, Kind, Provision
from saralau.citations.resolving import Contents
from saralau.documents import Span
from saralau.history.wording import Piece, words_changed


class Beside(NamedTuple):
    """What the other text has at a place. `pieces` are filled where both are in one language: from the earlier text to the
    later one.
    """

    lines: tuple[str, ...]
    pieces: tuple[tuple[Piece, ...], ...]
    same: bool


def beside(act: Act, article: Provision, other: Contents, *, later: bool) -> Mapping[str, Beside] | None:
    """The other text of an article by element id ("" for what closes it); what only the other has stands last.

    `later`: the other text is the later one. None where the other text has no such article.
    """
    twin = other.units.get(article.address) if article.address else None
    if twin is None:
        return None
    own, theirs = _by_place(act, article), _by_place(other.act, twin)
    alike = act.language is other.act.language
    found = {}
    for eid in dict.fromkeys((*own, *theirs)):
        mine, other_lines = own.get(eid, ()), theirs.get(eid, ())
        pairs = _paired(mine, other_lines) if alike else ()
        pieces = tuple(words_changed(*(pair if later else pair[::-1])) for pair in pairs)
        found[eid] = Beside(other_lines, pieces, alike and mine == other_lines)
    return found


def _paired(mine: tuple[str, ...], theirs: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Lines that belong together: those in order where both have as many, else all in one."""
    if len(mine) == len(theirs):
        return zip(mine, theirs, strict=True)
    return iter([("\n".join(mine), "\n".join(theirs))])


def _by_place(act: Act, article: Provision) -> dict[str, tuple[str, ...]]:
    """The lines of an article by its blocks, as `act_view.blocks` has them."""
    whole = article.address or Address(article.number or "")
    if not any(child.kind is Kind.PART for child in article.children):
        return {whole.eid: _said(act, _lines(article))}
    found = {whole.eid: _said(act, article.text)} if article.text else {}
    for child in article.children:
        found[(child.address or whole).eid] = _said(act, _lines(child))
    if article.closing:
        found[""] = _said(act, article.closing)
    return found


def _lines(unit: Provision) -> Iterator[Span]:
    yield from unit.text
    for child in unit.children:
        yield from _lines(child)
    yield from unit.closing


def _said(act: Act, lines: Iterator[Span] | tuple[Span, ...]) -> tuple[str, ...]:
    return tuple(" ".join(act.words(line).split()) for line in lines)
