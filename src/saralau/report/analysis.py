"""One file, read through every floor: what the doors and the pages below them share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from saralau.acts import Act, Identity, identify, read_act
from saralau.amendments import Amendment, edition_of, find_amendments
from saralau.offences import Offences, find_offences
from saralau.offences.general_part import general_part_of
from saralau.taxonomy import Gap, Kin, Placement, classify, find_gaps, find_kin


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything understood of one act."""

    act: Act
    identity: Identity | None
    rules: Mapping[str, Any] | None  # the general part by which sanctions were completed
    offences: Offences
    placements: tuple[Placement, ...]
    kin: tuple[Kin, ...]
    gaps: tuple[Gap, ...]
    gap_candidates: int
    amendments: tuple[Amendment, ...]

    @property
    def edition(self) -> str:
        """ISO date of the newest amending act that the text names; "" if it names none."""
        return edition_of(self.amendments) or ""


STEPS = ("read", "parse", "offences", "classify")


def analyse(path: str | Path, code: str | None = None, begin: Callable[[str], None] = lambda step: None) -> Analysis:
    """Reads the file at `path` through to its groups; `begin` hears each of STEPS as it begins.

    Raises InputError of some kind, with one sentence for the user: for a file that cannot be read, a language unknown,
    a text without a single article, a pack that is wrong.
    """
    return analyse_act(read_act(path, code, begin), begin)


def analyse_act(act: Act, begin: Callable[[str], None] = lambda step: None) -> Analysis:
    """The same for an act that has been read."""
    identity = identify(act)
    rules = general_part_of(identity)
    begin("offences")
    offences = find_offences(act, rules)
    begin("classify")
    placements = classify(act, offences.items)
    kin = find_kin(act, offences.items)
    gaps, candidates = find_gaps(act, offences.items, placements, kin)
    return Analysis(act, identity, rules, offences, placements, kin, gaps, candidates, find_amendments(act))
