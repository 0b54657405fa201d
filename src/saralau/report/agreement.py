"""Somebody's lists read from YAML, and agreement as a record."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from saralau.packs import PackError
from saralau.packs.reading import read_yaml
from saralau.taxonomy import Agreement


def read_lists(path: Path) -> Mapping[str, Any]:
    """The `groups:` of a YAML file: group -> `provisions` and `articles`. PackError if they are not there."""
    if not path.is_file():
        raise PackError("file-absent", name=path)
    return lists_of(read_yaml(path)[0], str(path))


def lists_of(data: object, name: str) -> Mapping[str, Any]:
    """The same for data that have been read."""
    groups = data.get("groups") if isinstance(data, dict) else None
    if not isinstance(groups, dict) or not groups or not all(map(_is_list_of_provisions, groups.values())):
        raise PackError("lists-absent", name=name)
    return groups


def _is_list_of_provisions(content: Any) -> bool:
    named = [content.get(key, []) for key in ("provisions", "articles")] if isinstance(content, dict) else [None]
    return all(isinstance(addresses, list) for addresses in named)


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
