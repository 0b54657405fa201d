"""A question answered: the query asked, wordings joined to articles, the best place of each shown."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import tantivy
from tantivy import Occur

from saralau.acts import Address
from saralau.citations.works import work_named
from saralau.corpus.searching.analysing import plain, words
from saralau.corpus.searching.asking import read_query
from saralau.corpus.searching.crossing import Crossing, crossing
from saralau.corpus.searching.index import Opened, article_of, read, told
from saralau.corpus.searching.model import Found, Hit, Query
from saralau.corpus.searching.querying import Built, Shown, build
from saralau.corpus.searching.snippets import snippet
from saralau.languages import available
from saralau.messages import InputError

FARTHEST = 1000  # articles that can be leafed through
_WORDINGS_OF_ONE = 8  # wordings looked at for each article that is shown, about
_ALSO = 12  # other parts named
_COUNTED = 100  # values of a facet
ALL_WORDS = 16.0  # what it weighs that every slot is met


def search(opened: Opened, query: Query, known: Crossing | None = None) -> Found:
    """Articles that answer, the best first. InputError for a query that asks for nothing or too much."""
    began = time.perf_counter()
    pieces = read_query(query.text)
    with told(opened.folder):
        built = build(opened, query, pieces, known or crossing(opened.stems))
        whole, every = _whole(built)
        offset = min(query.offset, FARTHEST)
        limit = min(query.limit, FARTHEST - offset)
        groups = _grouped(opened, whole, offset + limit)
        return Found(
            tuple(_hit(opened, built, query, group) for group in groups[offset:]),
            round(opened.searcher.cardinality(whole, "article")),
            round(opened.searcher.cardinality(every, "article")),
            built.read_as,
            built.cut,
            {facet: tuple(_counted(opened, whole, facet)) for facet in query.facets},
            time.perf_counter() - began,
        )


def act_called(opened: Opened, name: str) -> str:
    """The address (IRI) of an act of the index by it, or by the id of a pack or a portal. InputError if it has none."""
    called = (work.iri for code in available() if (work := work_named(name, code)) is not None)
    for iri in (name, *called):
        if opened.searcher.doc_freq("act", iri):
            return iri
    raise InputError("search-act", typed=name)


def _whole(built: Built) -> tuple[tantivy.Query, tantivy.Query]:
    """The query with any word, and the one with all of them."""
    bound = [(Occur.Must, tantivy.Query.const_score_query(one, 0.0)) for one in built.filters]
    bound += [(Occur.MustNot, one) for one in built.without]
    every = [(Occur.Must, slot) for slot in built.slots]
    some = tantivy.Query.boolean_query([(Occur.Should, slot) for slot in built.slots])
    parts = [*bound, (Occur.Must, some)]
    parts += [(Occur.Should, one) for one in built.bonus]
    if len(built.slots) > 1:
        together = tantivy.Query.const_score_query(tantivy.Query.boolean_query(every), ALL_WORDS)
        parts.append((Occur.Should, together))
    return tantivy.Query.boolean_query(parts), tantivy.Query.boolean_query([*bound, *every])


_Group = list[tuple[float, tantivy.DocAddress]]


def _grouped(opened: Opened, query: tantivy.Query, wanted: int) -> list[_Group]:
    """Wordings of one article together, as many articles as wanted; the window widens until it has them."""
    window = max(50, wanted * _WORDINGS_OF_ONE)
    while True:
        hits = opened.searcher.search(query, window, False).hits
        numbers = opened.searcher.fast_field_values("article", [address for _, address in hits])
        groups: dict[Any, _Group] = {}
        for (score, address), number in zip(hits, numbers, strict=True):
            groups.setdefault(number, []).append((score, address))
        if len(groups) >= wanted or len(hits) < window:
            return list(groups.values())[:wanted]
        window *= 4


def _hit(opened: Opened, built: Built, query: Query, group: _Group) -> Hit:
    wordings = [(score, read(opened, address)) for score, address in group[:_ALSO]]
    best_score, best = wordings[0]
    own = [(score, one) for score, one in wordings if one.held.language == built.language]
    if own and own[0][0] >= best_score * 0.6:  # in the language of the query, if it fits there nearly as well
        best = own[0][1]
    unit, held = best.unit, best.held
    weigh = weigher(opened, built.shown, held.language)
    noted = bool(unit.notes) and (query.field == "note" or (not _any(unit.text, weigh) and _any(unit.notes, weigh)))
    also = dict.fromkeys(one.unit.address for _, one in wordings if one.unit.address != unit.address)
    return Hit(
        held.iri,
        article_of(unit.address),
        unit.address,
        held.language,
        best.since,
        best.until,
        held.title,
        snippet(unit.title, weigh, width=400),
        snippet(unit.notes if noted else unit.text, weigh),
        noted,
        unit.excluded,
        tuple(sorted(also, key=_order)),
        tuple(dict.fromkeys(one.held.language for _, one in wordings)),
        held.sha256,
        best_score,
    )


def _order(address: str) -> tuple[tuple[int, ...], ...]:
    try:
        return Address.read(address).sort_key
    except InputError:
        return ()


def _any(text: str, weigh: Callable[[str], float]) -> bool:
    return any(weigh(word.form) for word in words(text))


def weigher(opened: Opened, shown: Shown, code: str) -> Callable[[str], float]:
    """How much a folded word of a language is to be seen."""
    stem, stems, forms = opened.stems(code), shown.stems.get(code, {}), shown.forms.get(code, {})
    return lambda form: max(stems.get(stem(form), 0.0), forms.get(plain(form, code), 0.0) if forms else 0.0)


def _counted(opened: Opened, query: tantivy.Query, facet: str) -> Sequence[tuple[str, int]]:
    """How many articles have each value of a facet."""
    asked: Mapping[str, Any] = {
        "v": {"terms": {"field": facet, "size": _COUNTED}, "aggs": {"n": {"cardinality": {"field": "article"}}}}
    }
    rows = opened.searcher.aggregate(query, dict(asked))["v"]["buckets"]
    counted = [(str(row["key"]), round(row["n"]["value"])) for row in rows]
    return sorted(counted, key=lambda row: (-row[1], row[0]))
