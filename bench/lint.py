"""The linter on the whole Code after parsing. No other program lints law in Kazakh and Russian: none stands beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from saralau.acts import read_act
from saralau.lint import chosen, lint
from saralau.lint.halving import lint_halved


def rows(code: Path, best: Callable[[Callable[[], object]], float]) -> Iterator[str]:
    """The rows of the table; `best` times some work. References, offences, notes and terms are worked out in it."""
    act = read_act(code)
    rules = chosen()
    took = best(lambda: lint(act, rules))
    found = len(lint(act, rules))
    yield f"linting {code.name} with {len(rules)} rules and all that they need: {took:.2f} s (budget 0.5), {found} findings"
    halved = best(lambda: lint_halved(act, rules))
    yield f"  the same in two processes, as the command line does: {halved:.2f} s"
    for family in dict.fromkeys(rule.family for rule in rules):
        alone = chosen([family])
        yield f"  {family} alone: {best(lambda alone=alone: lint(act, alone)):.2f} s"  # type: ignore[misc]
