"""The noun of the room: one amendment as an editor's note reports it."""

from __future__ import annotations

from dataclasses import dataclass

from saralau.acts import Address
from saralau.documents import Span


@dataclass(frozen=True, slots=True)
class Amendment:
    """An amending act named in a note: what it did, to what, its date (ISO) and number.

    `action` is introduced, excluded, reworded, amended, announced (not yet in the text) or ruled (a court's ruling).
    `heading` tells that the title is what changed. `address` is None for notes to the whole act or to a chapter.
    """

    address: Address | None
    action: str
    date: str
    number: str
    heading: bool
    span: Span
