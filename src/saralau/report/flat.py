"""Records as tables, a row each of what a scholar counts: edges, differences, articles, groups, indicators, references."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Row = dict[str, Any]
Record = Mapping[str, Any]

EDGE_COLUMNS = ("source", "source_title", "target", "target_title", "count")
ALIGNMENT_COLUMNS = (
    "article", "status", "reported", "at", "aspect", "earlier_has", "known",
    *(f"{side}_{key}" for side in ("earlier", "later") for key in ("kind", "min", "max", "unit", "multiple_of", "life")),
)  # fmt: skip
CONCORDANCE_COLUMNS = ("article", "title", "how", "confidence", "to", "to_title", "to_confidence", "nearest")
STABILITY_COLUMNS = (
    "group", "articles", "spells", "ended", "rate", "half_life", "half_life_low", "half_life_high", "next_year",
    "ratio", "ratio_low", "ratio_high",
)  # fmt: skip
CAUSES_COLUMNS = (
    "source", "edition", "indicator", "part", "whole", "changes", "units", "laws", "value", "against", "other_value",
    "cause", "speaks", "low", "high",
)  # fmt: skip
STALE_COLUMNS = ("register", "known", "edition", "article", "laws", "reread", "encoded", "cells")
AUDIT_COLUMNS = ("line", "words", "phrase", "act", "address", "place", "status", "reason", "found", "title", "changed_since")


def edge_rows(graph: Record) -> Iterator[Row]:
    """The references of a graph (`saralau/graph/1`)."""
    titles = {node["id"]: node["title"] for node in graph["nodes"]}
    for edge in graph["edges"]:
        yield {**edge, "source_title": titles[edge["source"]], "target_title": titles[edge["target"]]}


def alignment_rows(aligned: Record) -> Iterator[Row]:
    """The differences of two texts (`saralau/alignment/1`)."""
    for article in aligned["articles"]:
        reported = _laws(article["reported"])
        for one in article["differences"]:
            sides = {
                f"{side}_{key}": (one[side] or {}).get(key)
                for side in ("earlier", "later")
                for key in ("kind", "min", "max", "unit", "multiple_of", "life")
            }
            yield {**one, "article": article["article"], "status": article["status"], "reported": reported, **sides}


def concordance_rows(found: Record) -> Iterator[Row]:
    """Each older article with each article that carries it on, then the new articles (`saralau/concordance/1`)."""
    for row in found["articles"]:
        told = {**row, "to": None, "nearest": row["nearest"] and row["nearest"]["article"]}
        for link in row["to"]:
            yield {**told, "to": link["article"], "to_title": link["title"], "to_confidence": link["confidence"]}
        if not row["to"]:
            yield told
    for one in found["new"]:
        told = {"to": one["article"], "to_title": one["title"], "to_confidence": one["confidence"]}
        yield {"how": "new", "nearest": one["nearest"], **told}


def stability_rows(told: Record) -> Iterator[Row]:
    """The groups of a measure (`saralau/stability/1`)."""
    for group in told["groups"]:
        curve, ratio = group["curve"] or {}, group["against_rest"] or (None, None, None)
        low, high = curve.get("half_life_interval") or (None, None)
        yield {
            **group, "half_life": curve.get("half_life"), "half_life_low": low, "half_life_high": high,
            "next_year": curve.get("next_year"), "ratio": ratio[0], "ratio_low": ratio[1], "ratio_high": ratio[2],
        }  # fmt: skip


def causes_rows(measured: Sequence[Record]) -> Iterator[Row]:
    """The indicators of some acts, each with what it says beside another act's (`saralau/causes/1`)."""
    for act in measured:
        compared = act["compared"]
        verdicts = {one["indicator"]: one for one in compared["verdicts"]} if compared else {}
        for name, number in act["indicators"].items():
            verdict = verdicts.get(name)
            row = {"source": act["basis"]["source"], "edition": act["basis"]["edition"], "indicator": name, **number}
            if verdict is not None:
                low, high = verdict["interval"] or (None, None)
                row |= {
                    "against": compared["against"]["source"], "other_value": verdict["other"]["value"],
                    "cause": verdict["cause"], "speaks": verdict["speaks"], "low": low, "high": high,
                }  # fmt: skip
            yield row


def stale_rows(told: Record) -> Iterator[Row]:
    """The stale articles with the cells of treaties that rest on them (`saralau/stale/1`)."""
    for one in told["articles"]:
        cells = [f"{cell['treaty']}: {cell['scenario']}" for cell in told["cells"] if one["article"] in cell["articles"]]
        yield {**told, **one, "laws": _laws(one["laws"]), "cells": cells}


def audit_rows(audited: Record) -> Iterator[Row]:
    """The references to the act (`saralau/audit/1`)."""
    for one in audited["references"]:
        act, since = one["act"], _laws(one["changed_since"])
        named = act and (act["id"] or act["iri"])
        yield {**one, "line": one["span"]["line"], "act": named, "changed_since": since}


def _laws(rows: Sequence[Record]) -> list[str]:
    return [f"{row['date']} № {row['number']}" for row in rows]
