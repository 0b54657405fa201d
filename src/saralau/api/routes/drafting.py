"""For those who draft: the linter, definitions and terms, what a draft does to an act."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from saralau.api.answering import TABLE, answer, listed, problems, tabled, whole
from saralau.api.asking import (
    ActKey,
    Acts,
    Cursor,
    Form,
    InLang,
    Library,
    Limit,
    OnDay,
    PostedText,
    Rules,
    Spoken,
    text_at,
    texts_at,
    work_at,
)
from saralau.api.models import drafting as models
from saralau.api.sending import takes_text
from saralau.report.asked import Lang

router = APIRouter(tags=["drafting"])
_ACT = "# Law on things\n\n## Article 1. Thing\n\n1. A thing is a thing.\n\n## Article 3. Other\n\n1. See article 9.\n"
_TERMS = "# Law on things\n\n## Article 1. Terms\n\nIn this Law the following words are used:\n\n1) thing – an object;\n"
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


@takes_text(router, "/lint", models.Findings, _ACT)
def lint_text(
    library: Library, code: Spoken, posted: PostedText, lang: InLang = None, select: Rules = None, ignore: Rules = None
) -> Response:
    """What is wrong with the text of an act that is sent."""
    found = library.errand("lint_posted", posted.content, posted.name, lang, select or (), ignore or (), code)
    return answer(whole(found))


_FINDING = ("rule", "name", "family", "address", "line", "column", "message", "fix", "fingerprint")
_DEFINITION = ("at", "unit", "listed", "term", "aliases", "kind")


@router.get("/acts/{act}/findings", response_model=models.Findings, responses={**TABLE, **problems(404, 422, 503)})
def findings(
    request: Request, library: Library, code: Spoken, act: ActKey, on: OnDay = None, lang: InLang = None,
    parallel: Annotated[Lang | None, Query(description="hold it beside its newest text in this language")] = None,
    select: Rules = None, ignore: Rules = None, limit: Limit = None, cursor: Cursor = None, form: Form = None,
) -> Response:  # fmt: skip
    """What the linter finds in an act in hand."""
    work = work_at(library, act)
    held = text_at(work, lang, on)
    twin = text_at(work, parallel, on) if parallel and parallel != held.language else None
    chosen = tuple(select or ()), tuple(ignore or ())
    rows = library.known("lint_held", held, twin, *chosen, code)
    tag = f"findings:{held.sha256[:12]}:{parallel}:{chosen}"
    return tabled(request, rows, tag, limit, cursor, form, _FINDING, _finding)


def _finding(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "fix": None if row["fix"] is None else row["fix"]["words"]}


@router.get("/acts/{act}/definitions", response_model=models.Definitions, responses={**TABLE, **problems(404, 422, 503)})
def definitions(
    request: Request, library: Library, act: ActKey, on: OnDay = None, lang: InLang = None, limit: Limit = None,
    cursor: Cursor = None, form: Form = None,
) -> Response:  # fmt: skip
    """What an act defines: each term with its place and its kind."""
    held = text_at(work_at(library, act), lang, on)
    rows, tag = library.known("definitions_held", held), f"definitions:{held.sha256[:12]}"
    return tabled(request, rows, tag, limit, cursor, form, _DEFINITION, _definition)


def _definition(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "term": row["term"]["words"], "aliases": [one["words"] for one in row["aliases"]]}


@takes_text(router, "/definitions", models.Definitions, _TERMS)
def definitions_in(library: Library, posted: PostedText, lang: InLang = None) -> Response:
    """What the text of an act that is sent defines."""
    return answer(whole(library.errand("sent.definitions_posted", posted.content, posted.name, lang)))


@router.get("/terms", response_model=models.Terms, responses=problems(404, 422, 503))
def terms(
    library: Library,
    act: Acts,
    on: OnDay = None,
    lang: InLang = None,
) -> Response:
    """How acts use what they and each other define: findings, matrix, network."""
    return answer(library.known("terms_held", texts_at(library, act, lang, on)))


@takes_text(router, "/acts/{act}/impact", models.Impact, _DRAFT)
def impact(library: Library, act: ActKey, posted: PostedText, on: OnDay = None, lang: InLang = None) -> Response:
    """What a draft that is sent does to an act in hand: words, sanctions, groups, references, cases, treaties."""
    held = text_at(work_at(library, act), lang, on)
    return answer(library.errand("weigh_posted", posted.content, posted.name, library.shelf.folder, held))


@takes_text(router, "/acts/{act}/draft", models.Draft, _DRAFT)
def draft(library: Library, act: ActKey, posted: PostedText, on: OnDay = None, lang: InLang = None) -> Response:
    """What a draft that is sent says of an act in hand: instructions, what is refused, what is not understood."""
    held = text_at(work_at(library, act), lang, on)
    return answer(library.errand("sent.draft_posted", posted.content, posted.name, library.shelf.folder, held))
