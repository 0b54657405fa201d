"""Offences as a flat table, one row each, for spreadsheets and statistics packages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

OFFENCE_COLUMNS = (
    "article", "part", "chapter", "title", "own_offence", "extends", "features", "ict", "ict_inherited", "ict_elements",
    "group", "fault", "category", "limitation_years", "punishments", "deprivation_min", "deprivation_max", "life",
    "fine_min", "fine_max", "fine_unit", "additional",
)  # fmt: skip
# What every table rests on, repeated in every row: a row that is copied elsewhere keeps its source.
BASIS_COLUMNS = ("act", "edition", "source", "sha256", "general_part", "version")


def offence_row(record: Mapping[str, Any]) -> dict[str, Any]:
    """A row of OFFENCE_COLUMNS from an offence record; lists are joined with "; ", unknown is empty."""
    principal = record["sanction"]["principal"]
    deprivation = [row for row in principal if row["kind"] == "deprivation"]
    fine: Mapping[str, Any] = next((row for row in principal if row["kind"] == "fine"), {})
    row = {column: record.get(column) for column in OFFENCE_COLUMNS}
    return row | {
        "extends": "; ".join(record["extends"]),
        "features": "; ".join(_feature(feature) for feature in record["features"] if not feature["excluded"]),
        "ict_elements": "; ".join(dict.fromkeys(proof["code"] for proof in record["ict_evidence"])),
        "punishments": "; ".join(row["kind"] for row in principal),
        "deprivation_min": min((row["min"] for row in deprivation if row["min"] is not None), default=None),
        "deprivation_max": max((row["max"] for row in deprivation if row["max"] is not None), default=None),
        "life": any(row["life"] for row in deprivation),
        "fine_min": fine.get("min"),
        "fine_max": fine.get("max"),
        "fine_unit": fine.get("multiple_of") or fine.get("unit"),
        "additional": "; ".join(f"{row['kind']} ({row['application']})" for row in record["sanction"]["additional"]),
    }


def _feature(feature: Mapping[str, Any]) -> str:
    return f"{feature['point']}) {feature['code']}" if feature["point"] else str(feature["code"])
