"""Is a term one of technology or of law? Told by the genus of its definiens and by what decides: docs/terms.md.

The words are data: `lexicon/genus.*` has the nouns that tell a kind, `lexicon/deciding.*` what decides besides technical
facts.
"""

from __future__ import annotations

from typing import NamedTuple

from saralau.acts import Act
from saralau.documents import Span
from saralau.languages.model import Defining
from saralau.packs.lexicons import Wordings, wordings
from saralau.terms.model import Definition

KINDS = ("technical", "mixed", "legal", "unknown")


class Sorting(NamedTuple):
    """`kind` is one of KINDS; `genus` the words that told it, `deciding` those that make a technical genus mixed."""

    kind: str
    genus: Span | None = None
    deciding: Span | None = None


def kind_of(act: Act, definition: Definition) -> str:
    """technical, mixed, legal, or unknown if the genus is not in the lexicon of the act's language."""
    return sort_definition(act, definition).kind


def sort_definition(act: Act, definition: Definition) -> Sorting:
    """The kind with the words that told it. Raises PackError if the language has no lexicon."""
    grammar, code = act.language.defining, act.language.code
    genus = None if grammar is None else _genus(act.folded, definition.definiens, grammar, wordings("genus", code))
    if genus is None:
        return Sorting("unknown")
    told, span = genus
    if told != "technical":
        return Sorting(told, span)
    deciding = wordings("deciding", code)
    for line in definition.definiens:
        for _, start, end in deciding.find(act.folded, line.start, line.end):
            return Sorting("mixed", span, Span(start, end))
    return Sorting("technical", span)


def _genus(folded: str, lines: tuple[Span, ...], grammar: Defining, nouns: Wordings) -> tuple[str, Span] | None:
    if grammar.genus_first:
        return _opening(folded, lines[0], grammar, nouns)
    return _closing(folded, lines[-1], grammar, nouns)


def _opening(folded: str, line: Span, grammar: Defining, nouns: Wordings) -> tuple[str, Span] | None:
    """The first noun behind attributes; behind one that says nothing alone, the noun that it governs."""
    place = line.start
    while place < line.end:
        found = nouns.at(folded, place, line.end)
        if found is not None and found[0] != "collective":
            return found[0], Span(place, found[1])
        passed = grammar.passed.match(folded, place, line.end) if found is None else None
        reached = found[1] if found is not None else passed.end() if passed else place
        if reached == place:
            return None
        place = reached
    return None


def _closing(folded: str, line: Span, grammar: Defining, nouns: Wordings) -> tuple[str, Span] | None:
    """The last noun; before one that says nothing alone, the noun that it governs."""
    end = line.end
    for code, start, stop in reversed(list(nouns.find(folded, line.start, line.end))):
        if stop < end and not grammar.passed.fullmatch(folded, stop, end):
            return None
        if code != "collective":
            return code, Span(start, stop)
        end = start
    return None
