"""Offences whose siblings have an ICT feature and which have none.

*Siblings* are articles of the same chapter, or articles anywhere that punish the same communicable conduct (spreading,
demanding under threat, calling, using works ...; the words are data, `lexicon/communicable`). An article is named if

1. no part of it, and no note to it, carries an ICT element;
2. its basic offence is communicable conduct: words, images or data can carry it;
3. a sibling carries the element in a qualifying part, so that the law itself treats the means as aggravating.

The rule says where a drafter should look, not that the law is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from saralau.acts import Act, Address
from saralau.offences import Offence
from saralau.packs.lexicons import wordings
from saralau.taxonomy.model import Gap, Kin, Placement


def find_gaps(
    act: Act, offences: Iterable[Offence], placements: Sequence[Placement], kin: Iterable[Kin]
) -> tuple[tuple[Gap, ...], int]:
    """The gaps, and the number of articles without an ICT element among which they were found."""
    basic: dict[str, Offence] = {}
    for offence in offences:
        basic.setdefault(offence.address.article, offence)
    touched = {placement.offence.address.article for placement in placements}
    touched |= {relative.address.article for relative in kin if relative.in_note}
    aggravated = [p for p in placements if p.own and not p.offence.own_offence]
    conduct = {article: _conduct(act, offence) for article, offence in basic.items()}
    siblings_by_conduct: dict[str, list[Address]] = {}
    siblings_by_chapter: dict[str | None, list[Address]] = {}
    for placement in aggravated:
        address = placement.offence.address
        siblings_by_chapter.setdefault(placement.offence.chapter, []).append(address)
        for code in conduct.get(address.article, ()):
            siblings_by_conduct.setdefault(code, []).append(address)
    candidates = [article for article in basic if article not in touched]
    gaps = []
    for article in candidates:
        codes = conduct[article]
        siblings = [address for code in codes for address in siblings_by_conduct.get(code, ())]
        if codes:
            siblings += siblings_by_chapter.get(basic[article].chapter, ())
        if siblings:
            unique = tuple(sorted(set(siblings), key=lambda address: address.sort_key))
            gaps.append(Gap(Address(article), codes, unique))
    return tuple(gaps), len(candidates)


def _conduct(act: Act, offence: Offence) -> tuple[str, ...]:
    found = [
        code
        for span in offence.disposition
        for code, _, _ in wordings("communicable", act.language.code).find(act.folded, *span)
    ]
    return tuple(dict.fromkeys(found))
