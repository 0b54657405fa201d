"""Which language and which format a request wants."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from saralau.messages import languages

JSON, CSV = "application/json", "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LONGEST = 500  # characters of a header that are looked at
_WEIGHED = re.compile(r"\s*([^;,\s]{1,100})\s*(?:;[^,]*?q=([01](?:\.[0-9]{0,3})?)[^,]*)?[^,]*")


@lru_cache(maxsize=256)
def tongue(accepted: str) -> str:
    """The language of the messages that an Accept-Language header prefers; English where it names none of them."""
    for wanted in _weighed(accepted):
        code = wanted.partition("-")[0].lower()
        if code in languages():
            return code
    return "en"


@lru_cache(maxsize=256)
def media(accepted: str, offered: Sequence[str]) -> str:
    """The offered media type that an Accept header prefers; the first where it names none."""
    for wanted in _weighed(accepted):
        for one in offered:
            if wanted.lower() in (one, "*/*", one.partition("/")[0] + "/*"):
                return one
    return offered[0]


def _weighed(header: str) -> list[str]:
    """What a header lists, the most wanted first; what it refuses (q=0) left out."""
    found = []
    for piece in header[:_LONGEST].split(","):
        if told := _WEIGHED.fullmatch(piece):
            weight = float(told[2]) if told[2] else 1.0
            if weight > 0:
                found.append((weight, told[1]))
    return [name for _, name in sorted(found, key=lambda one: -one[0])]
