"""Where a target stands in the blocks of a sheet; InputError, naming the place, where it does not."""

from __future__ import annotations

from saralau.acts import Address
from saralau.drafts.editing import Blocks, block_at, note_of, own, path_of
from saralau.drafts.model import Target
from saralau.drafts.sheet import Path
from saralau.languages import Language, fold
from saralau.messages import InputError


def place_of(blocks: Blocks, target: Target) -> tuple[int, Path, int | None]:
    """The block, the path, and the paragraph where only one of the unit's own is meant."""
    check_place(target)
    address = addressed(target)
    at = block_at(blocks, address.article)
    place, _, number = target.place.partition(":")
    if place == "note":
        return at, note_of(blocks[at], number, target.printed), None
    path = path_of(blocks[at], address)
    if place == "indent":
        words = own(blocks[at], path)
        if not number.isdecimal() or not 0 < int(number) <= len(words):
            raise InputError("draft-target-absent", place=target.printed)
        return at, path, words[int(number) - 1]
    return at, path, None


def heading_of(blocks: Blocks, target: Target, language: Language) -> tuple[int, int]:
    """The block of an article or of a division and the paragraph of its heading in it."""
    if division := target.place.partition(":")[2]:
        return _division_of(blocks, division, target, language)
    address = addressed(target)
    at = block_at(blocks, address.article)
    if address.part is not None or address.point is not None or blocks[at][0].role != "heading":
        raise InputError("draft-target-absent", place=target.printed)
    return at, 0


def _division_of(blocks: Blocks, division: str, target: Target, language: Language) -> tuple[int, int]:
    kind, _, number = division.partition(":")
    pattern = language.structure.divisions.get(kind)
    found = [
        (at, where)
        for at, block in enumerate(blocks)
        for where, one in enumerate(block)
        if pattern is not None and one.role == "heading" and not one.path
        if (said := pattern.match(fold(one.text))) is not None and said.re.groups and said[1] == number
    ]
    if len(found) != 1:
        raise InputError("draft-target-several" if found else "draft-target-absent", place=target.printed)
    return found[0]


def addressed(target: Target) -> Address:
    """The address of a target; InputError where it names no article."""
    if target.address is None or not target.address.article:
        raise InputError("draft-nowhere")
    return target.address


def check_place(target: Target) -> None:
    """Refuses a division of the act, which is no unit that can be edited."""
    if (target.place and target.place.partition(":")[0] not in ("note", "indent", "title", "whole")) or (
        target.place.startswith("title:")
    ):
        raise InputError("draft-division", place=target.printed)
