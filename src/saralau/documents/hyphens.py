"""Words broken at the end of a line: whether a hyphen there is the word's own, by how the document writes it elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MARKED = "\u0002\ufffe"  # how PDFium writes a hyphen that it takes for a word's break
_SOFT = "\u00ad"
HYPHENS = "-\u2010" + _MARKED + _SOFT
_HALF = re.compile(r"[^\W\d_]+$")
_OTHER_HALF = re.compile(r"[^\W\d_]+")
_WHOLE = re.compile(r"(?<![\w-])[^\W\d_]+(?![\w-])")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_LEFT = re.compile(r"[\w-]+$")


class Hyphens:
    """What the lines of a document tell of its hyphens."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._known = {word.lower() for line in lines for word in _WHOLE.findall(line)}
        self._compounds = {word.lower() for line in lines for word in _COMPOUND.findall(line)}
        broken = sum(line[-1] in HYPHENS and _HALF.search(line[:-1]) is not None for line in lines)
        self.hyphenates = broken * 50 > len(lines)  # a break at a hyphen of the word's own is rarer

    def breaks_word(self, words: str, following: str) -> bool:
        """Whether a line breaks off in a word that the next line ends, whatever lies between them."""
        if not self.hyphenates or words[-1] not in HYPHENS:
            return False
        return _HALF.search(words[:-1]) is not None and following[0].islower()

    def without(self, words: str, following: str) -> str:
        """The words of a line that goes on with the next, without a hyphen that belongs to the line break."""
        half, rest = _HALF.search(words[:-1]), _OTHER_HALF.match(following)
        if words[-1] not in HYPHENS or half is None or rest is None or not following[0].islower():
            return hard(words)
        if words[-1] == _SOFT:
            return hard(words[:-1])
        left = _LEFT.search(words[:-1])
        if left is not None and f"{left[0]}-{rest[0]}".lower() in self._compounds:
            return hard(words)
        whole = f"{half[0]}{rest[0]}".lower()
        return hard(words[:-1]) if whole in self._known or self.hyphenates else hard(words)

    def glue(self, words: str) -> bool:
        """Whether the next line goes on without a space: behind a hyphen or dash that clings to what is before it."""
        return words[-1] in HYPHENS + "\u2013/" and len(words) > 1 and not words[-2].isspace()


def hard(words: str) -> str:
    """Words with the hyphens that a reader sees."""
    return words.translate(dict.fromkeys(map(ord, _MARKED), "-"))
