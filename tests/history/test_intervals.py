"""Intervals against published values and by their properties."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saralau.history.intervals import newcombe, rate_ratio, wilson


def test_newcombes_interval_against_his_examples() -> None:
    """Newcombe (1998), table II, method 10: 56/70 - 48/80 and 9/10 - 3/10."""
    assert newcombe((56, 70), (48, 80)) == pytest.approx((0.0524, 0.3339), abs=1e-4)
    assert newcombe((9, 10), (3, 10)) == pytest.approx((0.1705, 0.8090), abs=1e-4)


@given(st.integers(0, 500), st.integers(1, 500), st.integers(0, 500), st.integers(1, 500))
def test_intervals_hold_what_was_counted(part: int, whole: int, other: int, all_others: int) -> None:
    one, two = (min(part, whole), whole), (min(other, all_others), all_others)
    low, high = wilson(*one)
    assert low - 1e-9 <= one[0] / one[1] <= high + 1e-9
    low, high = newcombe(one, two)
    assert low - 1e-9 <= one[0] / one[1] - two[0] / two[1] <= high + 1e-9
    turned = newcombe(two, one)
    assert turned == pytest.approx((-high, -low))


@given(st.integers(1, 500), st.integers(1, 500), st.floats(0.1, 1e4), st.integers(1, 9))
def test_a_ratio_of_rates_widens_where_changes_come_together(one: int, other: int, exposure: float, together: int) -> None:
    alone = rate_ratio((one, one, exposure), (other, other, 1.0))
    clustered = rate_ratio((one, one * together, exposure), (other, other, 1.0))
    assert clustered[0] <= alone[0] <= one / exposure / other <= alone[1] <= clustered[1]
