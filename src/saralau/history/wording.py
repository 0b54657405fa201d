"""Two wordings compared word by word: what stays, what goes, what comes. A wording is a mapping from places to texts.

A difference can be turned round, applied, and followed by another; the tests hold it to that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
_TOO_MANY = 4_000_000  # pairs of words; beyond that the middle is told as one replacement, since matching is quadratic


class Piece(NamedTuple):
    """A stretch of two wordings: what stood, what stands. Equal texts have stayed, an empty one has come or gone."""

    before: str
    after: str

    @property
    def stays(self) -> bool:
        """Whether the words are the same."""
        return self.before == self.after


def words_changed(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces in order; joined, their sides are the two texts. Turning the texts round turns the pieces round."""
    if before == after:
        return (Piece(before, after),) if before else ()
    if before > after:
        return tuple(Piece(piece.after, piece.before) for piece in words_changed(after, before))
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    middle = old[head : len(old) - tail], new[head : len(new) - tail]
    pieces = [Piece(words, words) for words in ["".join(old[:head])] if words]
    pieces += _matched(*middle)
    pieces += [Piece(words, words) for words in ["".join(old[len(old) - tail :])] if words and tail]
    return tuple(_merged(pieces))


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    for place, (word, another) in enumerate(zip(one, other, strict=False)):
        if word != another:
            return place
    return min(len(one), len(other))


def _matched(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    if len(old) * len(new) > _TOO_MANY:
        yield Piece("".join(old), "".join(new))
        return
    for _tag, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield Piece("".join(old[start:end]), "".join(new[first:last]))


def _merged(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Changes that only white space parts are one: a reader sees a phrase replaced, not word after word."""
    held: Piece | None = None
    for piece in pieces:
        if held is None:
            held = piece
        elif (not held.stays and (not piece.stays or not piece.before.strip())) or (held.stays and piece.stays):
            held = Piece(held.before + piece.before, held.after + piece.after)
        else:
            yield held
            held = piece
    if held is not None:
        yield from _loosened(held)


def _loosened(piece: Piece) -> Iterator[Piece]:
    """White space at the end of a change that has stayed, told as such."""
    if piece.stays:
        yield piece
        return
    kept = len(piece.before) - len(piece.before.rstrip())
    same = piece.before[len(piece.before) - kept :]
    if kept and piece.after.endswith(same) and len(piece.before) > kept and len(piece.after) > kept:
        yield Piece(piece.before[:-kept], piece.after[:-kept])
        yield Piece(same, same)
    else:
        yield piece


class Edits(NamedTuple):
    """What two wordings of the same places differ in: texts that came, texts that went, and pieces of those that changed."""

    added: Mapping[str, str]
    removed: Mapping[str, str]
    changed: Mapping[str, tuple[Piece, ...]]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)

    def turned(self) -> Edits:
        """The way back."""
        back = {key: tuple(Piece(one.after, one.before) for one in pieces) for key, pieces in self.changed.items()}
        return Edits(self.removed, self.added, back)

    def apply(self, texts: Mapping[str, str]) -> dict[str, str]:
        """The later wording, from the earlier one."""
        kept = {key: text for key, text in texts.items() if key not in self.removed}
        kept |= {key: "".join(piece.after for piece in pieces) for key, pieces in self.changed.items()}
        return kept | dict(self.added)

    def then(self, later: Edits) -> Edits:
        """This and what follows it, as one."""
        before = {key: "".join(piece.before for piece in pieces) for key, pieces in self.changed.items()} | dict(
            self.removed
        )
        between = {key: "".join(piece.after for piece in pieces) for key, pieces in self.changed.items()} | dict(self.added)
        for key, pieces in later.changed.items():
            if key not in between:
                before[key] = between[key] = "".join(piece.before for piece in pieces)
        for key, text in later.removed.items():
            if key not in between:
                before[key] = between[key] = text
        return edits(before, later.apply(between))


def edits(before: Mapping[str, str], after: Mapping[str, str]) -> Edits:
    """The differences of two wordings; none for equal ones."""
    return Edits(
        {key: text for key, text in after.items() if key not in before},
        {key: text for key, text in before.items() if key not in after},
        {key: words_changed(text, after[key]) for key, text in before.items() if key in after and text != after[key]},
    )
