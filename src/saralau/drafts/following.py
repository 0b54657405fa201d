"""Following an instruction: from its target to the edit of the sheet, or the sentence why that cannot be."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from saralau.acts import Address, Kind
from saralau.acts.address import number_key
from saralau.drafts.editing import Block, Blocks, block_at, exchange_block, exchanged, own, path_of, put_article, put_in
from saralau.drafts.exchanging import exchange_mark, exchange_words
from saralau.drafts.finding import addressed, check_place, heading_of, place_of
from saralau.drafts.model import (
    ADD,
    DELETE,
    EXCLUDE,
    INSERT,
    MARK,
    RENUMBER,
    REPLACE,
    RETITLE,
    REWORD,
    Done,
    Instruction,
)
from saralau.drafts.sentences import change_sentence
from saralau.drafts.sheet import Paragraph, Path, extent
from saralau.drafts.wording import given
from saralau.languages import Language, fold
from saralau.languages.model import Drafting
from saralau.messages import InputError


def follow(blocks: Blocks, one: Instruction, language: Language, drafting: Drafting) -> tuple[Blocks, Done]:
    """The blocks as an instruction leaves them, and how it went; InputError where it cannot be followed.

    The blocks given stay as they are.
    """
    if one.kind in (REPLACE, INSERT, DELETE):
        return exchange_words(blocks, one, language)
    if one.kind == MARK:
        return exchange_mark(blocks, one, language)
    if one.target.sentence and one.kind in (ADD, REWORD, EXCLUDE):
        return change_sentence(blocks, one, language), Done()
    return _FOLLOWED[one.kind](blocks, one, language, drafting), Done()


def _add(blocks: Blocks, one: Instruction, language: Language, drafting: Drafting) -> Blocks:
    check_place(one.target)
    address = addressed(one.target)
    if one.target.place.startswith("indent"):
        return _add_paragraph(blocks, one, address)
    if one.target.place.startswith("note"):
        at = block_at(blocks, address.article)
        path: Path = (f"article:{address.article}", "note:")
        if extent(blocks[at], path):
            raise InputError("draft-there-already", place=one.target.printed)
        return exchange_block(blocks, at, put_in(blocks[at], path, _units(one, path, language, drafting)))
    if address.part is None and address.point is None:
        return _add_article(blocks, one, address, language, drafting)
    at = block_at(blocks, address.article)
    holder = path_of(blocks[at], address.within if address.point is not None else Address(address.article))
    path = (*holder, f"point:{address.point}" if address.point is not None else f"part:{address.part}")
    new = _units(one, path, language, drafting)
    if not (there := extent(blocks[at], path)):
        return exchange_block(blocks, at, put_in(blocks[at], path, new))
    if not blocks[at][there.start].excluded:
        raise InputError("draft-there-already", place=address.printed)
    return exchange_block(blocks, at, exchanged(blocks[at], path, new))


def _add_paragraph(blocks: Blocks, one: Instruction, address: Address) -> Blocks:
    """A paragraph at its place among the unit's own: before the one that has its number, or behind the last."""
    at = block_at(blocks, address.article)
    path, number = path_of(blocks[at], address), int(one.target.place.partition(":")[2])
    block, words = blocks[at], own(blocks[at], path)
    if not 1 < number <= len(words) + 1:  # the first one carries the number of the unit
        raise InputError("draft-paragraph-place", place=one.target.printed, count=len(words))
    where = words[number - 1] if number <= len(words) else words[-1] + 1
    if block[where - 1].path != path:
        raise InputError("draft-paragraph-points", place=one.target.printed)
    new = Paragraph(path, "text", " ".join(one.text.split()))
    return exchange_block(blocks, at, [*block[:where], new, *block[where:]])


def _add_article(blocks: Blocks, one: Instruction, address: Address, language: Language, drafting: Drafting) -> Blocks:
    path: Path = (f"article:{address.article}",)
    new = _units(one, path, language, drafting)
    if not any(block[0].path[:1] == path for block in blocks):
        return put_article(blocks, address.article, new)
    at = block_at(blocks, address.article)
    if not blocks[at][0].excluded:
        raise InputError("draft-there-already", place=address.printed)
    return exchange_block(blocks, at, exchanged(blocks[at], path, new))


def _reword(blocks: Blocks, one: Instruction, language: Language, drafting: Drafting) -> Blocks:
    at, path, only = place_of(blocks, one.target)
    block = blocks[at]
    if only is not None:
        where, words = only, " ".join(one.text.split())
        label = block[where].text[: block[where].label]
        words = words.removeprefix(label).lstrip() if label else words
        text = f"{label} {words}" if label else words
        return exchange_block(blocks, at, [*block[:where], block[where]._replace(text=text), *block[where + 1 :]])
    new = _units(one, path, language, drafting)
    return exchange_block(blocks, at, exchanged(block, path, new))


def _exclude(blocks: Blocks, one: Instruction, language: Language, drafting: Drafting) -> Blocks:
    at, path, only = place_of(blocks, one.target)
    block = blocks[at]
    if only is not None:
        if block[only].label:
            raise InputError("draft-not-alone", place=one.target.printed)
        return exchange_block(blocks, at, [*block[:only], *block[only + 1 :]])
    where, kind = extent(block, path), path[-1].partition(":")[0]
    if block[where.start].excluded:
        raise InputError("draft-excluded-already", place=one.target.printed)
    first = block[where.start]
    if first.role == "text" and not first.label:  # an unnumbered first part has nothing that could stay
        raise InputError("draft-not-alone", place=one.target.printed)
    several = kind == Kind.NOTE and language.structure.own_notes.match(fold(first.text)) is not None
    said = drafting.excluded_said["notes" if several else "part" if kind == Kind.ITEM else kind]
    text = f"{first.text[: first.label].rstrip()} {said}"
    return exchange_block(blocks, at, exchanged(block, path, [first._replace(text=text, excluded=True)]))


def _renumber(blocks: Blocks, one: Instruction, language: Language, drafting: Drafting) -> Blocks:
    """A unit with another number, at the place of that number. References to it stay as they are."""
    at, path, _ = place_of(blocks, one.target)
    new = one.to or addressed(one.target)
    number = next(step for step in reversed(new) if step is not None)
    kind, _, old = path[-1].partition(":")
    if kind == Kind.ARTICLE and any(block[0].path[:1] == (f"article:{number}",) for block in blocks):
        raise InputError("draft-there-already", place=new.printed)
    block, where, to = blocks[at], extent(blocks[at], path), (*path[:-1], f"{kind}:{number}")
    if kind != Kind.ARTICLE and (there := extent(block, to)):
        if not block[there.start].excluded:
            raise InputError("draft-there-already", place=new.printed)
        block = exchanged(block, to, [])
        where = extent(block, path)
    first = block[where.start]
    label = re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", number, first.text[: first.label], count=1)
    if label == first.text[: first.label]:
        raise InputError("draft-no-number", place=one.target.printed)
    moving = block if kind == Kind.ARTICLE else block[where.start : where.stop]
    taken = [paragraph._replace(path=(*to, *paragraph.path[len(to) :])) for paragraph in moving]
    taken[0] = first._replace(path=taken[0].path, text=label + first.text[first.label :], label=len(label))
    if kind == Kind.ARTICLE:
        return _place_article(blocks, at, number, taken)
    left = [*block[: where.start], *block[where.stop :]]
    return exchange_block(blocks, at, put_in(left, to, taken))


def _place_article(blocks: Blocks, at: int, number: str, taken: Block) -> Blocks:
    """A renumbered article where it stood, in its chapter, if its new number fits between its neighbours."""
    sides = [[block[0].path[0] for block in side if block[0].path] for side in (blocks[:at], blocks[at + 1 :])]
    beside = (*sides[0][-1:], f"article:{number}", *sides[1][:1])
    order = [number_key(step.partition(":")[2]) for step in beside]
    if order == sorted(order):
        return exchange_block(blocks, at, taken)
    return put_article([*blocks[:at], *blocks[at + 1 :]], number, taken)


def _retitle(blocks: Blocks, one: Instruction, language: Language, drafting: Drafting) -> Blocks:
    at, where = heading_of(blocks, one.target, language)
    if division := one.target.place.partition(":")[2]:
        return _retitle_division(blocks, at, where, division, one, language)
    block = blocks[at]
    heading = block[where]
    label = heading.text[: heading.label].rstrip()
    words = " ".join(one.text.split())
    if own := language.structure.article.match(fold(words)):
        if own.group(1) != addressed(one.target).article:
            raise InputError("draft-wording-other", place=one.target.printed)
        words = words[own.end() :]
    text = f"{label} {words}".strip()
    return exchange_block(blocks, at, [*block[:where], heading._replace(text=text), *block[where + 1 :]])


def _retitle_division(blocks: Blocks, at: int, where: int, division: str, one: Instruction, language: Language) -> Blocks:
    heading, words = blocks[at][where], " ".join(one.text.split())
    kind, _, number = division.partition(":")
    if named := language.structure.divisions[kind].match(fold(words)):
        if named[1] != number:
            raise InputError("draft-wording-other", place=one.target.printed)
        words = words[named.end() :]
    changed = heading._replace(text=f"{heading.text[: heading.label].rstrip()} {words}".strip())
    return exchange_block(blocks, at, [*blocks[at][:where], changed, *blocks[at][where + 1 :]])


def _units(one: Instruction, path: Path, language: Language, drafting: Drafting) -> list[Paragraph]:
    """The paragraphs of the unit that an instruction gives the wording of."""
    kind = path[-1].partition(":")[0]
    units = given(one.text, path[:-1], kind, language, drafting)
    if units is None or list(units) != [path[-1]]:
        raise InputError("draft-wording-other", place=one.target.printed)
    return units[path[-1]]


_Follow = Callable[[Blocks, Instruction, Language, Drafting], Blocks]
_FOLLOWED: Mapping[str, _Follow] = {
    ADD: _add,
    REWORD: _reword,
    EXCLUDE: _exclude,
    RETITLE: _retitle,
    RENUMBER: _renumber,
}
