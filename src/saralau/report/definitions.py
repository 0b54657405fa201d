"""What an act defines, as records and lines: the term, where, its kind and the words that told it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from saralau.acts import Act, read_act
from saralau.amendments import edition_of, find_amendments
from saralau.documents import Span
from saralau.messages import say
from saralau.terms import KINDS, Definition, Sorting, find_definitions, sort_definition


@dataclass(frozen=True, slots=True)
class Defined:
    """A file with its definitions, each sorted."""

    act: Act
    rows: tuple[tuple[Definition, Sorting], ...]

    @property
    def counts(self) -> dict[str, int]:
        """Definitions by kind, all kinds, in the order of KINDS."""
        counted = Counter(sorting.kind for _, sorting in self.rows)
        return {kind: counted[kind] for kind in KINDS}


def define(path: Path) -> Defined:
    """The definitions of the act in a file. Raises InputError for a language whose ways to define nobody has encoded."""
    return define_act(read_act(path))


def define_act(act: Act) -> Defined:
    """The same for an act that has been read."""
    return Defined(act, tuple((one, sort_definition(act, one)) for one in find_definitions(act)))


def definition_records(defined: Defined) -> Iterator[dict[str, Any]]:
    """Each definition as JSON (`saralau/definition/1`)."""
    act = defined.act
    basis = basis_of(act, edition_of(find_amendments(act)))
    for one, sorting in defined.rows:
        yield {
            "schema": "saralau/definition/1",
            "at": one.address.short,
            "unit": one.unit.value,
            "listed": one.listed,
            "term": {"words": _words(act, one.term), **_place(one.term)},
            "aliases": [{"words": _words(act, alias), **_place(alias)} for alias in one.aliases],
            "definiens": [_place(line) for line in one.definiens],
            "kind": sorting.kind,
            "genus": _place(sorting.genus) if sorting.genus else None,
            "deciding": _place(sorting.deciding) if sorting.deciding else None,
            "basis": basis,
        }


def definition_lines(defined: Defined, code: str) -> Iterator[str]:
    """The file, a line for each definition, the counts."""
    act = defined.act
    yield act.document.source.name
    for one, sorting in defined.rows:
        aliases = "".join(f" ({_words(act, alias)})" for alias in one.aliases)
        yield f"  {one.address.printed:<14} {say('kind-of-term-' + sorting.kind, code):<14} {_words(act, one.term)}{aliases}"
    yield "  " + kinds_said(defined.counts, code)


def kinds_said(counts: dict[str, int], code: str) -> str:
    """How many definitions there are of each kind, as a sentence."""
    return say("terms-counts", code, count=sum(counts.values()), **counts)


def basis_of(act: Act, edition: str | None) -> dict[str, Any]:
    """What a record rests on: the file, its checksum, its language, how far its text has come."""
    source = act.document.source
    return {"source": source.name, "sha256": source.sha256, "language": act.language.code, "edition": edition}


def _words(act: Act, span: Span) -> str:
    return " ".join(act.words(span).split())


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
