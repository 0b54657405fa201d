"""Flaws that can be seen without knowing what the text means: mixed alphabets, doubled marks, hidden hyphens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saralau.acts.address import Address
from saralau.acts.model import Act, Defect, Kind, Provision
from saralau.documents import Span
from saralau.languages import mixed_words

_DOUBLED_MARKS = re.compile(r"[,;:]\s?[,;:]+|(?<!\.)\.\.(?!\.)|[–-]\s[–-](?=\s|$)|,\s?–\s?,")


def text_defects(act: Act) -> Iterator[Defect]:
    """Defects in the words of provisions (not in editors' notes), each at its address."""
    for address, span in _spans(act):
        words = act.document.text[span.start : span.end]
        for found in _DOUBLED_MARKS.finditer(words):
            yield Defect("doubled_punctuation", Span(span.start + found.start(), span.start + found.end()), address)
        for start, end in mixed_words(words):
            if not words[start:end].isupper() or len(words[start:end]) > 5:  # law numbers are numerals, not words
                yield Defect("mixed_alphabets", Span(span.start + start, span.start + end), address)


def _spans(act: Act) -> Iterator[tuple[Address | None, Span]]:
    article: Provision | None = None
    for provision in act.walk():
        if provision.kind is Kind.ARTICLE:
            article = provision
        address = provision.address or (article.address if article else None)
        for span in (*provision.heading, *provision.text, *provision.closing):
            yield address, span
