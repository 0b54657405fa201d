"""Words that are not ours: cleaned of what could hide in them, and marked as quoted, so that no model obeys them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

_ONE_LINE = 200  # characters of a title or of a name in a line of ours


def cleaned(text: str) -> str:
    """The text without characters that nobody sees: controls, marks of direction, tags. Lines stay."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(char) for char in text)


def _shown(char: str) -> str:
    if char in "\n\t":
        return char
    kind = unicodedata.category(char)
    if kind in ("Zl", "Zp") or char in "\r\v\f\x85":
        return "\n"
    return "" if kind in ("Cc", "Cf", "Co", "Cn", "Cs") else char


def one_line(text: str, most: int = _ONE_LINE) -> str:
    """A title, or a few words, on one line and not too long."""
    words = " ".join(cleaned(text[: most * 4]).split())
    return words if len(words) <= most else f"{words[: most - 1]}…"


def quoted(lines: Iterable[str]) -> Iterator[str]:
    """Words of a text, every line behind a mark that the words themselves cannot end."""
    for line in lines:
        for piece in cleaned(line).split("\n"):
            yield f"> {' '.join(piece.split())}"
