"""Texts of one act side by side, an act beside the one that followed it, and lines of descent."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response

from saralau.api import examples
from saralau.api.answering import WHOLE_TABLE, answer, problems, recorded
from saralau.api.asking import (
    PLACE,
    ActKey,
    Form,
    InLang,
    Library,
    OnDay,
    PostedText,
    address_at,
    text_at,
    work_at,
)
from saralau.api.models import descent as models
from saralau.api.problems import RefusedError
from saralau.api.sending import takes_text
from saralau.report.asked import Day, Lang
from saralau.report.flat import ALIGNMENT_COLUMNS, CONCORDANCE_COLUMNS, alignment_rows, concordance_rows

router = APIRouter(tags=["descent"])
_ACT = "# Criminal Code\n\n## Article 1. Thing\n\n1. A thing is a thing.\n"
Known = Annotated[str, Query(pattern=r"^[^/?#\s\x00-\x1f]{1,200}$", description="key of an act in hand")]
Described = Annotated[
    str,
    Path(
        pattern="^[a-z]{2,3}$",
        description="a state whose lines of descent a pack tells",
        openapi_examples={"state": {"value": examples.JURISDICTION}},
    ),
]


@router.get("/acts/{act}/alignment", response_model=models.Alignment, responses={**WHOLE_TABLE, **problems(404, 422, 503)})
def alignment(
    request: Request,
    library: Library,
    act: ActKey,
    other: Annotated[Lang, Query(alias="with", description="language of the other text")],
    other_on: Annotated[
        Day | None, Query(alias="with_on", description="the other text is the newest not later than this day")
    ] = None,
    on: OnDay = None,
    lang: InLang = None,
    form: Form = None,
) -> Response:
    """What two texts of an act in hand, languages or editions, say otherwise though no note reports it. A table has the
    differences.
    """
    work = work_at(library, act)
    both = text_at(work, lang, on), text_at(work, other, other_on)
    if both[0] == both[1]:
        raise RefusedError(422, "api-one-text", edition=both[0].edition, lang=both[0].language)
    earlier, later = sorted(both, key=lambda held: held.edition)
    record = library.known("beside.aligned_held", earlier, later)
    return recorded(request, record, form, ALIGNMENT_COLUMNS, alignment_rows, "alignment")


@takes_text(router, "/acts/{act}/alignment", models.Alignment, _ACT, table=True)
def alignment_with(
    request: Request, library: Library, act: ActKey, posted: PostedText, on: OnDay = None, lang: InLang = None,
    sent: Annotated[Lang | None, Query(description="language of the text that is sent; as it reads unless told")] = None,
    form: Form = None,
) -> Response:  # fmt: skip
    """The same for a text of the act that is sent, beside the one in hand."""
    held = text_at(work_at(library, act), lang, on)
    record = library.errand("sent.aligned_posted", posted.content, posted.name, sent, library.shelf.folder, held)
    return recorded(request, record, form, ALIGNMENT_COLUMNS, alignment_rows, "alignment")


@router.get("/concordance", response_model=models.Concordance, responses={**WHOLE_TABLE, **problems(404, 422, 503)})
def concordance(
    request: Request, library: Library, older: Known, newer: Known, on: OnDay = None, lang: InLang = None, form: Form = None
) -> Response:
    """Which article of a newer act carries on which article of an older one, by which evidence, how surely. A table has the
    articles.
    """
    works = work_at(library, older), work_at(library, newer)
    if works[0] is works[1]:
        raise RefusedError(422, "api-one-act", work=works[0].id or works[0].iri)
    known = [{one.language for one in work.texts if on is None or one.edition <= on} for work in works]
    code = lang or next((one.language for one in works[1].texts if one.language in known[0] & known[1]), None)
    texts = [text_at(work, code, on) for work in works]
    record = library.known("beside.concordance_held", *texts)
    return recorded(request, record, form, CONCORDANCE_COLUMNS, concordance_rows, "concordance")


@takes_text(router, "/acts/{act}/concordance", models.Concordance, _ACT, table=True)
def concordance_to(
    request: Request, library: Library, act: ActKey, posted: PostedText, on: OnDay = None, lang: InLang = None,
    form: Form = None,
) -> Response:  # fmt: skip
    """The same for the draft of a newer act, which is sent in the language of the one in hand."""
    held = text_at(work_at(library, act), lang, on)
    record = library.errand(
        "sent.concordance_posted", posted.content, posted.name, held.language, library.shelf.folder, held
    )
    return recorded(request, record, form, CONCORDANCE_COLUMNS, concordance_rows, "concordance")


@router.get("/jurisdictions/{jurisdiction}/lineage", response_model=models.Descent, responses=problems(404, 422, 503))
def lineage(
    library: Library,
    jurisdiction: Described,
    act: Annotated[
        str,
        Query(
            min_length=1, max_length=200, description="id or name of an act, in hand or not",
            openapi_examples={"act": {"value": examples.ID}},
        ),
    ],
    place: Annotated[str | None, Query(pattern=PLACE, description="article, part, point; the whole act unless told")] = None,
    lang: InLang = None,
) -> Response:  # fmt: skip
    """The line of descent of an act or of a provision, as packs tell it: what it came from, what carries it on, and what
    each wording in hand has otherwise.
    """
    from saralau.history import jurisdictions

    if jurisdiction not in (known := jurisdictions()):
        raise RefusedError(404, "api-lineage-absent", typed=jurisdiction, known=", ".join(known) or "–")
    work = library.work(act)
    held = work.text(lang) if work is not None and work.iri.split("/")[2] == jurisdiction else None
    at = address_at(place).short if place else None
    named = work.id if held is not None and work is not None and work.id else act
    return answer(library.known("beside.lineage_packs", jurisdiction, named, at, held if at else None))
