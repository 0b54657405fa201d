"""Flaws that can be seen without knowing what the text means: mixed alphabets, doubled marks, hidden hyphens."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from saralau.acts.address import Address
from saralau.acts.model import Act, Defect, Kind, Provision
from saralau.documents import Span
from saralau.languages import mixed_words

# Each begins with a mark, which is what the scan looks for; what the mark was is asked behind it.
_DOUBLED_MARKS = re.compile(
    r"[,;:.–-](?:(?<=[,;:])\s?[,;:]+|(?<=,)\s?–\s?,|(?<=\.)(?<!\.\.)\.(?!\.)|(?<=[–-])\s[–-](?=\s|$))"
)


def text_defects(act: Act) -> Iterator[Defect]:
    """Defects in the words of provisions (not in editors' notes), each at its address. The text is scanned once."""
    text = act.document.text
    places = sorted(_places(act), key=lambda place: place[0])
    starts = [span.start for span, _ in places]
    for code, start, end in (*_doubled_marks(text), *_mixed_alphabets(text)):
        index = bisect_right(starts, start) - 1
        if index >= 0 and end <= places[index][0].end:
            yield Defect(code, Span(start, end), places[index][1])


def _doubled_marks(text: str) -> Iterator[tuple[str, int, int]]:
    return (("doubled_punctuation", *found.span()) for found in _DOUBLED_MARKS.finditer(text))


def _mixed_alphabets(text: str) -> Iterator[tuple[str, int, int]]:
    for start, end in mixed_words(text):
        if end - start > 5 or not text[start:end].isupper():  # short ones in capitals are numerals of laws, not words
            yield "mixed_alphabets", start, end


def _places(act: Act) -> Iterator[tuple[Span, Address | None]]:
    article: Provision | None = None
    for provision in act.walk():
        if provision.kind is Kind.ARTICLE or (provision.address and provision.address == provision.address.main):
            article = provision
        address = provision.address or (article.address if article else None)
        for span in (*provision.heading, *provision.text, *provision.closing):
            yield span, address
