"""Change: how an act was amended, by year and by law, what changed most; how long wordings last; two editions compared."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from saralau.acts import Address
from saralau.corpus.model import Held
from saralau.corpus.shelf import Shelf
from saralau.history.measuring import Measured, measure
from saralau.history.survival import Model
from saralau.report.drawing import Curve, curves, standing
from saralau.report.editions import Editions, diff_acts
from saralau.report.editions_page import edition_blocks, editions_told
from saralau.report.life_view import life_view
from saralau.report.pack_titles import pack_title
from saralau.report.stability import model_read, stability_curves, stability_told
from saralau.report.working import key_of
from saralau.web.asking import Asked, address_of, asked_of, shelf_of, text_named, there, title_of, told_of
from saralau.web.pages.acts import earlier_of, lived
from saralau.web.rendering import page, ui_of
from saralau.web.tables import files, files_of
from saralau.web.working import errand

router = APIRouter()
_PAGE = 25  # articles of two editions on a page
_BY = ("act", "chapter", "year")


@router.get("/change")
def choose(request: Request) -> Response:
    """The acts whose change can be looked at."""
    works = shelf_of(request).works()
    return page(request, "choose.html", here="change", tab="change", works=works, title_of=title_of, address=address_of)


@router.get("/change/akn/{rest:path}")
def change(request: Request, rest: str) -> Response:
    """The life of an act, as the notes of its texts in hand tell it."""
    asked = asked_of(request, rest)
    if not asked.exact:
        return there(request, "change", asked)
    shelf, code = shelf_of(request), ui_of(request)

    def make() -> Any:
        titles = {one.address: one.title or "" for one in shelf.act(asked.held).mains() if one.address}
        return life_view(lived(shelf, asked), titles, code)

    told = shelf.kept(asked.held, f"change {code} {len(earlier_of(asked))}", make)
    return page(
        request, "change.html", here="change", told=told, others=_alike(asked), there=shelf.contents(asked.held).units,
        files=files_of(request, asked.held, "history", ("older", "true")), **told_of(asked, "change", code),
    )  # fmt: skip


def _alike(asked: Asked) -> list[Any]:
    """The other texts in the same language, with which this one can be compared."""
    one = asked.held
    return [held for held in asked.work.texts if held.language == one.language and held.sha256 != one.sha256]


@router.get("/survival/akn/{rest:path}")
def survival(request: Request, rest: str, by: str = _BY[0], model: str = "") -> Response:
    """How long wordings of an act last, of the same life that the page of change shows. With `model` also what goes with
    earlier amendment, which a worker works out: that reads every offence.
    """
    asked = asked_of(request, rest)
    if not asked.exact:
        return there(request, "survival", asked)
    shelf, code, held = shelf_of(request), ui_of(request), earlier_of(asked)
    by = by if by in _BY else _BY[0]
    told = shelf.kept(asked.held, f"survival {by} {len(held)}", lambda: _measured(shelf, asked, by))
    if model and told.acts:
        told = replace(told, models={told.acts[0].name: _modelled(request, asked)})
    spoken = stability_told(told, code, {one.name: title_of(asked.work, code) for one in told.acts})
    drawn = [Curve(**{**one, "name": spoken["names"][one["name"]]}) for one in stability_curves(told)]
    picture = curves(drawn, spoken["axis"], spoken["label"]) if drawn else None
    spoken = {**spoken, "standing": standing(drawn)}
    return page(
        request, "survival.html", here="change", picture=picture, by=by, kinds=_BY, model=bool(model),
        files=files(
            request, "/stability", ("act", key_of(asked.held.iri)), ("by", by), ("on", asked.held.edition),
            ("lang", asked.held.language),
        ),
        **{**spoken, "names": [one.name for one in drawn]}, **told_of(asked, "survival", code),
    )  # fmt: skip


def _measured(shelf: Shelf, asked: Asked, by: str) -> Measured:
    one = asked.held
    name = pack_title(one.iri, one.id, one.language) or one.title or one.name
    adopted = _adopted(one)
    days = {name: adopted} if adopted else {}
    return measure({name: [shelf.act(one)]}, by, days, {name: lived(shelf, asked)}, modelled=False)


def _adopted(held: Held) -> str | None:
    """The day of adoption, as the address of the act has it; None where it has the year alone."""
    told = held.iri.split("/")[5]
    try:
        return datetime.date.fromisoformat(told).isoformat()
    except ValueError:
        return None


def _modelled(request: Request, asked: Asked) -> Model | None:
    """The model of an act; None where its texts tell too little."""
    shelf, held = shelf_of(request), earlier_of(asked)
    told = shelf.kept(
        asked.held,
        f"model {len(held)}",
        lambda: errand(request, "stability_model_held", shelf.folder, held, _adopted(asked.held)),
    )
    return None if told is None else model_read(told)


@router.get("/differences/akn/{rest:path}")
def differences(request: Request, rest: str, start: int = 0) -> Response:
    """What a text has otherwise than another edition of its act, article by article; `with` names that edition."""
    asked = asked_of(request, rest)
    other = text_named(asked.work, request.query_params.get("with", ""))
    if not asked.exact or other is None or other not in _alike(asked):
        return there(request, "change", asked, "with", "start")
    shelf, code = shelf_of(request), ui_of(request)
    older, newer = sorted((asked.held, other), key=lambda held: held.edition)

    def make() -> Editions:
        return diff_acts(shelf.act(older), shelf.act(newer))

    told = shelf.kept(newer, f"differences {older.sha256}", make)
    start = max(start, 0)
    changed = [one for one in told.diff.articles if not one.only_printed]
    return page(
        request,
        "differences.html",
        here="change",
        older=older,
        newer=newer,
        names=[one.article for one in changed],
        at={one.article: Address.read(one.article) for one in changed},
        blocks=edition_blocks(told, changed[start : start + _PAGE], code),
        summary=editions_told(told, code),
        start=start,
        step=_PAGE,
        query=f"?with={request.query_params['with']}&start=",
        **told_of(asked, "change", ui_of(request)),
    )
