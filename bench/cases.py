"""Qualification, one by one and in columns, beside an answer-set solver that judges the same drawn cases by the same law."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import polars as pl
from tests.cases.judge import Draw, Law, facts, judged, solved_in_steps
from tests.cases.test_columns import fitting
from tests.cases.test_judge import case_of
from tests.corpus.test_case_tables import rows_of, table, tellable

from saralau.cases import Case, qualify
from saralau.cases.columns.model import Act, Cases
from saralau.cases.columns.qualifying import qualify_all
from saralau.cases.columns.telling import columns_of
from saralau.corpus.answer_tables import qualify_table

Best = Callable[[Callable[[], object]], float]
_CASES = 200
_FRESH = 5
_DRAWN = 4000
_MANY = 240_000


def rows(best: Best) -> Iterator[str]:
    """The rows of the table; `best` times some work."""
    law = Law()
    draws = {name: Draw(law, name) for name in range(_CASES)}
    cases = [case_of(draw) for draw in draws.values()]
    told = {name: list(facts(name, draw)) for name, draw in draws.items()}
    own = best(lambda: [qualify(case) for case in cases]) / _CASES
    at_once = best(lambda: judged(law, draws)) / _CASES
    stepping = best(lambda: solved_in_steps(law, told)) / _CASES
    fresh = best(lambda: [judged(law, {name: draws[name]}) for name in range(_FRESH)]) / _FRESH
    yield f"a case of two acts qualified and explained: {own * 1000:.2f} ms, {1 / own:,.0f} a second"
    drawn = [(draw, case_of(draw)) for draw in (Draw(law, name) for name in range(_DRAWN))]
    many = [told for draw, case in drawn if tellable(told := fitting(case, draw))]
    columns = tiled(columns_of(many), _MANY // len(many))
    batch = best(lambda: qualify_all(columns)) / columns.size
    yield f"  {columns.size:,} cases as columns: {1 / batch:,.0f} a second (budget 200,000), ratio {own / batch:,.0f}"
    for name, peer in (
        ("fresh for each case", fresh),
        ("multi-shot", stepping),
        (f"{_CASES} cases in one grounding", at_once),
    ):
        yield f"  clingo, {name}: {1 / peer:,.0f} a second; ratio {peer / own:,.0f} singly, {peer / batch:,.0f} in columns"
    yield from _table(best, many)


def tiled(cases: Cases, times: int) -> Cases:
    """The cases so many times over: columns are judged bit by bit, so that one more of a kind costs as much as a new one."""
    over = sum(1 << (cases.size * at) for at in range(times))

    def repeated(value: Any) -> Any:
        if isinstance(value, Mapping):
            return {key: repeated(bits) for key, bits in value.items()}
        return value * over

    acts = tuple(Act(**{one.name: repeated(getattr(act, one.name)) for one in fields(act)}) for act in cases.acts)
    told = {name: repeated(getattr(cases, name)) for name in ("closed", "ages", "loss_of")}
    return replace(cases, size=cases.size * times, acts=acts, **told)


def _table(best: Best, cases: list[Case]) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "cases.parquet"
        few = pl.read_parquet(table([row for at, case in enumerate(cases) for row in rows_of(case, str(at))], place))
        times = _MANY // len(cases)
        pl.concat([few.with_columns(pl.col("case") + f"-{at}") for at in range(times)]).write_parquet(place)
        count = len(cases) * times
        seconds = best(lambda: qualify_table(place, Path(folder) / "answers.parquet", "kz"))
        yield f"  {count:,} cases from a Parquet file into another: {count / seconds:,.0f} a second"
