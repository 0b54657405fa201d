"""For those who draft: the linter, definitions and terms, what a draft does to an act."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import StringConstraints

from saralau.api.answering import answer, listed, problems
from saralau.api.asking import (
    ActKey,
    Cursor,
    InLang,
    Lang,
    Library,
    Limit,
    OnDay,
    PostedText,
    Rules,
    Spoken,
    text_at,
    text_body,
    work_at,
)
from saralau.api.models import drafting as models

router = APIRouter(tags=["drafting"])
_ACT = "# Law on things\n\n## Article 1. Thing\n\n1. A thing is a thing.\n\n## Article 3. Other\n\n1. See article 9.\n"
_DRAFT = "In the Criminal Code:\n\n1) article 205 shall be excluded;\n"


@router.get("/rules", response_model=models.RuleRows, responses=problems(422))
def rules(request: Request, code: Spoken, limit: Limit = None, cursor: Cursor = None) -> Response:
    """The rules of the linter, and why each matters."""
    from saralau.lint import all_rules
    from saralau.messages import say

    def shown(rule: Any) -> dict[str, Any]:
        why = say(f"lint-{rule.name}-why", code)
        return {"code": rule.code, "name": rule.name, "family": rule.family, "on": rule.on, "why": why}

    return listed(request, all_rules(), "rules", limit, cursor, show=shown)


@router.post(
    "/lint",
    response_model=models.Findings,
    responses=problems(413, 415, 422, 503),
    openapi_extra=text_body(_ACT),
)
def lint_text(
    library: Library, code: Spoken, posted: PostedText, lang: InLang = None, select: Rules = None, ignore: Rules = None
) -> Response:
    """What is wrong with the text of an act that is sent."""
    found = library.errand("lint_posted", posted.content, posted.name, lang, select or (), ignore or (), code)
    return answer({"items": found, "total": len(found), "next": None})


@router.get("/acts/{act}/findings", response_model=models.Findings, responses=problems(404, 422, 503))
def findings(
    request: Request, library: Library, code: Spoken, act: ActKey, on: OnDay = None, lang: InLang = None,
    parallel: Annotated[Lang | None, Query(description="hold it beside its newest text in this language")] = None,
    select: Rules = None, ignore: Rules = None, limit: Limit = None, cursor: Cursor = None,
) -> Response:  # fmt: skip
    """What the linter finds in an act in hand."""
    work = work_at(library, act)
    held = text_at(work, lang, on)
    twin = text_at(work, parallel, on) if parallel and parallel != held.language else None
    chosen = tuple(select or ()), tuple(ignore or ())
    rows = library.known("lint_held", held, twin, *chosen, code)
    return listed(request, rows, f"findings:{held.sha256[:12]}:{parallel}:{chosen}", limit, cursor)


@router.get("/acts/{act}/definitions", response_model=models.Definitions, responses=problems(404, 422, 503))
def definitions(
    request: Request, library: Library, act: ActKey, on: OnDay = None, lang: InLang = None, limit: Limit = None,
    cursor: Cursor = None,
) -> Response:  # fmt: skip
    """What an act defines: each term with its place and its kind."""
    held = text_at(work_at(library, act), lang, on)
    return listed(request, library.known("definitions_held", held), f"definitions:{held.sha256[:12]}", limit, cursor)


@router.get("/terms", response_model=models.Terms, responses=problems(404, 422, 503))
def terms(
    library: Library,
    act: Annotated[
        list[Annotated[str, StringConstraints(pattern=r"^[^/?#\s\x00-\x1f]{1,200}$")]],
        Query(min_length=1, max_length=6, description="keys of acts that are read together"),
    ],
    on: OnDay = None,
    lang: InLang = None,
) -> Response:
    """How acts use what they and each other define: findings, matrix, network."""
    held = tuple(text_at(work_at(library, one), lang, on) for one in dict.fromkeys(act))
    return answer(library.known("terms_held", held))


@router.post(
    "/acts/{act}/impact",
    response_model=models.Impact,
    responses=problems(404, 413, 415, 422, 503),
    openapi_extra=text_body(_DRAFT),
)
def impact(library: Library, act: ActKey, posted: PostedText, on: OnDay = None, lang: InLang = None) -> Response:
    """What a draft that is sent does to an act in hand: words, sanctions, groups, references, cases, treaties."""
    held = text_at(work_at(library, act), lang, on)
    return answer(library.errand("weigh_posted", posted.content, posted.name, library.shelf.folder, held))
