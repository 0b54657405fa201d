"""Offences and their groups: of an act in hand, and of the registers of packs, which need no text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response

from saralau.api import examples
from saralau.api.answering import TABLE, WHOLE_TABLE, answer, listed, problems, recorded, tabled, whole
from saralau.api.asking import (
    ActKey,
    Cursor,
    Form,
    GroupAsked,
    InLang,
    Library,
    Limit,
    OnDay,
    PostedJson,
    PostedText,
    text_at,
    work_at,
)
from saralau.api.models import offences as models
from saralau.api.problems import RefusedError
from saralau.api.sending import takes_text
from saralau.report.asked import Day
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
_COLUMNS = (*OFFENCE_COLUMNS, *BASIS_COLUMNS)
_AGREEMENT = ("at", "verdict", "ours", "theirs", "scope", "reason", "detail", *BASIS_COLUMNS)
_ACT = (
    "# Criminal Code\n\n## Article 1. Unlawful access\n\n1. Unlawful access to computer data – shall be punished by a fine "
    "of up to two hundred monthly calculation indices.\n"
)
_LISTS: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Lists"}}},
    }
}
_WRITTEN: Any = {"day": {"value": "2020-01-01"}}


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
    return tabled(request, rows, tag, limit, cursor, form, _COLUMNS, _flat)


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    return {**offence_row(row), **row["basis"]}


@router.get("/acts/{act}/map", response_model=models.Map, responses=problems(404, 422, 503))
def map_of_act(library: Library, act: ActKey, on: OnDay = None, lang: InLang = None) -> Response:
    """An act by groups: counts, chapters, gaps, defects."""
    held = text_at(work_at(library, act), lang, on)
    return answer(_map(library.known("offences_held", held)["map"]))


@takes_text(router, "/offences", models.Offences, _ACT, table=True)
def offences_in(
    request: Request, library: Library, posted: PostedText, group: GroupAsked = None, lang: InLang = None, form: Form = None
) -> Response:  # fmt: skip
    """Every offence of an act's text that is sent, as of an act in hand."""
    found = library.errand("sent.offences_posted", posted.content, posted.name, lang)
    rows = [row for row in found if group in (None, row["group"])]
    return recorded(request, whole(rows), form, _COLUMNS, lambda told: map(_flat, told["items"]), "offences")


@takes_text(router, "/register", models.MadeRegister, _ACT)
def register_of(library: Library, posted: PostedText, lang: InLang = None) -> Response:
    """The register of an act's text that is sent, as a pack holds it: what was understood of it, none of its words."""
    return answer(library.errand("sent.register_posted", posted.content, posted.name, lang))


@router.post(
    "/acts/{act}/agreement",
    response_model=models.Agreement,
    responses={**WHOLE_TABLE, **problems(404, 413, 415, 422, 503)},
    openapi_extra=_LISTS,
)
def agreement(
    request: Request,
    library: Library,
    act: ActKey,
    posted: PostedJson,
    written: Annotated[Day, Query(description="the day on which the lists were written", openapi_examples=_WRITTEN)],
    on: OnDay = None,
    lang: InLang = None,
    form: Form = None,
) -> Response:
    """The groups of an act in hand beside somebody's lists, which are sent: what both have, what one overlooks and why."""
    held = text_at(work_at(library, act), lang, on)
    record = library.errand("sent.agreement_posted", posted, written, library.shelf.folder, held)
    return recorded(request, record, form, _AGREEMENT, _rows_with_basis, "agreement")


def _rows_with_basis(told: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    return ({**row, **told["basis"]} for row in told["rows"])


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
