"""Offences and their groups: of an act in hand, and of the registers of packs, which need no text."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response

from saralau.api import examples
from saralau.api.answering import TABLE, answer, listed, problems, tabled
from saralau.api.asking import ActKey, Cursor, Form, GroupAsked, InLang, Library, Limit, OnDay, text_at, work_at
from saralau.api.models import offences as models
from saralau.api.problems import RefusedError
from saralau.report.tables import BASIS_COLUMNS, OFFENCE_COLUMNS, offence_row

router = APIRouter(tags=["offences"])
Registered = Annotated[
    str,
    Path(
        pattern=r"^[a-z]{2,3}:[a-z0-9-]{1,60}@[a-z0-9.-]{4,20}$",
        description="a register of a pack, its slash written as a colon",
        openapi_examples={"register": {"value": examples.REGISTER}},
    ),
]


@router.get("/acts/{act}/offences", response_model=models.Offences, responses={**TABLE, **problems(404, 422, 503)})
def offences(
    request: Request, library: Library, act: ActKey, group: GroupAsked = None, on: OnDay = None, lang: InLang = None,
    limit: Limit = None, cursor: Cursor = None, form: Form = None,
) -> Response:  # fmt: skip
    """Every offence of an act: elements, features, sanction, group, with the words by which it was understood."""
    held = text_at(work_at(library, act), lang, on)
    found = library.known("offences_held", held)["offences"]
    rows = [row for row in found if group in (None, row["group"])]
    tag = f"offences:{held.sha256[:12]}:{group or ''}"
    columns = (*OFFENCE_COLUMNS, *BASIS_COLUMNS)
    return tabled(request, rows, tag, limit, cursor, form, columns, lambda row: {**offence_row(row), **row["basis"]})


@router.get("/acts/{act}/map", response_model=models.Map, responses=problems(404, 422, 503))
def map_of_act(library: Library, act: ActKey, on: OnDay = None, lang: InLang = None) -> Response:
    """An act by groups: counts, chapters, gaps, defects."""
    held = text_at(work_at(library, act), lang, on)
    return answer(_map(library.known("offences_held", held)["map"]))


@router.get("/registers", response_model=models.Registers, responses=problems(422))
def registers(request: Request, limit: Limit = None, cursor: Cursor = None) -> Response:
    """The registers of packs: all that was understood of editions, without their words."""
    from saralau.packs import names

    rows = [name for name in names() if "@" in name]
    return listed(request, rows, "registers", limit, cursor, str, _register)


@router.get("/registers/{register}/map", response_model=models.Map, responses=problems(404, 422))
def map_of_register(register: Registered) -> Response:
    """A register by groups."""
    return answer(_mapped(_known(register)))


@router.get(
    "/registers/{register}/offences",
    response_model=models.OffenceRows,
    responses={**TABLE, **problems(404, 422)},
)
def offences_of_register(
    request: Request, register: Registered, group: GroupAsked = None, limit: Limit = None, cursor: Cursor = None,
    form: Form = None,
) -> Response:  # fmt: skip
    """The offences of a register, a row each."""
    rows = [row for row in _rows(_known(register)) if group in (None, row["group"])]
    return tabled(request, rows, f"offences:{register}:{group or ''}", limit, cursor, form, OFFENCE_COLUMNS, lambda row: row)


def _known(register: str) -> str:
    from saralau.packs import names

    name = register.replace(":", "/")
    if name not in names():
        raise RefusedError(404, "api-register-absent", name=register)
    return name


@lru_cache(maxsize=16)
def _rows(name: str) -> tuple[dict[str, Any], ...]:
    from saralau.packs import load
    from saralau.report.register import read_register

    return tuple(offence_row(record) for record in read_register(load(name))["offences"])


@lru_cache(maxsize=16)
def _mapped(name: str) -> dict[str, Any]:
    from saralau.packs import load
    from saralau.report.building import build_picture, picture_record
    from saralau.report.register import read_register

    return _map(picture_record(build_picture(read_register(load(name)), None, None)))


def _map(record: dict[str, Any]) -> dict[str, Any]:
    return {key: record[key] for key in ("basis", "counts", "chapters", "gaps", "defects")}


def _register(name: str) -> dict[str, Any]:
    from saralau.packs import load

    data = load(name)
    told = data["act"]
    return {
        "register": name.replace("/", ":"),
        "jurisdiction": name.partition("/")[0],
        "edition": told["edition"],
        "language": told["language"],
        "titles": told["titles"],
        "offences": len(data["offences"]),
    }
