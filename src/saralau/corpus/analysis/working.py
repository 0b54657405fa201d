"""What a worker does with a batch: reads each text once and asks every analysis. No text stops another."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain

from saralau.citations.works import Titles
from saralau.corpus.analysis.frames import parquet
from saralau.corpus.analysis.model import Analysis, Batch, Done, Row, Skipped, Table, Text
from saralau.corpus.analysis.registry import ANALYSES
from saralau.corpus.analysis.subject import subject_of
from saralau.messages import InputError

BATCH_BYTES = 1_000_000
BATCH_TEXTS = 64


def batches(texts: Iterable[Text], analyses: Iterable[str], titles: Titles | None = None) -> Iterator[Batch]:
    """Texts in their order, so many at a time; no more than one batch is in memory."""
    wanted, gathered, size = tuple(analyses), list[Text](), 0
    number = 0
    for text in texts:
        if gathered and (size + text.size > BATCH_BYTES or len(gathered) == BATCH_TEXTS):
            yield Batch(f"{number:06}", wanted, tuple(gathered), titles)
            number, gathered, size = number + 1, [], 0
        gathered.append(text)
        size += text.size
    if gathered:
        yield Batch(f"{number:06}", wanted, tuple(gathered), titles)


def singly(batch: Batch) -> tuple[Batch, ...]:
    """A batch for each text of a batch; together they make the same rows in the same order."""
    return tuple(replace(batch, name=f"{batch.name}-{number:04}", texts=(text,)) for number, text in enumerate(batch.texts))


def work(batch: Batch, where: Callable[[], str] = lambda: str(os.getpid())) -> Done:
    """Everything that the analyses ask of the texts of a batch."""
    analyses = [ANALYSES[name] for name in batch.analyses]
    gathered: dict[Table, list[list[Row]]] = {table: [] for one in analyses for table in one.gathered}
    skipped = []
    for text in batch.texts:
        try:
            found = _rows(text, analyses, batch.titles)
        except InputError as flaw:
            skipped.append(Skipped(text.held, flaw.message, str(flaw)))
        except Exception as flaw:  # a text that breaks the program must not break the run: it is told with its name
            skipped.append(Skipped(text.held, "failed", f"{type(flaw).__name__}: {flaw}"[:_LONGEST]))
        else:
            for table, rows in found.items():
                gathered[table].append(rows)
    made = {table.name: parquet(table, chain.from_iterable(rows)) for table, rows in gathered.items() if any(rows)}
    parts, counts = {name: part for name, (part, _) in made.items()}, {name: count for name, (_, count) in made.items()}
    return Done(batch, parts, counts, tuple(skipped), where())


_LONGEST = 500  # characters of an error


def _rows(text: Text, analyses: Iterable[Analysis], titles: Titles | None) -> dict[Table, list[Row]]:
    subject = subject_of(text.read(), text.held, newest=text.newest, titles=titles)
    held = text.held
    place = {
        "iri": held.iri,
        "language": held.language,
        "edition": held.edition,
        "sha256": held.sha256,
        "newest": text.newest,
    }
    found: dict[Table, list[Row]] = {}
    for analysis in analyses:
        asked = analysis.rows(subject)
        for table in analysis.gathered:
            found[table] = [{**place, **row} for row in asked[table.name]]
    return found


def settle() -> None:
    """Before a process that reads many texts begins: what is understood of one lives until its end, so garbage is looked
    for less often, and not among what was imported.
    """
    gc.set_threshold(50_000, 20, 50)
    gc.freeze()
