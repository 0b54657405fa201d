"""Qualifying points compared by their words: two that differ in endings only say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from saralau.acts import Act
from saralau.documents import Span
from saralau.offences import Offence

_WORD = re.compile(r"[^\W\d_]{2,}")
_STEM = 6  # letters, behind which words inflect


class Said(NamedTuple):
    """A feature that stands in a point: its place, its code, the words of the whole point cut to stems."""

    span: Span
    point: str
    code: str
    stems: tuple[str, ...]


def said(act: Act, offence: Offence) -> Iterator[Said]:
    """The points of a part in which the lexicon knows a feature, with all of their words.

    An alternative of a sentence has no end that is certain, and is left out.
    """
    words = {point: span for point, span in offence.wording if point is not None}
    for feature in offence.features:
        if feature.point in words and not feature.excluded and feature.code != "other":
            yield Said(feature.span, feature.point or "", feature.code, stems(act, words[feature.point]))


def stems(act: Act, span: Span) -> tuple[str, ...]:
    """The words of a place, cut; labels, marks, single letters and what drafting adds by itself are left out."""
    folded = act.language.offending.formulae.sub(" ", act.folded[span.start : span.end])
    return tuple(word[:_STEM] for word in _WORD.findall(folded))
