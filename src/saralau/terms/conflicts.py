"""What is wrong with the terms of several acts read together, as findings. What each kind means: docs/terms.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from saralau.acts import Address
from saralau.acts.address import number_key
from saralau.citations import Citation, Work, find_citations
from saralau.documents import Span
from saralau.terms.model import Definition
from saralau.terms.naming import Name, Stems
from saralau.terms.sorting import kind_of
from saralau.terms.survey import Named, Surveyed, concurrent, ended, same_work
from saralau.terms.usage import Use

KINDS = (
    "undefined",
    "lapsed",
    "unused",
    "twice",
    "differently",
    "alike",
    "redefined",
    "early",
    "outside_scope",
    "by_reference",
)


class Place(NamedTuple):
    """Somewhere in an act, which is called by its file."""

    act: str
    address: Address
    span: Span


class TermFinding(NamedTuple):
    """One finding: its kind, the term as its definition prints it, the place, and the other places that make it one.

    Of `undefined` and `lapsed` the others are definitions elsewhere, of `twice`, `differently`, `alike` and `redefined` the
    other definition, of `early` and `outside_scope` the definition, of `by_reference` the words that name the other act.
    """

    kind: str
    term: str
    act: str
    address: Address
    span: Span
    others: tuple[Place, ...] = ()


def find_conflicts(acts: Sequence[Surveyed], by_reference: bool = True) -> tuple[TermFinding, ...]:
    """Every finding of acts surveyed together: act by act, in each by KINDS and then in the order of the text.

    Definitions by reference take most of the work, since references are looked for in each: they can be left out.
    """
    found = [finding for one in acts for finding in (*_alone(one, by_reference), *_beside(one, acts))]
    order = {one.title: place for place, one in enumerate(acts)}
    return tuple(sorted(found, key=lambda it: (order[it.act], KINDS.index(it.kind), it.span)))


def _alone(one: Surveyed, by_reference: bool) -> Iterator[TermFinding]:
    """What an act tells by itself."""
    seen: set[int] = set()
    for named in one.names:
        definition = named.name.definition
        if id(definition) not in seen:
            seen.add(id(definition))
            yield from _unused(one, definition)
            if by_reference:
                yield from _by_reference(one, definition)
    for stems, ones in one.defined.items():
        yield from _twice(one, ones)
        yield from _out_of_reach(one, stems, ones)


def _unused(one: Surveyed, definition: Definition) -> Iterator[TermFinding]:
    """None of its names stands anywhere else in the act. Only points of articles on notions: a sentence that defines in
    place may be a rule of its own.
    """
    names = [named.name for named in one.names if named.name.definition is definition]
    used = any(name.stems in one.headed or any(True for _ in one.used(name.stems)) for name in names)
    if definition.listed and not used:
        yield _finding("unused", one, names[0])


def _by_reference(one: Surveyed, definition: Definition) -> Iterator[TermFinding]:
    """The first line of the definiens names another act, which must be read to know what the term means."""
    line = definition.definiens[0]
    for citation in _cited(one, line, definition.address):
        if citation.work is not None and citation.work != one.work:
            there = Span(citation.span.start + line.start, citation.span.end + line.start)
            name = next(named.name for named in one.names if named.name.definition is definition)
            yield _finding("by_reference", one, name, Place(one.title, definition.address, there))
            return


def _twice(one: Surveyed, ones: Sequence[Named]) -> Iterator[TermFinding]:
    """Two definitions of one term that may hold in the same article."""
    for place, later in enumerate(ones):
        for earlier in ones[:place]:
            apart = later.name.definition is not earlier.name.definition
            if apart and not later.name.alias and not earlier.name.alias and later.scope.meets(earlier.scope):
                yield _finding("twice", one, later.name, _place(one, earlier.name))


def _out_of_reach(one: Surveyed, stems: Stems, ones: Sequence[Named]) -> Iterator[TermFinding]:
    """The first use where no definition holds, and the first in an article before the one that defines in place."""
    if any(named.name.definition.listed or named.name.alias for named in ones):
        return
    first = min(number_key(named.name.definition.address.article) for named in ones)
    uses = [use for use in one.used(stems) if not use.nested]
    outside = [use for use in uses if not any(named.scope.covers(use.address) for named in ones)]
    early = [use for use in uses if use not in outside and number_key(use.address.article) < first]
    for kind, some in (("outside_scope", outside), ("early", early)):
        if some:
            there = tuple(_place(one, named.name) for named in ones)
            yield _used(kind, one, ones[0], one, some[0])._replace(others=there)


def _beside(one: Surveyed, acts: Sequence[Surveyed]) -> Iterator[TermFinding]:
    """What an act tells beside the others in its language."""
    others = [other for other in acts if other.act.language is one.act.language and not same_work(one, other)]
    editions = [other for other in acts if same_work(one, other)]
    here = {stems for edition in editions for stems in edition.defined}
    order = {act.title: (act.work.date if act.work else "", place) for place, act in enumerate(acts)}
    for stems in one.defined:
        for other in others:
            if order[other.title] < order[one.title]:
                yield from _compared(one, other, stems)
    for stems in one.uses:
        if stems not in here:
            yield from _undefined(one, stems, others)


def _compared(one: Surveyed, other: Surveyed, stems: Stems) -> Iterator[TermFinding]:
    """The same term in an act and in one that was passed before, for the whole of each."""
    mine, theirs = (_whole(act, stems) for act in (one, other))
    if mine is None or theirs is None:
        return
    alike = one.meaning(mine.name.definition) == other.meaning(theirs.name.definition)
    kind = "alike" if alike else "differently" if concurrent(one, other) else "redefined"
    yield _finding(kind, one, mine.name, _place(other, theirs.name))


def _undefined(one: Surveyed, stems: Stems, others: Sequence[Surveyed]) -> Iterator[TermFinding]:
    """The first use of a term that only other acts define, which were in force with this one and which it does not name
    beside the term: `lapsed` where all of those have ended and this one has not. One word alone counts only if it is a term
    of technology: "bank" and "user" are everybody's.
    """
    uses = [use for use in one.used(stems) if not use.nested]
    there = [(other, named) for other in others if (named := _whole(other, stems)) and concurrent(one, other)]
    if len(stems) == 1:
        there = [(other, it) for other, it in there if kind_of(other.act, it.name.definition) in ("technical", "mixed")]
    if not uses or not there:
        return
    works = [other.work for other, _ in there if other.work is not None]
    if any(_may_define(one, use) or _refers(one, use, works) for use in uses):
        return
    places = tuple(_place(other, named.name) for other, named in there)
    kind = "undefined" if ended(one) or not all(ended(other) for other, _ in there) else "lapsed"
    yield _used(kind, one, there[0][1], there[0][0], uses[0])._replace(others=places)


def _may_define(one: Surveyed, use: Use) -> bool:
    """Whether a term stands where its act perhaps tells what it means, in a way that is no definition for sure: before a
    dash, as the last word of "... is called", or as a short name.
    """
    act, (start, end) = one.act, use.span
    grammar = act.language.defining
    if grammar is None:
        return False
    opened = grammar.opening.match(act.folded, use.line.start, start)
    begins = not act.folded[opened.end() if opened else use.line.start : start].strip(' "«')
    if begins and grammar.dashed.match(act.folded, end, use.line.end):
        return True
    if act.folded[end : end + 2].strip(' "»\n') in ("", ".", ";") and grammar.named_last.search(
        act.folded, max(use.line.start, start - 20), start
    ):
        return True
    shorts = act.language.naming.short.finditer(act.folded, use.line.start, use.line.end)
    return any(short.start() <= start < short.end() for short in shorts)


def _refers(one: Surveyed, use: Use, works: Sequence[Work]) -> bool:
    """Whether the line of a use names one of some acts."""
    return any(citation.work in works for citation in _cited(one, use.line, use.address) if citation.work is not None)


def _cited(one: Surveyed, line: Span, here: Address) -> tuple[Citation, ...]:
    """References in a line of an act."""
    return find_citations(one.act.words(line), one.act.language.code, here, country=one.country)


def _whole(one: Surveyed, stems: Stems) -> Named | None:
    """The first definition of a term, by its full name, that reaches the whole act."""
    whole = (named for named in one.defined.get(stems, ()) if not named.name.alias and named.scope.articles is None)
    return next(whole, None)


def _finding(kind: str, one: Surveyed, name: Name, *others: Place) -> TermFinding:
    return TermFinding(kind, _printed(one, name.span), one.title, name.definition.address, name.span, others)


def _used(kind: str, one: Surveyed, named: Named, definer: Surveyed, use: Use) -> TermFinding:
    return TermFinding(kind, _printed(definer, named.name.span), one.title, use.address, use.span)


def _place(one: Surveyed, name: Name) -> Place:
    return Place(one.title, name.definition.address, name.span)


def _printed(one: Surveyed, span: Span) -> str:
    return " ".join(one.act.words(span).split())
