"""References of an act to itself: which name the unit in which they stand, which name a unit by its number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from saralau.citations import Citation, Resolution
from saralau.languages import Language
from saralau.lint.subject import Subject


def numbered(subject: Subject) -> Iterator[tuple[Citation, Resolution]]:
    """References of the act to parts and points of it by their numbers.

    "This part" names no number, and in "the second part of this point" a part is a paragraph; so is an indent anywhere.
    """
    here = _here(subject.act.language)
    for citation, resolution in subject.resolved:
        address = citation.address
        if address is None or citation.place or not (address.part or address.point):
            continue
        if not here.search(subject.act.folded, *citation.phrase):
            yield citation, resolution


@cache
def _here(language: Language) -> re.Pattern[str]:
    citing = language.citing
    smaller = "|".join(citing.units[unit] for unit in ("part", "point", "subpoint", "indent") if unit in citing.units)
    indent = citing.units.get("indent", "(?!)")
    return re.compile(rf"(?:{citing.this})\s+(?:{smaller})|\b(?:{indent})")
