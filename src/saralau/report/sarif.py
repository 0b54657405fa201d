"""Findings as SARIF 2.1.0 (OASIS), which code hosts and editors read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from saralau.acts import Act
from saralau.lint.baseline import fingerprint
from saralau.lint.model import Reported
from saralau.messages import say
from saralau.report.lint import message
from saralau.version import __version__


def sarif(found: Sequence[tuple[Reported, Act]], code: str) -> str:
    """One run with its rules and results, in the language `code`; places are lines and columns of the files."""
    rules = {one.rule.code: one.rule for one, _ in found}
    driver = {
        "name": "saralau",
        "version": __version__,
        "rules": [
            {
                "id": rule.code,
                "name": rule.name,
                "shortDescription": {"text": say(f"lint-{rule.name}-why", code)},
                "properties": {"tags": [rule.family]},
            }
            for _, rule in sorted(rules.items())
        ],
    }
    results = [_result(one, act, code) for one, act in found]
    run: dict[str, Any] = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _result(one: Reported, act: Act, code: str) -> dict[str, Any]:
    finding, document = one.finding, act.document
    start = document.position(finding.span.start)
    end = document.position(max(finding.span.end - 1, finding.span.start))
    region = {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column + (finding.span.end > finding.span.start),
    }
    place: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": document.source.name}, "region": region},
    }
    if finding.address:
        place["logicalLocations"] = [{"fullyQualifiedName": finding.address.short, "kind": "element"}]
    return {
        "ruleId": one.rule.code,
        "level": "warning",
        "message": {"text": message(one, code)},
        "locations": [place],
        "partialFingerprints": {"saralau/1": fingerprint(one, act)},
    }
