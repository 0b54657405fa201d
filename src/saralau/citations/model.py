"""The noun of the room: a citation, one reference to one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from saralau.acts import Address
from saralau.citations.works import Work
from saralau.documents import Span


class Annexed(NamedTuple):
    """A point of rules that an act approves: what the words call the rules, folded, and the point in the annex that they
    are, `until` the end of a range. The articles of both are empty, for only the act itself tells which annex it is.
    """

    rules: str
    address: Address
    until: Address | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """One reference: the words that name this one, and the whole phrase that makes them a reference.

    `kind` is provision, division (a chapter, a section), act or treaty. `address` is the provision (None for the others);
    `until` the end of a range that begins here; `place` what an address cannot hold (see `chains.Member`). `work` is the act
    in which it stands; None for the act in which the words themselves stand, or where `unknown` tells that another is named
    by less than it takes to tell which.
    `own` tells that the words say so ("of this Code"); `assumed` that no act is named beside them and the one named last is
    meant; `excepted` that the text takes this out of what it names; `between` that it stands inside a range whose ends the
    words name. `relative` tells that the article was filled in from the place of the words; without such a place the address
    has none, and `missing` says so. `at` is where in an act the words stand; `noted` tells that editors wrote them.
    `annexed` is the point of rules that are an annex to `work`, as far as the words tell (`place` is then "annex").
    `disputed` is a date or number of the act that the words tell and the register contradicts, or that no calendar has.
    """

    span: Span
    phrase: Span
    kind: str
    address: Address | None = None
    until: Address | None = None
    work: Work | None = None
    place: str | None = None
    own: bool = False
    assumed: bool = False
    relative: bool = False
    excepted: bool = False
    between: bool = False
    unknown: bool = False
    at: Address | None = None
    noted: bool = False
    disputed: str | None = None
    annexed: Annexed | None = None

    @property
    def missing(self) -> str | None:
        """Why it has no address yet: "act" (named by too little), "article" (a part or point of an unnamed one); or None."""
        if self.unknown:
            return "act"
        return "article" if self.address is not None and not self.address.article else None
