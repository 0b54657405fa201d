"""Numbers in words, as statutes write them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from saralau.languages.model import Numerals


@lru_cache(maxsize=4096)  # a code threatens with the same few amounts
def read_number(words: str, numerals: Numerals) -> int | None:
    """The value of a number in words ("одной тысячи двухсот" is 1200) or digits; None if a piece is no number word.

    Spaces between the words may be missing, as they often are in Kazakh texts.
    """
    if words.isdecimal():
        return int(words)
    total = current = position = 0
    piece = _piece(numerals)
    while position < len(words):
        found = piece.match(words, position)
        if found is None:
            return None
        value = numerals.cardinals[found.group(1)]
        if value == 1000:
            total, current = total + max(current, 1) * 1000, 0
        elif value == 100 and 0 < current < 10:
            current *= 100
        else:
            current += value
        position = found.end()
    return total + current


def number_pattern(numerals: Numerals) -> str:
    """A pattern for a whole number, in words or in digits."""
    forms = _forms(numerals)
    return rf"(?:[0-9]{{1,9}}|(?:{forms})(?:\s*(?:{forms}))*)"


def thousands_said_once(low: int, high: int) -> int:
    """The lower bound that is meant: "from three to seven thousand" begins at three thousand, "from five hundred to one
    thousand" at five hundred.
    """
    return low * 1000 if high % 1000 == 0 and low < high // 1000 else low


def in_digits(text: str, numerals: Numerals) -> str:
    """The text with every number in words written in digits, a thousand said once for two bounds in both."""
    digits = re.sub(number_pattern(numerals), lambda found: str(read_number(found.group(), numerals)), text)
    return _BOUNDS.sub(lambda found: f"{thousands_said_once(int(found[1]), int(found[3]))}{found[2]}{found[3]}", digits)


_BOUNDS = re.compile(r"(?<!\d)(\d{1,6})([^\d,;]{1,6})(?=\d)(\d{4,7})")


@cache
def _piece(numerals: Numerals) -> re.Pattern[str]:
    return re.compile(rf"({_forms(numerals)})\s*+")


def _forms(numerals: Numerals) -> str:
    return "|".join(map(re.escape, sorted(numerals.cardinals, key=len, reverse=True)))
