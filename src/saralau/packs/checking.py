"""What a pack must look like. A `schema:` line names the shape; a mistake is told with its file and line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from saralau.packs.refusing import PackError
from saralau.packs.shapes.elements import Elements, ElementsOfChapter
from saralau.packs.shapes.general_part import GeneralPart, GeneralRules
from saralau.packs.shapes.jurisdiction import Defaults, Jurisdiction, Works
from saralau.packs.shapes.lineage import Lineage
from saralau.packs.shapes.patch import Patch
from saralau.packs.shapes.qualification import QualificationRules
from saralau.packs.shapes.registers import Discrepancies, Judgements, Register, Titles
from saralau.packs.shapes.timeline import TimelinePack
from saralau.packs.shapes.treaties import Instruments, TreatyPack
from saralau.packs.shapes.words import Concepts, Idle, Lexicon, Vocabulary, Words

BLANK = "?"  # stands where a term has to be chosen; a pack with one is refused, and the places are named

_SHAPES: Mapping[str, type[BaseModel]] = {
    "saralau/vocabulary/1": Vocabulary,
    "saralau/lexicon/1": Lexicon,
    "saralau/general-part/1": GeneralPart,
    "saralau/jurisdiction/1": Jurisdiction,
    "saralau/defaults/1": Defaults,
    "saralau/titles/1": Titles,
    "saralau/judgements/1": Judgements,
    "saralau/discrepancies/1": Discrepancies,
    "saralau/works/1": Works,
    "saralau/qualification/1": QualificationRules,
    "saralau/general-rules/1": GeneralRules,
    "saralau/elements/1": Elements,
    "saralau/elements-of-chapter/1": ElementsOfChapter,
    "saralau/patch/1": Patch,
    "saralau/register/1": Register,
    "saralau/treaty/1": TreatyPack,
    "saralau/instruments/1": Instruments,
    "saralau/timeline/1": TimelinePack,
    "saralau/lineage/1": Lineage,
    "saralau/search-concepts/1": Concepts,
    "saralau/search-idle/1": Idle,
    "saralau/search-words/1": Words,
}


def check(data: Any, name: str, lines: Mapping[tuple[str | int, ...], int] | None) -> Any:
    """`data` unchanged if it has the shape that it names; otherwise PackError with the first mistake's line."""
    named = data.get("schema") if isinstance(data, dict) else None
    shape = _SHAPES.get(named) if isinstance(named, str) else None
    if shape is None:
        raise PackError("pack-without-schema", name=name, known=", ".join(_SHAPES))
    if lines and (blanks := sorted({line for place in _blank(data, ()) if (line := _line(place, lines))})):
        raise PackError("pack-still-asks", name=name, lines=", ".join(map(str, blanks[:12])), count=len(blanks))
    try:
        shape.model_validate(data)
    except ValidationError as flaws:
        first = flaws.errors()[0]
        place, line = ".".join(map(str, first["loc"])), _line(tuple(first["loc"]), lines)
        if line is None:
            raise PackError("pack-mistaken", name=name, place=place, why=first["msg"]) from None
        raise PackError("pack-mistaken-at-line", name=name, line=line, place=place, why=first["msg"]) from None
    return data


def _blank(data: Any, place: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    """The places at which a pack that was started from a register still has a "?" for somebody to replace."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key == BLANK:
                yield (*place, key)
            else:
                yield from _blank(value, (*place, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _blank(value, (*place, index))
    elif data == BLANK:
        yield place


def _line(place: tuple[str | int, ...], lines: Mapping[tuple[str | int, ...], int] | None) -> int | None:
    while lines and place:
        if place in lines:
            return lines[place]
        place = place[:-1]
    return None
