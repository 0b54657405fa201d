"""Folding: a shadow of the text, of the same length, in which spelling differences that mean nothing are gone.

Every room above scans the shadow with case-sensitive patterns (ignoring case costs a factor of ten) and points at
the text itself, which works because a folded character always stands where the original stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SPACES_AND_DASHES = {
    **dict.fromkeys("\u00a0\u2007\u2009\u202f\t\r", " "),
    **dict.fromkeys("\u2010\u2011\u2212", "-"),
    **dict.fromkeys("\u2012\u2014\u2015", "–"),
}
_SPACE_OR_DASH = re.compile(f"[{''.join(_SPACES_AND_DASHES)}]")  # five times the speed of str.translate, as they are rare

# Latin letters that typists put among Cyrillic ones, and the Cyrillic letters that they stand for.
_LOOKALIKES = str.maketrans("aceikopxyhbmtn", "асеікорхуһвмтп")
_CAPITALS = str.maketrans("ACEIKOPXYHBMT", "АСЕІКОРХУНВМТ")
_CYRILLIC = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі")
_LETTERS = _CYRILLIC | frozenset("abcdefghijklmnopqrstuvwxyz")
_LATIN = re.compile("[a-z]++")  # rare in these texts, so that looking for it first spares looking at every word


def fold(text: str) -> str:
    """Lower case, one kind of space, hyphen and dash, no Latin letters inside Cyrillic words. Keeps the length."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters (İ) lower to two characters; leave those as they are
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    lowered = _SPACE_OR_DASH.sub(lambda odd: _SPACES_AND_DASHES[odd[0]], lowered)
    pieces: list[str] = []
    reached = 0
    for start, end in _mixed(lowered):
        pieces += lowered[reached:start], lowered[start:end].translate(_LOOKALIKES)
        reached = end
    return "".join((*pieces, lowered[reached:]))


def unmixed(text: str) -> str:
    """The text with no Latin letters inside Cyrillic words, capitals as they are. Keeps the length."""
    pieces: list[str] = []
    reached = 0
    for start, end in mixed_words(text):
        pieces += text[reached:start], text[start:end].translate(_LOOKALIKES).translate(_CAPITALS)
        reached = end
    return "".join((*pieces, text[reached:]))


def mixed_words(text: str) -> list[tuple[int, int]]:
    """Where words mix the two alphabets: a defect of the text that folding hides from the grammar."""
    lowered = text.lower()
    return list(_mixed(lowered)) if len(lowered) == len(text) else []


def _mixed(lowered: str) -> Iterator[tuple[int, int]]:
    """Start and end of each word of both alphabets; linear, because no word is walked twice."""
    reached = 0
    for latin in _LATIN.finditer(lowered):
        start, end = latin.span()
        if start < reached:
            continue
        while start > reached and lowered[start - 1] in _LETTERS:
            start -= 1
        while end < len(lowered) and lowered[end] in _LETTERS:
            end += 1
        reached = end
        if end - start > latin.end() - latin.start():
            yield start, end
