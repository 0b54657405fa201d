"""Words exchanged in the blocks of a sheet: replaced, deleted, put in beside others or at the end of a unit."""

from __future__ import annotations

from collections.abc import Sequence

from saralau.drafts.editing import Block, Blocks, end_of_words, exchange_block, length, own, path_of, places, rewritten
from saralau.drafts.finding import heading_of, place_of
from saralau.drafts.model import INSERT, Instruction
from saralau.drafts.sheet import extent
from saralau.messages import InputError


def exchange_words(blocks: Blocks, one: Instruction) -> Blocks:
    """Words replaced, deleted, or put in beside others or at the end."""
    if one.target.place == "whole":
        return _everywhere(blocks, one)
    if one.target.place == "title":
        at, where = heading_of(blocks, one.target)
        reach: Sequence[int] = (where,)
    else:
        at, path, only = place_of(blocks, one.target)
        inside = range(0) if only is not None else extent(blocks[at], path)
        reach = (only,) if only is not None else [i for i in inside if blocks[at][i].role == "text"]
    block = blocks[at]
    if not one.words:
        last = own(block, path)[-1:] if one.target.place != "title" and only is None else list(reach)
        if not last:
            raise InputError("draft-target-absent", place=one.target.printed)
        end = end_of_words(block[last[0]].text)
        return exchange_block(blocks, at, _put(block, last[0], end, end, _spaced_before(one.text)))
    found = list(places(block, reach, one.words))
    if len(found) != 1:
        key = "draft-words-several" if found else "draft-words-absent"
        raise InputError(key, place=one.target.printed, words=one.words, count=len(found))
    return exchange_block(blocks, at, _exchanged_words(block, *found[0], one))


def _everywhere(blocks: Blocks, one: Instruction) -> Blocks:
    address, count = one.target.address, 0
    changed = list(blocks)
    for at, block in enumerate(blocks):
        if address is not None and block[0].path[:1] != (f"article:{address.article}",):
            continue
        path = path_of(block, address) if address is not None else ()
        inside = extent(block, path) if path else range(len(block))
        reach = [i for i in inside if block[i].role in ("text", "heading")]
        found = list(places(block, reach, one.words))
        for where, start in reversed(found):
            changed[at] = _exchanged_words(changed[at], where, start, one)
        count += len(found)
    if not count:
        raise InputError("draft-words-absent", place=one.target.printed, words=one.words)
    return changed


def _exchanged_words(block: Block, where: int, start: int, one: Instruction) -> Block:
    end = start + length(block, where, start, one.words)
    if one.kind != INSERT:
        return _put(block, where, start, end, one.text)
    if one.before:
        return _put(block, where, start, start, f"{one.text} ")
    return _put(block, where, end, end, _spaced_before(one.text))


def _spaced_before(words: str) -> str:
    return words if words[:1] in ",;:." else f" {words}"


def _put(block: Block, where: int, start: int, end: int, words: str) -> Block:
    return [*block[:where], rewritten(block[where], start, end, words), *block[where + 1 :]]
