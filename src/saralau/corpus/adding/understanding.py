"""One text read for a library, in whichever process, and what came of it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from saralau.citations.works import is_placed
from saralau.corpus.adding.planning import Task
from saralau.corpus.model import Held, Reading
from saralau.corpus.sources import Item
from saralau.corpus.store.records import read_record, record_place, text_place
from saralau.corpus.units import read_text
from saralau.corpus.workers import Failure, Limits, within


class Understood(NamedTuple):
    """What was read: a text with what was understood of it, or the record of one that is in hand."""

    reading: Reading | None
    held: Held | None
    content: bytes


class Answer(NamedTuple):
    """A task with what came of it, without what was only needed to do it."""

    item: Item
    result: Understood | Failure


def weight_of(answer: Any) -> int:
    return len(answer.result.content) * 6 if isinstance(answer, Answer) and isinstance(answer.result, Understood) else 0


def answer(limits: Limits, task: Task) -> Answer:
    """Reads a text, in whichever process."""
    return Answer(replace(task.item, read=bytes), within(_understand, task, limits))


def _understand(task: Task) -> Understood:
    item = task.item
    content = item.read()
    sha256 = hashlib.sha256(content).hexdigest()
    folder = Path(task.folder)
    record = record_place(folder, sha256)
    if not task.anew and record.is_file() and text_place(folder, sha256).is_file():
        held = read_record(record)
        if is_placed(held.iri) or not item.hints.state:
            return Understood(None, held, content)
    return Understood(_cut(read_text(content, item.name, item.hints, item.source or item.path)), None, content)


def _cut(reading: Reading) -> Reading:
    """A reading with its words cut for the index, where the extra `search` is."""
    try:
        from saralau.corpus.searching.index import cuts_of
    except ModuleNotFoundError as absent:
        if absent.name != "tantivy":
            raise
        return reading
    return replace(reading, cuts=cuts_of(reading))
