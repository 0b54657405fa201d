"""A pack of elements to be filled in: parts, what they take over and points, as the register of an act has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from saralau.messages import InputError
from saralau.offences import Offence
from saralau.offences.records import expand, from_record
from saralau.packs import load
from saralau.packs.checking import BLANK


def skeleton(register_name: str, numbers: Sequence[str]) -> str:
    """The text of a pack (`saralau/elements/1`) for some articles of a register. InputError where one is not in it."""
    register = load(register_name)
    if register.get("schema") != "saralau/register/1":
        raise InputError("pack-no-register", typed=register_name)
    found = {number: _offences(register, number) for number in numbers}
    if absent := [number for number, offences in found.items() if not offences]:
        raise InputError("elements-address", name=register_name, typed=absent[0])
    return "\n".join(_lines(register, register_name, found)) + "\n"


def _offences(register: Mapping[str, Any], number: str) -> list[Offence]:
    return [from_record(expand(row)) for row in register["offences"] if row["article"] == number]


def _lines(register: Mapping[str, Any], name: str, found: Mapping[str, Sequence[Offence]]) -> Iterator[str]:
    act = register["act"]
    codes = sorted({feature.code for offences in found.values() for one in offences for feature in one.features})
    yield "# Elements over the terms of vocabulary/facts; replace each ? (docs/cases.md)."
    yield "schema: saralau/elements/1"
    yield f"jurisdiction: {act['jurisdiction']}"
    yield f"act: {act['id'].rpartition('/')[2]}"
    yield f'editions: [{{edition: "{act["edition"]}", as_of: "{act["edition"]}", register: {name}}}]'
    yield f'until: "{act["edition"]}"'
    yield "features:" if codes else "features: {}"
    yield from (f'  {code}: "{BLANK}"' for code in codes)
    yield "articles:"
    for number, offences in found.items():
        yield f'  - article: "{number}"'
        yield "    parts:"
        for offence in offences:
            yield from _part(offence)


def _part(offence: Offence) -> Iterator[str]:
    yield f'      - part: "{offence.address.part or "1"}"'
    if offence.extends:
        named = (".".join(filter(None, (at.part or "1", at.point))) for at in offence.extends)
        yield "        of: [" + ", ".join(f'"{one}"' for one in named) + "]"
    points = dict.fromkeys(one.point for one in offence.features if one.point and not one.excluded)
    inside = [one for one in offence.features if not one.point and not one.excluded]
    if not offence.extends or inside or not points:
        yield f'        is: {{conduct: "{BLANK}"}}' if not offence.extends else f'        is: {{"{BLANK}": "{BLANK}"}}'
    if points:
        yield "        points:"
        yield from (f'          "{point}": {{"{BLANK}": "{BLANK}"}}' for point in points)
