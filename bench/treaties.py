"""A treaty run through a code, with the smallest change for each gap. No other program does this: none stands beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from saralau.report.coverage import coverage_lines
from saralau.treaties import cover, treaty


def rows(best: Callable[[Callable[[], object]], float]) -> Iterator[str]:
    """The rows of the table; `best` times some work."""
    budapest = treaty("budapest")
    found = best(lambda: cover(budapest, "kz"))
    told = best(lambda: list(coverage_lines(cover(budapest, "kz"), "en")))
    count = sum(cover(budapest, "kz").counts().values())
    yield f"the Budapest Convention through the Criminal Code: {count} scenarios in {found:.2f} s (budget 2)"
    yield f"  told in words, with the change that closes each gap: {told:.2f} s"
