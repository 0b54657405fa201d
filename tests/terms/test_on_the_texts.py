"""Definitions and kinds on the official texts, against two hundred judged by readers (tests/gold/terms)."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import pytest
from ruamel.yaml import YAML

from saralau.report.precision import wilson
from saralau.terms import KINDS, find_definitions, kind_of

from ..conftest import ROOT, parsed

pytestmark = pytest.mark.corpus

CODE = "criminal-code.ru.2025.html"


@cache
def judged() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = YAML(typ="safe").load((ROOT / "tests/gold/terms/judged.yaml").read_text("utf-8"))["judged"]
    return rows


@cache
def kinds() -> dict[tuple[str, str], str]:
    """By file and address, the kind of each listed definition."""
    found = {}
    for file in {row["file"] for row in judged()}:
        whole = parsed(f"kz/{file}")
        found.update({(file, one.address.short): kind_of(whole, one) for one in find_definitions(whole) if one.listed})
    return found


def halves() -> dict[str, list[dict[str, Any]]]:
    """Tuned: files with an odd position in the sorted list, and the Criminal Code; held out: the others."""
    tuned = {*sorted({row["file"] for row in judged()})[0::2], CODE}
    return {
        "tuned": [row for row in judged() if row["file"] in tuned],
        "held out": [row for row in judged() if row["file"] not in tuned],
    }


def test_every_point_that_the_readers_drew_from_is_found() -> None:
    """235 points, counted by another script; the drawn ones each at its address."""
    assert len(kinds()) == 235
    assert all((row["file"], row["at"]) in kinds() for row in judged())


def test_the_readers_agreement() -> None:
    """Cohen's kappa of two readers of one family of models."""
    pairs = [tuple(row["judges"]) for row in judged()]
    agreed = sum(one == other for one, other in pairs) / len(pairs)
    chance = sum(sum(a == kind for a, _ in pairs) * sum(b == kind for _, b in pairs) for kind in KINDS) / len(pairs) ** 2
    assert (agreed, round((agreed - chance) / (1 - chance), 3)) == (0.995, 0.991)
    assert all(row["verdict"] in row["judges"] for row in judged())


@pytest.mark.parametrize(("half", "right", "of"), [("tuned", 129, 134), ("held out", 49, 66)])
def test_kinds_against_the_readers(half: str, right: int, of: int, capsys: pytest.CaptureFixture[str]) -> None:
    """As reported in docs/terms.md; a change of the lexicon that loses on either half is seen here."""
    rows = halves()[half]
    confusion = Counter((row["verdict"], kinds()[row["file"], row["at"]]) for row in rows)
    agreed = sum(count for (judge, answer), count in confusion.items() if judge == answer)
    low, high = wilson(agreed, len(rows))
    with capsys.disabled():
        print(f"\nkinds of terms, {half}: {agreed} of {len(rows)} ({low:.3f} to {high:.3f})")
        for (judge, answer), count in sorted(confusion.items()):
            print(f"  judged {judge}, answered {answer}: {count}")
    assert len(rows) == of
    assert agreed >= right


@pytest.mark.parametrize(
    ("file", "listed", "in_place"),
    [
        ("criminal-code.ru.2025.html", 48, 41),
        ("digital-code.ru.2026.html", 0, 28),
        ("informatization-law.ru.2026.html", 94, 10),
        ("personal-data-law.ru.2026.html", 22, 3),
        ("criminal-code.kk.2022.md", 0, 4),
    ],
)
def test_definitions_found(file: str, listed: int, in_place: int) -> None:
    """Each found in place was read in the text: docs/terms.md."""
    found = find_definitions(parsed(f"kz/{file}"))
    assert (sum(one.listed for one in found), sum(not one.listed for one in found)) == (listed, in_place)
