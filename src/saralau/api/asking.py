"""What requests ask with: parameters that are checked first, texts that are sent, the act that is meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal, NamedTuple

from fastapi import Depends, Path, Query, Request
from pydantic import StringConstraints

from saralau.acts import Address
from saralau.api import examples
from saralau.api.negotiating import tongue
from saralau.api.problems import RefusedError
from saralau.api.working import Working
from saralau.corpus.model import Held
from saralau.corpus.shelf import Shelved
from saralau.report.asked import Day, Lang

_NUMBER = "[0-9]{1,6}[A-Za-z]{0,2}(-[0-9]{1,6}[A-Za-z]{0,2}){0,4}"
_POINT = rf"({_NUMBER}|[a-zа-яёәғқңөұүһі])"
_ROOT = "body|att[0-9a-z]{1,6}(-[0-9a-z]{1,6})?"  # of an act without articles
PLACE = rf"^({_NUMBER}|{_ROOT})((\.{_NUMBER})?(\.{_POINT})?|\.\.{_POINT})$"


OnDay = Annotated[
    Day | None,
    Query(description="the newest text not later than this day", openapi_examples={"day": {"value": "2025-10-14"}}),
]
Edition = Annotated[str, Query(pattern="^[0-9]{4}(-[0-9]{2}-[0-9]{2})?$", openapi_examples={"day": {"value": "2025-07-16"}})]
InLang = Annotated[Lang | None, Query(description="language of the law's text; of several the newest text's")]
Limit = Annotated[int | None, Query(ge=1, le=1000, description="rows of a page; 50 unless told")]
Cursor = Annotated[
    str | None, Query(pattern="^[A-Za-z0-9_-]{1,400}$", description="where to go on, from `next` of the page before")
]
Form = Annotated[Literal["json", "csv", "xlsx"] | None, Query(alias="format", description="instead of the header Accept")]
GroupAsked = Annotated[Literal["I", "II", "III"] | None, Query(description="only this group of cybercrime")]
ActKey = Annotated[
    str,
    Path(
        pattern=r"^[^/?#\s\x00-\x1f]{1,200}$",
        description="key of an act, as lists give it, or its shorter id",
        openapi_examples={"key": {"value": examples.KEY}, "id": {"value": examples.ID}},
    ),
]
Acts = Annotated[
    list[Annotated[str, StringConstraints(pattern=r"^[^/?#\s\x00-\x1f]{1,200}$")]],
    Query(min_length=1, max_length=6, description="keys of acts that are read together"),
]
Place = Annotated[
    str, Path(pattern=PLACE, description="article, part, point: 188.2.4", openapi_examples={"part": {"value": "205.1"}})
]
Jurisdiction = Annotated[str, Path(pattern="^[a-z]{2,3}$", openapi_examples={"state": {"value": examples.JURISDICTION}})]
Rules = Annotated[
    list[Annotated[str, StringConstraints(pattern="^[A-Za-z0-9-]{1,60}$")]] | None,
    Query(max_length=60, description="rules or families by name or code"),
]


def working(request: Request) -> Working:
    """The library and its workers."""
    return request.app.state.working  # type: ignore[no-any-return]  # set by `make_api`


def spoken(
    request: Request,
    ui: Annotated[
        Literal["kk", "ru", "en"] | None, Query(description="language of words, instead of the header Accept-Language")
    ] = None,
) -> str:
    """The language of the messages."""
    return ui or tongue(request.headers.get("accept-language", ""))


Library = Annotated[Working, Depends(working)]
Spoken = Annotated[str, Depends(spoken)]


def work_at(library: Working, key: str) -> Shelved:
    """The act that a key names; a problem where it is not in hand."""
    found = library.work(key)
    if found is None:
        raise RefusedError(404, "shelf-work-absent", typed=key)
    return found


def text_at(work: Shelved, lang: str | None, on: str | None) -> Held:
    """The newest text of an act not later than a day, in a language; a problem where there is none."""
    fitting = (one for one in work.texts if (on is None or one.edition <= on) and lang in (None, one.language))
    held = next(fitting, None)
    if held is None:
        raise RefusedError(404, "api-text-absent", work=work.id or work.iri, lang=lang or "–", day=on or "–")
    return held


def texts_at(library: Working, acts: Sequence[str], lang: str | None, on: str | None) -> tuple[Held, ...]:
    """The newest text of each of some acts not later than a day, in a language; problems as above."""
    return tuple(text_at(work_at(library, one), lang, on) for one in dict.fromkeys(acts))


def edition_at(work: Shelved, lang: str, edition: str) -> Held:
    """The text of just this edition; a problem where it is not in hand."""
    held = next((one for one in work.texts if one.edition == edition and one.language == lang), None)
    if held is None:
        known = ", ".join(one.edition for one in work.texts if one.language == lang)
        raise RefusedError(404, "api-edition-absent", edition=edition, lang=lang, known=known or "–")
    return held


def address_at(place: str) -> Address:
    """The address that was asked for."""
    return Address.read(place)


class Posted(NamedTuple):
    """A text that was sent: its bytes, and a name whose suffix tells the format."""

    content: bytes
    name: str


KINDS = {
    "text/plain": "posted.txt",
    "text/markdown": "posted.md",
    "text/html": "posted.html",
    "application/pdf": "posted.pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "posted.docx",
    "application/vnd.oasis.opendocument.text": "posted.odt",
}


async def posted_text(request: Request) -> Posted:
    """The text that was sent. Problems: 415 for another kind, 413 for too much."""
    name = KINDS.get(_kind(request))
    if name is None:
        raise RefusedError(415, "api-media", {"accept": ", ".join(KINDS)}, known=", ".join(KINDS))
    return Posted(await _body(request, working(request).limits.posted), name)


async def posted_json(request: Request) -> bytes:
    """The JSON that was sent, as bytes."""
    if _kind(request) != "application/json":
        raise RefusedError(415, "api-media", {"accept": "application/json"}, known="application/json")
    return await _body(request, working(request).limits.case)


def _kind(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def _body(request: Request, most: int) -> bytes:
    if int(told if (told := request.headers.get("content-length", "0")).isdecimal() else 0) > most:
        raise RefusedError(413, "api-too-long", most=most)
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > most:
            raise RefusedError(413, "api-too-long", most=most)
    return bytes(body)


def text_body(example: str) -> dict[str, Any]:
    """The description of a text to be sent, for `openapi_extra`: any bytes of these kinds."""
    content: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
    content["text/markdown"] = {"example": example}
    return {"requestBody": {"required": True, "content": content}}


PostedText = Annotated[Posted, Depends(posted_text)]
PostedJson = Annotated[bytes, Depends(posted_json)]
