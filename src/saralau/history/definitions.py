"""How definitions change: since when each holds and which laws changed it, and which are about to be lost by whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from saralau.acts import Act
from saralau.amendments import Amendment, Entry, edition_of, entry_into_force, find_amendments
from saralau.citations import country_of, find_citations
from saralau.citations.works import work_of
from saralau.terms import Definition, find_definitions
from saralau.terms.conflicts import TermFinding
from saralau.terms.survey import Surveyed, ended, same_work

_LOST = ("reworded", "excluded", "repealed")  # what an announced change must do to a definition for it to be lost


@dataclass(frozen=True, slots=True)
class DefinitionLife:
    """What the notes tell of a definition.

    `since` is the day (ISO) on which the law was passed that brought it: the act's own, or that of an inserted point; None
    where no note tells. `changes` name its own provision. `perhaps` counts laws that changed the article and do not say
    which point. `announced` are changes of it, or of its whole article, that the text does not show yet.
    """

    definition: Definition
    since: str | None
    changes: tuple[Amendment, ...]
    perhaps: int
    announced: tuple[Amendment, ...]


class Losing(NamedTuple):
    """A term that an act uses and another defines, whose definition is going: how (reworded, excluded, repealed), when, by
    the law of which number; None of an act that says so itself and has no such note.
    """

    finding: TermFinding
    action: str
    entry: Entry | None
    number: str | None


def lives_of(act: Act) -> tuple[DefinitionLife, ...]:
    """The definitions of an act with what editors' notes tell of them. Linear in the text."""
    by_article: dict[str, list[Amendment]] = {}
    for event in find_amendments(act):
        if event.address is not None and not event.heading:
            by_article.setdefault(event.address.article, []).append(event)
    work = work_of(act)
    adopted = work.date if work is not None else None
    return tuple(_life(one, by_article.get(one.address.article, ()), adopted) for one in find_definitions(act))


def _life(one: Definition, events: Sequence[Amendment], adopted: str | None) -> DefinitionLife:
    own = [event for event in events if event.address == one.address and event.changes]
    wide = [event for event in events if event.address is not None and event.address.holds(one.address)]
    untold = {(event.date, event.number) for event in wide if event.changes and event.address != one.address}
    announced = tuple(event for event in wide if event.announced)
    brought = [event.date for event in own if event.action in ("introduced", "reworded")]
    since = max(brought, default=None)
    if since is None and not untold and not _inserted(one):
        since = adopted
    return DefinitionLife(one, since, tuple(own), len(untold), announced)


def _inserted(one: Definition) -> bool:
    """Whether the number of its provision tells that it came later ("3-1")."""
    return any("-" in number for number in one.address if number)


def losing(acts: Sequence[Surveyed], conflicts: Sequence[TermFinding]) -> tuple[Losing, ...]:
    """Terms that an act leaves to others to define, where every definition in hand is going, by an announced change or by
    an act in hand that repeals the one that defines. `conflicts` are the findings of the same acts; an act that has ended
    itself, or of which a later edition is in hand, loses nothing.
    """
    repealers = dict(pair for one in acts for pair in _repealed_by(one))
    going = {place: told for one in acts for place, told in _going(one, repealers)}
    over = {one.title for one in acts if ended(one) or _followed(one, acts)}
    found = []
    for conflict in conflicts:
        lost = conflict.kind == "undefined" and all((it.act, it.span.start) in going for it in conflict.others)
        if lost and conflict.act not in over:
            last = conflict.others[-1]
            found.append(Losing(conflict._replace(kind="losing"), *going[last.act, last.span.start]))
    return tuple(found)


def _followed(one: Surveyed, acts: Sequence[Surveyed]) -> bool:
    """Whether another text in hand is a later edition in the same language."""
    edition = edition_of(find_amendments(one.act)) or ""
    others = (it for it in acts if it is not one and it.act.language is one.act.language and same_work(it, one))
    return any((edition_of(find_amendments(other.act)) or "") > edition for other in others)


_Going = tuple[str, Entry | None, str | None]


def _going(one: Surveyed, repealers: Mapping[str, str | None]) -> Iterator[tuple[tuple[str, int], _Going]]:
    """By file and place, the names of an act whose definitions are going, and how."""
    lives = {life.definition.term: life for life in lives_of(one.act)}
    for named in one.names:
        announced = [it for it in lives[named.name.definition.term].announced if it.action in _LOST]
        key = (one.title, named.name.span.start)
        if announced:
            first = min(announced, key=lambda it: entry_into_force(it).not_before)
            yield key, (first.action, entry_into_force(first), first.number)
        elif one.work is not None and one.work.iri in repealers:
            yield key, ("repealed", None, repealers[one.work.iri])


def _repealed_by(one: Surveyed) -> Iterator[tuple[str, str | None]]:
    """The addresses (IRI) of acts of which an act says, in a line of its own text, that they lose force; with its number."""
    act, country = one.act, country_of(one.act)
    for article in act.articles():
        for unit in article.walk() if article.address else ():
            for line in unit.text:
                if act.language.naming.repeals.search(act.folded, line.start, line.end):
                    for citation in find_citations(act.words(line), act.language.code, article.address, country=country):
                        if citation.work is not None and citation.work != one.work and citation.address is None:
                            yield citation.work.iri, one.work.number if one.work else None
