"""Findings that a reader judged are still made, and those judged wrong are not."""

from __future__ import annotations

from functools import cache

import pytest
from ruamel.yaml import YAML

from saralau.lint import Subject

from ..conftest import CORPUS, ROOT, parsed
from .linting import RULES

GOLD = ROOT / "tests/gold/lint"


@cache
def subject(file: str) -> Subject:
    return Subject(parsed(f"kz/{file}"))


@cache
def made(rule: str, file: str) -> frozenset[tuple[int, int]]:
    return frozenset((one.span.start, one.span.end) for one in RULES[rule].check(subject(file)))


@pytest.mark.corpus
@pytest.mark.parametrize("family", ["text", "structure", "references"])
def test_judged_findings(family: str) -> None:
    rows = YAML(typ="safe").load((GOLD / f"{family}.yaml").read_text("utf-8"))
    assert rows and CORPUS.is_dir()
    for row in rows:
        start, end = row["span"]
        assert ((start, end) in made(row["rule"], row["file"])) == (row["verdict"] == "right"), row
