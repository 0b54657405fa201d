"""The rules of penalties, features, parallel texts and interaction against every finding judged by reading (tests/gold/lint)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from ruamel.yaml import YAML

from saralau.history.intervals import wilson
from saralau.lint.selecting import all_rules
from saralau.lint.subject import Subject

from ..conftest import CODE_KK, ROOT, parsed

FAMILIES = ("penalties", "features", "parallel", "interaction")
ENOUGH, FLOOR = 10, 0.7  # findings from which on a precision is told; what a rule that is on must reach at the least
pytestmark = pytest.mark.corpus


@cache
def judged(family: str) -> tuple[dict[str, Any], ...]:
    text = (ROOT / f"tests/gold/lint/{family}.yaml").read_text("utf-8")
    return tuple(YAML(typ="safe").load(text)["judged"])


def rows(code: str) -> list[dict[str, Any]]:
    return [row for family in FAMILIES for row in judged(family) if row["rule"] == code]


def places(code: str) -> dict[tuple[str, int], str]:
    """Verdicts by provision: one that several texts have is counted once; of two findings at one the second is another."""
    found: dict[tuple[str, int], str] = {}
    seen: dict[tuple[str, str], int] = {}
    for row in rows(code):
        seen[row["file"], row["at"]] = seen.get((row["file"], row["at"]), 0) + 1
        found[row["at"], seen[row["file"], row["at"]]] = row["verdict"]
    return found


def table() -> Iterator[str]:
    """The rows of docs/lint-rules-b.md."""
    for rule in all_rules():
        if rule.family in FAMILIES:
            verdicts = list(places(rule.code).values())
            right, n = verdicts.count("right"), len(verdicts)
            low, high = wilson(right, n)
            told = f"{right / n:.2f} [{low:.2f}; {high:.2f}]" if n >= ENOUGH else "too few to say"
            on = "on" if rule.on else "off"
            yield f"| {rule.code} | `{rule.name}` | {on} | {len(rows(rule.code))} | {n} | {right} | {told} |"


@pytest.mark.parametrize("family", FAMILIES)
def test_every_finding_is_judged_and_every_judged_one_is_found(family: str) -> None:
    files = {row["file"] for row in judged(family)}
    expected = {(row["rule"], row["file"], row["at"], tuple(row["span"])) for row in judged(family)}
    found = set()
    for file in files:
        name, _, twin = file.partition(" + ")
        looked = Subject(parsed(f"kz/{name}"), parsed(CODE_KK) if twin else None)
        for rule in all_rules():
            if rule.family == family:
                found |= {
                    (rule.code, file, one.address.short, (one.span.start, one.span.end))
                    for one in rule.check(looked)
                    if one.address
                }
    assert found == expected


def test_a_rule_that_is_on_is_mostly_right() -> None:
    for rule in all_rules():
        verdicts = list(places(rule.code).values()) if rule.family in FAMILIES else []
        if rule.on and len(verdicts) >= ENOUGH:
            assert wilson(verdicts.count("right"), len(verdicts))[0] >= FLOOR, rule.code
        if rule.on and verdicts:
            assert verdicts.count("right") == len(verdicts), rule.code


def test_the_page_tells_what_was_judged() -> None:
    page = (ROOT / "docs/lint-rules-b.md").read_text("utf-8").splitlines()
    assert [line for line in page if line.startswith("| ") and " | `" in line] == list(table())
