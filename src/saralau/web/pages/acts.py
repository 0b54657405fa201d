"""Acts: the shelf, the tree of an act, an article with what was understood of it. `web.asking` tells how addresses go."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from saralau.acts import Address, Kind, Provision
from saralau.corpus.model import Held
from saralau.corpus.shelf import Shelf
from saralau.history.life import Life, life_as_told
from saralau.report.act_view import Link, Understanding, article_at, blocks, neighbours, tree, understand
from saralau.report.beside import Beside, beside
from saralau.report.forebears import Forebears, forebears
from saralau.report.history import law
from saralau.report.life_view import event_rows
from saralau.report.of_day import OfDay, of_another_day, of_day
from saralau.web.asking import Asked, address_of, asked_of, shelf_of, text_named, there, title_of, told_of
from saralau.web.rendering import page, ui_of
from saralau.web.working import errand

router = APIRouter()


@router.get("/acts")
def shelf(request: Request) -> Response:
    """All acts in hand."""
    return page(request, "acts.html", here="acts", works=shelf_of(request).works(), title_of=title_of)


@router.get("/akn/{rest:path}")
def act(request: Request, rest: str, on: str = "", lang: str = "", day: str = "") -> Response:
    """An act, or a provision of it; `with` names another text of it, to stand beside. A provision on a day (`on`) is led to
    the text that has its words of that day, and `day` stays in the address so that the page says what is known of it.
    """
    asked = asked_of(request, rest, on, lang)
    if not asked.exact or on or lang:
        if asked.address is None or not _is_day(on):
            return there(request, "text", asked)
        known = _on_day(request, asked, asked.address, on)
        return there(request, "text", asked._replace(held=known.held), "day", day=on)
    shelf, code, at = shelf_of(request), ui_of(request), asked.address
    told = understanding(shelf, asked.held)
    if at is None:
        return page(
            request, "act.html", here="acts", tree=_tree(shelf, asked.held, told),
            begins=_begins(told), **told_of(asked, "text", ui_of(request))
        )  # fmt: skip
    article = article_at(told, at)
    if article is None:
        raise HTTPException(404)
    before, behind = neighbours(told, article)
    twin = _twin(request, asked, told, article)
    return page(
        request,
        "article.html",
        here="acts",
        article=article,
        focus=asked.eid,
        later=_later(asked, lived(shelf, asked), at, code),
        day=day if _is_day(day) else "",
        of_another_day=of_another_day,
        known=_on_day(request, asked, at, day) if _is_day(day) else None,
        blocks=list(blocks(told, article, _linker(shelf, asked), code)),
        events=event_rows(lived(shelf, asked), at, code),
        before=before,
        behind=behind,
        twin=twin,
        absent=twin is None and bool(request.query_params.get("with")),  # a text to stand beside, not in hand
        line=_line(shelf, asked, at.article, code),
        **told_of(asked, "text", ui_of(request)),
    )


def _is_day(typed: str) -> bool:
    try:
        return len(typed) == 10 and bool(date.fromisoformat(typed))
    except ValueError:
        return False


def _on_day(request: Request, asked: Asked, at: Address, day: str) -> OfDay:
    """What is known of a provision on a day, and the text that has its words."""
    folder = shelf_of(request).folder
    return of_day(lambda name, *told: errand(request, name, folder, *told), asked.work, asked.held, at, day)


def _begins(told: Understanding) -> str:
    """The number of the article with which a text begins that lacks those before it; "" where it begins with the first."""
    first = next((one for one in told.act.mains() if one.kind is Kind.ARTICLE and one.address is not None), None)
    number = first.address.article if first is not None and first.address is not None else ""
    return number if number.isdecimal() and int(number) > 1 else ""


def _later(asked: Asked, told: Life, at: Address, code: str) -> tuple[str, str, bool] | None:
    """Laws whose changes of an article a text shows though they come into force after its own day, and the earliest of
    those days; whether an older text is in hand.
    """
    day = asked.held.edition
    coming = [
        one for one in told.of(at.main) if one.amendment.changes and 0 in one.texts and one.entry.not_before > day
    ]  # fmt: skip
    if len(day) < 10 or not coming:
        return None
    laws = dict.fromkeys(law(one, code) for one in coming)
    return min(one.entry.not_before for one in coming), "; ".join(laws), len(earlier_of(asked)) > 1


def understanding(shelf: Shelf, held: Held) -> Understanding:
    """What is understood of a text; worked out once."""
    return shelf.kept(held, "understood", lambda: understand(shelf.act(held), shelf.contents(held), shelf))


def lived(shelf: Shelf, asked: Asked) -> Life:
    """The life of an act up to a text, also as its older texts tell it: the note of a reworded article begins anew."""
    held = earlier_of(asked)

    def make() -> Life:
        return life_as_told([shelf.act(one) for one in held])

    return shelf.kept(asked.held, f"life {len(held)}", make)


def earlier_of(asked: Asked) -> tuple[Held, ...]:
    """A text and the older ones of its act in its language, the newest first."""
    one = asked.held
    return tuple(held for held in asked.work.texts if held.language == one.language and held.edition <= one.edition)


class Twin(NamedTuple):
    """Another text of the act, chosen to stand beside: what it has by element id, None where it has no such article."""

    held: Held
    alike: bool  # both are in one language, so that differences can be shown
    later: bool
    by_eid: Mapping[str, Beside] | None


def _twin(request: Request, asked: Asked, told: Understanding, article: Provision) -> Twin | None:
    chosen = text_named(asked.work, request.query_params.get("with", ""))
    if chosen is None or chosen.sha256 == asked.held.sha256:
        return None
    later = chosen.edition > asked.held.edition
    by_eid = beside(told.act, article, shelf_of(request).contents(chosen), later=later)
    return Twin(chosen, chosen.language == asked.held.language, later, by_eid)


class Kin(NamedTuple):
    """A provision of another act from which this one comes, or that carries it on, with its page if it is in hand."""

    name: str
    href: str
    older: bool


def _line(shelf: Shelf, asked: Asked, article: str, code: str) -> tuple[Forebears, list[Kin]] | None:
    work = asked.work
    if not work.id:
        return None
    name = f"line {article} {code}"
    found = shelf.kept(asked.held, name, lambda: forebears(work.id, article, work.iri.split("/")[2], code))
    if found is None:
        return None
    rows = []
    for kin in found.kin:
        other = shelf.work(kin.act)
        held = other.text(asked.held.language) if other else None
        known = held is not None and Address(kin.address.article) in shelf.contents(held).units
        href = address_of(other, held, kin.address.eid) if other and held and known else ""
        rows.append(Kin(f"{kin.name}, {kin.address.printed}", href, kin.older))
    return found, rows


def _tree(shelf: Shelf, held: Held, told: Understanding) -> object:
    return shelf.kept(held, "tree", lambda: tree(told))


def _linker(shelf: Shelf, asked: Asked) -> Link:
    """Where references lead: in the same text, in the text of another act in hand, else nowhere here."""

    def link(iri: str, eid: str) -> str:
        if not iri or iri == asked.work.iri:
            return f"{address_of(asked.work, asked.held, eid)}" + (f"#{eid}" if "__" in eid else "")
        other = shelf.work(iri)
        held = other.text(asked.held.language) if other else None
        return address_of(other, held, eid) if other and held else ""

    return link
