"""Running rules over an act."""

from __future__ import annotations

from collections.abc import Sequence

from saralau.acts import Act
from saralau.lint.model import Reported, Rule
from saralau.lint.selecting import chosen
from saralau.lint.subject import Subject


def lint(act: Act, rules: Sequence[Rule] | None = None, twin: Act | None = None) -> tuple[Reported, ...]:
    """What the rules object to, in the order of the text; without `rules`, those that are on."""
    subject = Subject(act, twin)
    found = [Reported(rule, one) for rule in (chosen() if rules is None else rules) for one in rule.check(subject)]
    return tuple(sorted(found, key=lambda one: (one.finding.span, one.rule.code)))
