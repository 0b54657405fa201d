"""The nouns of the room: a text in hand, a unit that search can find, what was read of one file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Held:
    """A text in hand: the act's address (IRI) and id, its edition's date (ISO), its language, the file's name and checksum.

    `title` is the act's in that language, "" if it is not known; `source` the path from which it came, with a commit before
    it where that was a history. `repealed` is the day from which the act no longer stands, if what lay beside the text says
    so; records keep it, the catalogue does not.
    """

    iri: str
    id: str
    edition: str
    language: str
    name: str
    sha256: str
    title: str = ""
    source: str = ""
    repealed: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """What search finds: a part of an article, or an article, with all points and lines inside it.

    `address` is the short form (`188.2`), `kind` "article" or "part". `title` is the article's, without its number; `text`
    the unit's own words, a line each, `notes` those of editors. `terms` are what it defines, as written. Of its offence, if
    it is one: `features` the codes of its qualifying features and of its information technology, `groups` where it is
    sorted, `punishments` the kinds threatened. `digest` is a checksum of all of this, by which wordings are told apart.
    """

    address: str
    kind: str
    title: str
    text: str
    notes: str
    terms: tuple[str, ...]
    features: tuple[str, ...]
    groups: tuple[str, ...]
    punishments: tuple[str, ...]
    excluded: bool
    digest: str


class Cut(NamedTuple):
    """The words of a unit as the index takes them (`searching.analysing.cut`), between blanks: title, text, terms, notes as
    stems, each term as one word, the words of text and notes as they are typed.
    """

    title: str
    text: str
    term: str
    defined: tuple[str, ...]
    note: str
    words: str
    note_words: str


@dataclass(frozen=True, slots=True)
class Link:
    """A reference of an act: where it stands, the act it names (IRI, "" for the act itself), the provision there, or ""."""

    at: str
    iri: str
    to: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of one file, ready for the catalogue and the index; made in a worker, so that it can be sent."""

    held: Held
    units: tuple[Unit, ...]
    links: tuple[Link, ...]
    kind: str  # of the act: code, law ...
    date: str  # of the act: ISO, or a year alone
    number: str | None
    repealed: str = ""  # the day (ISO) from which the act no longer stands; "" if it is not known that it does not
    cuts: tuple[Cut, ...] = ()  # of the units, in their order, where whoever read the text has cut its words
