"""The nouns of search: what is asked, what was found."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

FIELDS = ("title", "text", "term", "note")
FACETS = ("act", "year", "group", "feature", "punishment")


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked. `text` are the words as typed; the rest restricts.

    `language` is a code, `act` an IRI, `field` one of FIELDS, `on` an ISO date ("" for the current wording). `only` has by
    facet the values of which one must fit. `facets` are counted. `limit` and `offset` count provisions.
    """

    text: str
    language: str = ""
    on: str = ""
    act: str = ""
    field: str = ""
    only: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    facets: tuple[str, ...] = ()
    limit: int = 10
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a text with what was found in it: (start, end) in `text`. `before` and `after` tell that there is more."""

    text: str
    marks: tuple[tuple[int, int], ...]
    before: bool = False
    after: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """An article: its act, the part that fits best, in which wording, and which other parts and languages fit as well.

    `since` and `until` are the editions (ISO dates) between which the texts in hand have the wording, not the days on which
    it came into force; `until` is "" while the newest has it.
    `title` is the article's, `act_title` the act's in that language, `heading` the title with what was found marked.
    """

    iri: str
    article: str
    address: str
    language: str
    since: str
    until: str
    act_title: str
    heading: Snippet
    snippet: Snippet
    noted: bool  # the snippet is an editors' note
    excluded: bool
    also: tuple[str, ...]
    languages: tuple[str, ...]
    sha256: str
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """The answer. `total` counts articles, `strict` those with every word; `read_as` are words that were read as others.

    `facets` are by facet (value, number of articles), the largest first. `took` is in seconds.
    """

    hits: tuple[Hit, ...]
    total: int
    strict: int
    read_as: tuple[tuple[str, tuple[str, ...]], ...]
    cut: tuple[str, ...]  # beginnings with which more words begin than are looked for
    facets: Mapping[str, tuple[tuple[str, int], ...]]
    took: float
