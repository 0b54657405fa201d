"""Labels of the vocabulary's terms and families, in every language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from saralau.packs import load

_VOCABULARIES = ("vocabulary/features", "vocabulary/ict")


def labels(code: str) -> Mapping[str, str]:
    """Language code -> label of a term; the code itself where the vocabulary does not have it."""
    term = _terms().get(code)
    return term["label"] if term else dict.fromkeys(("kk", "ru", "en"), code)


@cache
def _terms() -> dict[str, Any]:
    return {term["id"]: term for name in _VOCABULARIES for term in load(name)["terms"]}
