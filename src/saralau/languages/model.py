"""What a language has to say about law: a frozen record per question, filled in by one file per language.

All patterns match *folded* text (see `folding`), so they are written in lower case, with Cyrillic letters only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Numerals:
    """How the language writes numbers in words, in every case that statutes use.

    `cardinals` maps each inflected form to its value; forms of "thousand" map to 1000 and multiply.
    `ordinals` maps each inflected ordinal to its value; `multiples` maps "tenfold" forms.
    """

    cardinals: Mapping[str, int]
    ordinals: Mapping[str, int]
    multiples: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Structure:
    """How the language writes the frame of an act. Patterns are matched at the start of a folded line.

    `divisions` maps a level (a value of `acts.Kind`) to its heading, outermost first; group 1, where there is one, is
    the number. `article` has the number in group 1 and ends where the title begins.
    """

    divisions: Mapping[str, re.Pattern[str]]
    article: re.Pattern[str]
    part: re.Pattern[str]
    point: re.Pattern[str]
    bare_point: re.Pattern[str]  # a point that has lost its bracket
    own_note: re.Pattern[str]  # opens a note that is law
    editor_note: re.Pattern[str]  # opens an editor's note, whatever it says
    either_note: re.Pattern[str] | None  # opens one or the other; `amending` tells which
    amending: re.Pattern[str]  # searched: words by which an editor's note reports an amending act
    excluded: re.Pattern[str]  # what stands in the place of an excluded unit
    excluded_article: re.Pattern[str]  # searched in the note under an article's bare heading
    closing: re.Pattern[str]  # searched: a line that closes a list of points instead of continuing the last one


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its code (ISO 639-1), its own name, and its grammar of law."""

    code: str
    name: str
    numerals: Numerals
    structure: Structure
    letters: frozenset[str]
