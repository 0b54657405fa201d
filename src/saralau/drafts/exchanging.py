"""Words exchanged in the blocks of a sheet: replaced, deleted, put in beside others or at the end of a unit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from saralau.drafts.editing import (
    Block,
    Blocks,
    end_of_words,
    exchange_block,
    length,
    own,
    path_of,
    places,
    rewritten,
    same_letters,
)
from saralau.drafts.finding import heading_of, place_of
from saralau.drafts.model import INSERT, Done, Instruction
from saralau.drafts.sentences import sentence_of
from saralau.drafts.sheet import extent
from saralau.languages.model import Language
from saralau.messages import InputError


def exchange_words(blocks: Blocks, one: Instruction, language: Language) -> tuple[Blocks, Done]:
    """Words replaced, deleted, or put in beside others or at the end."""
    if one.target.place == "whole":
        return _everywhere(blocks, one)
    at, reach, last = _reach(blocks, one, language)
    block, window = blocks[at], None
    if one.target.sentence:
        where, start, end = sentence_of(block, reach, one.target, language)
        reach, last, window = (where,), where, (start, end)
    if not one.words:
        if last is None:
            raise InputError("draft-target-absent", place=one.target.printed)
        text = block[last].text
        end = end_of_words(text if window is None else text[: window[1]])
        return _put_all(blocks, at, [_Edit(last, end, end, _spaced_before(one.text))])
    found = [
        (where, start)
        for where, start in places(block, reach, one.words)
        if window is None or window[0] <= start < window[1]
    ]
    if not found or (len(found) > 1 and not one.every):
        key = "draft-words-several" if found else "draft-words-absent"
        raise InputError(key, place=one.target.printed, words=one.words, count=len(found))
    return _put_all(blocks, at, [_edit(block, where, start, one) for where, start in found])


def exchange_mark(blocks: Blocks, one: Instruction, language: Language) -> tuple[Blocks, Done]:
    """The mark at the end of a unit's words exchanged; InputError where another one stands there."""
    at, reach, _ = _reach(blocks, one, language)
    block = blocks[at]
    last = [i for i in reach if block[i].text][-1:]
    if one.target.sentence and last:
        where, _, end = sentence_of(block, reach, one.target, language)
        last = [where]
    else:
        end = len(block[last[0]].text.rstrip()) if last else 0
    if not last or block[last[0]].text[end - 1 : end] != one.words:
        raise InputError("draft-mark-absent", place=one.target.printed, mark=one.words)
    return _put_all(blocks, at, [_Edit(last[0], end - 1, end, one.text)])


def _reach(blocks: Blocks, one: Instruction, language: Language) -> tuple[int, Sequence[int], int | None]:
    """The block, the paragraphs of the target in it, and the one at whose end words are put."""
    if one.target.place.partition(":")[0] == "title":
        at, where = heading_of(blocks, one.target, language)
        return at, (where,), where
    at, path, only = place_of(blocks, one.target)
    if only is not None:
        return at, (only,), only
    block = blocks[at]
    reach = [i for i in extent(block, path) if block[i].role == "text"]
    return at, reach, next(iter(own(block, path)[-1:]), None)


def _everywhere(blocks: Blocks, one: Instruction) -> tuple[Blocks, Done]:
    address, done = one.target.address, Done(0)
    changed = list(blocks)
    for at, block in enumerate(blocks):
        if address is not None and block[0].path[:1] != (f"article:{address.article}",):
            continue
        path = path_of(block, address) if address is not None else ()
        inside = extent(block, path) if path else range(len(block))
        reach = [i for i in inside if block[i].role in ("text", "heading")]
        edits = [_edit(block, where, start, one) for where, start in places(block, reach, one.words)]
        if edits:
            changed, more = _put_all(changed, at, edits)
            done = Done(done.places + more.places, done.letters or more.letters, done.blank or more.blank)
    if not done.places:
        raise InputError("draft-words-absent", place=one.target.printed, words=one.words)
    return changed, done


class _Edit(NamedTuple):
    """The paragraph, from and to which character, the words that come there, whether letters of the words found differ."""

    where: int
    start: int
    end: int
    words: str
    letters: bool = False


def _edit(block: Block, where: int, start: int, one: Instruction) -> _Edit:
    end = start + length(block, where, start, one.words)
    letters = not same_letters(block[where].text[start:end], one.words)
    if one.kind != INSERT:
        return _Edit(where, start, end, one.text, letters)
    if one.before:
        return _Edit(where, start, start, f"{one.text} ", letters)
    return _Edit(where, end, end, _spaced_before(one.text), letters)


def _spaced_before(words: str) -> str:
    return words if words[:1] in ",;:." else f" {words}"


def _put_all(blocks: Blocks, at: int, edits: Sequence[_Edit]) -> tuple[Blocks, Done]:
    """Carries out edits of one block from the last to the first, so that those before keep their places."""
    block, blank = list(blocks[at]), False
    for edit in sorted(edits, reverse=True):
        block[edit.where], parted = rewritten(block[edit.where], edit.start, edit.end, edit.words)
        blank |= parted
    return exchange_block(blocks, at, block), Done(len(edits), any(edit.letters for edit in edits), blank)
