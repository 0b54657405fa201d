"""A concordance of two acts as a record and as lines: what became of each older article, by which evidence, how surely."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from saralau.acts import Act
from saralau.citations.works import work_of
from saralau.history import Concordance, Link, New, Row
from saralau.messages import say
from saralau.report.numbers import number

# From these confidences on, links proved right nearly always, and mostly (docs/lineage.md).
SURE, LIKELY = 0.9, 0.8


def concordance_record(found: Concordance) -> dict[str, Any]:
    """The concordance as JSON (`saralau/concordance/1`)."""
    return {
        "schema": "saralau/concordance/1",
        "older": _basis(found.older),
        "newer": _basis(found.newer),
        "counts": dict(found.counts()),
        "articles": [_row(row) for row in found.rows],
        "new": [
            {
                "article": one.article,
                "title": one.title,
                "confidence": round(one.confidence, 2),
                "nearest": one.nearest,
            }
            for one in found.new
        ],
    }


def concordance_lines(found: Concordance, code: str) -> Iterator[str]:
    """Counts, then each older article with its evidence, then the new ones."""
    yield heading(found, code)
    yield counts(found, code)
    for row in found.rows:
        yield f"{row.article}. {row.title}"
        yield f"  {became(row, code)}"
        for link in row.links:
            yield f"    {link.article}. {link.title}"
            yield from (f"      {line}" for line in evidence(link, code))
        if not row.links and row.nearest is not None:
            yield f"    {say('concordance-nearest', code, article=row.nearest.article, title=row.nearest.title)}"
    if found.new:
        yield say("concordance-new", code)
        yield from (f"  {new_line(one, code)}" for one in found.new)
    yield say("concordance-limits", code)


def heading(found: Concordance, code: str) -> str:
    """Both texts by name."""
    older, newer = (act.document.source.name for act in (found.older, found.newer))
    return say("concordance-heading", code, older=older, newer=newer)


def counts(found: Concordance, code: str) -> str:
    """How many articles became what."""
    return say("concordance-counts", code, **found.counts())


def became(row: Row, code: str) -> str:
    """What became of an article, where it went, how surely."""
    to = ", ".join(link.article for link in row.links)
    what = say(f"concordance-how-{row.how}", code, to=to)
    return f"{what}; {confidence(row.confidence, code)}"


def confidence(share: float, code: str) -> str:
    """A confidence as a number and a word."""
    word = "sure" if share >= SURE else "likely" if share >= LIKELY else "unsure"
    return say(f"concordance-{word}", code, share=number(share, code, 2))


def evidence(link: Link, code: str) -> Iterator[str]:
    """Why an article is taken to carry on another: titles, terms, substance, units, places."""
    like = link.likeness
    if link.title_words:
        yield say("concordance-title-words", code, words=", ".join(link.title_words), share=_percent(like.title))
    if link.telling:
        yield say("concordance-telling", code, words=", ".join(link.telling))
    yield say("concordance-substance", code, share=_percent(like.substance), gained=_percent(like.gained))
    if like.carried:
        pairs = ", ".join(f"{one.printed} → {other.printed}" for one, other, _ in like.carried)
        yield say("concordance-carried", code, pairs=pairs)
    yield say("concordance-places", code, older=_percent(link.places[0]), newer=_percent(link.places[1]))


def new_line(one: New, code: str) -> str:
    """A new article, and what comes nearest."""
    told = f"{one.article}. {one.title}; {confidence(one.confidence, code)}"
    return told if one.nearest is None else f"{told}; {say('concordance-nearest-older', code, article=one.nearest)}"


def _percent(share: float) -> str:
    return f"{100 * share:.0f}"


def _basis(act: Act) -> dict[str, Any]:
    source, work = act.document.source, work_of(act)
    return {
        "source": source.name,
        "sha256": source.sha256,
        "language": act.language.code,
        "work": work.iri if work else None,
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "article": row.article,
        "title": row.title,
        "how": row.how,
        "confidence": round(row.confidence, 2),
        "to": [_link(link) for link in row.links],
        "nearest": _link(row.nearest) if row.nearest is not None else None,
    }


def _link(link: Link) -> dict[str, Any]:
    like = link.likeness
    return {
        "article": link.article,
        "title": link.title,
        "confidence": round(link.confidence, 2),
        "evidence": {
            "title": round(like.title, 3),
            "title_words": list(link.title_words),
            "chapter": round(like.chapter, 3),
            "wording": round(like.wording, 3),
            "terms": list(link.telling),
            "substance": round(like.substance, 3),
            "gained": round(like.gained, 3),
            "units": [
                {"from": one.short, "to": other.short, "cosine": round(cosine, 3)} for one, other, cosine in like.carried
            ],
            "place_older": round(link.places[0], 3),
            "place_newer": round(link.places[1], 3),
        },
    }
