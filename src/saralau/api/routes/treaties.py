"""Treaties: those in hand, what a code punishes of one, how a state stands to them, which bear on a provision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response

from saralau.api import examples
from saralau.api.answering import WHOLE_TABLE, answer, listed, problems, recorded
from saralau.api.asking import Cursor, Form, Jurisdiction, Library, Limit, Place, Spoken, address_at
from saralau.api.models import treaties as models
from saralau.api.problems import RefusedError
from saralau.api.routes.cases import encoded
from saralau.report.asked import Day

router = APIRouter(tags=["treaties"])
Named = Annotated[str, Path(pattern="^[a-z0-9-]{1,40}$", openapi_examples={"budapest": {"value": "budapest"}})]
_COLUMNS = (
    "treaty", "jurisdiction", "edition", "day", "obligation", "source", "scenario", "label", "status", "punishing",
    "conditions", "nearest", "attempt", "aiding", "change",
)  # fmt: skip


@router.get("/treaties", response_model=models.Treaties, responses=problems(422))
def treaties(request: Request, limit: Limit = None, cursor: Cursor = None) -> Response:
    """The treaties in hand."""
    from saralau.treaties import treaty_names

    return listed(request, treaty_names(), "treaties", limit, cursor, str, _listed)


def _listed(name: str) -> dict[str, Any]:
    from saralau.treaties import treaty

    one = treaty(name)
    return {
        "treaty": name, "titles": dict(one.titles), "verified": one.verified, "obligations": len(one.obligations)
    }  # fmt: skip


@router.get(
    "/treaties/{treaty}/coverage",
    response_model=models.Coverage,
    responses={**WHOLE_TABLE, **problems(404, 422, 503)},
)
def coverage(
    request: Request,
    library: Library,
    code: Spoken,
    treaty: Named,
    jurisdiction: Annotated[
        str,
        Query(
            pattern="^[a-z]{2,3}$", description="whose code", openapi_examples={"state": {"value": examples.JURISDICTION}}
        ),
    ],
    on: Annotated[Day | None, Query(description="the day; the newest edition unless told")] = None,
    form: Form = None,
) -> Response:
    """A treaty as a test suite of a code: each scenario with its status, the provisions that punish it, what they demand
    further, and the smallest change that closes a gap.
    """
    _known(treaty)
    encoded(jurisdiction)
    record = library.known("cover_packs", treaty, jurisdiction, on)

    def rows(told: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        from saralau.report.coverage import coverage_rows

        return coverage_rows(told, code)

    return recorded(request, record, form, _COLUMNS, rows, "coverage")


def _known(name: str) -> None:
    from saralau.treaties import treaty_names

    if name not in treaty_names():
        raise RefusedError(404, "treaty-unknown", typed=name, known=", ".join(treaty_names()) or "–")


@router.get(
    "/jurisdictions/{jurisdiction}/instruments",
    response_model=models.Instruments,
    responses=problems(404, 422),
)
def instruments(request: Request, jurisdiction: Jurisdiction, limit: Limit = None, cursor: Cursor = None) -> Response:
    """How a state stands to international instruments, as of when and by which source."""
    from saralau.packs import load, names

    name = f"{jurisdiction}/instruments"
    if name not in names():
        known = [one.partition("/")[0] for one in names() if one.endswith("/instruments")]
        raise RefusedError(404, "instruments-unknown", typed=jurisdiction, known=", ".join(known) or "–")
    pack = load(name)

    def shown(row: Mapping[str, Any]) -> dict[str, Any]:
        return {**row, "schema": "saralau/instrument/1", "jurisdiction": jurisdiction, "as_of": pack["as_of"]}

    return listed(request, pack["instruments"], f"instruments:{jurisdiction}", limit, cursor, show=shown)


@router.get(
    "/jurisdictions/{jurisdiction}/provisions/{place}/relevance",
    response_model=models.Relevances,
    responses=problems(404, 422, 503),
)
def relevance(
    request: Request,
    library: Library,
    jurisdiction: Jurisdiction,
    place: Place,
    limit: Limit = None,
    cursor: Cursor = None,
) -> Response:
    """Which obligations of which treaties a provision meets, wholly or under further facts."""
    encoded(jurisdiction)
    at = address_at(place)
    rows = library.known("relevance_packs", jurisdiction, at.short)
    return listed(request, rows, f"relevance:{jurisdiction}:{at.short}", limit, cursor)


@router.get("/jurisdictions/{jurisdiction}/timeline", response_model=models.Timeline, responses=problems(404, 422))
def timeline_of(
    jurisdiction: Jurisdiction, on: Annotated[Day | None, Query(description="what became of it by this day")] = None
) -> Response:
    """What regulates a state's digital environment, since when, until when."""
    from saralau.history.chronicle import timeline
    from saralau.packs import names
    from saralau.report.timeline_record import timeline_record

    if f"{jurisdiction}/timeline" not in names():
        known = [one.partition("/")[0] for one in names() if one.endswith("/timeline")]
        raise RefusedError(404, "timeline-unknown", typed=jurisdiction, known=", ".join(known) or "–")
    told = timeline(jurisdiction)
    return answer(timeline_record(told, on or told.as_of))
