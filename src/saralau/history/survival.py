"""Survival of wordings: curves with bands, half-lives, tests between groups, a model with covariates.

Kaplan and Meier (1958); bands by Greenwood's formula on the log-log scale; Cox (1972) with errors that allow for several
spells of one article. Spells are right-censored where the text ends. The model is lifelines', of the extra `survival`; the
curves are worked out here, because lifelines takes seconds to load, and a test holds that both agree.
"""

from __future__ import annotations

import random
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log, sqrt
from typing import Any, NamedTuple

from saralau.history.spells import Spell

_SEED, _DRAWS, _FEWEST_LAWS = 2026, 2000, 5
FEWEST = 10  # amendments that a group must have for its curve to be told; fewer say too little
_YEAR = 365.25
_HALF = 0.5 + 1e-12  # a product of shares that is one half may be computed a hair above
_WIDE = 1.959963984540054  # standard errors on each side of an interval of 95 in 100


@dataclass(frozen=True, slots=True)
class Curve:
    """A group's survival: the share of wordings that stand after so many years, with a band of 95 in 100.

    `half_life` in years with its interval; None where more than half still stand when the text ends. `next_year` is the
    chance of a wording to see its first birthday unchanged.
    """

    group: str
    spells: int
    ended: int
    years: tuple[float, ...]
    stands: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    half_life: float | None
    half_life_low: float | None
    half_life_high: float | None
    next_year: float


class Ratio(NamedTuple):
    """A ratio of rates with its interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Effect:
    """What a covariate does to the hazard of being amended: the ratio with its interval, and how surely it is not 1."""

    covariate: str
    ratio: float
    low: float
    high: float
    p: float


@dataclass(frozen=True, slots=True)
class Model:
    """A Cox model. `proportional_p` are the tests of its assumption, by covariate: a small one warns."""

    spells: int
    ended: int
    effects: tuple[Effect, ...]
    proportional_p: Mapping[str, float]


def curve(group: str, spells: Sequence[Spell], by_age_of_act: bool = False) -> Curve | None:
    """The curve of a group; None where fewer than `FEWEST` wordings were amended.

    With `by_age_of_act` time is the age of the act, and a spell is at risk only from the age at which it began.
    """
    ended = sum(spell.ended for spell in spells)
    if ended < FEWEST:
        return None
    entry = [spell.birth / _YEAR if by_age_of_act else 0.0 for spell in spells]
    length = [start + spell.days / _YEAR for start, spell in zip(entry, spells, strict=True)]
    steps = _product_limit(entry, length, [spell.ended for spell in spells])
    return Curve(
        group,
        len(spells),
        ended,
        tuple(step.year for step in steps),
        tuple(step.stands for step in steps),
        tuple(step.low for step in steps),
        tuple(step.high for step in steps),
        _halved((step.year, step.stands) for step in steps),
        _halved((step.year, step.low) for step in steps),
        _halved((step.year, step.high) for step in steps),
        next(step.stands for step in reversed(steps) if step.year <= 1.0),
    )


class _Step(NamedTuple):
    """The share that stands from a moment on, with its band."""

    year: float
    stands: float
    low: float
    high: float


def _product_limit(entry: Sequence[float], length: Sequence[float], ended: Sequence[bool]) -> list[_Step]:
    """The estimate at 0 and at each moment at which a spell ends or is censored. One that enters late is at risk only after
    its entry; the band is 1 before the first end, and closes where nothing stands.
    """
    ends, leaves = Counter(at for at, one in zip(length, ended, strict=True) if one), Counter(length)
    late = sorted(entry)
    steps, stands, spread, left = [_Step(0.0, 1.0, 1.0, 1.0)], 1.0, 0.0, 0
    for at in sorted(leaves):
        risk, died = bisect_left(late, at) - left, ends[at]
        left += leaves[at]
        stands *= 1 - died / risk if risk else 1.0
        spread += died / (risk * (risk - died)) if risk > died else 0.0
        steps.append(_Step(at, stands, *_band(stands, spread)))
    return steps


def _band(stands: float, spread: float) -> tuple[float, float]:
    """The interval of 95 in 100; `spread` is Greenwood's sum."""
    if not 0.0 < stands < 1.0:
        return stands, stands
    wide = _WIDE * sqrt(spread) / log(stands)
    low, high = (exp(-exp(log(-log(stands)) + side)) for side in (-wide, wide))
    return low, high


def _halved(curve: Iterable[tuple[float, float]]) -> float | None:
    """When a curve falls to one half; None if it never does."""
    return next((year for year, share in curve if share <= _HALF), None)


def ratio(group: Sequence[Spell], rest: Sequence[Spell]) -> Ratio | None:
    """How much more often a group is amended than the rest, per article and year, with an interval of 95 in 100.

    One law ends many wordings on one day, so that wordings are not independent and a log-rank test between groups would see
    differences where there is one omnibus law: laws are resampled, not wordings. The seed is fixed. None where a group has
    fewer than `FEWEST` amended wordings, or fewer than five laws did it all.
    """
    years = [sum(spell.days for spell in side) / _YEAR for side in (group, rest)]
    ended = [Counter(spell.law for spell in side if spell.ended) for side in (group, rest)]
    laws = sorted({str(law) for side in ended for law in side})
    if min(sum(side.values()) for side in ended) < FEWEST or len(laws) < _FEWEST_LAWS or not all(years):
        return None
    own, others = ([(laws.index(str(law)), count) for law, count in side.items()] for side in ended)
    drawn = []
    for sample in _samples(len(laws)):
        count, rest_count = (sum(sample[law] * count for law, count in side) for side in (own, others))
        drawn.append((count / years[0]) / (rest_count / years[1]) if rest_count else float("inf"))
    drawn.sort()
    value = (sum(ended[0].values()) / years[0]) / (sum(ended[1].values()) / years[1])
    return Ratio(value, drawn[int(0.025 * _DRAWS)], drawn[int(0.975 * _DRAWS)])


@lru_cache(maxsize=8)  # the same for all groups of a measure
def _samples(laws: int) -> tuple[tuple[int, ...], ...]:
    """How often each of so many laws is drawn, in each of the draws."""
    draw = random.Random(_SEED)  # noqa: S311  # nosec B311  # statistics, not secrets
    samples = []
    for _ in range(_DRAWS):
        counts = [0] * laws
        for law in draw.choices(range(laws), k=laws):
            counts[law] += 1
        samples.append(tuple(counts))
    return tuple(samples)


def model(spells: Sequence[Spell], covariates: Mapping[str, Mapping[str, float]]) -> Model | None:
    """A Cox model of how soon a wording is amended. `covariates` maps a name to its value by article.

    A covariate that is the same for all is left out. None where there are fewer than `FEWEST` amendments for each covariate.
    """
    kept = {name: values for name, values in covariates.items() if len(set(values.values())) > 1}
    rows = [spell for spell in spells if all(spell.article in values for values in kept.values())]
    ended = sum(spell.ended for spell in rows)
    if not kept or ended < FEWEST * len(kept):
        return None
    import pandas
    from lifelines import CoxPHFitter
    from lifelines.statistics import proportional_hazard_test

    table: Any = pandas.DataFrame(
        {
            "days": [max(spell.days, 1) for spell in rows],
            "ended": [spell.ended for spell in rows],
            "article": [spell.article for spell in rows],
            **{name: [values[spell.article] for spell in rows] for name, values in kept.items()},
        }
    )
    fitted = CoxPHFitter().fit(table, "days", "ended", cluster_col="article")
    summary = fitted.summary
    tested = proportional_hazard_test(fitted, table, time_transform="rank").summary["p"]
    effects = tuple(
        Effect(
            name,
            float(summary.loc[name, "exp(coef)"]),
            float(summary.loc[name, "exp(coef) lower 95%"]),
            float(summary.loc[name, "exp(coef) upper 95%"]),
            float(summary.loc[name, "p"]),
        )
        for name in kept
    )
    return Model(len(rows), ended, effects, {name: float(tested[name]) for name in kept})
