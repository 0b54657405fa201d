"""Units of an act with the address at which they stand, and the lists that they make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saralau.acts import Act, Address, Kind, Provision
from saralau.acts.address import number_key

_EXCERPT = 0.05  # share of articles before which a number is left out, from which a text is taken to be an excerpt


Placed = tuple[Provision, Address | None]  # a unit and the address at which it stands


def units_of(act: Act) -> Iterator[Placed]:
    """Every unit with its address; what has none (a note, its items) with that of its article, or its point."""
    article: Provision | None = None
    for unit in act.walk():
        if unit.kind is Kind.ARTICLE or (unit.address is not None and unit.address == unit.address.main):
            article = unit
        yield unit, unit.address or (article.address if article else None)


def series_of(placed: Sequence[Placed]) -> Iterator[tuple[Provision, Address | None, tuple[Provision, ...]]]:
    """Units that hold numbered ones of one kind: the holder, its address, what it holds, in the order of the text."""
    for unit, address in placed:
        if unit.children:
            for kind in (Kind.PART, Kind.POINT, Kind.ITEM):
                held = tuple([child for child in unit.children if child.kind is kind])
                if held and not _counted_across(held[0]):
                    yield unit, address, held
    across: dict[str, list[Provision]] = {}
    for unit, _ in placed:
        if unit.address is not None and _counted_across(unit):
            across.setdefault(unit.address.article, []).append(unit)
    for text, members in across.items():
        if len(members) > 1:
            yield members[0], Address(text), tuple(members)


def _counted_across(unit: Provision) -> bool:
    """Whether a unit is a point of an act without articles, counted through its chapters."""
    return unit.kind is Kind.PART and unit.address is not None and unit.address.rooted


def gaps(held: Sequence[Provision], before: int = 0) -> Iterator[tuple[Provision, int]]:
    """Units before which a number is left out, and the first such number. Lettered ones are not looked at."""
    for unit in held:
        key = number_key(unit.number)
        if not key or not (unit.number or "").replace("-", "").isdecimal():
            return
        if key[0] > before + 1:
            yield unit, before + 1
        before = key[0]


def article_gaps(act: Act) -> tuple[tuple[Provision, int], ...] | None:
    """Gaps in the numbers of articles; None for an excerpt, which leaves out so many that nothing follows from one."""
    articles = [unit for unit in act.articles() if unit.number]
    found = tuple(gaps(articles, number_key(articles[0].number)[0] - 1)) if articles else ()
    return found if len(found) <= max(1, _EXCERPT * len(articles)) else None
