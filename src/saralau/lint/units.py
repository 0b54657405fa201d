"""Units of an act with the address at which they stand, and the lists that they make."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.acts import Act, Address, Kind, Provision


def units(act: Act) -> Iterator[tuple[Provision, Address | None]]:
    """Every unit with its address; what has none (a note, its items) with that of its article."""
    article: Provision | None = None
    for unit in act.walk():
        if unit.kind is Kind.ARTICLE:
            article = unit
        yield unit, unit.address or (article.address if article else None)


def series(act: Act) -> Iterator[tuple[Provision, Address | None, tuple[Provision, ...]]]:
    """Units that hold numbered ones of one kind: the holder, its address, what it holds, in the order of the text."""
    for unit, address in units(act):
        for kind in (Kind.PART, Kind.POINT, Kind.ITEM):
            if held := tuple(child for child in unit.children if child.kind is kind):
                yield unit, address, held
