"""What a search found, in words and as a record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from saralau.acts import Address
from saralau.citations.works import work_iri
from saralau.corpus.searching import Found, Hit, Query, Snippet
from saralau.corpus.searching.snippets import marked_text
from saralau.messages import InputError, say
from saralau.packs import load, names, of_packs
from saralau.report.vocabulary import labels

BOLD = ("\x1b[1m", "\x1b[0m")


def found_lines(found: Found, query: Query, code: str, marks: tuple[str, str] = ("", "")) -> Iterator[str]:
    """Articles, best first, each with its best place; then facets and how much there is. `marks` go round what was found."""
    for typed, read in found.read_as:
        yield say("search-read-as", code, typed=typed, words=", ".join(read))
    for start in found.cut:
        yield say("search-cut", code, typed=start)
    if not found.hits:
        yield say("search-none", code)
        return
    for number, hit in enumerate(found.hits, query.offset + 1):
        yield from _hit_lines(number, hit, code, marks)
    for facet, counts in found.facets.items():
        yield say("search-facet", code, facet=say(f"facet-{facet}", code))
        yield from (f"  {count:>6}  {facet_value(facet, value, code)}" for value, count in counts)
    yield say("search-total", code, n=found.total, strict=found.strict, ms=round(found.took * 1000))


def _hit_lines(number: int, hit: Hit, code: str, marks: tuple[str, str]) -> Iterator[str]:
    heading = _one_line(hit.heading, marks)
    times = (
        say("search-until", code, since=hit.since, until=hit.until)
        if hit.until
        else say("search-since", code, since=hit.since)
    )
    act = act_name(hit.iri, hit.language) or hit.act_title or hit.iri
    yield f"{number}. {act}, {printed(hit.address)}  {heading}"
    told = (hit.iri, ", ".join(hit.languages), times, say("search-excluded", code) if hit.excluded else "")
    yield "   " + " · ".join(filter(None, told))
    if hit.snippet.text.strip():
        note = say("search-note", code) + " " if hit.noted else ""
        yield f"   {note}{_one_line(hit.snippet, marks)}"
    if hit.also:
        yield "   " + say("search-also", code, parts=", ".join(map(printed, hit.also)))


def _one_line(shown: Snippet, marks: tuple[str, str]) -> str:
    words = " ".join(marked_text(shown, *marks).split())
    return f"{'… ' if shown.before else ''}{words}{' …' if shown.after else ''}"


def printed(address: str) -> str:
    """A short address as people write it; what is none, as it stands."""
    try:
        return Address.read(address).printed
    except InputError:
        return address


def act_name(iri: str, language: str) -> str:
    """What an act is called in a language, as packs have it, else the id that they give it, else ""."""
    id, titles = _known("").get(iri, ("", {}))
    return str(titles.get(language) or id)


@of_packs
def _known(_name: str) -> Mapping[str, tuple[str, Mapping[str, str]]]:
    """Acts of all packs by address: id and titles."""
    known: dict[str, tuple[str, Mapping[str, str]]] = {}
    for name in names():
        if name.endswith("/works"):
            pack = load(name)
            for row in pack["works"]:
                iri = row.get("iri") or work_iri(pack["jurisdiction"], row["kind"], row["date"], row.get("number"))
                known[iri] = (row["id"], row.get("titles", {}))
    return known


def facet_value(facet: str, value: str, code: str) -> str:
    """A value of a facet in words."""
    if facet == "group":
        return f"{value}  {say(f'group-{value}', code)}"
    if facet == "feature" and value == "other":
        return f"{value}  {say('facet-feature-other', code)}"
    if facet == "feature":
        return f"{value}  {labels(value)[code]}"
    if facet == "punishment":
        return f"{value}  {say('kind-' + value.replace('_', '-'), code)}"
    return f"{value}  {act_name(value, code)}".rstrip() if facet == "act" else value


def found_record(found: Found, query: Query) -> dict[str, Any]:
    """What was found as JSON (`saralau/found/1`)."""
    return {
        "schema": "saralau/found/1",
        "query": query.text,
        "filters": {
            name: value
            for name, value in (
                *(("lang", query.language), ("on", query.on), ("in", query.act), ("field", query.field)),
                *((facet, list(values)) for facet, values in query.only.items()),
            )
            if value
        },
        "limit": query.limit,
        "offset": query.offset,
        "total": found.total,
        "all_words": found.strict,
        "read_as": {typed: list(read) for typed, read in found.read_as},
        "cut": list(found.cut),
        "hits": [_hit_record(hit) for hit in found.hits],
        "facets": {
            facet: [{"value": value, "articles": count} for value, count in counts] for facet, counts in found.facets.items()
        },
        "milliseconds": round(found.took * 1000, 1),
    }


def _hit_record(hit: Hit) -> dict[str, Any]:
    return {
        "iri": hit.iri,
        "article": hit.article,
        "address": hit.address,
        "language": hit.language,
        "languages": list(hit.languages),
        "since": hit.since,
        "until": hit.until or None,
        "act_title": hit.act_title,
        "title": _snippet_record(hit.heading),
        "snippet": {**_snippet_record(hit.snippet), "note": hit.noted},
        "excluded": hit.excluded,
        "also": list(hit.also),
        "sha256": hit.sha256,
        "score": round(hit.score, 4),
    }


def _snippet_record(shown: Snippet) -> dict[str, Any]:
    return {
        "text": shown.text,
        "marks": [list(mark) for mark in shown.marks],
        "before": shown.before,
        "after": shown.after,
    }
