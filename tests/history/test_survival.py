"""Survival against curves worked out by hand, and what is too small to be told."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from saralau.history.spells import Spell
from saralau.history.survival import FEWEST, curve, model, ratio

pytest.importorskip("lifelines")
YEAR = 365.25


def spell(article: str, years: float, ended: bool, birth: float = 0.0) -> Spell:
    law = f"law {article}" if ended else None
    return Spell("act", article, "1", "2000-01-01", round(years * YEAR), ended, round(birth * YEAR), law)


def test_the_product_limit_by_hand() -> None:
    """Twelve wordings: ten end after 1 to 10 years, two are censored after 4.5 years. S(4) = 8/12; S(5) = 8/12 * 5/6."""
    spells = [spell(str(n), n, True) for n in range(1, 11)] + [spell("x", 4.5, False), spell("y", 4.5, False)]
    found = curve("all", spells)
    assert found is not None and (found.spells, found.ended) == (12, 10)
    at = dict(zip((round(year, 1) for year in found.years), found.stands, strict=True))
    assert at[4.0] == pytest.approx(8 / 12) and at[5.0] == pytest.approx(8 / 12 * 5 / 6)
    assert found.next_year == pytest.approx(11 / 12)
    assert found.half_life == pytest.approx(6.0, abs=0.01)  # S(6) = 8/12 * 4/6 = 0.444, the first under one half
    assert all(low <= stands <= high for low, stands, high in zip(found.low, found.stands, found.high, strict=True))


@pytest.mark.parametrize("seed", range(6))
def test_curves_are_those_of_lifelines(seed: int) -> None:
    """Drawn lengths with many ties, some of them censored; in the even draws everything ends."""
    from lifelines import KaplanMeierFitter
    from lifelines.utils import median_survival_times

    draw = random.Random(seed)
    spells = [spell(str(n), draw.randint(1, 9) / 2, seed % 2 == 0 or draw.random() < 0.6) for n in range(47)]
    found = curve("all", spells)
    fitted = KaplanMeierFitter().fit([one.days / YEAR for one in spells], [one.ended for one in spells])
    band = fitted.confidence_interval_
    low, high = median_survival_times(band).iloc[0]
    assert found is not None
    assert found.years == pytest.approx(list(fitted.survival_function_.index))
    assert found.stands == pytest.approx(list(fitted.survival_function_.iloc[:, 0]))
    assert found.low == pytest.approx(list(band.iloc[:, 0])) and found.high == pytest.approx(list(band.iloc[:, 1]))
    assert (found.half_life, found.half_life_low) == (fitted.median_survival_time_, low)
    assert found.half_life_high == (None if high == float("inf") else high)
    assert found.next_year == pytest.approx(float(fitted.predict(1.0)))


def test_left_truncation_by_hand() -> None:
    """By the age of the act a wording that began at age 5 is not at risk before: at age 3 one of ten, not one of eleven, ends."""
    early = [spell(str(n), 3 + n, True) for n in range(10)]
    late = spell("late", 20, True, birth=5)
    found = curve("all", [*early, late], by_age_of_act=True)
    assert found is not None
    at = dict(zip((round(year, 1) for year in found.years), found.stands, strict=True))
    assert at[3.0] == pytest.approx(9 / 10)


def test_small_groups_are_not_told() -> None:
    few = [spell(str(n), n + 1, True) for n in range(FEWEST - 1)]
    many = [spell(str(n), n + 1, True) for n in range(FEWEST)]
    assert curve("few", few) is None and curve("many", many) is not None
    assert ratio(few, many) is None
    assert model(few, {"ict": {one.article: float(place % 2) for place, one in enumerate(few)}}) is None


def test_more_than_half_still_stand() -> None:
    spells = [spell(str(n), 1, True) for n in range(10)] + [spell(f"c{n}", 5, False) for n in range(40)]
    found = curve("all", spells)
    assert found is not None and found.half_life is None and found.half_life_low is None


def test_groups_that_differ_and_groups_that_do_not() -> None:
    quick = [spell(f"q{n}", 0.2 + n / 100, True) for n in range(30)]
    slow = [spell(f"s{n}", 8 + n / 100, True) for n in range(30)]
    apart, alike = ratio(quick, slow), ratio(quick, [*quick])
    assert apart is not None and apart.low > 1
    assert alike is not None and alike.value == pytest.approx(1) and alike.low <= 1 <= alike.high


def test_one_omnibus_law_is_no_difference_between_groups() -> None:
    """Thirty wordings of one group ended by one law, ten of the other by ten: wordings differ, laws tell nothing."""
    by_one = [replace(spell(str(n), 3, True), law="omnibus") for n in range(30)]
    by_many = [spell(f"m{n}", 9, True) for n in range(10)]
    found = ratio(by_one, by_many)
    assert found is not None and found.value == pytest.approx(3, rel=1e-3) and found.low == 0


def test_a_covariate_that_hastens_is_found_and_a_constant_one_left_out() -> None:
    quick = [spell(f"q{n}", 0.5 + (n * 7 % 30) / 10, True) for n in range(40)]
    slow = [spell(f"s{n}", 2.0 + (n * 7 % 30) / 5, True) for n in range(40)]
    ict = {one.article: 1.0 for one in quick} | {one.article: 0.0 for one in slow}
    found = model([*quick, *slow], {"ict": ict, "same": dict.fromkeys(ict, 1.0)})
    assert found is not None
    (effect,) = found.effects
    assert effect.covariate == "ict" and effect.ratio > 1 and effect.low > 1
