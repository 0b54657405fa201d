"""The noun of the room: a term with what an act says that it means."""

from __future__ import annotations

from dataclasses import dataclass

from saralau.acts import Address, Kind
from saralau.documents import Span


@dataclass(frozen=True, slots=True)
class Definition:
    """One definition.

    `address` is the innermost provision that has one, `unit` where the words stand in it (a note has no address of its own).
    `listed` tells a point of an article on basic notions from a sentence that defines in place. `definiens` are its lines,
    to the end of the sentence or of the list that it opens. `aliases` are short names given with the term.
    """

    address: Address
    unit: Kind
    listed: bool
    term: Span
    definiens: tuple[Span, ...]
    aliases: tuple[Span, ...] = ()
