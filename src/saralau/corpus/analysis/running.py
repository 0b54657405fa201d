"""A run: every text of a library through an engine into tables. Memory does not depend on how many texts there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from saralau.citations.works import Titles
from saralau.corpus.analysis.frames import parquet
from saralau.corpus.analysis.joining import gather, join
from saralau.corpus.analysis.local import Engine
from saralau.corpus.analysis.model import Done, Row, Skipped, Summary, Text
from saralau.corpus.analysis.registry import ANALYSES, SKIPPED
from saralau.corpus.analysis.tables import finish, refusals, write_part, writing
from saralau.corpus.analysis.working import batches

Told = Callable[[Done], None]


def run(
    names: Sequence[str],
    texts: Iterable[Text],
    engine: Engine,
    folder: Path,
    told: Told = lambda done: None,
    titles: Titles | None = None,
) -> Summary:
    """Asks analyses of every text and replaces their tables in `folder`. `told` hears of each batch when it is done.

    `texts` come in the order in which their rows shall stand; each is read once, whatever the number of analyses. The tables
    are the same whichever engine made them. `titles` knows acts that no pack lists. InputError for what cannot be written;
    what stood there is then left as it was.
    """
    analyses = [ANALYSES[name] for name in names]
    rows: Counter[str] = Counter()
    read = left = 0
    with writing(folder) as place:
        for done in engine(batches(texts, names, titles)):
            skipped = _skipped(done)
            read, left = read + len(done.batch.texts) - len(skipped), left + len(skipped)
            with refusals(folder):
                for name, content in done.parts.items():
                    write_part(place, name, done.batch.name, content)
                for one in analyses if skipped else ():
                    write_part(place, SKIPPED.name, f"{one.name}@{done.batch.name}", _skipped_part(skipped, one.name))
            rows.update(done.rows)
            told(done)
        with refusals(folder):
            for analysis in analyses:
                rows.update({table.name: join(place, analysis, table) for table in analysis.tables if table.joined})
            for table in (table for one in analyses for table in one.tables if not table.joined):
                gather(place, table)
            _keep_skipped(place, folder, names)
            for table in (*(table for one in analyses for table in one.tables), SKIPPED):
                about = {} if table is SKIPPED else {"texts": read, "rows": rows[table.name]}
                finish(place, folder, table, about)
    counts = {table.name: rows[table.name] for one in analyses for table in one.tables}
    return Summary(read, counts, left, str(folder))


def _skipped(done: Done) -> tuple[Skipped, ...]:
    if not done.died:
        return done.skipped
    return tuple(
        Skipped(text.held, "died", f"its process ended while it was read: {done.died}") for text in done.batch.texts
    )


def _skipped_part(skipped: Iterable[Skipped], analysis: str) -> bytes:
    def row(one: Skipped) -> Row:
        held = one.held
        return {
            "iri": held.iri,
            "language": held.language,
            "edition": held.edition,
            "sha256": held.sha256,
            "analysis": analysis,
            "name": held.name,
            "reason": one.reason,
            "details": one.details,
        }

    return parquet(SKIPPED, map(row, skipped))[0]


def _keep_skipped(run: Path, folder: Path, names: Sequence[str]) -> None:
    """What other analyses have skipped in earlier runs stays in the table that is shared."""
    for part in (folder / SKIPPED.name).glob("*.parquet"):
        analysis, _, batch = part.stem.partition("@")
        if batch and analysis not in names:
            write_part(run, SKIPPED.name, part.stem, part.read_bytes())
