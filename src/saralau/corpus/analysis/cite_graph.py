"""Who refers to whom: one row for each provision and what it refers to, with what stands there in the texts in hand.

Statuses are those of `citations.resolving`: references of an act to itself are resolved in its own text, those to others
when all texts are read, in the newest text of the act that they name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from saralau.acts import Address, Kind
from saralau.acts.address import number_key
from saralau.citations import Citation
from saralau.citations.resolving import GAP, otherwise
from saralau.corpus.analysis.model import PLACE, Analysis, Column, Row, Table
from saralau.corpus.analysis.subject import Subject

_NAMED = (
    Column("from_address", "VARCHAR", "where the words stand; empty outside articles"),
    Column("kind", "VARCHAR", "provision, division (a chapter, a section), act, treaty"),
    Column("to_iri", "VARCHAR", "the act referred to; null if the words do not tell it"),
    Column("to_id", "VARCHAR", "how packs call it; empty for an act that no pack knows"),
    Column("to_address", "VARCHAR", "the provision referred to; null for the act as a whole, and for divisions"),
    Column("place", "VARCHAR", "what an address cannot hold: `chapter:7`, a note; null if there is none"),
    Column("count", "BIGINT", "how many times"),
    Column("own", "BOOLEAN", "whether it leads to the act itself"),
)
_COLUMNS = (
    *PLACE,
    *_NAMED,
    Column("in_hand", "BOOLEAN", "whether a text of the act referred to is among those read"),
    Column("status", "VARCHAR", "exists, excluded, dead, not_in_hand, unresolved (docs/references.md)"),
    Column("reason", "VARCHAR", "why it is unresolved: act, article, division, annex; empty otherwise"),
    Column("found", "VARCHAR", "where it stands, if it exists or is excluded: not as named if called otherwise there"),
)  # fmt: skip
_EDGES = (
    *PLACE,
    *_NAMED,
    Column("number", "BIGINT", "order in the text"),
    Column("status", "VARCHAR", "of a reference to the act itself, and of one that tells too little"),
    Column("reason", "VARCHAR", "why it is unresolved"),
    Column("found", "VARCHAR", "where it stands"),
    Column("first", "VARCHAR", "what it may be called there"),
    Column("second", "VARCHAR", "what else"),
    Column("third", "VARCHAR", "what else"),
    Column("article", "BIGINT", "number of the article"),
    Column("noted", "BOOLEAN", "whether the law's own note to the provision is meant"),
)
_PLACES = (
    *PLACE,
    Column("address", "VARCHAR", "of a provision, or `chapter:7`"),
    Column("excluded", "BOOLEAN", "whether it has lost its words"),
    Column("noted", "BOOLEAN", "whether a note of the law's own belongs to it"),
    Column("article", "BIGINT", "number of an article, an inserted one's without what follows the hyphen"),
)
# The newest text of each act; numbers of its articles; what is referred to; what of that there is.
_NUMBERS = """
SELECT iri, min(article) AS least, max(article) AS most, list(DISTINCT article) AS articles
FROM places SEMI JOIN targets USING (iri, sha256) WHERE article IS NOT NULL GROUP BY iri
"""
_THERE = """
SELECT iri, address, excluded, noted
FROM places SEMI JOIN targets USING (iri, sha256) SEMI JOIN wanted USING (iri, address)
"""
_STEPS = (
    ("targets", "SELECT iri, arg_max(sha256, edition || ' ' || sha256) AS sha256 FROM places GROUP BY iri"),
    ("numbers", _NUMBERS),
    (
        "wanted",
        "SELECT DISTINCT to_iri AS iri, unnest([first, second, third]) AS address FROM edges WHERE first IS NOT NULL",
    ),
    ("there", _THERE),
)
_JOINED = f"""
WITH met AS (
  SELECT edges.*, targets.iri IS NOT NULL AS in_hand,
         coalesce(one.address, two.address, three.address) AS met,
         CASE WHEN one.address IS NOT NULL THEN one.excluded WHEN two.address IS NOT NULL THEN two.excluded
              ELSE three.excluded END AS met_excluded,
         CASE WHEN one.address IS NOT NULL THEN one.noted WHEN two.address IS NOT NULL THEN two.noted
              ELSE three.noted END AS met_noted,
         edges.article <= most AND (edges.article < least OR len(list_filter(articles,
           lambda known: known >= edges.article - {GAP} AND known <= edges.article + {GAP})) = 0) AS outside
  FROM edges LEFT JOIN targets ON targets.iri = edges.to_iri
  LEFT JOIN numbers ON numbers.iri = edges.to_iri
  LEFT JOIN there AS one ON one.iri = edges.to_iri AND one.address = edges.first
  LEFT JOIN there AS two ON two.iri = edges.to_iri AND two.address = edges.second
  LEFT JOIN there AS three ON three.iri = edges.to_iri AND three.address = edges.third
),
judged AS (
  SELECT * REPLACE (
    CASE WHEN status IS NOT NULL THEN status
         WHEN NOT in_hand THEN 'not_in_hand'
         WHEN kind = 'division' AND (place IS NULL OR place LIKE 'annex%' OR place NOT LIKE '%:%') THEN 'unresolved'
         WHEN first IS NULL THEN 'exists'
         WHEN met IS NULL AND kind <> 'division' AND outside THEN 'not_in_hand'
         WHEN met IS NULL OR (noted AND NOT met_noted) THEN 'dead'
         WHEN met_excluded THEN 'excluded'
         ELSE 'exists' END AS status)
  FROM met
)
SELECT {", ".join(column.name for column in (*PLACE, *_NAMED))}, in_hand, status,
       CASE WHEN status <> 'unresolved' THEN '' WHEN reason <> '' THEN reason
            WHEN place LIKE 'annex%' THEN 'annex' ELSE 'division' END AS reason,
       CASE WHEN own THEN found WHEN status IN ('exists', 'excluded') AND kind <> 'division' THEN met END AS found
FROM judged ORDER BY iri, language, edition, sha256, number
"""  # noqa: S608  # nosec B608  # names of columns and a number, all of this module


def rows(subject: Subject) -> Mapping[str, Iterable[Row]]:
    """Edges in the order in which they first occur, and what there is to refer to."""
    return {"edges": _edges(subject), "places": _places(subject)}


def _edges(subject: Subject) -> Iterator[Row]:
    counts = Counter(map(_key, subject.citations))
    seen: dict[tuple[object, ...], Citation] = {}
    for citation in subject.citations:
        seen.setdefault(_key(citation), citation)
    for number, (key, citation) in enumerate(seen.items()):
        yield _edge(subject, citation, counts[key], number)


def _key(citation: Citation) -> tuple[object, ...]:
    iri = citation.work.iri if citation.work else None
    return citation.at, citation.kind, iri, citation.address, citation.place, citation.unknown


def _edge(subject: Subject, citation: Citation, count: int, number: int) -> Row:
    own, work = subject.is_own(citation), citation.work
    told = subject.contents.resolve(citation) if own else None
    status, reason = (told.status, told.reason) if told else ("unresolved" if citation.missing else None, citation.missing)
    address = citation.address if citation.missing != "article" else None
    standing = told and told.address and told.status in ("exists", "excluded")
    called: tuple[str | None, ...] = ()
    if not own and citation.missing is None:
        called = (
            (citation.place,)
            if citation.kind == "division"
            else tuple(one.short for one in (address, *otherwise(address)))
            if address
            else ()
        )
    first, second, third = (*called, None, None, None)[:3]
    return {
        "from_address": citation.at.short if citation.at and citation.at.article else "",
        "kind": citation.kind,
        "to_iri": subject.held.iri if own else work.iri if work else None,
        "to_id": subject.held.id if own else work.id if work else "",
        "to_address": address.short if address else None,
        "place": citation.place,
        "count": count,
        "own": own,
        "number": number,
        "status": status,
        "reason": reason or "",
        "found": told.address.short if told and told.address and standing else None,
        "first": first,
        "second": second,
        "third": third,
        "article": next(iter(number_key(address.article)), None) if address else None,
        "noted": (citation.place or "").startswith("note"),
    }


def _places(subject: Subject) -> Iterator[Row]:
    contents = subject.contents
    for address, unit in contents.units.items():
        within = (contents.units.get(Address(address.article)), contents.units.get(address.within), unit)
        key = number_key(address.article)
        yield {
            "address": address.short,
            "excluded": any(holder is not None and holder.excluded for holder in within),
            "noted": any(child.kind is Kind.NOTE for child in unit.children),
            "article": key[0] if unit.kind is Kind.ARTICLE and key else None,
        }
    for name in contents.divisions:
        yield {"address": name, "excluded": False, "noted": False, "article": None}


CITE_GRAPH = Analysis(
    "cite-graph",
    (Table("cite_graph", "Who refers to whom: a row for each provision and what it refers to.", _COLUMNS, _JOINED, _STEPS),),
    rows,
    (Table("edges", "References.", _EDGES), Table("places", "What there is to refer to.", _PLACES)),
)
