"""Qualify a case: a form that grows. The whole case stands in the address: a link shares it, and nothing is kept here.

Each button names one step (`do=add:entry:access`); the answer to a step is the address of the case after it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse, RedirectResponse, Response

from saralau.cases import Case, qualify
from saralau.cases.asking import Question, answered, answered_whose, next_question
from saralau.cases.editing import aged, dated, new_case, summed, told, untold, with_deed, with_person, without
from saralau.cases.model import Amount
from saralau.cases.reading import read_case_text
from saralau.cases.vocabulary import terms, terms_called
from saralau.cases.writing import case_text
from saralau.keeping.packing import packed, unpacked, written
from saralau.keeping.people import HERSELF
from saralau.messages import InputError, say
from saralau.packs import load, names
from saralau.report.case_names import SOMEBODY_ELSE, for_reading, names_in, sufferers_in
from saralau.report.findings import term
from saralau.report.memo import memo, memo_view
from saralau.report.numbers import currency_name
from saralau.report.qualification import brief, question_line
from saralau.web.identity import who
from saralau.web.pages.cases import kept_at
from saralau.web.rendering import page, ui_of
from saralau.web.security import policy_of

router = APIRouter()
_SHOWN = 40  # terms that a search shows


@router.get("/qualify")
def form(
    request: Request, c: str = "", s: str = "", do: str = "", find: str = "", at: str = "", j: str = "", k: str = ""
) -> Response:
    """The form and what the case amounts to so far."""
    case = unpacked(c) if c else _start(j)
    skipped = _skipped(s)
    if do or any(name.startswith(("date-", "age-", "sum-")) for name in request.query_params):
        case, skipped = _stepped(request, case, skipped, do)
        return RedirectResponse(f"/qualify?{_address(case, skipped, at, k)}", 303)
    found, code = qualify(case), ui_of(request)
    names, whose, question = names_in(case, code), sufferers_in(case, code), next_question(found, skipped)
    kept = kept_at(request, k) if k and who(request).owner else None
    return page(
        request,
        "qualify.html",
        here="qualify",
        case=case,
        c=packed(case),
        s=s,
        at=at,
        names=names,
        called=lambda ids: ", ".join(names[one] for one in ids),
        whose=lambda of: whose.get(of, of),
        begun=any(deed.facts or deed.amounts for deed in case.deeds),  # of no facts nothing is said
        brief=brief(found, code),
        memo=memo_view(for_reading(found, code), code, datetime.date.today().isoformat()),
        question=question,
        asked=_asked(question, names, code) if question else "",
        choices=list(_choices(question, whose, code)) if question else [],
        facets=_facets(code),
        offered=list(_offered(find, at, code)),
        find=find[:100],
        label=lambda one: term(one, code) if one in terms().facet_of else one,
        facet=lambda one: terms().label(one, code),
        currency=currency_name(found.rules.data["currency"], code),
        jurisdictions=_jurisdictions(code),
        examples=[(name, titles.get(code) or name) for name, titles in _examples().items()] if not c else [],
        shared=f"/qualify?{_address(case, skipped, at)}",
        k=k if kept else "",
        kept=kept,
        same=kept is not None and kept.text == written(case),
        private=kept is not None or bool(c and who(request) != HERSELF),  # a screen may be used by others next
    )


@router.get("/qualify/memo")
def as_memo(request: Request, c: str) -> Response:
    """The whole answer as one page to keep or print."""
    code = ui_of(request)
    sheet = memo(for_reading(qualify(unpacked(c)), code), code, datetime.date.today().isoformat())
    headers = {"cache-control": "no-store", "content-security-policy": policy_of(sheet)}
    return Response(sheet, headers=headers, media_type="text/html")


@router.get("/qualify/case.yaml")
def as_file(c: str) -> Response:
    """The case as a file, for the command line or to load again."""
    headers = {"content-disposition": 'attachment; filename="case.yaml"', "cache-control": "no-store"}
    return PlainTextResponse(case_text(unpacked(c)), headers=headers)


@router.get("/qualify/example/{name}")
def example(name: str) -> Response:
    """An example, loaded into the form."""
    place = example_files().get(name)
    if place is None:
        raise InputError("web-example-absent", typed=name[:60])
    case = read_case_text(place.read_text("utf-8"), place.name)
    return RedirectResponse(f"/qualify?{_address(case, frozenset(), '')}", 303)


# -- steps --------------------------------------------------------------------------------------------------------


def _stepped(
    request: Request, case: Case, skipped: frozenset[tuple[str, str]], do: str
) -> tuple[Case, frozenset[tuple[str, str]]]:
    """The case after what the form says: first its fields, then the button."""
    case = _with_fields(request, case)
    verb, _, rest = do.partition(":")
    id, _, what = rest.partition(":")
    if verb == "add":
        return told(case, id, what), skipped
    if verb == "drop":
        return untold(case, id, what), skipped
    if verb == "remove":
        return without(case, id), skipped
    if verb == "person":
        return with_person(case), skipped
    if verb == "act":
        return with_deed(case), skipped
    if verb == "skip":
        return case, skipped | {(id, what)}
    question = next_question(qualify(case), skipped) if verb in ("answer", "none", "whose", "sum") else None
    if question is None or (question.of, question.facet) != (id, what.partition("=")[0]):
        return case, skipped
    value = what.partition("=")[2]
    if verb == "whose":
        return answered_whose(case, question, value), skipped
    if verb == "sum":
        amount = _number(request.query_params.get("answer-sum", ""))
        currency = qualify(case).rules.data["currency"]
        return answered(case, question, (), Amount("damage", amount, currency) if amount else None), skipped
    return answered(case, question, [value] if verb == "answer" and value in question.terms else []), skipped


def _with_fields(request: Request, case: Case) -> Case:
    currency = ""
    for name, typed in request.query_params.items():
        kind, _, id = name.partition("-")
        if kind == "date" and typed:
            case = dated(case, id, typed)
        elif kind == "age":
            case = aged(case, id, _number(typed))
        elif kind == "sum":
            currency = currency or qualify(case).rules.data["currency"]
            case = summed(case, id, "damage", _number(typed), currency)
    return case


def _number(typed: str) -> int | None:
    digits = re.sub(r"[\s_]", "", typed)[:16]
    return int(digits) if digits.isdecimal() else None


def _start(jurisdiction: str) -> Case:
    where = jurisdiction or str(load("defaults")["register"]).split("/")[0]
    return new_case(where, datetime.date.today().isoformat())


# -- the case in the address --------------------------------------------------------------------------------------


def _address(case: Case, skipped: frozenset[tuple[str, str]], at: str, k: str = "") -> str:
    told_ = {"c": packed(case)} | ({"s": ",".join(f"{of}.{facet}" for of, facet in sorted(skipped))} if skipped else {})
    return urlencode(told_ | ({"at": at} if at else {}) | ({"k": k[:60]} if k else {}))


def _skipped(typed: str) -> frozenset[tuple[str, str]]:
    pairs = (one.partition(".") for one in typed[:2000].split(",") if "." in one)
    return frozenset((of, facet) for of, _, facet in pairs)


# -- what can be chosen -------------------------------------------------------------------------------------------


class Offer(NamedTuple):
    """A term that can be added: of acts or of persons."""

    id: str
    label: str
    facet: str
    asked_of: str


def _offered(find: str, at: str, code: str) -> Iterator[Offer]:
    """Terms whose labels, in any language, have what is typed; or, if nothing is, all of the facet that is chosen."""
    vocabulary = terms()
    words = find[:100].strip()
    shown = 0
    for id in terms_called(words):
        facet = vocabulary.facet_of[id]
        fits = bool(words) or facet == at
        if fits and vocabulary.asked_of[facet] in ("act", "person") and shown < (_SHOWN if words else 400):
            shown += 1
            yield Offer(id, vocabulary.label(id, code), vocabulary.label(facet, code), vocabulary.asked_of[facet])


def _asked(question: Question, names: Mapping[str, str], code: str) -> str:
    """A question in words; who answers by buttons needs no numbers."""
    of = names.get(question.of, question.of)
    if not question.whose:
        return question_line(replace(question, of=of), code)
    what = ", ".join(term(one, code) for one in question.terms)
    return say("web-ask-whose", code, of=of, what=what, provisions=", ".join(at.printed for at in question.provisions))


def _choices(question: Question, whose: Mapping[str, str], code: str) -> Iterator[tuple[str, str]]:
    """Steps that answer a question, each with its words."""
    if question.whose:
        for one in (*question.sufferers, SOMEBODY_ELSE):
            yield f"whose:{question.of}:{question.facet}={one}", whose.get(one, one)
    elif question.facet not in ("amount", "means"):
        yield from ((f"answer:{question.of}:{question.facet}={one}", term(one, code)) for one in question.terms)


@cache
def _facets(code: str) -> list[tuple[str, str, str]]:
    vocabulary = terms()
    rows = [(id, vocabulary.label(id, code), vocabulary.asked_of[id]) for id in vocabulary.facets]
    return sorted((row for row in rows if row[2] in ("act", "person")), key=lambda row: (row[2], row[1]))


def _jurisdictions(code: str) -> list[tuple[str, str]]:
    encoded = sorted({name.split("/")[0] for name in names() if name.endswith(".elements")})
    return [(one, load(f"{one}/jurisdiction")["titles"][code]) for one in encoded]


@cache
def _examples() -> dict[str, dict[str, str]]:
    """Titles of the examples by language."""
    return {
        name: dict(read_case_text(place.read_text("utf-8"), place.name).titles) for name, place in example_files().items()
    }


@cache
def example_files() -> dict[str, Path]:
    """Examples that are shipped: in the package, or beside it in a checkout."""
    beside = Path(__file__).parents[1] / "examples"
    folder = beside if beside.is_dir() else Path(__file__).parents[4] / "examples" / "cases"
    return {place.stem: place for place in sorted(folder.glob("*.yaml"))}
