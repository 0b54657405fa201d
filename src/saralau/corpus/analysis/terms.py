"""What is defined, and what several acts define: one row for each name of each definition, one for each name of all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from saralau.corpus.analysis.model import PLACE, Analysis, Column, Row, Table
from saralau.corpus.analysis.subject import Subject
from saralau.terms import kind_of
from saralau.terms.naming import names_of, stems_of

_COLUMNS = (
    *PLACE,
    Column("key", "VARCHAR", "the beginnings of the words of the name: names with the same are one"),
    Column("term", "VARCHAR", "the name as it is written"),
    Column("alias", "BOOLEAN", "whether it is a short name given with the term"),
    Column("address", "VARCHAR", "the innermost provision with an address in which it is defined"),
    Column("unit", "VARCHAR", "what the words stand in there: article, part, point, note, item"),
    Column("listed", "BOOLEAN", "a point of an article on basic notions, or a sentence elsewhere"),
    Column("kind", "VARCHAR", "technical, mixed, legal, unknown: what the definition tells by (docs/terms.md)"),
    Column("meaning", "VARCHAR", "checksum of the beginnings of its words: equal definitions differ in forms at most"),
    Column("definition", "VARCHAR", "the words of the definition"),
)  # fmt: skip
_ACROSS = (
    Column("language", "VARCHAR", "of the texts"),
    Column("key", "VARCHAR", "as in `terms`"),
    Column("term", "VARCHAR", "the name as it is written most often"),
    Column("acts", "BIGINT", "how many acts define it"),
    Column("definitions", "BIGINT", "how many definitions there are"),
    Column("meanings", "BIGINT", "how many of them differ"),
    Column("kinds", "VARCHAR[]", "their kinds, each once"),
    Column("iris", "VARCHAR[]", "addresses of the acts"),
)
_JOINED = """
SELECT language, key, first(term ORDER BY written DESC, term) AS term, count(DISTINCT iri) AS acts,
       count(*) AS definitions, count(DISTINCT meaning) AS meanings,
       list_sort(list(DISTINCT kind)) AS kinds, list_sort(list(DISTINCT iri)) AS iris
FROM (SELECT *, count(*) OVER (PARTITION BY language, key, term) AS written FROM terms WHERE newest)
GROUP BY language, key ORDER BY language, key
"""


def rows(subject: Subject) -> Mapping[str, Iterable[Row]]:
    """A row for each name of each definition, in the order of the text."""
    return {"terms": _rows(subject)}


def _rows(subject: Subject) -> Iterator[Row]:
    act = subject.act
    for definition in subject.definitions or ():
        stems = "\n".join(" ".join(stems_of(act, line)) for line in definition.definiens)
        about = {
            "address": definition.address.short,
            "unit": definition.unit.value,
            "listed": definition.listed,
            "kind": kind_of(act, definition),
            "meaning": hashlib.sha256(stems.encode()).hexdigest()[:16],
            "definition": "\n".join(" ".join(act.words(line).split()) for line in definition.definiens),
        }
        for name in names_of(act, definition):
            term = " ".join(act.words(name.span).split())
            yield {"key": " ".join(name.stems), "term": term, "alias": name.alias, **about}


TERMS = Analysis(
    "terms",
    (
        Table("terms", "What is defined: a row for each name of each definition of each text.", _COLUMNS),
        Table("terms_across", "The same names across acts, by the newest text of each: a row for each.", _ACROSS, _JOINED),
    ),
    rows,
)
