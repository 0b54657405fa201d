"""The map of an act's cybercrime law: chapters by groups, provisions, possible gaps, what was lost since another edition."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Request
from fastapi.responses import Response

from saralau.corpus.shelf import Shelf
from saralau.messages import InputError
from saralau.packs import load, names
from saralau.report.amounts import said
from saralau.report.building import GROUPS, build_picture
from saralau.report.overlay import Laid, overlay, review_of, typed_lists, verdict_said
from saralau.report.picture import Picture, Texts
from saralau.report.register import read_register
from saralau.report.states_beside import TREATY, Beside, encoded_states, states_beside
from saralau.web.asking import address_of
from saralau.web.rendering import page, tongue, ui_of
from saralau.web.tables import files

router = APIRouter()
_LONGEST = 4000  # characters of a list that is typed


@router.get("/map")
def map_page(
    request: Request, register: str = "", before: str = "", chapter: str = "", group: str = "", lists: str = "",
    written: str = "", state: str = "", other: str = "",
) -> Response:  # fmt: skip
    """The map drawn from a register of a pack; `before` is another to compare with, of an earlier edition or another
    language. `lists` lays somebody's lists over it: those of the review, or those in I, II and III, of the day `written`.

    With `state` and `other` two states are compared instead, as far as their codes are encoded.
    """
    code = ui_of(request)
    if state and other:
        return _states(request, state, other, code)
    known = [name for name in names() if "@" in name and not load(name).get("typed")]
    chosen = register or str(load("defaults")["register"])
    for name in filter(None, (chosen, before)):
        if name not in known:
            raise InputError("register-absent", name=name[:80], known=", ".join(known))
    picture = _picture(chosen, before)
    typed = {one: request.query_params.get(one, "")[:_LONGEST] for one in GROUPS}
    laid = _laid(chosen, lists, tuple(typed.items()), written, code)
    rows = [row for row in picture.rows if (not chapter or row.chapter == chapter) and (not group or row.group == group)]
    return page(
        request,
        "map.html",
        here="map",
        p=picture,
        rows=rows,
        groups=GROUPS,
        chosen=chosen,
        before=before,
        chapter=chapter,
        group=group,
        registers=[(name, _named(name, code)) for name in known],
        other=_picture(before, "") if before else None,
        states=encoded_states(code),
        home=chosen.partition("/")[0],
        lists=lists,
        typed=typed,
        written=written,
        has_review=review_of(str(load(chosen)["act"]["id"])) is not None,
        laid=laid,
        listed={one.address: one.theirs for one in laid[0] if one.theirs} if laid else {},
        verdict=lambda one: verdict_said(one, code),
        text=lambda texts: _in(texts, code),
        said=lambda punishment: said(punishment, code),
        files=files(request, f"/registers/{quote(chosen.replace('/', ':'), safe=':@.')}/offences", ("group", group)),
        link=_linker(request.app.state.shelf, picture, code),
    )


def _states(request: Request, state: str, other: str, code: str) -> Response:
    """Two states by groups. InputError for one that is not encoded, or for one beside itself."""
    known = encoded_states(code)
    for one in (state, other):
        if one not in dict(known):
            raise InputError("jurisdiction-unencoded", typed=one[:20], known=", ".join(name for name, _ in known))
    if state == other:
        raise InputError("web-map-same-state", state=dict(known)[state])
    told = _beside(state, other, code)
    return page(
        request, "states.html", here="map", told=told, states=known, state=state, other=other,
        links=[_act_linker(request.app.state.shelf, side.state) for side in told.sides],
        treaty=f"/treaties/{TREATY}?{urlencode([('code', state), ('code', other)])}",
        exports=[
            (form, f"/treaties/{TREATY}/export.{form}?{urlencode([('code', state), ('code', other)])}")
            for form in ("csv", "xlsx")
        ],
    )  # fmt: skip


@lru_cache(maxsize=32)
def _beside(state: str, other: str, code: str) -> Beside:
    return states_beside((state, other), code)


@lru_cache(maxsize=32)
def _laid(
    register: str, lists: str, typed: tuple[tuple[str, str], ...], written: str, code: str
) -> tuple[list[Laid], Mapping[str, int]] | None:
    """The lists that were asked for, laid over a register; None where none were."""
    if lists == "review":
        data = read_register(load(register))
        review = review_of(data["act"]["id"])
        return overlay(data, review, code) if review else None
    if lists == "own" and any(words.strip() for _, words in typed):
        return overlay(read_register(load(register)), typed_lists(dict(typed), _day(written)), code)
    return None


def _day(typed: str) -> str:
    """The day of lists (ISO); where none is told, everything that changed is taken to be older."""
    if not typed:
        return "9999-12-31"
    try:
        return datetime.date.fromisoformat(typed).isoformat()
    except ValueError:
        raise InputError("date-unreadable", typed=typed[:40]) from None


@lru_cache(maxsize=16)
def _picture(register: str, before: str) -> Picture:
    return build_picture(read_register(load(register)), None, read_register(load(before)) if before else None)


def _in(texts: Texts, code: str) -> str:
    return texts.get(code) or next(iter(texts.values()), "")


def _named(register: str, code: str) -> str:
    """A register as people call it: state, edition, language."""
    where, _, rest = register.partition("/")
    edition, _, language = rest.partition("@")[2].partition(".")
    return f"{load(f'{where}/jurisdiction')['titles'][code]}, {edition}{f', {tongue(language, code)}' if language else ''}"


def _linker(shelf: Shelf, picture: Picture, code: str) -> object:
    """Addresses of articles in the text of the same act, if it is in hand; else none."""
    return _act_linker(shelf, picture.basis.jurisdiction, picture.basis.language)


def _act_linker(shelf: Shelf, jurisdiction: str, language: str | None = None) -> object:
    """The same for the act of a state that its pack names first, whose offences are encoded."""
    acts = load(f"{jurisdiction}/jurisdiction")["acts"] if jurisdiction else []
    iri = str(acts[0].get("iri", "")) if acts else ""
    work = shelf.work(iri) if iri else None
    held = work.text(language, None) if work else None

    def link(eid: str) -> str:
        return address_of(work, held, eid) if work and held else ""

    return link
