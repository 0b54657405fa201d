"""Edits of a sheet: units found, put in, reworded and excluded; words exchanged. Nothing but what is named is touched.

A sheet is edited as blocks, one for each article with what stands in it, so that an edit costs no more than its article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from saralau.acts import Address, Kind
from saralau.acts.address import number_key
from saralau.drafts.sheet import Paragraph, Path, extent
from saralau.languages import unmixed
from saralau.messages import InputError

Block = list[Paragraph]
Blocks = list[Block]
_MARKS = str.maketrans({**dict.fromkeys("«»“”„", '"'), **dict.fromkeys("—‒―", "–"), "\u00a0": " ", "\u2011": "-"})
_END = re.compile(r"[\s.;:,–-]*$")


def blocks_of(sheet: Sequence[Paragraph]) -> list[Block]:
    """The sheet cut into articles and what stands between them."""
    found: list[Block] = []
    for one in sheet:
        if not found or found[-1][-1].path[:1] != one.path[:1]:
            found.append([])
        found[-1].append(one)
    return found


def joined(blocks: Sequence[Block]) -> list[Paragraph]:
    """The blocks as one sheet."""
    return [one for block in blocks for one in block]


def block_at(blocks: Sequence[Block], article: str) -> int:
    """The index of an article's block; InputError where there is none, or several have that number."""
    found = [at for at, block in enumerate(blocks) if block[0].path[:1] == (f"article:{article}",)]
    if len(found) != 1:
        raise InputError("draft-target-several" if found else "draft-target-absent", place=article)
    return found[0]


def exchange_block(blocks: Blocks, at: int, block: Block) -> Blocks:
    """The blocks with another one at an index; those given stay as they are."""
    return [*blocks[:at], block, *blocks[at + 1 :]]


def path_of(block: Block, address: Address) -> Path:
    """The path of a unit; InputError where it does not stand in its article."""
    path: Path = (f"article:{address.article}",)
    if address.part is not None:
        path = (*path, f"part:{address.part}")
    if address.point is not None:
        path = (*path, f"point:{address.point}")
    if not extent(block, path):
        raise InputError("draft-target-absent", place=address.printed)
    return path


def note_of(block: Block, number: str, printed: str) -> Path:
    """The path of the law's own note to an article, or of its numbered item."""
    notes = sorted({one.path[:2] for one in block if len(one.path) > 1 and one.path[1].startswith("note:")})
    paths = {one.path for one in block}
    found = [path for path in notes if not number] or [
        path for note in notes for path in ((*note, f"item:{number}"), (note[0], f"note:{number}")) if path in paths
    ]
    if len(found) != 1:
        raise InputError("draft-target-several" if found else "draft-target-absent", place=printed)
    return found[0]


def own(block: Block, path: Path) -> list[int]:
    """Where a unit's own paragraphs stand: those of no unit inside it."""
    return [at for at, one in enumerate(block) if one.path == path and one.role == "text"]


def exchanged(block: Block, path: Path, given: Sequence[Paragraph]) -> Block:
    """The block with other paragraphs in the place of a unit."""
    where = extent(block, path)
    return [*block[: where.start], *given, *block[where.stop :]]


def put_in(block: Block, path: Path, given: Sequence[Paragraph]) -> Block:
    """The block with a new unit at its place among its siblings by number; InputError where nothing tells that place."""
    holder, (kind, _, number) = path[:-1], path[-1].partition(":")
    siblings = dict.fromkeys(one.path[: len(path)] for one in block if len(one.path) >= len(path))
    siblings_ = [one for one in siblings if one[:-1] == holder and one[-1].startswith(f"{kind}:")]
    before = [one for one in siblings_ if number_key(one[-1].partition(":")[2]) < number_key(number)]
    after = [one for one in siblings_ if one not in before]
    if before:
        at = extent(block, before[-1]).stop
    elif after:
        at = extent(block, after[0]).start
    else:
        at = _without_siblings(block, holder, kind)
    return [*block[:at], *given, *block[at:]]


def _without_siblings(block: Block, holder: Path, kind: str) -> int:
    """Behind the unit's own words; points need an opening that no sanction follows."""
    words = own(block, holder)
    if kind == Kind.POINT and len(words) != 1:
        raise InputError("draft-no-list", place=holder[-1].partition(":")[2])
    if kind == Kind.NOTE:
        return extent(block, holder).stop
    notes = [at for at, one in enumerate(block) if len(one.path) > 1 and one.path[1].startswith("note:")]
    return min([*notes, extent(block, holder).stop])


def put_article(blocks: Sequence[Block], number: str, given: Block) -> list[Block]:
    """The blocks with a new article behind the one before it by number."""
    before = [
        at
        for at, block in enumerate(blocks)
        if block[0].path and number_key(block[0].path[0].partition(":")[2]) < number_key(number)
    ]
    at = before[-1] + 1 if before else next((at for at, block in enumerate(blocks) if block[0].path), len(blocks))
    return [*blocks[:at], given, *blocks[at:]]


def places(block: Block, where: Sequence[int], words: str) -> Iterator[tuple[int, int]]:
    """Where words stand: the paragraph and the character, numbers of units aside. Whole words only.

    Latin letters in Cyrillic words, of the act or of the draft, count as the letters that they stand for.
    """
    wanted = _plain(words)
    before, after = _edges(wanted)
    pattern = re.compile(rf"{before}{_spaced(wanted)}{after}")
    for at in where:
        for found in pattern.finditer(_plain(block[at].text), block[at].label):
            yield at, found.start()


def _plain(words: str) -> str:
    return unmixed(words.translate(_MARKS))


def _edges(wanted: str) -> tuple[str, str]:
    """What may not stand beside words: a letter or a digit; beside a number also not a further one behind a hyphen."""
    first, last = wanted[:1], wanted[-1:]
    before = (r"(?<!\w)" if first.isalnum() else "") + (r"(?<!\d-)" if first.isdecimal() else "")
    after = (r"(?!\w)" if last.isalnum() else "") + (r"(?!-\d)" if last.isdecimal() else "")
    return before, after


def _spaced(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


def length(block: Block, at: int, start: int, words: str) -> int:
    """How many characters words take at a place: blanks may differ."""
    found = re.compile(_spaced(_plain(words))).match(_plain(block[at].text), start)
    return len(found.group()) if found else len(words)


def same_letters(one: str, other: str) -> bool:
    """Whether words are the same letter by letter; marks and blanks may differ."""
    return one.translate(_MARKS).split() == other.translate(_MARKS).split()


def rewritten(one: Paragraph, start: int, end: int, words: str) -> tuple[Paragraph, bool]:
    """A paragraph with words between two places, and whether a blank had to part words that would have stood together.

    Blanks that are left over go.
    """
    head, tail = one.text[:start], one.text[end:]
    if not words and (not tail or tail[0] in " ,.;:"):
        head = head.rstrip(" ") if len(head.rstrip(" ")) >= one.label else head
        tail = tail if tail[:1] != " " or head[-1:] != " " else tail.lstrip(" ")
    if len(head) <= one.label or head.endswith(" "):
        tail = tail if words else tail.lstrip(" ")
    if words[:1] in _CLOSING and len(head.rstrip(" ")) >= one.label:
        head = head.rstrip(" ")
    middle, parted = head, False
    for piece in (words, tail):
        if piece and len(middle) > one.label and _grown(middle, piece):
            middle, parted = f"{middle} ", True
        middle += piece
    return one._replace(text=middle), parted


_CLOSING = (",", ";", ":", ".")


def _grown(head: str, tail: str) -> bool:
    """Whether two pieces would grow together: a word, or a mark behind which a blank belongs, before a word."""
    number = tail[0].isdecimal() and head[-2:-1].isdecimal()  # "2,5"
    return tail[0].isalnum() and (head[-1].isalnum() or (head[-1] in ",;:" and not number))


def end_of_words(text: str) -> int:
    """Where the words of a paragraph end and the marks that close it begin."""
    found = _END.search(text)
    return found.start() if found else len(text)
