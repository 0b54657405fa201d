"""Offences as records: the JSON of `saralau offences`, of the register and of the API, in both directions.

Schema `saralau/offence/1`, documented in docs/offence.md. Spans are characters of the decoded source file, with the line;
a record read back from a register, where no text is, has empty spans.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from saralau.acts import Act, Address
from saralau.documents import Document, Span
from saralau.offences.model import (
    Application,
    Category,
    Condition,
    Evidence,
    Fault,
    Feature,
    Kind,
    Limit,
    Offence,
    Punishment,
    Sanction,
    Suspension,
    Unit,
)

SCHEMA = "saralau/offence/1"
NOWHERE = Span(0, 0)


def to_record(offence: Offence, act: Act | None = None) -> dict[str, Any]:
    """The record of an offence; with `act`, its evidence is quoted and every span points into the source."""
    document = act.document if act else None
    record: dict[str, Any] = {
        "schema": SCHEMA,
        "article": offence.address.article,
        "part": offence.address.part,
        "title": offence.title,
        "chapter": offence.chapter,
        "extends": [address.short for address in offence.extends],
        "own_offence": offence.own_offence,
        "features": [_feature(feature, document) for feature in offence.features],
        "ict": bool(offence.ict),
        "ict_inherited": offence.ict_inherited,
        "ict_evidence": [_evidence(proof, act) for proof in offence.ict],
        "fault": offence.fault.value,
        "sanction": _sanction(offence.sanction, document),
        "category": offence.category.value,
        "category_reason": offence.category_reason,
        "limitation_years": offence.limitation_years,
        "limitation_reason": offence.limitation_reason,
    }
    if document is not None:
        record["span"] = _place(offence.span, document)
    return record


def from_record(record: Mapping[str, Any]) -> Offence:
    """The offence of a record, without its words."""
    return Offence(
        address=Address(record["article"], record["part"]),
        title=record["title"],
        chapter=record["chapter"],
        span=NOWHERE,
        wording=(),
        sanction=_read_sanction(record["sanction"]),
        extends=tuple(map(Address.read, record["extends"])),
        own_offence=record["own_offence"],
        features=tuple(
            Feature(row["code"], row["family"], NOWHERE, row["point"], row["excluded"]) for row in record["features"]
        ),
        ict=tuple(Evidence(row["code"], NOWHERE, row["point"]) for row in record["ict_evidence"]),
        ict_inherited=record["ict_inherited"],
        fault=Fault(record["fault"]),
        category=Category(record["category"]),
        category_reason=record["category_reason"],
        limitation_years=record["limitation_years"],
        limitation_reason=record["limitation_reason"],
    )


# What a record says when a register leaves a key out.
_DEFAULTS: Mapping[str, Any] = {
    "part": None, "chapter": None, "extends": [], "own_offence": False, "features": [], "ict": False, "ict_inherited": False,
    "ict_evidence": [], "group": None, "group_reasons": [], "limitation_years": None, "category_reason": "",
    "limitation_reason": "",
}  # fmt: skip
_FEATURE_DEFAULTS: Mapping[str, Any] = {"point": None, "excluded": False}
_PUNISHMENT_DEFAULTS: Mapping[str, Any] = {
    "min": None, "max": None, "implied_min": None, "implied_max": None, "unit": None, "multiple_of": None, "life": False,
    "same_as": None, "suspended": None, "application": "obligatory", "condition": None, "scope": None, "qualifier": None,
}  # fmt: skip


def compact(record: Mapping[str, Any]) -> dict[str, Any]:
    """A record without what `expand` puts back: a register is read by programs and kept for years."""
    kept = {key: value for key, value in record.items() if key not in _DEFAULTS or value != _DEFAULTS[key]}
    kept.pop("schema", None)
    if record["features"]:
        kept["features"] = [_without(feature, _FEATURE_DEFAULTS) for feature in record["features"]]
    if record["ict_evidence"]:
        kept["ict_evidence"] = [_without(proof, {"point": None}) for proof in record["ict_evidence"]]
    sanction = record["sanction"]
    kept["sanction"] = {
        kind: [_without(punishment, _PUNISHMENT_DEFAULTS) for punishment in sanction[kind]]
        for kind in ("principal", "additional")
        if sanction[kind]
    } | ({"unread": sanction["unread"]} if sanction["unread"] else {})
    return kept


def expand(record: Mapping[str, Any]) -> dict[str, Any]:
    """The whole record again."""
    whole = {**_DEFAULTS, **record}
    whole["features"] = [{**_FEATURE_DEFAULTS, **feature} for feature in whole["features"]]
    whole["ict_evidence"] = [{"point": None, **proof} for proof in whole["ict_evidence"]]
    whole["sanction"] = {
        kind: [{**_PUNISHMENT_DEFAULTS, **punishment} for punishment in record["sanction"].get(kind, ())]
        for kind in ("principal", "additional")
    } | {"unread": record["sanction"].get("unread", 0)}
    return whole


def _without(record: Mapping[str, Any], defaults: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key not in defaults or value != defaults[key]}


def _place(span: Span, document: Document) -> dict[str, int]:
    start, end = document.source_span(span)
    return {"start": start, "end": end, "line": document.position(span.start).line}


def _feature(feature: Feature, document: Document | None) -> dict[str, Any]:
    record: dict[str, Any] = {
        "point": feature.point,
        "code": feature.code,
        "family": feature.family,
        "excluded": feature.excluded,
    }
    if document is not None:
        record["span"] = _place(feature.span, document)
    return record


def _evidence(proof: Evidence, act: Act | None) -> dict[str, Any]:
    record: dict[str, Any] = {"code": proof.code, "point": proof.point}
    if act is not None:
        record["words"] = act.words(proof.span)
        record["span"] = _place(proof.span, act.document)
    return record


def _sanction(sanction: Sanction, document: Document | None) -> dict[str, Any]:
    record: dict[str, Any] = {
        "principal": [_punishment(punishment) for punishment in sanction.principal],
        "additional": [_punishment(punishment) for punishment in sanction.additional],
        "unread": len(sanction.unread),
    }
    if document is not None and sanction.unread:
        record["unread_spans"] = [_place(span, document) for span in sanction.unread]
    return record


def _read_sanction(record: Mapping[str, Any]) -> Sanction:
    principal, additional = (tuple(map(_read_punishment, record[kind])) for kind in ("principal", "additional"))
    return Sanction(NOWHERE, principal, additional, (NOWHERE,) * record["unread"])


def _punishment(punishment: Punishment) -> dict[str, Any]:
    condition = punishment.condition
    return {
        "kind": punishment.kind.value,
        "min": punishment.minimum,
        "max": punishment.maximum,
        "implied_min": _limit(punishment.implied_minimum),
        "implied_max": _limit(punishment.implied_maximum),
        "unit": punishment.unit.value if punishment.unit else None,
        "multiple_of": punishment.multiple_of,
        "life": punishment.life,
        "same_as": punishment.same_as.value if punishment.same_as else None,
        "suspended": {"until": pause.until, "source": pause.source.short} if (pause := punishment.suspended) else None,
        "application": punishment.application.value,
        "condition": None
        if condition is None
        else {
            "points": [point.short for point in condition.points],
            "circumstances": condition.circumstances,
        },
        "scope": punishment.scope,
        "qualifier": punishment.qualifier,
    }


def _limit(limit: Limit | None) -> dict[str, Any] | None:
    return {"value": limit.value, "unit": limit.unit.value, "source": limit.source.short} if limit else None


def _read_punishment(record: Mapping[str, Any]) -> Punishment:
    condition = record["condition"]
    return Punishment(
        kind=Kind(record["kind"]),
        span=NOWHERE,
        minimum=record["min"],
        maximum=record["max"],
        unit=record["unit"] and Unit(record["unit"]),
        multiple_of=record["multiple_of"],
        life=record["life"],
        same_as=record["same_as"] and Kind(record["same_as"]),
        application=Application(record["application"]),
        condition=condition and Condition(tuple(map(Address.read, condition["points"])), condition["circumstances"]),
        scope=record["scope"],
        qualifier=record["qualifier"],
        implied_minimum=_read_limit(record["implied_min"]),
        implied_maximum=_read_limit(record["implied_max"]),
        suspended=(pause := record["suspended"]) and Suspension(pause["until"], Address.read(pause["source"])),
    )


def _read_limit(record: Mapping[str, Any] | None) -> Limit | None:
    return Limit(record["value"], Unit(record["unit"]), Address.read(record["source"])) if record else None
