"""What the Republic's drafters need of a language: how a phrase is inflected, and the patterns of every kind of sentence.

Patterns have numbered slots with a letter for the case, `{1g}`, or `#` for a number in words. Slots of the same number stand
for the same thing in every language, so that texts of one act say the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import NamedTuple

from bench.fictional.rare import rank

_SLOT = re.compile(r"\{(\d)([ngdail#])\}")
_CASES = "ngdail"
POOL = 1 << 13  # phrases that are made once; all others are made as they come
_NUMBER = -1


class Pattern(NamedTuple):
    """A sentence with `%s` for its slots; each slot is the number of a thing and a case, or -1 for a number."""

    form: str
    slots: tuple[tuple[int, int], ...]


def compiled(*patterns: str) -> tuple[Pattern, ...]:
    return tuple(
        Pattern(
            _SLOT.sub("%s", pattern.replace("%", "%%")),
            tuple((int(thing), _CASES.find(case)) for thing, case in _SLOT.findall(pattern)),
        )
        for pattern in patterns
    )


def _pairs() -> tuple[tuple[int, int], ...]:
    """Which adjective (-1 for none) stands with which noun in the phrases of the pool; the same for all languages.

    The lists hold the commonest words; those behind them are rare.
    """
    random = Random(40)
    return tuple((-1 if random.random() < 0.3 else rank(random, 6, 0.62), rank(random, 10, 0.62)) for _ in range(POOL))


PAIRS = _pairs()
THINGS = 4  # as many as a pattern has
_BITS, _RARE = 17, 0x1E000


def things(random: Random) -> list[int]:
    """What a sentence speaks of: numbers of phrases, one in 16 of them made with a rare word (past the pool)."""
    bits = random.getrandbits(_BITS * THINGS)
    drawn = []
    for _ in range(THINGS):
        thing = bits & (POOL - 1)
        if not bits & _RARE:
            thing += POOL * (1 + rank(random, 500, 0.8))
        drawn.append(thing)
        bits >>= _BITS
    return drawn


@dataclass(frozen=True)
class Tongue:
    """A language of the Republic. `phrase(adjective, noun, case)` says a thing, -1 being no adjective."""

    code: str
    iso3: str
    phrase: Callable[[int, int, int], str]
    nouns: int  # listed; numbers past them are rare words
    adjectives: int
    numbers: Sequence[str]
    clauses: Sequence[Pattern]
    joins: Sequence[str]
    listing: Sequence[Pattern]
    items: Sequence[Pattern]
    meanings: Sequence[Pattern]
    article_titles: Sequence[Pattern]
    act_titles: Sequence[Pattern]
    chapter_titles: Sequence[Pattern]
    conducts: Sequence[Pattern]
    crimes: Sequence[Pattern]
    this: Mapping[str, str]
    own_references: Sequence[str]
    near_references: Sequence[str]
    parts_said: Sequence[str]
    other_references: Sequence[str]
    kinds: Mapping[str, tuple[str, str]]
    amending_kinds: Mapping[str, tuple[str, str]]
    ministries: Sequence[str]
    requisites: str
    cited: str
    date: str
    months: Sequence[str]
    article: str
    chapter: str
    code_parts: tuple[str, str]
    amends_title: str
    amends_many: str
    amends: str
    changes: Mapping[str, str]
    in_force: str
    preamble: str
    notions_title: str
    notions: str
    this_in: Mapping[str, str]
    note: str
    notes: Mapping[str, str]
    by: str
    dated: str
    entry_on: str
    entry_after: str
    sanction: str
    punishable: str
    same: str
    same_end: str
    same_closing: str
    same_one: str
    punishments: Sequence[str]
    with_confiscation: str
    either: str
    fines: Sequence[str]
    hours: Sequence[str]
    years: Sequence[str]
    highs: Sequence[str]
    features: Sequence[str]
    issuers: Mapping[str, str] = field(default_factory=dict)
    confiscation_first: bool = False

    @cached_property
    def pool(self) -> tuple[tuple[str, ...], ...]:
        """The phrases of the pool, by case."""
        return tuple(tuple(self.phrase(*pair, case) for pair in PAIRS) for case in range(len(_CASES)))

    def said(self, thing: int, case: int) -> str:
        """A thing in a case; past the pool, one of the pool with its noun or its adjective replaced by a rare word."""
        if thing < POOL:
            return self.pool[case][thing]
        rarity, common = divmod(thing, POOL)
        adjective, noun = PAIRS[common]
        if rarity % 3:
            return self.phrase(adjective, self.nouns + rarity, case)
        return self.phrase(self.adjectives + rarity, noun, case)

    def fill(self, pattern: Pattern, drawn: Sequence[int]) -> str:
        """A sentence without its capital and its stop."""
        pool, numbers = self.pool, self.numbers
        return pattern.form % tuple(
            [
                numbers[drawn[thing] % len(numbers)]
                if case < 0
                else pool[case][drawn[thing]]
                if drawn[thing] < POOL
                else self.said(drawn[thing], case)
                for thing, case in pattern.slots
            ]
        )


def capital(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]
