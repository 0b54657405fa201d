"""The noun of the room: a citation, its words, and the provisions that it reaches."""

from __future__ import annotations

from dataclasses import dataclass

from saralau.acts import Address
from saralau.documents import Span


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference to provisions, resolved as far as the text itself allows.

    `targets` are addresses in the same act, in the order named; empty with `own_act` False when the reference leads
    to an act that this room cannot yet name.
    """

    span: Span
    targets: tuple[Address, ...]
    own_act: bool = True
