"""The analyses by their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from saralau.corpus.analysis.cite_graph import CITE_GRAPH
from saralau.corpus.analysis.model import PLACE, Analysis, Column, Table
from saralau.corpus.analysis.offences import OFFENCES
from saralau.corpus.analysis.stability import STABILITY
from saralau.corpus.analysis.stats import STATS
from saralau.corpus.analysis.terms import TERMS

ANALYSES: Mapping[str, Analysis] = {one.name: one for one in (STATS, CITE_GRAPH, OFFENCES, TERMS, STABILITY)}
_SKIPPED = (
    *(column for column in PLACE if column.name != "newest"),
    Column("analysis", "VARCHAR", "which analysis left it out"),
    Column("name", "VARCHAR", "the file's name as it came"),
    Column("reason", "VARCHAR", "id of a message, `failed` for an error of the program, `died` where its process ended"),
    Column("details", "VARCHAR", "a sentence, in English"),
)
SKIPPED = Table("skipped", "Texts of which nothing is in the tables: a row for each analysis that left it out.", _SKIPPED)


def all_tables(analyses: Sequence[Analysis] = tuple(ANALYSES.values())) -> tuple[Table, ...]:
    """Every table that analyses write."""
    return (*(table for one in analyses for table in one.tables), SKIPPED)
