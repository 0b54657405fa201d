"""How long wordings last and why they do not; what a new edition makes stale."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from saralau.api import examples
from saralau.api.answering import WHOLE_TABLE, problems, recorded, wanted_of, whole
from saralau.api.asking import (
    ActKey,
    Acts,
    Form,
    InLang,
    Library,
    OnDay,
    PostedText,
    text_at,
    texts_at,
    work_at,
)
from saralau.api.models import lasting as models
from saralau.api.negotiating import JSON
from saralau.api.sending import takes_text
from saralau.api.working import Working
from saralau.corpus.model import Held
from saralau.report.flat import (
    CAUSES_COLUMNS,
    STABILITY_COLUMNS,
    STALE_COLUMNS,
    causes_rows,
    stability_rows,
    stale_rows,
)

router = APIRouter(tags=["history"])
_EDITION = "# Criminal Code\n\n## Article 1. Thing\n\n1. A thing is a thing.\n"
Against = Annotated[
    str | None,
    Query(
        pattern=r"^[a-z]{2,3}:[a-z0-9-]{1,60}@[a-z0-9.-]{4,20}$",
        description="a register of the act, as /registers names it; the newest unless told",
        openapi_examples={"register": {"value": examples.REGISTER}},
    ),
]


@router.get("/stability", response_model=models.Stability, responses={**WHOLE_TABLE, **problems(404, 422, 503)})
def stability(
    request: Request,
    library: Library,
    act: Acts,
    by: Annotated[Literal["act", "chapter", "year"], Query(description="how wordings are grouped")] = "act",
    on: OnDay = None,
    lang: InLang = None,
    form: Form = None,
) -> Response:
    """How long wordings of acts last, from their notes: amendments per article and year, curves, models. A table has the
    groups.
    """
    held = tuple(_editions(library, one, lang, on) for one in dict.fromkeys(act))
    told = library.known("beside.measured_held", held, by, wanted_of(request, form) == JSON)
    return recorded(request, told, form, STABILITY_COLUMNS, stability_rows, "stability")


def _editions(library: Working, act: str, lang: str | None, on: str | None) -> tuple[Held, ...]:
    """The texts of an act in one language, not later than a day, the newest first."""
    work = work_at(library, act)
    newest = text_at(work, lang, on)
    return tuple(one for one in work.texts if one.language == newest.language and one.edition <= newest.edition)


@router.get("/causes", response_model=models.CausesRows, responses={**WHOLE_TABLE, **problems(404, 422, 503)})
def causes(
    request: Request,
    library: Library,
    act: Acts,
    against: Annotated[
        str | None, Query(pattern=r"^[^/?#\s\x00-\x1f]{1,200}$", description="an act to set each of them beside")
    ] = None,
    on: OnDay = None,
    lang: InLang = None,
    form: Form = None,
) -> Response:
    """An indicator for each cause why acts do not stand, counted; beside another act, which of them speak for it."""
    held = texts_at(library, act, lang, on)
    reference = text_at(work_at(library, against), lang, on) if against else None
    record = whole(library.known("beside.causes_held", held, reference))
    return recorded(request, record, form, CAUSES_COLUMNS, lambda told: causes_rows(told["items"]), "causes")


@router.get("/acts/{act}/stale", response_model=models.Stale, responses={**WHOLE_TABLE, **problems(404, 422, 503)})
def stale(
    request: Request, library: Library, act: ActKey, against: Against = None, on: OnDay = None, lang: InLang = None,
    form: Form = None,
) -> Response:  # fmt: skip
    """What a text in hand makes stale of what packs have of its act: articles of the register, encodings, cells of treaties.
    A table has the articles.
    """
    held = text_at(work_at(library, act), lang, on)
    record = library.known("beside.stale_held", held, _register(against))
    return recorded(request, record, form, STALE_COLUMNS, stale_rows, "stale")


@takes_text(router, "/stale", models.Stale, _EDITION, table=True)
def stale_by(
    request: Request, library: Library, posted: PostedText, against: Against = None, lang: InLang = None, form: Form = None
) -> Response:  # fmt: skip
    """The same for a new edition that is sent."""
    record = library.errand("sent.stale_posted", posted.content, posted.name, lang, _register(against))
    return recorded(request, record, form, STALE_COLUMNS, stale_rows, "stale")


def _register(typed: str | None) -> str | None:
    return typed.replace(":", "/") if typed else None
