"""What rules look at: an act, and all that is understood of it, each worked out once and only if a rule asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from saralau.acts import Act, Address, Defect, Identity, Kind, Provision, identify
from saralau.amendments import Amendment, Note, edition_of, find_notes
from saralau.citations import Citation, Contents, Resolution, cited_in_act
from saralau.citations.quoted import quoted_articles
from saralau.documents import Span
from saralau.history import Alignment, Text, align
from saralau.lint.points import Said, said
from saralau.lint.quoting import framing
from saralau.lint.units import Placed, series_of, units_of
from saralau.lint.vocabulary import Vocabulary, vocabulary_of
from saralau.offences import Offence, Offences, find_offences
from saralau.offences.general_part import general_part_of
from saralau.terms import TermFinding, find_conflicts, survey


class Subject:
    """An act under examination, and, if there is one, the same act in the other language (`twin`)."""

    def __init__(self, act: Act, twin: Act | None = None, defects: Callable[[], tuple[Defect, ...]] | None = None) -> None:
        self.act, self.twin = act, twin
        self._defects = defects  # who tells the flaws of sanctions, if somebody else reads them

    @cached_property
    def identity(self) -> Identity | None:
        """The act as a pack knows it."""
        return identify(self.act)

    @cached_property
    def rules(self) -> Mapping[str, Any] | None:
        """The general part by which sanctions are completed, if a pack has it."""
        return general_part_of(self.identity)

    @cached_property
    def offences(self) -> Offences | None:
        """Offences; None for a language of which it is not encoded how it threatens."""
        return find_offences(self.act, self.rules) if self.act.language.threats else None

    @cached_property
    def by_article(self) -> Mapping[str, Sequence[Offence]]:
        """Offences by article, in the order of parts."""
        found: dict[str, list[Offence]] = {}
        for offence in self.offences.items if self.offences else ():
            found.setdefault(offence.address.article, []).append(offence)
        return found

    @cached_property
    def said(self) -> Mapping[Address, tuple[Said, ...]]:
        """The points of every part in which a feature is known."""
        return {address: tuple(said(self.act, offence)) for address, offence in self.by_address.items()}

    @cached_property
    def by_address(self) -> Mapping[Address, Offence]:
        """Offences by the address of their part."""
        return {offence.address: offence for offence in self.offences.items} if self.offences else {}

    @cached_property
    def placed(self) -> tuple[Placed, ...]:
        """Every unit with the address at which it stands, in the order of the text: several rules go through them."""
        return tuple(units_of(self.act))

    @cached_property
    def series(self) -> tuple[tuple[Provision, Address | None, tuple[Provision, ...]], ...]:
        """The lists of the act: holder, its address, members."""
        return tuple(series_of(self.placed))

    @cached_property
    def units(self) -> Mapping[Address, Provision]:
        """Articles, parts and points by address; of two with one address the first."""
        found: dict[Address, Provision] = {}
        for unit in self.act.walk():
            if unit.address is not None:
                found.setdefault(unit.address, unit)
        return found

    @cached_property
    def parallel(self) -> Subject | None:
        """The twin, looked at in the same way."""
        return None if self.twin is None else Subject(self.twin)

    @cached_property
    def aligned(self) -> tuple[Alignment, ...]:
        """This text and the twin, article by article, the one of the earlier edition first; nothing without a twin."""
        if self.parallel is None:
            return ()
        texts = [Text(one.act, one.offences.items if one.offences else (), one.amendments) for one in (self, self.parallel)]
        return align(*sorted(texts, key=lambda text: edition_of(text.amendments) or ""))

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """Editors' notes, read."""
        return find_notes(self.act)

    @cached_property
    def amendments(self) -> tuple[Amendment, ...]:
        """The amendments that the notes tell."""
        return tuple(one for note in self.notes for one in note.amendments)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """References in the act's own words; those in editors' notes are left out."""
        return cited_in_act(self.act, notes=False)

    @cached_property
    def contents(self) -> Contents:
        """The units of the act, to resolve references to it."""
        return Contents(self.act)

    @cached_property
    def resolved(self) -> tuple[tuple[Citation, Resolution], ...]:
        """References to the act itself, each with what stands there."""
        return tuple((one, self.contents.resolve(one)) for one in self.citations if one.work is None and not one.unknown)

    @cached_property
    def defects(self) -> tuple[Defect, ...]:
        """What was read through: flaws of the words, of the structure, of sanctions."""
        found = list(self.act.defects)
        known = {(one.code, one.span) for one in found}
        found += [one for one in self.sanction_defects if (one.code, one.span) not in known]
        return tuple(sorted(found, key=lambda one: one.span))

    @cached_property
    def sanction_defects(self) -> tuple[Defect, ...]:
        """Flaws over which sanctions were read."""
        if self._defects is not None:
            return self._defects()
        return self.offences.defects if self.offences is not None else ()

    @cached_property
    def terms(self) -> tuple[TermFinding, ...]:
        """What is wrong with the act's own terms; nothing for a language whose ways to define are not encoded."""
        return find_conflicts(survey([self.act]), by_reference=False) if self.act.language.defining else ()

    @cached_property
    def places(self) -> tuple[tuple[Span, Address | None], ...]:
        """Every stretch of the act's own words with the address at which it stands, in the order of the text."""
        found: list[tuple[Span, Address | None]] = []
        article: Provision | None = None
        for provision in self.act.walk():
            if provision.kind is Kind.ARTICLE or (provision.address and provision.address == provision.address.main):
                article = provision
            address = provision.address or (article.address if article else None)
            if not provision.excluded:
                found += [(span, address) for span in (*provision.heading, *provision.text, *provision.closing)]
        return tuple(sorted(found, key=lambda place: place[0]))

    @cached_property
    def quotations(self) -> tuple[Span, ...]:
        """Where the act quotes the wording of another, in the order of the text."""
        return tuple(sorted(one.span for one in quoted_articles(self.act)))

    @cached_property
    def framing(self) -> frozenset[int]:
        """Where marks stand around whole provisions that the act quotes."""
        return framing(self.act)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The act's own words, counted."""
        return vocabulary_of(self.act.folded, self.places)

    def words(self, span: Span) -> str:
        """The words at a place."""
        return self.act.words(span)
