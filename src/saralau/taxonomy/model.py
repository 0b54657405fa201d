"""The nouns of the room: a group, a placement with its reasons, a gap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from saralau.acts import Address
from saralau.offences.model import Offence


class Group(StrEnum):
    """The three groups of the United Nations Office on Drugs and Crime."""

    I = "I"  # noqa: E741  # the groups are known by their Roman numerals; against data and systems
    II = "II"  # computer-related, for gain or harm
    III = "III"  # what is punished is the content


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: the id of a message and what fills it."""

    message: str
    arguments: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Placement:
    """An offence in a group. `own` is False for a part that is cyber only because of what it extends."""

    offence: Offence
    group: Group
    own: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Kin:
    """A provision near the subject that carries no element of its own: why it is near."""

    address: Address
    code: str
    in_note: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """An article that carries no ICT element though its siblings do. `codes` name the conduct that it shares."""

    address: Address
    codes: tuple[str, ...]
    siblings: tuple[Address, ...]
