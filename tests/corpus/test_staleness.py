"""What a new edition makes stale: nothing for the text that a register was made from, what the laws since have changed for an older one."""

from __future__ import annotations

import pytest

from saralau.corpus.staleness import find_stale
from saralau.messages import InputError

from ..conftest import CODE_2025, EXAMPLES, parsed, sample

pytestmark = pytest.mark.corpus
CASES = sorted((EXAMPLES / "cases").glob("skimmer*.yaml"))


def test_the_text_that_the_register_was_made_from_makes_nothing_stale() -> None:
    found = find_stale(parsed(CODE_2025), CASES)
    assert not found.articles and not found.cases and not found.cells
    assert found.known == found.edition == "2025-07-16"


def test_what_five_years_made_stale() -> None:
    found = find_stale(parsed(CODE_2025), CASES, "kz/criminal-code@2020-05-04.ru")
    stale = {one.number: one for one in found.articles}
    assert ("2025-07-16", "210-VIII") in stale["206"].laws and stale["206"].reread and stale["206"].encoded
    assert "121-1" in stale  # introduced since
    assert stale["1"].laws[0][0] > found.known  # the text of 2020 has no General Part: only later laws are news
    assert "148" not in stale  # no law has changed it since 2020
    assert {name for name, _ in found.cases} >= {"skimmer-gang.yaml"}
    assert {cell.treaty for cell in found.cells} >= {"budapest", "un2024", "cis2018"}
    assert all(cell.articles for cell in found.cells)


def test_an_act_that_no_pack_knows_cannot_be_stale() -> None:
    with pytest.raises(InputError):
        find_stale(sample("ru").act, [])
    with pytest.raises(InputError):
        find_stale(parsed(CODE_2025), [], "kz/criminal-code@1900-01-01.ru")
