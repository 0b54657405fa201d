"""The nouns of the room: a draft and its instructions, each with its place in the draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from saralau.acts import Act, Address
from saralau.documents import Document, Span
from saralau.messages import InputError

ADD, REWORD, EXCLUDE, RETITLE = "add", "reword", "exclude", "retitle"
REPLACE, INSERT, DELETE = "replace_words", "insert_words", "delete_words"
KINDS = (ADD, REWORD, EXCLUDE, RETITLE, REPLACE, INSERT, DELETE)


class Target(NamedTuple):
    """What an instruction changes. `address` is None for the whole act.

    `place` is what an address cannot hold: "title", "note" or "note:1" (the law's own note), "indent:2" (the second of the
    unit's own paragraphs), or "whole" for all of the text, every occurrence in it.
    """

    address: Address | None
    place: str = ""

    @property
    def printed(self) -> str:
        """`194(2)(4)`; `194(1) ¶2` for a paragraph of its own, a stroke before another place, `*` for the whole act."""
        where = self.address.printed if self.address else "*"
        place, _, number = self.place.partition(":")
        if place == "indent":
            return f"{where} ¶{number}"
        return f"{where}/{self.place}" if place not in ("", "whole") else where


@dataclass(frozen=True, slots=True)
class Instruction:
    """One thing that a draft does. `span` is where the draft says so.

    `text` is what comes (a wording, words, a title), `words` what is replaced, deleted, or stands beside what is inserted;
    `before` tells that it is inserted before them. Words inserted beside none come at the end of the unit.
    """

    kind: str
    target: Target
    span: Span
    text: str = ""
    words: str = ""
    before: bool = False


class DraftError(InputError):
    """An instruction that cannot be followed: the message names the place of the act and the line of the draft."""

    span: Span = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft of changes to an act, in the order of its text.

    `rest` are stretches that were not understood, `elsewhere` those that amend other acts, `refused` the instructions that
    cannot be followed, with the reason. `edited` is the copy of the act where the draft is one, None for an amending law.
    """

    document: Document
    instructions: tuple[Instruction, ...]
    rest: tuple[Span, ...] = ()
    elsewhere: tuple[Span, ...] = ()
    refused: tuple[DraftError, ...] = ()
    edited: Act | None = None

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that it touches, in its order; none for a change of the whole text."""
        return tuple(dict.fromkeys(one.target.address.article for one in self.instructions if one.target.address))

    def line(self, span: Span) -> int:
        """The line (or the paragraph, the page) of the draft at which something stands."""
        return self.document.position(span.start).line
