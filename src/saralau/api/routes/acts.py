"""Acts in hand: the list, the structure of one, a provision on a day and in a language with what was understood of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from saralau.acts import Address, Provision
from saralau.api.answering import answer, listed, problems
from saralau.api.asking import (
    ActKey,
    Cursor,
    Edition,
    InLang,
    Library,
    Limit,
    OnDay,
    Place,
    PostedText,
    Spoken,
    address_at,
    edition_at,
    text_at,
    work_at,
)
from saralau.api.models import acts as models
from saralau.api.problems import RefusedError
from saralau.api.sending import takes_text
from saralau.api.working import Working, key_of
from saralau.corpus.model import Held
from saralau.corpus.shelf import Shelved
from saralau.report.act_view import (
    Block,
    Piece,
    Understanding,
    Understood,
    article_at,
    blocks,
    events_of,
    neighbours,
)
from saralau.report.of_day import OfDay, of_day

router = APIRouter(tags=["acts"])
Href = Callable[[str, str], str]
_ACT = "# Law on things\n\n## Article 1. Thing\n\n1. A thing is a thing.\n\n2. See article 3.\n"


@router.get("/acts", response_model=models.Works, responses=problems(422))
def acts(request: Request, library: Library, limit: Limit = None, cursor: Cursor = None) -> Response:
    """Acts in hand, by address, each with its editions."""
    root = root_of(request)
    return listed(request, library.shelf.works(), "acts", limit, cursor, lambda work: work.iri, lambda one: _work(one, root))


@router.get("/acts/{act}", response_model=models.Work, responses=problems(404, 422))
def act(request: Request, library: Library, act: ActKey) -> Response:
    """An act in hand with its texts, the newest first."""
    return answer(_work(work_at(library, act), root_of(request)))


@router.get("/acts/{act}/structure", response_model=models.Structure, responses=problems(404, 422))
def structure(library: Library, act: ActKey, on: OnDay = None, lang: InLang = None) -> Response:
    """The tree of an act: every provision with its address and its place in the text."""
    from saralau.report.structure import structure_record

    held = text_at(work_at(library, act), lang, on)
    return library.shelf.kept(held, "api-structure", lambda: answer(structure_record(library.shelf.act(held))))


@takes_text(router, "/structure", models.Structure, _ACT)
def structure_of(library: Library, posted: PostedText, lang: InLang = None) -> Response:
    """The tree of the text of an act that is sent."""
    return answer(library.errand("sent.structure_posted", posted.content, posted.name, lang))


@router.get("/acts/{act}/provisions/{place}", response_model=models.Provision, responses=problems(404, 422, 503))
def provision(
    request: Request,
    library: Library,
    code: Spoken,
    act: ActKey,
    place: Place,
    on: OnDay = None,
    lang: InLang = None,
    edition: Annotated[Edition | None, Query(description="just this edition, as the act lists it, whatever the day")] = None,
) -> Response:
    """A provision with the law's words, references as links, and what was understood: of an article all parts, of a part or
    a point the part. With `on`, the words are those of that day where a text in hand has them, even if a newer edition has
    words that come into force later; `standing` says what is known.
    """
    work = work_at(library, act)
    at, root = address_at(place), root_of(request)
    if edition is not None:
        known = (one.language for one in work.texts if one.edition == edition)
        held = edition_at(work, lang or next(known, text_at(work, None, None).language), edition)
        day = of_day(library.known, work, held, at, None)
    else:
        day = of_day(library.known, work, text_at(work, lang, on), at, on)
    key = (day, at, code, root)
    return library.shown(key, lambda: answer(_provision(library, work, day, at, root, code)))


def _provision(library: Working, work: Shelved, day: OfDay, at: Address, root: str, code: str) -> dict[str, Any]:
    held = day.held
    told = library.understanding(held)
    article = known_article(told, at)
    href = linker(library, root, work, held)
    found = [one for one in blocks(told, article, href, code) if at.part is None or _is_of(one, at)]
    before, behind = neighbours(told, article)
    unit = told.contents.units.get(at) or article
    return {
        "text": named(work, held),
        "address": at.short,
        "eid": at.eid,
        "title": article.title or "",
        "excluded": unit.excluded,
        "standing": day.status,
        "changed_by": list(day.laws),
        "blocks": [_block(one) for one in found],
        "changes": [{"day": day, "what": what, "law": law} for day, what, law in events_of(told, at, code)],
        "before": _beside(href, before),
        "behind": _beside(href, behind),
    }


def root_of(request: Request) -> str:
    """Where the API is mounted."""
    return str(request.scope.get("root_path", ""))


def known_article(told: Understanding, at: Address) -> Provision:
    """The article of an address, if the act has what is asked for; a problem otherwise."""
    article = article_at(told, at)
    if article is None or at not in told.contents.units:
        raise RefusedError(404, "api-provision-absent", place=at.printed)
    return article


def named(work: Shelved, held: Held) -> dict[str, Any]:
    """Which text an answer is about."""
    return {
        "key": key_of(work.iri), "iri": work.iri, "edition": held.edition, "language": held.language, "sha256": held.sha256
    }  # fmt: skip


def linker(library: Working, root: str, work: Shelved, held: Held) -> Href:
    """Where references lead: in the same text, or in an act in hand; from a work and an element id to an address here."""

    def link(iri: str, eid: str) -> str:
        other = library.shelf.work(iri) if iri and iri != work.iri else work
        text = held if other is work else other.text(held.language) if other else None
        if other is None or text is None:
            return ""
        short = _short(eid)
        act = f"{root}/acts/{quote(key_of(other.iri), safe=':')}"
        return f"{act}/provisions/{quote(short)}?edition={text.edition}&lang={text.language}" if short else act

    return link


def _short(eid: str) -> str:
    """The address that an element id names; "" for one of a division."""
    address = Address.of_eid(eid)
    return address.short if address is not None else ""


def _work(work: Shelved, root: str) -> dict[str, Any]:
    key = key_of(work.iri)
    return {
        "key": key,
        "iri": work.iri,
        "id": work.id or None,
        "jurisdiction": work.iri.split("/")[2],
        "titles": work.titles,
        "texts": [
            {
                "edition": held.edition,
                "language": held.language,
                "title": held.title or work.titles.get(held.language, held.name),
                "sha256": held.sha256,
                "structure": f"{root}/acts/{quote(key, safe=':')}/structure?on={held.edition}&lang={held.language}",
            }
            for held in work.texts
        ],
    }


def _is_of(block: Block, at: Address) -> bool:
    """Whether a block is the part that an address names or stands in."""
    return block.eid == at.within.eid


def _beside(href: Href, article: Provision | None) -> str | None:
    return href("", article.address.eid) if article is not None and article.address else None


def _block(block: Block) -> dict[str, Any]:
    return {
        "eid": block.eid or None,
        "lines": [{"eid": eid or None, "pieces": [_piece(one) for one in pieces]} for eid, pieces in block.lines],
        "notes": list(block.notes),
        "offence": None if block.offence is None else _understood(block.offence),
    }


def status_of(piece: Piece) -> str:
    """What stands where a reference leads, as records of references have it."""
    return piece.status.replace("-", "_")


def _piece(piece: Piece) -> dict[str, Any]:
    if not piece.status:
        return {"text": piece.text}
    return {"text": piece.text, "href": piece.href or None, "told": piece.told, "status": status_of(piece)}


def _understood(told: Understood) -> dict[str, Any]:
    return {
        "address": told.address,
        "group": told.group or None,
        "reasons": list(told.reasons),
        "features": [{"label": label, "by": by} for label, by in told.features],
        "technology": [{"label": label, "by": by} for label, by in told.technology],
        "extends": list(told.extends),
        "fault": told.fault,
        "category": told.category,
        "principal": list(told.principal),
        "additional": list(told.additional),
    }
