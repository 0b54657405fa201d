"""Somebody's lists read from YAML, and agreement as a record."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from saralau.packs import PackError
from saralau.packs.building import read_yaml
from saralau.taxonomy import Agreement


def read_lists(path: Path) -> Mapping[str, Any]:
    """The `groups:` of a YAML file: group -> `provisions` and `articles`. PackError if they are not there."""
    if not path.is_file():
        raise PackError(f"{path}: there is no such file; check the name")
    data, _ = read_yaml(path)
    groups = data.get("groups") if isinstance(data, dict) else None
    if not isinstance(groups, dict) or not groups:
        raise PackError(f"{path}: no `groups:` with lists of provisions; see docs/classify.md for the shape")
    return groups


def agreement_record(row: Agreement) -> dict[str, Any]:
    """One row as JSON or CSV."""
    return {
        "at": row.address.short,
        "verdict": row.verdict,
        "ours": row.ours.value if row.ours else None,
        "theirs": row.theirs,
        "scope": row.scope,
        "reason": row.reason,
        "detail": row.detail,
    }
