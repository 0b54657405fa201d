"""How many slips that were planted into the Criminal Code are found. Measured with more of them: docs/lint-rules-a.md."""

from __future__ import annotations

import pytest

from ..conftest import CODE_2020, CODE_KK, CORPUS
from .planting import KINDS, planted

FEWEST = {
    "two words glued together": 4,
    "a closing bracket lost": 5,
    "a wrong letter in a word": 3,
    "a wrong last letter": 0,
}


@pytest.mark.corpus
@pytest.mark.parametrize("kind", KINDS)
def test_planted_slips_are_found(kind: str) -> None:
    found, count = planted(CORPUS / (CODE_KK if len(kind) % 2 else CODE_2020), kind, 10, "test")
    assert count == 10
    assert found >= FEWEST.get(kind, 8)
