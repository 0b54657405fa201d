"""The nouns: a text to be read, what one reading gives, an analysis with its tables and their columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from saralau.citations.works import Titles
from saralau.corpus.model import Held

if TYPE_CHECKING:
    from saralau.corpus.analysis.subject import Subject

Row = Mapping[str, Any]


class Column(NamedTuple):
    """A column of a table. `type` is SQL's: VARCHAR, BIGINT, BOOLEAN, VARCHAR[], or the fields of a list of records."""

    name: str
    type: str | tuple[Column, ...]
    meaning: str

    @property
    def sql(self) -> str:
        """The type as SQL writes it."""
        if isinstance(self.type, str):
            return self.type
        return f"STRUCT({', '.join(f'{field.name} {field.sql}' for field in self.type)})[]"


# In front of the columns of every table that has rows of single texts.
PLACE = (
    Column("iri", "VARCHAR", "the act's address in the Akoma Ntoso naming convention"),
    Column("language", "VARCHAR", "the text's language: kk, ru, en ..."),
    Column("edition", "VARCHAR", "the day (ISO) of the edition: that of the newest amending act that the text names"),
    Column("sha256", "VARCHAR", "checksum of the file; tells two texts of one edition apart"),
    Column(
        "newest",
        "BOOLEAN",
        "whether it is the act's newest text in this language (of two of one edition, by checksum)",
    ),
)


class Table(NamedTuple):
    """A table that an analysis writes, one folder of Parquet files.

    One without `joined` has the rows of the texts as they come. With it, it is made by that query when all texts are read,
    over the rows that the texts gave: `joined` is SQL in which these stand under their names. `steps` are queries, by name,
    that are worked out before it, one after the other, so that none needs much memory; it and later ones see them.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    joined: str = ""
    steps: tuple[tuple[str, str], ...] = ()


class Analysis(NamedTuple):
    """A question to every text of a library. `name` is the command's.

    `tables` are its results. `rows` gives for one text the rows by table, columns by name and without those of PLACE;
    `pieces` are the tables of rows that are only there to be joined.
    """

    name: str
    tables: tuple[Table, ...]
    rows: Callable[[Subject], Mapping[str, Iterable[Row]]]
    pieces: tuple[Table, ...] = ()

    @property
    def gathered(self) -> tuple[Table, ...]:
        """The tables of rows of single texts: results as they are, and pieces."""
        return (*(table for table in self.tables if not table.joined), *self.pieces)


class Text(NamedTuple):
    """A text to be read. `read` gives its bytes wherever it is called (it travels to the worker), `size` is how many."""

    held: Held
    size: int
    read: Callable[[], bytes]
    newest: bool = True


@dataclass(frozen=True, slots=True)
class Batch:
    """Texts that one worker reads at a time; `name` orders the files that come of it. `titles` knows acts that only their
    library has; it travels to the worker.
    """

    name: str
    analyses: tuple[str, ...]
    texts: tuple[Text, ...]
    titles: Titles | None = None


class Skipped(NamedTuple):
    """A text of which nothing is in the tables, and why: a reason for programs, a sentence for people."""

    held: Held
    reason: str
    details: str


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a batch: Parquet files by table (none without rows), how many rows they have, what was skipped.

    `where` is the process or the machine that worked. `died` tells that it did not live to the end: then there is nothing
    else.
    """

    batch: Batch
    parts: Mapping[str, bytes]
    rows: Mapping[str, int]
    skipped: tuple[Skipped, ...] = ()
    where: str = ""
    died: str = ""


class Summary(NamedTuple):
    """What a run has written: texts read, rows by table, texts skipped, the folder that holds the tables."""

    texts: int
    rows: Mapping[str, int]
    skipped: int
    folder: str
