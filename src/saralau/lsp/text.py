"""The text of an open document as the client edits it, and its positions: lines, and code units within them.

Lines end as the protocol says, with \\n, \\r\\n or \\r, and with nothing else that Python would break them at.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from saralau.documents import Span

_NEWLINE = re.compile(r"\r\n|\n|\r")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_STEP = 1024  # characters between two entries of the table of code units

_UNITS: dict[str, Callable[[str], int]] = {
    "utf-8": lambda words: len(words.encode("utf-8", "surrogatepass")),
    "utf-16": lambda words: len(words.encode("utf-16-le", "surrogatepass")) // 2,
    "utf-32": len,
}


@dataclass(frozen=True)
class Text:
    """A text, the characters at which its lines begin, and the encoding whose code units the client counts.

    `plain` tells that every character is one code unit, as all are in UTF-16 but those beyond the first plane.
    """

    source: str
    encoding: str = "utf-16"
    starts: Sequence[int] = field(default=(0,), repr=False)
    plain: bool = False

    def offset(self, line: int, character: int) -> int:
        """The character at a position of the client; one beyond the end of a line or of the text is that end."""
        if line < 0:
            return 0
        if line >= len(self.starts):
            return len(self.source)
        start, end = self.starts[line], self._line_end(line)
        if self.plain:
            return min(start + max(character, 0), end)
        return min(self._at(self._before(start) + max(character, 0), start), end)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and code units for a character."""
        offset = min(max(offset, 0), len(self.source))
        line = bisect_right(self.starts, offset) - 1
        start = self.starts[line]
        return line, offset - start if self.plain else self._before(offset) - self._before(start)

    def edited(self, span: Span, words: str) -> Text:
        """The text with other words at a place. Costs a copy of it, and the lines that changed."""
        source = f"{self.source[: span.start]}{words}{self.source[span.end :]}"
        first = max(bisect_right(self.starts, span.start) - 2, 0)  # a \r before may have become half of an end of a line
        last = bisect_right(self.starts, span.end)  # the first line that is as it was, but for its place
        if last < len(self.starts):
            last += 1  # and so may a \n behind
        shift = len(source) - len(self.source)
        end = self.starts[last] + shift if last < len(self.starts) else len(source)
        begun = [found.end() for found in _NEWLINE.finditer(source, self.starts[first], end)]
        if last < len(self.starts) and begun and begun[-1] == end:
            begun.pop()
        starts = [*self.starts[: first + 1], *begun, *(start + shift for start in self.starts[last:])]
        return Text(source, self.encoding, starts, self.plain and _is_plain(words, self.encoding))

    def _line_end(self, line: int) -> int:
        end = self.starts[line + 1] if line + 1 < len(self.starts) else len(self.source)
        start = self.starts[line]
        while end > start and self.source[end - 1] in "\r\n":
            end -= 1
        return end

    @cached_property
    def _table(self) -> list[int]:
        """Code units before every so many characters."""
        table, units = [0], _UNITS[self.encoding]
        for start in range(0, len(self.source), _STEP):
            table.append(table[-1] + units(self.source[start : start + _STEP]))
        return table

    def _before(self, offset: int) -> int:
        """Code units before a character."""
        step = offset // _STEP
        return self._table[step] + _UNITS[self.encoding](self.source[step * _STEP : offset])

    def _at(self, units: int, start: int) -> int:
        """The character with so many code units before it, not before `start`; inside a character, that character."""
        step = max(bisect_right(self._table, units) - 1, start // _STEP)
        low, high = step * _STEP, min((step + 1) * _STEP, len(self.source))
        found = bisect_left(range(low, high + 1), units + 1, key=self._before) + low
        return max(found - 1, start)


def text_of(source: str, encoding: str = "utf-16") -> Text:
    """A whole text. Linear."""
    starts = [0, *(found.end() for found in _NEWLINE.finditer(source))]
    return Text(source, encoding, starts, _is_plain(source, encoding))


def _is_plain(words: str, encoding: str) -> bool:
    if encoding == "utf-32":
        return True
    return words.isascii() or (encoding == "utf-16" and _ASTRAL.search(words) is None)
