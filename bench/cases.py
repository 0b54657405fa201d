"""Qualification beside an answer-set solver that judges the same drawn cases: one by one, and all in one grounding."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.cases.judge import Draw, Law, judged
from tests.cases.test_judge import case_of

from saralau.cases import qualify

Best = Callable[[Callable[[], object]], float]
_CASES = 200
_FRESH = 5


def rows(best: Best) -> Iterator[str]:
    """The rows of the table; `best` times some work."""
    law = Law()
    draws = {name: Draw(law, name) for name in range(_CASES)}
    cases = [case_of(draw) for draw in draws.values()]
    own = best(lambda: [qualify(case) for case in cases]) / _CASES
    at_once = best(lambda: judged(law, draws)) / _CASES
    fresh = best(lambda: [judged(law, {name: draws[name]}) for name in range(_FRESH)]) / _FRESH
    yield f"a case of two acts qualified and explained: {own * 1000:.2f} ms, {1 / own:,.0f} a second"
    yield f"  clingo, fresh for each case: {1 / fresh:,.0f} a second, ratio {fresh / own:,.0f}"
    yield f"  clingo, {_CASES} cases in one grounding: {1 / at_once:,.0f} a second, ratio {at_once / own:,.1f}"
