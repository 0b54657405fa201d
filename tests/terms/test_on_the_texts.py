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


# By half, how often the readers' verdict (first) met the program's answer: the table of docs/terms.md.
CONFUSION = {
    "tuned": {"legal legal": 71, "legal unknown": 3, "technical technical": 40, "technical legal": 2, "mixed mixed": 18},
    "held out": {
        "legal legal": 30, "legal unknown": 4, "technical technical": 13, "technical legal": 6, "technical mixed": 1,
        "technical unknown": 4, "mixed mixed": 6, "mixed legal": 1, "mixed technical": 1,
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("half", "right", "of", "interval"),
    [("tuned", 129, 134, (0.916, 0.984)), ("held out", 49, 66, (0.626, 0.833))],
)
def test_kinds_against_the_readers(half: str, right: int, of: int, interval: tuple[float, float]) -> None:
    """What docs/terms.md reports: whoever changes the lexicon reports anew, and no longer calls the second half held out."""
    confusion = Counter(f"{row['verdict']} {kinds()[row['file'], row['at']]}" for row in halves()[half])
    assert confusion == CONFUSION[half]
    agreed = sum(count for pair, count in confusion.items() if len(set(pair.split())) == 1)
    assert (agreed, confusion.total()) == (right, of)
    assert wilson(right, of) == pytest.approx(interval, abs=5e-4)


@pytest.mark.parametrize(
    ("file", "listed", "in_place"),
    [
        ("criminal-code.ru.2025.html", 48, 40),
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
