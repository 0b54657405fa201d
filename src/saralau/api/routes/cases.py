"""Cases: what facts amount to and what to ask next; encoded provisions in words."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import Response
from pydantic import StringConstraints

from saralau.api.answering import answer, problems
from saralau.api.asking import Jurisdiction, Library, Place, PostedJson, Spoken, address_at
from saralau.api.models import cases as models
from saralau.api.problems import RefusedError
from saralau.report.asked import Day

router = APIRouter(tags=["cases"])
Skipped = Annotated[
    list[Annotated[str, StringConstraints(pattern=r"^[^.]{1,80}\.[a-z_]{1,60}$")]] | None,
    Query(max_length=200, description="questions that are not to be asked again: entry.facet"),
]
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Case"}}},
    }
}


@router.post(
    "/cases/qualify",
    response_model=models.Answered,
    responses=problems(413, 415, 422, 503),
    openapi_extra=_BODY,
)
def qualify(
    library: Library,
    code: Spoken,
    posted: PostedJson,
    on: Annotated[Day | None, Query(description="day of judgment, up to which later laws are looked at")] = None,
    skip: Skipped = None,
) -> Response:
    """What the facts of a case amount to, for each person: charges, what absorbs what and why, what hangs on what is not
    known, and the question to ask next. Nothing of the case is kept.
    """
    skipped = [tuple(one.split(".", 1)) for one in skip or ()]
    return answer(library.errand("qualify_posted", posted, on, skipped, code))


@router.get(
    "/jurisdictions/{jurisdiction}/provisions/{place}/explanation",
    response_model=models.Explained,
    responses=problems(404, 422),
)
def explanation(jurisdiction: Jurisdiction, place: Place) -> Response:
    """The elements of an encoded provision, as a tree."""
    from saralau.report.explaining import explanation_record

    encoded(jurisdiction)
    return answer(explanation_record(address_at(place).short, jurisdiction))


def encoded(jurisdiction: str) -> None:
    """Nothing, if the offences of a jurisdiction are encoded; a problem otherwise."""
    from saralau.packs import names

    if not any(name.endswith(".elements") for name in names(f"{jurisdiction}/")):
        known = sorted({name.partition("/")[0] for name in names() if name.endswith(".elements")})
        raise RefusedError(404, "api-jurisdiction-absent", typed=jurisdiction, known=", ".join(known))
