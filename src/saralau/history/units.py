"""An act cut into units that are compared one by one: each provision's own words, each title, at a place named alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from saralau.acts import Act, Address, Kind, Provision
from saralau.documents import Span

# Editions come in different formats: spaces, quotes, dashes and soft hyphens are the publisher's, not the law's.
_TYPOGRAPHY = str.maketrans({**dict.fromkeys("«»“”„", '"'), **dict.fromkeys("—‒―", "–"), "\u00ad": None, "\u200b": None})
_BLANKS = re.compile(r"\s+")


class Unit(NamedTuple):
    """A unit of an act. `place` is its address or its division, `title` tells a heading, `spans` where its words stand."""

    place: str
    address: Address | None
    kind: Kind
    title: bool
    text: str
    spans: tuple[Span, ...]
    excluded: bool


def units(act: Act) -> dict[str, Unit]:
    """Units by place, in the order of the act. An excluded one has no words: what stands there is a note."""
    found: dict[str, Unit] = {}
    for unit in _units(act):
        place, number = unit.place, 1
        while place in found:  # a text that has one number twice
            number += 1
            place = f"{unit.place} ({number})"
        found[place] = unit._replace(place=place)
    return found


def _units(act: Act) -> Iterator[Unit]:
    article: Address | None = None
    for provision in act.walk():
        kind, address = provision.kind, provision.address
        if kind is Kind.ARTICLE:
            article = address
        place = _place(provision, article)
        if provision.title:
            yield Unit(f"{place}/title", address, kind, True, plain(provision.title), provision.heading, provision.excluded)
        spans = tuple(_without_label(provision))
        text = "" if provision.excluded else plain(" ".join(act.words(span) for span in spans))
        if text or provision.excluded or (address is not None and kind is not Kind.ARTICLE):
            yield Unit(place, address, kind, False, text, spans, provision.excluded)


def plain(text: str) -> str:
    """Words as they are compared: one blank, one kind of quotes and dashes."""
    return _BLANKS.sub(" ", text.translate(_TYPOGRAPHY)).strip()


def letters(text: str) -> str:
    """What is left of words when blanks and marks are gone: where this is equal, two editions are only printed otherwise."""
    return "".join(char for char in text.lower() if char.isalnum())


def _place(provision: Provision, article: Address | None) -> str:
    if provision.kind in (Kind.NOTE, Kind.ITEM):
        number = f"{provision.kind.value} {provision.number}" if provision.number else provision.kind.value
        return f"{article.short if article else ''}/{number}"
    if provision.address is not None:
        return provision.address.short
    place = f"{provision.kind.value} {provision.number or provision.title or ''}".strip()
    inside = article is not None and provision.kind in (Kind.PART, Kind.POINT)  # of the article's own note
    return f"{article.short}/{place}" if inside and article else place


def _without_label(provision: Provision) -> Iterator[Span]:
    for span in provision.text:
        label = provision.label
        if label is not None and span.start <= label.start < span.end:
            span = Span(label.end, span.end)  # noqa: PLW2901  # the words behind the label
        if span.start < span.end:
            yield span
    yield from provision.closing
