"""References held against what readers marked in five official texts: `bench/accuracy.py` prints the same with intervals."""

from __future__ import annotations

from collections import Counter

import pytest
from bench.accuracy import AIM, annotated, check_source, compare, passages, read_text

from ..conftest import CORPUS


@pytest.mark.corpus
@pytest.mark.parametrize("name", sorted(passages({"open", "held"})))
def test_what_readers_marked_is_found_and_resolved(name: str) -> None:
    document, found = read_text(CORPUS / name)
    check_source(name, document)
    errors: list[str] = []
    counts: Counter[str] = compare(annotated(name, document), found, passages({"open", "held"})[name], document, errors)
    assert counts["marked"] > 70
    assert counts["found"] >= AIM * counts["marked"], errors
    assert counts["true"] >= AIM * counts["told"], errors
    assert counts["right"] >= (AIM - 0.01) * counts["marked"], errors
