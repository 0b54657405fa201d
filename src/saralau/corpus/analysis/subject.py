"""One text as analyses ask it: what is understood of it is worked out once, when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from saralau.acts import Act, Address, Defect, parse_act
from saralau.amendments import Amendment, Note, find_notes
from saralau.citations import Citation, Contents, cited_in_act
from saralau.citations.resolving import expanded
from saralau.citations.works import Titles
from saralau.corpus.model import Held
from saralau.documents.reading import read_bytes
from saralau.languages import language
from saralau.messages import InputError
from saralau.offences import Offence, Offences, find_offences
from saralau.taxonomy import Placement, classify
from saralau.terms import Definition, find_definitions


@dataclass(frozen=True)
class Subject:
    """A text in hand, read. What nobody has encoded for its language is None: unknown, not nothing."""

    held: Held
    newest: bool
    size: int  # bytes of the file
    act: Act
    titles: Titles | None = None  # acts that no pack lists

    @cached_property
    def contents(self) -> Contents:
        """Its units by address."""
        return Contents(self.act)

    @cached_property
    def _found(self) -> Offences | None:
        return None if self.act.language.threats is None else find_offences(self.act)

    @property
    def offences(self) -> tuple[Offence, ...] | None:
        """Its offences; None if threats of punishment are not encoded for its language."""
        return None if self._found is None else self._found.items

    @property
    def defects(self) -> tuple[Defect, ...]:
        """Flaws of the published text, each once."""
        more = self._found.defects if self._found else ()
        return tuple(dict.fromkeys((*self.act.defects, *more)))

    @cached_property
    def groups(self) -> Mapping[Address, Placement]:
        """Offences of cybercrime, where they are sorted."""
        return {placed.offence.address: placed for placed in classify(self.act, self.offences or ())}

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """Editors' notes, read."""
        return find_notes(self.act)

    @property
    def amendments(self) -> tuple[Amendment, ...]:
        """Every amending act that a note names, in the order of the notes."""
        return tuple(one for note in self.notes for one in note.amendments)

    @cached_property
    def definitions(self) -> tuple[Definition, ...] | None:
        """What it defines; None if ways to define are not encoded for its language."""
        return None if self.act.language.defining is None else find_definitions(self.act)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """References in the act's own words, and what stands inside ranges of its own units.

        A name alone ("the Criminal Code") is the act that was in force on the edition's day.
        """
        day = self.held.edition if len(self.held.edition) == len("2020-01-31") else None
        found = cited_in_act(self.act, self.held.iri.split("/")[2], day, notes=False, titles=self.titles)
        own = [citation for citation in found if self.is_own(citation)]
        between = [citation for citation in expanded(own, self.contents) if citation.between]
        return tuple(sorted((*found, *between), key=lambda citation: (citation.span.start, citation.between)))

    def is_own(self, citation: Citation) -> bool:
        """Whether a reference leads to the act itself."""
        return not citation.unknown and (citation.work is None or citation.work.iri == self.held.iri)


def subject_of(content: bytes, held: Held, *, newest: bool = True, titles: Titles | None = None) -> Subject:
    """Reads a text. InputError, with its sentence, for what is no act."""
    act = parse_act(read_bytes(content, held.name), language(held.language))
    if next(act.mains(), None) is None:
        raise InputError("act-without-articles", name=held.name, code=act.language.code)
    return Subject(held, newest, len(content), act, titles)
