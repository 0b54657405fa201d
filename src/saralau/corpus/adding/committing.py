"""A batch of texts into the catalogue: one transaction, with what came of each of its paths."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from saralau.citations.works import is_placed
from saralau.corpus.adding.planning import Task, versioned
from saralau.corpus.adding.summary import Summary
from saralau.corpus.adding.understanding import Answer, Understood, answer
from saralau.corpus.model import Held, Reading
from saralau.corpus.sources import Skipped, Walked
from saralau.corpus.store.catalogue import Store, writing
from saralau.corpus.store.catalogue import reading as looking
from saralau.corpus.store.progress import Visit, note_visits
from saralau.corpus.store.putting import lots, put_all
from saralau.corpus.units import Hints
from saralau.corpus.workers import Failure, Limits

_LIMITS = Limits()


def commit(store: Store, batch: Sequence[Any], summary: Summary) -> list[Reading]:
    """One transaction: the texts of a batch, and what came of each of its paths. What was read of the texts."""
    answers = _listed(store, [one for one in batch if isinstance(one, Answer)])
    readings = [_reading(one) for one in answers]
    held = _held(store, [reading.held.sha256 for reading in readings if reading is not None])
    noted: list[Visit] = []
    fresh: list[tuple[Reading, bytes]] = []
    placed: list[tuple[Reading, bytes]] = []  # acts in hand of which it was not known whose they are
    for given in answers:
        one = _at_its_edition(store, given, held)
        reading = _reading(one)
        visit = _visit(one, held)
        noted.append(visit)
        if visit.outcome == "skipped":
            summary.skip(visit.path, visit.reason, dict(visit.details or {}))
            continue
        summary.known += visit.outcome == "known"
        if reading is not None and isinstance(one.result, Understood):
            (placed if _is_mended(held, reading) else fresh).append((reading, one.result.content))
            if visit.outcome == "added":
                held[reading.held.sha256] = reading.held
                summary.file(visit.path, reading.held.iri)
                summary.bytes += len(one.result.content)
    for one in batch:
        if isinstance(one, Skipped):
            noted.append(Visit(one.path, "", None, "skipped", one.reason, dict(one.details)))
        elif isinstance(one, Walked) and not one.known:
            noted.append(Visit(one.path, versioned(one.stamp), None, "walked"))
    if noted:
        with writing(store) as connection:
            put_all(connection, store, fresh)
            put_all(connection, store, placed, replace=True)
            note_visits(connection, noted)
    return [reading for reading, _ in (*fresh, *placed)]


def _at_its_edition(store: Store, one: Answer, held: dict[str, Held]) -> Answer:
    """The answer; a text whose bytes are in hand as another edition of its act is kept with one line end more for each, as
    what returns in a history is. Packed files, which end where they end, are not.
    """
    result, said = one.result, one.item.hints
    while isinstance(result, Understood) and said.edition and not result.content.startswith(b"PK"):
        sha256 = hashlib.sha256(result.content).hexdigest()
        if sha256 not in held:
            held |= _held(store, [sha256])
        there = held.get(sha256) or result.held
        if there is None or there.edition == said.edition or _differs(there, replace(said, edition="")):
            break
        content = result.content + b"\n"
        task = Task(replace(one.item, read=partial(bytes, content)), str(store.folder))
        result = answer(_LIMITS, task).result
    return one._replace(result=result)


def _reading(one: Answer) -> Reading | None:
    return one.result.reading if isinstance(one.result, Understood) else None


def _listed(store: Store, answers: Sequence[Answer]) -> list[Answer]:
    """The answers; a text that has a record but is not in the catalogue, for its run was cut off, is read here."""
    recorded = [one.result.held.sha256 for one in answers if isinstance(one.result, Understood) and one.result.held]
    listed = _held(store, recorded)
    found: list[Answer] = []
    for one in answers:
        result = one.result
        if isinstance(result, Understood) and result.held is not None and result.held.sha256 not in listed:
            read = partial(bytes, result.content)
            item = replace(one.item, read=read)
            found.append(answer(_LIMITS, Task(item, str(store.folder), anew=True)))
        elif isinstance(result, Understood) and result.held is not None:
            found.append(one._replace(result=result._replace(held=listed[result.held.sha256])))
        else:
            found.append(one)
    return found


def _held(store: Store, checksums: Sequence[str]) -> dict[str, Held]:
    """Texts of the catalogue, by checksum."""
    from saralau.corpus.store.catalogue import held_query
    from saralau.corpus.store.tables import texts

    found: dict[str, Held] = {}
    if checksums:
        with looking(store) as connection:
            for some in lots(list(checksums)):
                rows = connection.execute(held_query().where(texts.c.sha256.in_(some)))
                found |= {row.sha256: Held(*row) for row in rows}
    return found


def _visit(one: Answer, held: Mapping[str, Held]) -> Visit:
    """What came of a path. A text in hand that is said to be another act or edition here is skipped and said so."""
    item, result = one.item, one.result
    if isinstance(result, Failure):
        details = dict(result.details)
        if details.get("name", item.name) == item.name:  # among many files a name alone says too little
            details["name"] = item.path
        return Visit(item.path, versioned(item.stamp), None, "skipped", result.reason, details)
    if result.reading is None:
        assert result.held is not None  # one of the two is there
        there, said = result.held, item.hints
        sha256, outcome = there.sha256, "known"
        differs = _differs(there, said)
    else:
        sha256 = result.reading.held.sha256
        other = held.get(sha256)
        mended = _is_mended(held, result.reading)
        outcome = "added" if other is None or mended else "known"
        there, differs = other or result.reading.held, other is not None and not mended and _differs(other, item.hints)
    if differs:
        details = {"name": item.path, "act": there.id or there.iri, "edition": there.edition}
        return Visit(item.path, versioned(item.stamp), sha256, "skipped", "add-held-otherwise", details)
    return Visit(item.path, item.stamp, sha256, outcome)


def _is_mended(held: Mapping[str, Held], reading: Reading) -> bool:
    """Whether a text in hand, of which it was not known whose act it is, is read as a state's now."""
    other = held.get(reading.held.sha256)
    return other is not None and not is_placed(other.iri) and is_placed(reading.held.iri)


def _differs(held: Held, hints: Hints) -> bool:
    """Whether what lies beside a text says that it is something else than it is held to be."""
    return bool(
        (hints.called and hints.called not in (held.iri, held.id))
        or (hints.edition and hints.edition != held.edition)
        or (hints.language and hints.language != held.language)
    )
