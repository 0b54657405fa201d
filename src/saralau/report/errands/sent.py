"""Work on texts that were sent, alone or beside an act in hand: what the command line does with files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from saralau.corpus.model import Held
from saralau.corpus.shelf import Shelved
from saralau.corpus.titles import work_at
from saralau.documents.reading import read_bytes
from saralau.messages import InputError
from saralau.report.errands import Record, act_of, lent, shelf_in


def structure_posted(content: bytes, name: str, lang: str | None) -> Record:
    """The tree of a text that was sent (`saralau/structure/1`)."""
    from saralau.report.structure import structure_record

    return structure_record(act_of(content, name, lang))


def offences_posted(content: bytes, name: str, lang: str | None) -> list[Record]:
    """Its offences with features, sanctions and groups (`saralau/offence/1`)."""
    from saralau.report.register import basis_record, offence_records

    analysis = _analysed(content, name, lang)
    basis = basis_record(analysis)
    return [{**record, "basis": basis} for record in offence_records(analysis, quoting=True)]


def register_posted(content: bytes, name: str, lang: str | None) -> Record:
    """Its register for a pack, without its words (`saralau/register/1`)."""
    from saralau.report.register import make_register

    return make_register(_analysed(content, name, lang), quoting=False)


def _analysed(content: bytes, name: str, lang: str | None) -> Any:
    from saralau.report.analysis import analyse_act

    return analyse_act(act_of(content, name, lang))


def history_posted(content: bytes, name: str, lang: str | None) -> list[Record]:
    """The amendments that its notes tell, the oldest first (`saralau/event/1`)."""
    from saralau.history.life import life
    from saralau.report.history import event_record

    acts = [act_of(content, name, lang)]
    return [event_record(one, acts) for one in life(acts).events]


def definitions_posted(content: bytes, name: str, lang: str | None) -> list[Record]:
    """What it defines (`saralau/definition/1`)."""
    from saralau.report.definitions import define_act, definition_records

    return list(definition_records(define_act(act_of(content, name, lang))))


def stale_posted(content: bytes, name: str, lang: str | None, against: str | None) -> Record:
    """What a new edition that was sent makes stale of what packs have (`saralau/stale/1`)."""
    from saralau.corpus.staleness import find_stale
    from saralau.report.staleness import stale_record

    return stale_record(find_stale(act_of(content, name, lang), (), against))


def audit_posted(
    content: bytes, name: str, since: str | None, folder: Path, works: tuple[Shelved, ...], held: Held, before: Held | None
) -> Record:  # fmt: skip
    """References of a text that was sent to an act in hand (`saralau/audit/1`); `before` is an earlier edition."""
    from saralau.report.citing import audit_document, audit_record

    shelf = lent(folder, works)
    earlier = shelf.act(before) if before else None
    document, known = read_bytes(content, name), work_at(held.iri, held.id)
    return audit_record(audit_document(document, shelf.act(held), since, earlier, known, shelf))


def aligned_posted(content: bytes, name: str, lang: str | None, folder: Path, held: Held) -> Record:
    """A text that was sent beside one in hand of the same act (`saralau/alignment/1`)."""
    from saralau.report.alignment import align_acts, alignment_record

    return alignment_record(align_acts(act_of(content, name, lang), shelf_in(folder).act(held)))


def concordance_posted(content: bytes, name: str, lang: str | None, folder: Path, held: Held) -> Record:
    """Which article of a newer act, which was sent, carries on which of an act in hand (`saralau/concordance/1`)."""
    from saralau.history import concord
    from saralau.report.concordance import concordance_record

    return concordance_record(concord(shelf_in(folder).act(held), act_of(content, name, lang)))


def draft_posted(content: bytes, name: str, folder: Path, held: Held) -> Record:
    """What a draft that was sent says, instruction by instruction (`saralau/draft/1`)."""
    from saralau.drafts import read_draft
    from saralau.report.draft_record import draft_record

    return draft_record(read_draft(read_bytes(content, name), shelf_in(folder).act(held)))


def agreement_posted(content: bytes, written: str, folder: Path, held: Held) -> Record:
    """The groups of an act in hand beside lists that were sent as JSON (`saralau/agreement/1`)."""
    from saralau.report.agreement import agreement_record, lists_of
    from saralau.report.analysis import analyse_act
    from saralau.report.register import basis_record
    from saralau.taxonomy import compare

    try:
        lists = lists_of(json.loads(content), "lists.json")
    except (ValueError, RecursionError) as flaw:
        raise InputError("posted-no-json", why=flaw) from None
    told = analyse_act(shelf_in(folder).act(held))
    rows = compare(told.act, told.placements, lists, told.amendments, written)
    basis = basis_record(told)
    return {"schema": "saralau/agreement/1", "basis": basis, "rows": [agreement_record(row) for row in rows]}
