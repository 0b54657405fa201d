"""What answers, and what packs have."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from saralau.api.answering import answer, listed, problems
from saralau.api.asking import Cursor, Library, Limit, Spoken
from saralau.api.models.about import About, Corpus, Health, Packs
from saralau.api.models.cases import Facets
from saralau.messages import languages
from saralau.version import __version__

router = APIRouter(tags=["about"])


@router.get("/health", response_model=Health, responses=problems())
def health() -> Response:
    """That the server answers."""
    return answer({"status": "ok"})


@router.get("/version", response_model=About, responses=problems())
def version(request: Request, library: Library) -> Response:
    """What answers, and how much the library has."""
    works = library.shelf.works()
    return answer({
        "name": "saralau", "version": __version__, "works": len(works), "texts": sum(len(one.texts) for one in works),
        "languages": list(languages()), "openapi": f"{request.scope.get('root_path', '')}/openapi.json",
    })  # fmt: skip


@router.get("/corpus", response_model=Corpus, responses=problems())
def corpus(library: Library) -> Response:
    """How many acts and texts the library has: by state, by language, by year of the edition."""
    held = [
        (work.iri.split("/")[2], work.iri, one.language, one.edition[:4])
        for work in library.shelf.works()
        for one in work.texts
    ]

    def counted(place: int) -> list[dict[str, Any]]:
        rows = sorted({row[place] for row in held})
        return [
            {
                "of": of,
                "works": len({row[1] for row in held if row[place] == of}),
                "texts": sum(row[place] == of for row in held),
            }
            for of in rows
        ]

    return answer({
        "works": len({row[1] for row in held}), "texts": len(held), "jurisdictions": counted(0), "languages": counted(2),
        "years": counted(3),
    })  # fmt: skip


@router.get("/packs", response_model=Packs, responses=problems())
def packs() -> Response:
    """What packs have: registers, encoded offences, treaties, instruments, timelines."""
    from saralau.packs import names
    from saralau.treaties import treaty_names

    known = names()
    return answer({
        "registers": [name for name in known if "@" in name],
        "encoded": sorted({name.partition("/")[0] for name in known if name.endswith(".elements")}),
        "treaties": treaty_names(),
        "instruments": [name.partition("/")[0] for name in known if name.endswith("/instruments")],
        "timelines": [name.partition("/")[0] for name in known if name.endswith("/timeline")],
    })  # fmt: skip


@router.get("/facts", response_model=Facets, responses=problems(422))
def facts(request: Request, code: Spoken, limit: Limit = None, cursor: Cursor = None) -> Response:
    """The vocabulary of facts: what a case can tell, by facet."""
    from saralau.cases.vocabulary import terms

    known = terms()
    rows = [
        {
            "id": facet, "label": known.label(facet, code), "asked_of": known.asked_of[facet], "single": known.facets[facet],
            "terms": [{"id": one, "label": known.label(one, code)} for one, of in known.facet_of.items() if of == facet],
        }
        for facet in known.facets
    ]  # fmt: skip
    return listed(request, rows, "facts", limit, cursor)
