"""Change: how an act was amended, by year and by law, what changed most; how long wordings last; two editions compared."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from saralau.acts import Address
from saralau.report.drawing import Curve, curves, standing
from saralau.report.editions import Editions, diff_acts
from saralau.report.editions_page import edition_blocks, editions_told
from saralau.report.life_view import life_view
from saralau.web.asking import Asked, address_of, asked_of, shelf_of, text_named, there, title_of, told_of
from saralau.web.pages.acts import earlier_of, lived
from saralau.web.rendering import page, ui_of
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
    return page(request, "change.html", here="change", told=told, others=_alike(asked), **told_of(asked, "change"))


def _alike(asked: Asked) -> list[Any]:
    """The other texts in the same language, with which this one can be compared."""
    one = asked.held
    return [held for held in asked.work.texts if held.language == one.language and held.sha256 != one.sha256]


@router.get("/survival/akn/{rest:path}")
def survival(request: Request, rest: str, by: str = _BY[0]) -> Response:
    """How long wordings of an act last. A worker measures, once."""
    asked = asked_of(request, rest)
    if not asked.exact:
        return there(request, "survival", asked)
    by = by if by in _BY else _BY[0]
    held = earlier_of(asked)
    told = shelf_of(request).kept(
        asked.held,
        f"survival {by} {len(held)}",
        lambda: errand(request, "stability_held", shelf_of(request).folder, held, by),
    )
    spoken = told["told"][ui_of(request)]
    drawn = [Curve(**{**one, "name": spoken["names"][one["name"]]}) for one in told["curves"]]
    picture = curves(drawn, spoken["axis"], spoken["label"]) if drawn else None
    spoken = {**spoken, "standing": standing(drawn)}
    return page(
        request, "survival.html", here="change", picture=picture, by=by, kinds=_BY,
        **{**spoken, "names": [one.name for one in drawn]}, **told_of(asked, "survival"),
    )  # fmt: skip


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
        **told_of(asked, "change"),
    )
