"""The register: all that was understood of an act, as data without its sentences (schema `saralau/register/1`).

Written for the pack by `saralau register FILE`; the page is drawn from it, so that it looks the same with and without text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from saralau.acts import Defect, Kind, balance
from saralau.offences.records import compact, expand, to_record
from saralau.report.analysis import Analysis
from saralau.taxonomy import Reason
from saralau.version import __version__

SCHEMA = "saralau/register/1"
# Defects that repeat by the thousand (a letter of the wrong alphabet) are counted, not listed.
_COUNTED = frozenset(("mixed_alphabets",))


def offence_records(analysis: Analysis, *, quoting: bool) -> Iterator[dict[str, Any]]:
    """One record for each offence, with its group; `quoting` adds the evidence's words and places in the source."""
    placed = {placement.offence.address: placement for placement in analysis.placements}
    for offence in analysis.offences.items:
        record = to_record(offence, analysis.act if quoting else None)
        placement = placed.get(offence.address)
        record["group"] = placement.group.value if placement else None
        record["group_reasons"] = [_reason(reason) for reason in placement.reasons] if placement else []
        yield record


def make_register(analysis: Analysis, *, quoting: bool = False) -> dict[str, Any]:
    """The register of an analysed act, ready for JSON."""
    act, source = analysis.act, analysis.act.document.source
    ledger = balance(act)
    return {
        "schema": SCHEMA,
        "made_by": f"saralau {__version__}",
        "act": {
            "id": analysis.identity.id if analysis.identity else None,
            "jurisdiction": analysis.identity.jurisdiction if analysis.identity else None,
            "portal_id": analysis.identity.portal_id if analysis.identity else None,
            "titles": dict(analysis.identity.titles) if analysis.identity else {},
            "title": act.document.title,
            "language": act.language.code,
            "edition": analysis.edition,
            "source": {
                "name": source.name,
                "format": source.format,
                "sha256": source.sha256,
                "size": source.size,
            },
            "general_part": _general_part(analysis),
        },
        "ledger": {
            name: getattr(ledger, name) for name in ("headings", "provisions", "notes", "front", "back", "orphans", "total")
        },
        "chapters": list(_chapters(analysis)),
        "articles": list(_articles(analysis)),
        "offences": [record if quoting else compact(record) for record in offence_records(analysis, quoting=quoting)],
        "kin": [{"at": kin.address.short, "code": kin.code, "in_note": kin.in_note} for kin in analysis.kin],
        "gaps": [
            {"at": gap.address.short, "conduct": list(gap.codes), "siblings": [s.short for s in gap.siblings]}
            for gap in analysis.gaps
        ],
        "gap_candidates": analysis.gap_candidates,
        "defects": list(_defects(analysis, quoting=quoting)),
        "defect_counts": _defect_counts(analysis),
    }


def read_register(data: Mapping[str, Any]) -> dict[str, Any]:
    """A register as it was before `compact`: what the page is built from."""
    return {**data, "offences": [expand(record) for record in data["offences"]]}


def _reason(reason: Reason) -> dict[str, Any]:
    return {"message": reason.message, "arguments": dict(reason.arguments)}


def _general_part(analysis: Analysis) -> dict[str, Any] | None:
    """Which general part completed the sanctions, and whether it is of the act's own edition."""
    if analysis.rules is None or analysis.identity is None:
        return None
    edition = analysis.rules["edition"]
    return {
        "pack": analysis.identity.general_part,
        "edition": edition,
        "verified": analysis.rules["verified"],
        "same_edition": edition == analysis.edition,
    }


def _chapters(analysis: Analysis) -> Iterator[dict[str, Any]]:
    for unit in analysis.act.walk():
        if unit.kind is Kind.CHAPTER:
            yield {"number": unit.number, "title": unit.title}


def _articles(analysis: Analysis) -> Iterator[dict[str, Any]]:
    events: dict[str, list[list[Any]]] = {}
    for event in analysis.amendments:
        if event.address is not None:
            action = "announced" if event.announced else event.action
            row = [event.date, event.number, action, *(["heading"] if event.heading else [])]
            events.setdefault(event.address.article, []).append(row)
    chapter: str | None = None
    for unit in analysis.act.walk():
        if unit.kind is Kind.CHAPTER:
            chapter = unit.number
        elif unit.kind in (Kind.DIVISION, Kind.CODE_PART, Kind.SECTION):
            chapter = None
        elif unit.kind is Kind.ARTICLE:
            yield {
                "number": unit.number,
                "chapter": chapter,
                "title": unit.title,
                "excluded": unit.excluded,
                "amendments": events.get(unit.number or "", []),
            }


def _all_defects(analysis: Analysis) -> list[Defect]:
    return sorted((*analysis.act.defects, *analysis.offences.defects), key=lambda defect: defect.span)


def _defects(analysis: Analysis, *, quoting: bool) -> Iterator[dict[str, Any]]:
    document = analysis.act.document
    for defect in _all_defects(analysis):
        if defect.code in _COUNTED:
            continue
        row: dict[str, Any] = {
            "code": defect.code,
            "at": defect.address.short if defect.address else None,
            "line": document.position(defect.span.start).line,
            "detail": defect.detail,
        }
        if quoting:
            row["words"] = analysis.act.words(defect.span)[:120]
        yield row


def _defect_counts(analysis: Analysis) -> Mapping[str, int]:
    counts: dict[str, int] = {}
    for defect in _all_defects(analysis):
        counts[defect.code] = counts.get(defect.code, 0) + 1
    return counts


def basis_record(analysis: Analysis) -> dict[str, Any]:
    """What an answer rests on: version, act, edition, file and checksum, general part."""
    source = analysis.act.document.source
    general = _general_part(analysis)
    return {
        "version": __version__,
        "act": analysis.identity.id if analysis.identity else source.name,
        "edition": analysis.edition,
        "source": source.name,
        "sha256": source.sha256,
        "general_part": f"{general['pack']}@{general['edition']}" if general else "–",
    }
