"""Time: what became of an act or a provision, what is known of it on a day, two editions side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from saralau.api.answering import TABLE, answer, listed, problems, recorded, tabled, whole
from saralau.api.asking import (
    ActKey,
    Cursor,
    Edition,
    Form,
    InLang,
    Library,
    Limit,
    OnDay,
    Place,
    PostedText,
    address_at,
    edition_at,
    text_at,
    work_at,
)
from saralau.api.models import history as models
from saralau.api.problems import RefusedError
from saralau.api.routes.acts import known_article
from saralau.api.sending import takes_text
from saralau.api.working import Working
from saralau.corpus.model import Held
from saralau.corpus.shelf import Shelved
from saralau.history.life import Event
from saralau.report.act_view import Understanding
from saralau.report.asked import Day, Lang

router = APIRouter(tags=["history"])
_COLUMNS = (
    "provision", "unit", "number", "title", "action", "announced", "contrary", "law_date", "law_number", "law_iri", "rule",
    "not_before", "exact",
)  # fmt: skip
_ACT = "# Law on things\n\n## Article 1. Thing\n\n1. A thing is a thing.\n"


@router.get("/acts/{act}/history", response_model=models.Events, responses={**TABLE, **problems(404, 422)})
def history(
    request: Request, library: Library, act: ActKey, on: OnDay = None, lang: InLang = None,
    older: Annotated[
        bool, Query(description="also what older texts in its language tell: the note of a reworded provision begins anew")
    ] = False,
    limit: Limit = None, cursor: Cursor = None, form: Form = None,
) -> Response:  # fmt: skip
    """The amendments of an act as its newest text tells them, the oldest first."""
    work = work_at(library, act)
    held = text_at(work, lang, on)
    if older:
        return _of_all(request, library, work, held, limit, cursor, form)
    told = library.understanding(held)
    return _events(request, told, told.life.events, held, "", limit, cursor, form)


@router.get(
    "/acts/{act}/provisions/{place}/history",
    response_model=models.Events,
    responses={**TABLE, **problems(404, 422)},
)
def history_of(
    request: Request, library: Library, act: ActKey, place: Place, on: OnDay = None, lang: InLang = None,
    limit: Limit = None, cursor: Cursor = None, form: Form = None,
) -> Response:  # fmt: skip
    """The amendments that reach a provision."""
    held = text_at(work_at(library, act), lang, on)
    told, at = library.understanding(held), address_at(place)
    known_article(told, at)
    return _events(request, told, told.life.of(at), held, at.short, limit, cursor, form)


def _of_all(
    request: Request, library: Working, work: Shelved, held: Held, limit: int | None, cursor: str | None, form: str | None
) -> Response:
    from saralau.history.life import life_as_told
    from saralau.report.history import event_record

    texts = [one for one in work.texts if one.language == held.language and one.edition <= held.edition]
    acts = [library.shelf.act(one) for one in texts]
    rows = [event_record(one, acts) for one in life_as_told(acts).events]
    return tabled(request, rows, f"history:{held.sha256[:12]}:{len(texts)}", limit, cursor, form, _COLUMNS, _row)


def _events(
    request: Request, told: Understanding, events: Sequence[Event], held: Held, of: str, limit: int | None,
    cursor: str | None, form: str | None,
) -> Response:  # fmt: skip
    from saralau.report.history import event_record

    rows = [event_record(one, [told.act]) for one in events]
    return tabled(request, rows, f"history:{held.sha256[:12]}:{of}", limit, cursor, form, _COLUMNS, _row)


def _row(record: dict[str, Any]) -> dict[str, Any]:
    law, force = record["law"], record["in_force"]
    return {
        **record, "law_date": law["date"], "law_number": law["number"], "law_iri": law["iri"], "rule": force["rule"],
        "not_before": force["not_before"], "exact": force["exact"],
    }  # fmt: skip


@takes_text(router, "/history", models.Events, _ACT, table=True)
def history_in(
    request: Request, library: Library, posted: PostedText, lang: InLang = None, form: Form = None
) -> Response:  # fmt: skip
    """The amendments that the notes of an act's text tell, which is sent, the oldest first."""
    found = library.errand("sent.history_posted", posted.content, posted.name, lang)
    return recorded(request, whole(found), form, _COLUMNS, lambda told: map(_row, told["items"]), "history")


@router.get("/acts/{act}/standing", response_model=models.Standings, responses=problems(404, 422, 503))
def standing(
    request: Request,
    library: Library,
    act: ActKey,
    on: Annotated[Day, Query(description="the day", openapi_examples={"day": {"value": "2022-01-01"}})],
    lang: InLang = None,
    limit: Limit = None,
    cursor: Cursor = None,
) -> Response:
    """What is known of each article on a day, from all texts in hand in one language: whether its wording is in hand,
    which laws changed it since.
    """
    work = work_at(library, act)
    code = text_at(work, lang, None).language
    held = tuple(one for one in reversed(work.texts) if one.language == code)
    rows = library.known("standing_held", held, on)
    return listed(request, rows, f"standing:{held[-1].sha256[:12]}:{on}", limit, cursor)


@router.get("/acts/{act}/diff", response_model=models.Diff, responses=problems(404, 422, 503))
def diff(
    library: Library,
    act: ActKey,
    old: Annotated[Edition, Query(alias="from", description="the earlier edition, as the act lists it")],
    new: Annotated[Edition, Query(alias="to", description="the later edition")],
    lang: Annotated[Lang | None, Query(description="language of both texts; one that has both unless told")] = None,
) -> Response:
    """What two editions in hand have otherwise: words, sanctions, features, the laws that the notes name for it."""
    return answer(_differences(library, act, old, new, lang))


def _differences(library: Working, act: str, old: str, new: str, lang: str | None) -> Any:
    work = work_at(library, act)
    both = (
        one.language for one in work.texts if {old, new} <= {it.edition for it in work.texts if it.language == one.language}
    )
    code = lang or next(both, text_at(work, None, None).language)
    earlier, later = edition_at(work, code, old), edition_at(work, code, new)
    if old >= new:
        raise RefusedError(422, "api-diff-order", old=old, new=new)
    return library.known("diff_held", earlier, later)
