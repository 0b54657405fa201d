"""The line of an act or a provision as a record."""

from __future__ import annotations

from typing import Any

from saralau.citations.works import work_named
from saralau.history import Passing, Step
from saralau.report.lineage import Descent
from saralau.report.wordings import Wording


def lineage_record(found: Descent) -> dict[str, Any]:
    """The line as JSON (`saralau/descent/1`)."""
    return {
        "schema": "saralau/descent/1",
        "jurisdiction": found.lines.jurisdiction,
        "act": found.act,
        "at": found.at,
        "steps": [_step_record(step) for step in found.steps],
        "wordings": [_wording_record(one) for one in found.wordings],
        "differences": [
            {
                "before": _named_record(before),
                "after": _named_record(after),
                "facets": [{"facet": one.facet, "lost": list(one.lost), "gained": list(one.gained)} for one in differing],
            }
            for before, after, differing in found.pairs
        ],
        "without_wording": [{"act": act, "at": at} for act, at in found.without],
    }


def _step_record(step: Step) -> dict[str, Any]:
    force = step.force
    return {
        "line": step.line,
        "relation": step.relation,
        "from": step.older,
        "to": step.newer,
        "iri": work.iri if (work := work_named(step.newer, "en")) else None,
        "passed": step.passed,
        "number": step.number,
        "in_force": None
        if force is None
        else {
            "on": force.on,
            "at_publication": force.at_publication,
            "months_after": force.months_after,
            "source": force.source,
            "verified": force.verified,
        },
        "source": step.source,
        "source_at": step.at,
        "verified": step.verified,
        "announced": step.announced,
        "wording_in_hand": step.in_hand,
        "provisions": [_passing_record(one) for one in step.passings],
    }


def _passing_record(one: Passing) -> dict[str, Any]:
    return {
        "from": list(one.older),
        "to": list(one.newer),
        "how": one.how,
        "doubt": one.doubt,
        "source": one.source,
        "verified": one.verified,
    }


def _named_record(one: Wording) -> dict[str, Any]:
    return {"act": one.act, "at": one.at, "as_of": one.as_of, "source": one.source, "language": one.language}


def _wording_record(one: Wording) -> dict[str, Any]:
    return {
        **_named_record(one),
        "verified": one.verified,
        "conduct": None if one.conduct is None else list(one.conduct),
        "consequence": None if one.consequence is None else list(one.consequence),
        "consequence_required": one.required,
        "ict": list(one.ict),
        "features": list(one.features),
        "heaviest": None if one.heaviest is None else one.heaviest._asdict(),
    }
