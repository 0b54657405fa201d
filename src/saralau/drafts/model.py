"""The nouns of the room: a draft and its instructions, each with its place in the draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from saralau.acts import Act, Address
from saralau.documents import Document, Span
from saralau.messages import InputError, say

ADD, REWORD, EXCLUDE, RETITLE = "add", "reword", "exclude", "retitle"
REPLACE, INSERT, DELETE = "replace_words", "insert_words", "delete_words"
RENUMBER, MARK = "renumber", "replace_mark"
KINDS = (ADD, REWORD, EXCLUDE, RETITLE, REPLACE, INSERT, DELETE, RENUMBER, MARK)


class Target(NamedTuple):
    """What an instruction changes. `address` is None for the whole act.

    `place` is what an address cannot hold: "title", "note" or "note:1" (the law's own note), "indent:2" (the second of the
    unit's own paragraphs), "whole" for all of the text, every occurrence in it, or a division ("chapter:7", and
    "title:chapter:7" for its title). `sentence` counts the sentences of the place from one; 0 where none is meant.
    """

    address: Address | None
    place: str = ""
    sentence: int = 0

    @property
    def printed(self) -> str:
        """`194(2)(4)`; `194(1) ¶2` for a paragraph of its own, a stroke before another place, `*` for the whole act."""
        where = self.address.printed if self.address else "*"
        place, _, number = self.place.partition(":")
        if place == "indent":
            where = f"{where} ¶{number}"
        elif place == "title" and number:
            where = f"{number}/title"
        elif place not in ("", "whole"):
            where = f"{where}/{self.place}" if where else self.place
        return f"{where}/sentence:{self.sentence}" if self.sentence else where


class Done(NamedTuple):
    """How an instruction went: in how many places; whether letters of the act were of the other alphabet there
    (`letters`); whether a blank was put between words that would have stood together (`blank`).
    """

    places: int = 1
    letters: bool = False
    blank: bool = False


DONE = Done()


@dataclass(frozen=True, slots=True)
class Instruction:
    """One thing that a draft does. `span` is where the draft says so.

    `text` is what comes (a wording, words, a title), `words` what is replaced, deleted, or stands beside what is inserted;
    `before` tells that it is inserted before them. Words inserted beside none come at the end of the unit. `every` tells
    that the words are meant wherever they stand in the unit. `to` is the address that a unit gets which is renumbered.
    `done` is how it went.
    """

    kind: str
    target: Target
    span: Span
    text: str = ""
    words: str = ""
    before: bool = False
    every: bool = False
    to: Address | None = None
    done: Done = DONE


class DraftError(InputError):
    """An instruction that cannot be followed: the message names the place of the act and the line of the draft."""

    span: Span = Span(0, 0)

    def told(self, language: str) -> str:
        """The sentence, divisions of the act named in words."""
        arguments = dict(self.arguments)
        if "place" in arguments:
            arguments["place"] = placed(arguments["place"], language)
        return say(self.message, language, **arguments)


def placed(printed: str, code: str) -> str:
    """A printed target for a reader: divisions, titles, notes and sentences in words."""
    where, _, rest = printed.partition("/")
    kind, _, number = where.partition(":")
    told = say(f"draft-place-{kind}", code, number=number) if kind in _DIVISIONS else where
    for step in rest.split("/") if rest else ():
        kind, _, number = step.partition(":")
        told = say(f"draft-place-{kind}", code, of=told, number=number).strip() if kind in _PLACES else f"{told}/{step}"
    return told


_DIVISIONS = ("code_part", "section", "chapter", "paragraph", "annex")
_PLACES = ("title", "sentence")


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft of changes to an act, in the order of its text.

    `rest` are stretches that were not understood, `elsewhere` those that amend other acts, `contents` those that amend the
    table of contents, `refused` the instructions that cannot be followed, with the reason. `edited` is the copy of the act
    where the draft is one, None for an amending law.
    """

    document: Document
    instructions: tuple[Instruction, ...]
    rest: tuple[Span, ...] = ()
    elsewhere: tuple[Span, ...] = ()
    refused: tuple[DraftError, ...] = ()
    edited: Act | None = None
    contents: tuple[Span, ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that it touches, in its order; none for a change of the whole text."""
        told = (address for one in self.instructions for address in (one.target.address, one.to))
        return tuple(dict.fromkeys(address.article for address in told if address is not None and address.article))

    def line(self, span: Span) -> int:
        """The line (or the paragraph, the page) of the draft at which something stands."""
        return self.document.position(span.start).line
