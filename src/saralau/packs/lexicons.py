"""A lexicon made ready for search: one pattern for all entries, the longest wording first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from saralau.packs.loading import load
from saralau.packs.patterns import loosened


@dataclass(frozen=True, slots=True)
class Wordings:
    """The compiled wordings of one lexicon; group names lead back to codes."""

    pattern: re.Pattern[str]
    codes: tuple[str | None, ...]  # by group number; None marks a false friend

    def find(self, folded: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
        """Code, start and end of each wording, from left to right, none overlapping; false friends swallow their words."""
        for found in self.pattern.finditer(folded, start, end):
            code = self.codes[found.lastindex or 0]
            if code is not None:
                yield code, found.start(), found.end()

    def at(self, folded: str, start: int, end: int) -> tuple[str, int] | None:
        """Code and end of the wording that begins at `start`; None if there is none or a false friend."""
        found = self.pattern.match(folded, start, end)
        code = self.codes[found.lastindex or 0] if found else None
        return None if found is None or code is None else (code, found.end())


def _wording(match: str) -> str:
    """The wording, and after it an empty group that tells which: a group around it would hide its first letter from the
    engine, which then tries every wording at every word instead of those that begin so (three times as long).
    """
    return f"(?:{loosened(match)})()"


@cache
def wordings(kind: str, language: str) -> Wordings:
    """The lexicon `lexicon/<kind>.<language>`; PackError if there is none for the language."""
    data = load(f"lexicon/{kind}.{language}")
    codes: list[str | None] = [None]
    pieces: list[str] = []
    for match in data.get("false_friends", ()):
        pieces.append(_wording(match))
        codes.append(None)
    for entry in data["entries"]:
        pieces.append(_wording(entry["match"]))
        codes.append(entry["code"])
    return Wordings(re.compile(r"(?<!\w)(?:" + "|".join(pieces) + ")"), tuple(codes))
