"""Shapes: what was found."""

from __future__ import annotations

from pydantic import Field

from saralau.api.models.common import Listed, Shape


class Snippet(Shape):
    """A piece of a text with what was found in it: start and end in `text`."""

    text: str
    marks: list[list[int]]
    before: bool = Field(description="there is more before it")
    after: bool
    note: bool | None = Field(None, description="it is an editors' note")


class Hit(Shape):
    """An article that was found: the part that fits best, in which wording, which other parts and languages fit as well."""

    act: str = Field(description="key of the act")
    article: str
    address: str
    language: str
    languages: list[str]
    since: str = Field(
        description="the edition in hand from which it reads so: NOT the day of its entry into force, which may be earlier "
        "or later; `standing` of a provision on a day tells that"
    )
    until: str | None
    act_title: str
    title: Snippet
    snippet: Snippet
    excluded: bool
    also: list[str]
    sha256: str
    score: float = Field(description="compares hits of one answer only")
    href: str


class Counted(Shape):
    """A value of a facet with the number of articles."""

    value: str
    articles: int


class FoundRows(Listed[Hit]):
    """A page of what was found; the total of many is an estimate."""

    all_words: int = Field(description="articles of which a part has every word, or what it means")
    read_as: dict[str, list[str]] = Field(description="words that stand nowhere, and how they were read")
    cut: list[str] = Field(description="beginnings with which too many words begin")
    facets: dict[str, list[Counted]]
