"""Survival of wordings: curves with bands, half-lives, tests between groups, a model with covariates, by lifelines.

Kaplan and Meier (1958); bands by Greenwood's formula on the log-log scale; log-rank test; Cox (1972) with errors that allow
for several spells of one article. Spells are right-censored where the text ends. lifelines comes with the extra `survival`.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from saralau.history.spells import Spell

_SEED, _DRAWS, _FEWEST_LAWS = 2026, 2000, 5
FEWEST = 10  # amendments that a group must have for its curve to be told; fewer say too little
_YEAR = 365.25


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
    from lifelines import KaplanMeierFitter
    from lifelines.utils import median_survival_times

    entry = [spell.birth / _YEAR if by_age_of_act else 0.0 for spell in spells]
    length = [start + spell.days / _YEAR for start, spell in zip(entry, spells, strict=True)]
    fitted = KaplanMeierFitter().fit(length, [spell.ended for spell in spells], entry=entry if by_age_of_act else None)
    band = fitted.confidence_interval_
    interval = median_survival_times(band).iloc[0]
    return Curve(
        group,
        len(spells),
        ended,
        tuple(map(float, fitted.survival_function_.index)),
        tuple(map(float, fitted.survival_function_.iloc[:, 0])),
        tuple(map(float, band.iloc[:, 0])),
        tuple(map(float, band.iloc[:, 1])),
        _finite(fitted.median_survival_time_),
        _finite(interval.iloc[0]),
        _finite(interval.iloc[1]),
        float(fitted.predict(1.0)),
    )


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
    draw = random.Random(_SEED)  # noqa: S311  # nosec B311  # statistics, not secrets
    drawn = []
    for _ in range(_DRAWS):
        sample = draw.choices(laws, k=len(laws))
        counts = [sum(side[law] for law in sample) for side in ended]
        drawn.append((counts[0] / years[0]) / (counts[1] / years[1]) if counts[1] else float("inf"))
    drawn.sort()
    value = (sum(ended[0].values()) / years[0]) / (sum(ended[1].values()) / years[1])
    return Ratio(value, drawn[int(0.025 * _DRAWS)], drawn[int(0.975 * _DRAWS)])


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


def _finite(value: float) -> float | None:
    return None if value in (float("inf"), float("-inf")) or value != value else float(value)  # nan
