"""Kin: provisions near the subject that name no information technology, and notes that extend a notion to it."""

from __future__ import annotations

from collections.abc import Iterable

from saralau.acts import Act, Address, Kind
from saralau.offences import Offence, find_ict
from saralau.packs.lexicons import wordings
from saralau.taxonomy.model import Kin


def find_kin(act: Act, offences: Iterable[Offence]) -> tuple[Kin, ...]:
    """Kin by their own words (`lexicon/kin`), and articles whose own note carries the ICT element."""
    lexicon = wordings("kin", act.language.code)
    found: dict[tuple[Address, str], Kin] = {}
    for offence in offences:
        if not offence.ict and not offence.ict_inherited:
            for span in offence.disposition:
                for code, _, _ in lexicon.find(act.folded, *span):
                    found.setdefault((offence.address, code), Kin(offence.address, code, in_note=False))
    for article in act.articles():
        for note in article.children:
            if note.kind is Kind.NOTE and article.address is not None:
                lines = (span for part in note.walk() for span in (*part.text, *part.closing))
                for proof in (proof for span in lines for proof in find_ict(act.folded, span, act.language)):
                    found.setdefault((article.address, proof.code), Kin(article.address, proof.code, in_note=True))
    return tuple(found.values())
