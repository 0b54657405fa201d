"""What is to be read: paths against what earlier runs noted of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from saralau.acts import UNTOLD
from saralau.corpus.sources import Item, Walked
from saralau.corpus.store.catalogue import Store
from saralau.corpus.store.catalogue import reading as looking
from saralau.corpus.store.progress import Visit, visits
from saralau.corpus.store.putting import lots
from saralau.corpus.units import Hints
from saralau.corpus.workers import Settled
from saralau.version import __version__

_WINDOW = 2000  # visits looked up at once
_NO_STATE = f"/akn/{UNTOLD}/"  # addresses of acts of which nothing tells whose they are
_CURABLE = frozenset(
    {"pdf-reader-absent", "git-reader-absent", "file-refused"}
)  # what may be mended without touching a file


class Task(NamedTuple):
    """A text to be read for a library; `anew` tells that a record of it is not to be trusted."""

    item: Item
    folder: str
    anew: bool = False


class Unchanged(NamedTuple):
    """A path that was visited before and has not changed since."""

    visit: Visit


@dataclass(slots=True)
class Past:
    """What is known of paths from earlier runs; read in stretches, as paths come in their order."""

    store: Store
    again: bool
    lang: str
    state: str = ""
    begin: str = ""
    end: str = ""
    seen: dict[str, Visit] = field(default_factory=dict)

    def stamp(self, stamp: str) -> str:
        """A stamp with what else decides about the result."""
        told = (("lang", self.lang), ("state", self.state))
        return " ".join((stamp, *(f"--{name}={value}" for name, value in told if value)))

    def known(self, path: str, stamp: str) -> bool:
        """Whether a path was visited with this stamp, so that it need not be looked into."""
        return self.visit(path, self.stamp(stamp)) is not None

    def visit(self, path: str, stamp: str) -> Visit | None:
        """The earlier visit to a path that has not changed. What was skipped is tried again by a newer Saralau."""
        found = self._find(path)
        if found is None:
            return None
        if found.outcome in ("skipped", "walked"):
            same = found.stamp == versioned(stamp) and not self.again and found.reason not in _CURABLE
        else:
            same = found.stamp == stamp
        return found if same else None

    def _find(self, path: str) -> Visit | None:
        if not self.begin <= path <= self.end:
            self._look_up(path)
        return self.seen.get(path)

    def _look_up(self, path: str) -> None:
        from sqlalchemy import select

        from saralau.corpus.store.tables import sources

        query = select(sources.c.path).where(sources.c.path >= path).order_by(sources.c.path).limit(_WINDOW)
        with looking(self.store) as connection:
            paths = list(connection.scalars(query))
        self.seen = dict(visits(self.store, paths))
        self.begin = path
        self.end = paths[-1] if len(paths) == _WINDOW else "\U0010ffff"

    def below(self, path: str) -> Iterator[Visit]:
        """Visits to what is in an archive or a history."""
        from sqlalchemy import or_, select

        from saralau.corpus.store.tables import sources as s

        ranges = [(s.c.path > path + mark) & (s.c.path < path + mark + "\U0010ffff") for mark in "!#:"]
        with looking(self.store) as connection:
            paths = list(connection.scalars(select(s.c.path).where(or_(*ranges)).order_by(s.c.path)))
        for some in lots(paths):
            yield from visits(self.store, some).values()


def versioned(stamp: str) -> str:
    """The stamp of what was not read: another version may read it."""
    return f"{stamp} {__version__}"


def tasks(found: Iterator[Any], past: Past, folder: str) -> Iterator[Task | Settled]:
    """What has to be read, and in its place among it what need not be."""
    for one in found:
        if not isinstance(one, Item):
            yield Settled(replace(one, stamp=past.stamp(one.stamp)) if isinstance(one, Walked) else one)
            continue
        stamp = past.stamp(one.stamp)
        visit = past.visit(one.path, stamp)
        if visit is not None:
            yield Settled(Unchanged(visit))
        else:
            yield Task(replace(one, stamp=stamp, hints=_hinted(one.hints, past)), folder)


def _hinted(hints: Hints, past: Past) -> Hints:
    """What is known of a text, with what the user says of all of them."""
    if past.state and hints.called.startswith(_NO_STATE):
        hints = replace(hints, called=f"/akn/{past.state}/{hints.called.removeprefix(_NO_STATE)}")
    return replace(hints, language=past.lang or hints.language, state=past.state)
