"""Which rules there are and which of them run: all that are on, those selected, less those ignored."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import saralau.lint.rules
from saralau.lint.model import FAMILIES, Rule
from saralau.messages import InputError


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code. Each module of `rules` holds one, as RULE."""
    modules = [import_module(f"saralau.lint.rules.{found.name}") for found in iter_modules(saralau.lint.rules.__path__)]
    return tuple(sorted((module.RULE for module in modules), key=lambda rule: rule.code))


def chosen(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Rule, ...]:
    """The rules that run. A rule is named by its code, its name or its family; "all" is every one, on or not.

    InputError for a name that no rule has.
    """
    rules = all_rules()
    for typed in (*select, *ignore):
        if not any(_named(rule, typed) for rule in rules) and typed not in FAMILIES:
            raise InputError("lint-unknown-rule", typed=typed, known=", ".join(rule.code for rule in rules))
    wanted = [rule for rule in rules if (any(_named(rule, typed) for typed in select) if select else rule.on)]
    return tuple(rule for rule in wanted if not any(_named(rule, typed) for typed in ignore))


def _named(rule: Rule, typed: str) -> bool:
    return typed == "all" or typed.lower() in (rule.code.lower(), rule.name, rule.family)
