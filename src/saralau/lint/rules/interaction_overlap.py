"""I001: two offences that one act fulfils, of which neither is special or takes account of the other."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.amendments import edition_of
from saralau.cases.encoding import encoding
from saralau.cases.vocabulary import terms
from saralau.lint.model import Finding, Rule
from saralau.lint.overlapping import overlaps
from saralau.lint.subject import Subject
from saralau.packs import names


def check(subject: Subject) -> Iterator[Finding]:
    """Only for an act of which the pack has the elements, in an edition that it knows."""
    identity = subject.identity
    if identity is None or f"{identity.id}.elements" not in names(f"{identity.jurisdiction}/"):
        return
    law, edition = encoding(identity.jurisdiction), edition_of(subject.amendments)
    wording = next((one for one in law.wordings if one.edition == edition), None)
    for found in overlaps(wording, identity.jurisdiction) if wording is not None else ():
        here, there = (
            next((offence for at in (one, one._replace(part=None)) if (offence := subject.by_address.get(at))), None)
            for one in (found.one, found.other)
        )
        if here is not None and there is not None:
            facts = (terms().label(term, subject.act.language.code) for term in found.facts)
            told = {"other": found.other.printed, "facts": ", ".join(facts)}
            yield Finding(here.disposition[0], found.one, told, related=there.disposition[:1])


RULE = Rule("I001", "two-for-one-act", "interaction", check, on=False)
