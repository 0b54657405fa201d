"""Several acts read together: what each defines, how far it reaches, and where each uses what any of them defines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from saralau.acts import Act
from saralau.citations import Work, country_of
from saralau.citations.works import register, work_of
from saralau.terms.finding import find_definitions
from saralau.terms.model import Definition
from saralau.terms.naming import Name, Stems, names_of, stems_of
from saralau.terms.scope import Scope, notions_of, scope_of
from saralau.terms.usage import Use, find_uses, in_headings, index_of


@dataclass(frozen=True, slots=True)
class Named:
    """A name in an act, with what it stands for and how far that reaches."""

    name: Name
    scope: Scope


@dataclass(frozen=True)
class Surveyed:
    """One act: its names in the order of the text, and its uses of the names of all acts in its language."""

    act: Act
    work: Work | None
    names: tuple[Named, ...]
    uses: Mapping[Stems, tuple[Use, ...]]
    headed: frozenset[Stems]  # the terms that stand in its headings

    @property
    def title(self) -> str:
        """What the act is called here: its file."""
        return self.act.document.source.name

    @cached_property
    def country(self) -> str:
        """The jurisdiction of the act."""
        return country_of(self.act)

    @cached_property
    def defined(self) -> Mapping[Stems, tuple[Named, ...]]:
        """The names by their stems."""
        found: dict[Stems, list[Named]] = {}
        for one in self.names:
            found.setdefault(one.name.stems, []).append(one)
        return {stems: tuple(ones) for stems, ones in found.items()}

    def used(self, stems: Stems) -> Iterator[Use]:
        """The uses of a term outside its own definitions."""
        own = [_stretch(one.name.definition) for one in self.defined.get(stems, ())]
        for use in self.uses.get(stems, ()):
            if not any(start <= use.span.start < end for start, end in own):
                yield use

    def meaning(self, definition: Definition) -> Stems:
        """The definiens as stems: equal ones differ in forms and marks at most."""
        return tuple(stem for line in definition.definiens for stem in stems_of(self.act, line))


def survey(acts: Sequence[Act]) -> tuple[Surveyed, ...]:
    """The acts, in the order given. Linear in their texts. Raises InputError for a language whose ways to define nobody
    has encoded.
    """
    named = [tuple(_named(act)) for act in acts]
    languages = {act.language.code: act.language for act in acts}
    indexes = {
        code: index_of(
            one.name.stems for act, names in zip(acts, named, strict=True) if act.language.code == code for one in names
        )
        for code in languages
    }
    return tuple(
        Surveyed(act, work_of(act), names, find_uses(act, index), in_headings(act, index))
        for act, names in zip(acts, named, strict=True)
        for index in (indexes[act.language.code],)
    )


def ended(one: Surveyed) -> bool:
    """Whether packs tell that an act is repealed or followed by another of the same title."""
    return _force(one)[1] != _OPEN


def same_work(one: Surveyed, other: Surveyed) -> bool:
    """Whether two texts are editions or languages of one act; an act that no pack knows is only the same as itself."""
    return one is other or (one.work is not None and other.work is not None and one.work.iri == other.work.iri)


def concurrent(one: Surveyed, other: Surveyed) -> bool:
    """Whether two acts were ever in force together, as far as packs tell: one that is repealed, or that a later one of the
    same title follows, ends there.
    """
    if one.work is None or other.work is None:
        return True
    (first, end), (second, other_end) = _force(one), _force(other)
    return max(first, second) < min(end, other_end)


_OPEN = "9999"


def _force(one: Surveyed) -> tuple[str, str]:
    """The day an act was passed and the day it ended."""
    work = one.work
    if work is None:
        return "", _OPEN
    known = register(one.act.language.code)
    titles = set(known.titles.get(work.iri, ()))
    later = [entry.work.date for entry in known.entries if entry.work.date > work.date and titles & set(entry.titles)]
    return work.date, min([work.repealed or _OPEN, *later])


def _named(act: Act) -> Iterator[Named]:
    notions = notions_of(act)
    for definition in find_definitions(act):
        scope = scope_of(act, definition, notions)
        for name in names_of(act, definition):
            yield Named(name, scope)


def _stretch(definition: Definition) -> tuple[int, int]:
    """From the first to the last word of a definition."""
    spans = (definition.term, *definition.aliases, *definition.definiens)
    return min(span.start for span in spans), max(span.end for span in spans)
