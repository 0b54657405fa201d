"""The noun of the room: a citation, one reference to one place."""

from __future__ import annotations

from dataclasses import dataclass

from saralau.acts import Address
from saralau.citations.works import Work
from saralau.documents import Span


@dataclass(frozen=True, slots=True)
class Citation:
    """One reference: the words that name this one, and the whole phrase that makes them a reference.

    `kind` is provision, act or treaty. `address` is the provision (None for an act as a whole); `until` the end of a range
    that begins here. `work` is the act in which it stands; None for the act in which the words themselves stand.
    `own` tells that the words say so ("of this Code"); `assumed` that no act is named beside them and the one named last is
    meant. `relative` tells that the article was filled in from the place of the words; without such a place the address has
    none, and `missing` says so.
    """

    span: Span
    phrase: Span
    kind: str
    address: Address | None = None
    until: Address | None = None
    work: Work | None = None
    own: bool = False
    assumed: bool = False
    relative: bool = False

    @property
    def missing(self) -> str | None:
        """Why it has no address yet: "article" (a part or point of an unnamed article); None if it has one."""
        return "article" if self.address is not None and not self.address.article else None
