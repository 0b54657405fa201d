"""Terms that lose their definition, or get another one, while the act goes on using them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from saralau.acts import Act, Address
from saralau.terms import Surveyed, survey
from saralau.terms.survey import Named
from saralau.terms.usage import Use, find_uses, index_of


class Undefined(NamedTuple):
    """A term that a draft leaves without the definition that it had at `address`; `lost` where there is none any more for
    the places that use it, else it is defined otherwise.

    `times` counts its uses in the new edition within the reach of the old definition; `uses` are the provisions of
    these.
    """

    term: str
    address: Address
    lost: bool
    times: int
    uses: tuple[Address, ...]


def undefined(before: Act, after: Act) -> tuple[Undefined, ...] | None:
    """Terms whose definition a new edition drops or rewords and that it uses, in the order of the old text.

    None for a language of which nobody has encoded how it defines terms.
    """
    if before.language.defining is None:
        return None
    (was,), (now,) = survey([before]), survey([after])
    return tuple(_undefined(was, now))


def _undefined(was: Surveyed, now: Surveyed) -> Iterator[Undefined]:
    standing = find_uses(now.act, index_of(was.defined))
    for stems, ones in was.defined.items():
        others = now.defined.get(stems, ())
        meanings = {now.meaning(one.name.definition) for one in others}
        for one in ones:
            if was.meaning(one.name.definition) in meanings:
                continue
            kept = [other for other in others if other.scope.meets(one.scope)]
            uses = list(now.used(stems)) if others else list(standing.get(stems, ()))
            reached = [use for use in uses if not use.nested and one.scope.covers(use.address)]
            bare = [use for use in reached if not any(other.scope.covers(use.address) for other in kept)]
            if told := bare or reached:
                yield _told(was, one, told, lost=bool(bare))


def _told(was: Surveyed, one: Named, uses: list[Use], *, lost: bool) -> Undefined:
    definition = one.name.definition
    places = tuple(dict.fromkeys(use.address for use in uses))
    return Undefined(" ".join(was.act.words(one.name.span).split()), definition.address, lost, len(uses), places)
