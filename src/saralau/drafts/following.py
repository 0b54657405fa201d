"""Following an instruction: from its target to the edit of the sheet, or the sentence why that cannot be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from saralau.acts import Address
from saralau.drafts.editing import (
    Block,
    block_at,
    end_of_words,
    exchanged,
    length,
    note_of,
    own,
    path_of,
    places,
    put_article,
    put_in,
    rewritten,
)
from saralau.drafts.model import ADD, DELETE, EXCLUDE, INSERT, REPLACE, RETITLE, REWORD, Instruction, Target
from saralau.drafts.sheet import Paragraph, Path, extent
from saralau.drafts.wording import given
from saralau.languages import Language, fold
from saralau.languages.model import Drafting
from saralau.messages import InputError

Blocks = list[Block]


def follow(blocks: Blocks, one: Instruction, language: Language, drafting: Drafting) -> Blocks:
    """The blocks as an instruction leaves them; InputError where it cannot be followed. Those given stay as they are."""
    return _FOLLOWED[one.kind](blocks, one, language, drafting)


def _add(blocks: Blocks, one: Instruction, language: Language, drafting: Drafting) -> Blocks:
    _no_place(one.target)
    address = _addressed(one.target)
    if one.target.place.startswith("note"):
        at = block_at(blocks, address.article)
        path: Path = (f"article:{address.article}", "note:")
        if extent(blocks[at], path):
            raise InputError("draft-there-already", place=one.target.printed)
        return _with(blocks, at, put_in(blocks[at], path, _units(one, path, language, drafting)))
    if address.part is None and address.point is None:
        return _add_article(blocks, one, address, language, drafting)
    at = block_at(blocks, address.article)
    holder = path_of(blocks[at], address.within if address.point is not None else Address(address.article))
    path = (*holder, f"point:{address.point}" if address.point is not None else f"part:{address.part}")
    new = _units(one, path, language, drafting)
    if not (there := extent(blocks[at], path)):
        return _with(blocks, at, put_in(blocks[at], path, new))
    if not blocks[at][there.start].excluded:
        raise InputError("draft-there-already", place=address.printed)
    return _with(blocks, at, exchanged(blocks[at], path, new))


def _add_article(blocks: Blocks, one: Instruction, address: Address, language: Language, drafting: Drafting) -> Blocks:
    path: Path = (f"article:{address.article}",)
    new = _units(one, path, language, drafting)
    if not any(block[0].path[:1] == path for block in blocks):
        return put_article(blocks, address.article, new)
    at = block_at(blocks, address.article)
    if not blocks[at][0].excluded:
        raise InputError("draft-there-already", place=address.printed)
    return _with(blocks, at, exchanged(blocks[at], path, new))


def _reword(blocks: Blocks, one: Instruction, language: Language, drafting: Drafting) -> Blocks:
    at, path, only = _found(blocks, one.target)
    block = blocks[at]
    if only is not None:
        where, words = only, " ".join(one.text.split())
        label = block[where].text[: block[where].label]
        words = words.removeprefix(label).lstrip() if label else words
        text = f"{label} {words}" if label else words
        return _with(blocks, at, [*block[:where], block[where]._replace(text=text), *block[where + 1 :]])
    new = _units(one, path, language, drafting)
    return _with(blocks, at, exchanged(block, path, new))


def _exclude(blocks: Blocks, one: Instruction, language: Language, drafting: Drafting) -> Blocks:
    at, path, only = _found(blocks, one.target)
    block = blocks[at]
    if only is not None:
        if block[only].label:
            raise InputError("draft-not-alone", place=one.target.printed)
        return _with(blocks, at, [*block[:only], *block[only + 1 :]])
    where, kind = extent(block, path), path[-1].partition(":")[0]
    if block[where.start].excluded:
        raise InputError("draft-excluded-already", place=one.target.printed)
    first = block[where.start]
    if first.role == "text" and not first.label:  # an unnumbered first part has nothing that could stay
        raise InputError("draft-not-alone", place=one.target.printed)
    said = drafting.excluded_said["note" if kind == "item" else kind]
    text = f"{first.text[: first.label].rstrip()} {said}"
    return _with(blocks, at, exchanged(block, path, [first._replace(text=text, excluded=True)]))


def _retitle(blocks: Blocks, one: Instruction, language: Language, drafting: Drafting) -> Blocks:
    at, where = _heading(blocks, one.target)
    block = blocks[at]
    heading = block[where]
    label = heading.text[: heading.label].rstrip()
    words = " ".join(one.text.split())
    if found := language.structure.article.match(fold(words)):
        if found.group(1) != _addressed(one.target).article:
            raise InputError("draft-wording-other", place=one.target.printed)
        words = words[found.end() :]
    text = f"{label} {words}".strip()
    return _with(blocks, at, [*block[:where], heading._replace(text=text), *block[where + 1 :]])


def _words(blocks: Blocks, one: Instruction, language: Language, drafting: Drafting) -> Blocks:
    """Words replaced, deleted, or put in beside others or at the end."""
    if one.target.place == "whole":
        return _everywhere(blocks, one)
    if one.target.place == "title":
        at, where = _heading(blocks, one.target)
        reach: Sequence[int] = (where,)
    else:
        at, path, only = _found(blocks, one.target)
        inside = range(0) if only is not None else extent(blocks[at], path)
        reach = (only,) if only is not None else [i for i in inside if blocks[at][i].role == "text"]
    block = blocks[at]
    if not one.words:
        last = own(block, path)[-1:] if one.target.place != "title" and only is None else list(reach)
        if not last:
            raise InputError("draft-target-absent", place=one.target.printed)
        end = end_of_words(block[last[0]].text)
        return _with(blocks, at, _put(block, last[0], end, end, _spaced_before(one.text)))
    found = list(places(block, reach, one.words))
    if len(found) != 1:
        key = "draft-words-several" if found else "draft-words-absent"
        raise InputError(key, place=one.target.printed, words=one.words, count=len(found))
    return _with(blocks, at, _exchanged_words(block, *found[0], one))


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


def _found(blocks: Blocks, target: Target) -> tuple[int, Path, int | None]:
    """The block, the path, and the paragraph where only one of the unit's own is meant."""
    _no_place(target)
    address = _addressed(target)
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


def _heading(blocks: Blocks, target: Target) -> tuple[int, int]:
    address = _addressed(target)
    at = block_at(blocks, address.article)
    if address.part is not None or address.point is not None or blocks[at][0].role != "heading":
        raise InputError("draft-target-absent", place=target.printed)
    return at, 0


def _units(one: Instruction, path: Path, language: Language, drafting: Drafting) -> list[Paragraph]:
    """The paragraphs of the unit that an instruction gives the wording of."""
    kind = path[-1].partition(":")[0]
    units = given(one.text, path[:-1], kind, language, drafting)
    if units is None or list(units) != [path[-1]]:
        raise InputError("draft-wording-other", place=one.target.printed)
    return units[path[-1]]


def _addressed(target: Target) -> Address:
    if target.address is None or not target.address.article:
        raise InputError("draft-nowhere")
    return target.address


def _no_place(target: Target) -> None:
    if target.place and target.place.partition(":")[0] not in ("note", "indent", "title", "whole"):
        raise InputError("draft-division", place=target.place)


def _with(blocks: Blocks, at: int, block: Block) -> Blocks:
    return [*blocks[:at], block, *blocks[at + 1 :]]


_Follow = Callable[[Blocks, Instruction, Language, Drafting], Blocks]
_FOLLOWED: Mapping[str, _Follow] = {
    ADD: _add,
    REWORD: _reword,
    EXCLUDE: _exclude,
    RETITLE: _retitle,
    REPLACE: _words,
    INSERT: _words,
    DELETE: _words,
}
