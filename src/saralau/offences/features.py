"""Qualifying features: in points, and in the sentence of a part that builds on another.

What the lexicon recognises gets its code; a point, or a stretch of a sentence, that it does not recognise is one feature
"other", so that nothing is hidden.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from saralau.documents import Span
from saralau.languages import Language
from saralau.offences.model import Feature
from saralau.packs import load
from saralau.packs.lexicons import wordings

OTHER = "other"


def find_features(
    folded: str, qualifying: Span | None, points: Sequence[tuple[str, Span, bool]], language: Language
) -> tuple[Feature, ...]:
    """Features in the order of the text.

    `qualifying` is the opening of a part that extends others, None for an offence of its own; `points` are (number, words,
    excluded). An excluded point is one feature "other" with `excluded` set. Linear in the text.
    """
    found: list[Feature] = []
    if qualifying is not None:
        sentence = _alternatives(folded, qualifying, language, None)
        # Before a list of points the sentence names the conduct again ("Theft committed:"); that is no feature.
        found += [feature for feature in sentence if feature.code != OTHER] if points else sentence
    for number, span, excluded in points:
        found += [Feature(OTHER, OTHER, span, number, True)] if excluded else _alternatives(folded, span, language, number)
    return tuple(found)


def _alternatives(folded: str, span: Span, language: Language, point: str | None) -> list[Feature]:
    """What the lexicon knows, and each alternative in which it knows nothing: what is known hides nothing beside it."""
    found = _told(folded[span.start : span.end], language)
    return [Feature(code, _family(code), Span(span.start + start, span.start + end), point) for code, start, end in found]


@lru_cache(maxsize=20_000)  # the same few points stand in hundreds of articles
def _told(words: str, language: Language) -> tuple[tuple[str, int, int], ...]:
    """Codes with their places in the words, from left to right, each known one once."""
    known = list(wordings("features", language.code).find(words, 0, len(words)))
    unknown = [
        (OTHER, segment.start, segment.end)
        for segment in _segments(words, Span(0, len(words)), language)
        if not any(start < segment.end and segment.start < end for _, start, end in known)
        and language.offending.formulae.sub(" ", words[segment.start : segment.end]).strip(" ,:;–-")
    ]
    first: dict[str, tuple[str, int, int]] = {}
    for code, start, end in sorted((*known, *unknown), key=lambda one: one[1:]):
        first.setdefault(code if code != OTHER else f"{OTHER}{start}", (code, start, end))
    return tuple(first.values())


def _segments(folded: str, span: Span, language: Language) -> Iterator[Span]:
    start = span.start
    for joint in language.offending.alternatives.finditer(folded, span.start, span.end):
        if folded[start : joint.start()].strip():
            yield Span(start, joint.start())
        start = joint.end()
    if folded[start : span.end].strip():
        yield Span(start, span.end)


def _family(code: str) -> str:
    return _families().get(code, OTHER)


@cache
def _families() -> dict[str, str]:
    return {term["id"]: term["family"] for term in load("vocabulary/features")["terms"]}
