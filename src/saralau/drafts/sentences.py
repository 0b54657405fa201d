"""Sentences of a unit, told apart by the marks that end them: found, put in, worded anew, taken out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from saralau.drafts.editing import Block, Blocks, exchange_block, own
from saralau.drafts.finding import place_of
from saralau.drafts.model import ADD, EXCLUDE, Instruction, Target
from saralau.languages.model import Language
from saralau.messages import InputError

_END = re.compile(r"[.!?][\"»”)]*(?=\s+[\"«“„(]?\w)")


def sentences(text: str, start: int, language: Language) -> list[tuple[int, int]]:
    """Where each sentence of a paragraph begins and ends, from a character on. A sentence begins with a capital letter."""
    found: list[tuple[int, int]] = []
    start += len(text[start:]) - len(text[start:].lstrip())
    abbreviated = language.drafting.abbreviated if language.drafting else None
    for mark in _END.finditer(text, start):
        first = re.search(r"\w", text[mark.end() :])
        if first is None or not first.group().isupper():
            continue
        if abbreviated is not None and abbreviated.search(text[max(start, mark.end() - 8) : mark.end()].lower()):
            continue
        found.append((start, mark.end()))
        start = mark.end() + len(text[mark.end() :]) - len(text[mark.end() :].lstrip())
    if text[start:].strip():
        found.append((start, len(text.rstrip())))
    return found


def sentence_of(block: Block, reach: Sequence[int], target: Target, language: Language) -> tuple[int, int, int]:
    """The paragraph, the beginning and the end of the sentence that is meant, counted through all paragraphs."""
    rows = all_sentences(block, reach, language)
    if not 0 < target.sentence <= len(rows):
        raise InputError("draft-target-absent", place=target.printed)
    return rows[target.sentence - 1]


def all_sentences(block: Block, reach: Sequence[int], language: Language) -> list[tuple[int, int, int]]:
    """Every sentence of some paragraphs, their numbers left out."""
    return [(at, *one) for at in reach for one in sentences(block[at].text, block[at].label, language)]


def change_sentence(blocks: Blocks, one: Instruction, language: Language) -> Blocks:
    """A sentence put in at its place, worded anew or taken out; InputError where it is not there or is all there is."""
    at, path, only = place_of(blocks, one.target)
    block, target = blocks[at], one.target
    reach = own(block, path) if only is None else [only]
    rows = all_sentences(block, reach, language)
    words = " ".join(one.text.split())
    if one.kind == ADD and rows and target.sentence == len(rows) + 1:
        where, _, end = rows[-1]
        text = f"{block[where].text[:end]} {words}{block[where].text[end:]}"
    else:
        where, start, end = sentence_of(block, reach, target, language)
        head, tail = block[where].text[:start], block[where].text[end:]
        if one.kind == ADD:
            text = f"{head}{words} {block[where].text[start:]}"
        elif one.kind == EXCLUDE:
            if len([row for row in rows if row[0] == where]) == 1:
                raise InputError("draft-sentence-alone", place=target.printed)
            text = f"{head}{tail.lstrip()}" if tail.strip() else head.rstrip()
        else:
            text = f"{head}{words}{tail}"
    return exchange_block(blocks, at, [*block[:where], block[where]._replace(text=text), *block[where + 1 :]])
