"""Work on acts in hand that are held beside each other, or beside what packs have."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from saralau.acts import Act
from saralau.corpus.model import Held
from saralau.corpus.shelf import Shelved
from saralau.corpus.titles import work_at
from saralau.messages import InputError
from saralau.report.errands import Record, lent, shelf_in

_DAY = len("2000-01-01")


def aligned_held(folder: Path, one: Held, other: Held) -> Record:
    """What two texts of an act say otherwise though no note reports it (`saralau/alignment/1`)."""
    from saralau.report.alignment import align_acts, alignment_record

    shelf = shelf_in(folder)
    return alignment_record(align_acts(shelf.act(one), shelf.act(other)))


def concordance_held(folder: Path, older: Held, newer: Held) -> Record:
    """Which article of the newer act carries on which of the older one (`saralau/concordance/1`)."""
    from saralau.history import concord
    from saralau.report.concordance import concordance_record

    shelf = shelf_in(folder)
    return concordance_record(concord(shelf.act(older), shelf.act(newer)))


def graph_held(folder: Path, works: tuple[Shelved, ...], held: Sequence[Held], notes: bool) -> Record:
    """Who refers to whom in some acts (`saralau/graph/1`); other acts of the library stand as wholes."""
    from saralau.report.citing import cite_document
    from saralau.report.graph import graph_of, graph_record

    shelf = lent(folder, works)
    cited = [
        (one.id or one.iri, cite_document(shelf.act(one).document, one.language, shelf, known=work_at(one.iri, one.id)))
        for one in held
    ]
    return graph_record(graph_of(cited, notes=notes))


def measured_held(folder: Path, acts: Sequence[Sequence[Held]], by: str, modelled: bool) -> Record:
    """How long wordings of acts last (`saralau/stability/1`); of each act its texts, the newest first. Models, of which
    InputError without the extra `survival`, only if `modelled`.
    """
    if modelled and find_spec("lifelines") is None:
        raise InputError("survival-absent")
    from saralau.history.measuring import measure
    from saralau.report.stability import stability_record

    texts, days = {}, {}
    for held in acts:
        name = held[0].id or held[0].iri
        texts[name] = [shelf_in(folder).act(one) for one in held]
        day = work_at(held[0].iri, name).date
        if len(day) == _DAY:
            days[name] = day
    return stability_record(measure(texts, by, days, modelled=modelled))


def causes_held(folder: Path, held: Sequence[Held], reference: Held | None) -> list[Record]:
    """Indicators of instability of each act, and what they say beside another's (`saralau/causes/1`)."""
    from saralau.history.causes import measure
    from saralau.report.causes import causes_record

    acts: list[Act] = [shelf_in(folder).act(one) for one in (*held, *filter(None, [reference]))]
    measured = measure(acts)
    beside = None if reference is None else measured[-1]
    return [causes_record(one, beside) for one in measured[: len(held)]]


def stale_held(folder: Path, held: Held, against: str | None) -> Record:
    """What a text in hand makes stale of what packs have (`saralau/stale/1`)."""
    from saralau.corpus.staleness import find_stale
    from saralau.report.staleness import stale_record

    return stale_record(find_stale(shelf_in(folder).act(held), (), against))


def lineage_packs(folder: Path, jurisdiction: str, typed: str, place: str | None, held: Held | None) -> Record:
    """The line of descent of an act that packs know, or of a provision of it; `held` is a wording to compare too
    (`saralau/descent/1`).
    """
    from saralau.report.acts_named import act_called
    from saralau.report.lineage import line_of
    from saralau.report.lineage_record import lineage_record

    lines, act = act_called(typed, jurisdiction)
    return lineage_record(line_of(lines, act, place, shelf_in(folder).act(held) if held and place else None))
