"""The map of an act's cybercrime law: chapters by groups, provisions, possible gaps, what was lost since another edition."""

from __future__ import annotations

from functools import lru_cache

from fastapi import APIRouter, Request
from fastapi.responses import Response

from saralau.corpus.shelf import Shelf
from saralau.messages import InputError
from saralau.packs import load, names
from saralau.report.amounts import said
from saralau.report.building import GROUPS, build_picture
from saralau.report.picture import Picture, Texts
from saralau.report.register import read_register
from saralau.web.asking import address_of
from saralau.web.rendering import page, ui_of

router = APIRouter()


@router.get("/map")
def map_page(request: Request, register: str = "", before: str = "", chapter: str = "", group: str = "") -> Response:
    """The map drawn from a register of a pack; `before` is the register of an earlier edition or of another language."""
    known = [name for name in names() if "@" in name]
    chosen = register or str(load("defaults")["register"])
    for name in filter(None, (chosen, before)):
        if name not in known:
            raise InputError("register-absent", name=name[:80], known=", ".join(known))
    picture, code = _picture(chosen, before), ui_of(request)
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
        text=lambda texts: _in(texts, code),
        said=lambda punishment: said(punishment, code),
        link=_linker(request.app.state.shelf, picture, code),
    )


@lru_cache(maxsize=16)
def _picture(register: str, before: str) -> Picture:
    return build_picture(read_register(load(register)), None, read_register(load(before)) if before else None)


def _in(texts: Texts, code: str) -> str:
    return texts.get(code) or next(iter(texts.values()), "")


def _named(register: str, code: str) -> str:
    """A register as people call it: state, edition, language."""
    where, _, rest = register.partition("/")
    edition, _, language = rest.partition("@")[2].partition(".")
    return f"{load(f'{where}/jurisdiction')['titles'][code]}, {edition}{f', {language}' if language else ''}"


def _linker(shelf: Shelf, picture: Picture, code: str) -> object:
    """Addresses of articles in the text of the same act, if it is in hand; else none."""
    iri = str(load(f"{picture.basis.jurisdiction}/jurisdiction")["acts"][0]["iri"]) if picture.basis.jurisdiction else ""
    work = shelf.work(iri) if iri else None
    held = work.text(picture.basis.language, None) if work else None

    def link(eid: str) -> str:
        return address_of(work, held, eid) if work and held else ""

    return link
