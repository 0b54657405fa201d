"""Running rules over an act."""

from __future__ import annotations

from collections.abc import Sequence

from saralau.acts import Act
from saralau.lint.model import Reported, Rule
from saralau.lint.selecting import chosen
from saralau.lint.subject import Subject


def lint(act: Act, rules: Sequence[Rule] | None = None, twin: Act | None = None) -> tuple[Reported, ...]:
    """What the rules object to, in the order of the text; without `rules`, those that are on."""
    found = reported(Subject(act, twin), chosen() if rules is None else rules)
    return tuple(sorted(found, key=lambda one: (one.finding.span, one.rule.code)))


def reported(subject: Subject, rules: Sequence[Rule]) -> list[Reported]:
    """What rules object to, rule by rule."""
    return [Reported(rule, one) for rule in rules for one in rule.check(subject)]
